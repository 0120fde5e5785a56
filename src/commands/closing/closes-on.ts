import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import * as clocks from '../../store/clocks.ts';
import * as cops from '../../store/cops.ts';
import type { Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';

/** It is to be closed then; without a day, it is not. */
export async function closesOn(
  { tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>,
  cop: Cop,
  dueAt: number | undefined,
): Promise<Cop> {
  const closes = { ...cop, closesAt: dueAt };
  const about = { kind: 'cop', id: cop.id } as const;
  await cops.save(tx, closes);
  if (dueAt === undefined) await clocks.stop(tx, cop.networkId, about, 'closing');
  else {
    const does = { command: 'closing due', options: { cop: cop.id } } as const;
    await clocks.set(tx, cop, { about, step: 'closing', dueAt, does, minding: 'workspace' });
  }
  after(lane.cop(cop.id), reviseCopies(closes, 'cop-closing', about));
  return closes;
}
