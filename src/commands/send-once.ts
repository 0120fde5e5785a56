import type { Cop } from '../domain/cop.ts';
import { lane, type Wish } from '../domain/effect.ts';
import type { PersonId } from '../domain/ids.ts';
import * as effects from '../store/effects.ts';
import type { Scope } from './command.ts';
import { sendRecords } from './effects.ts';

type SendRecords = Extract<Wish, { kind: 'send-records' }>;

/** The records, as a file. Whoever asks again, or is heard again, while it is on its way gets that one. */
export async function sendOnce(
  { tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>,
  cop: Cop,
  of: SendRecords['of'],
  to: PersonId,
): Promise<void> {
  const where = lane.person(to);
  const open = await effects.openIn(tx, where, many);
  const isOnItsWay = open.some(({ wish }) => wish.kind === 'send-records' && wish.cop === cop.id && wish.of === of);
  if (!isOnItsWay) after(where, sendRecords(cop, of, to));
}

const many = 100;
