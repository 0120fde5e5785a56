/** A space is called otherwise, by somebody's hand: those who facilitate hear what became of it. */
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as told from '../../store/told.ts';
import type { Scope } from '../command.ts';
import { post } from '../effects.ts';

/** Renamed once more before they could be told, it is told once, as it is called by then. */
export async function spaceRenamed({ tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>, cop: Cop): Promise<void> {
  const about = { kind: 'cop', id: cop.id } as const;
  for (const { id } of await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace))
    if (!(await told.isUnderWay(tx, cop.networkId, lane.person(id), 'space-renamed', about)))
      after(lane.person(id), post(cop, 'space-renamed', id, about));
}
