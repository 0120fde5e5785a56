/** What a library holds of messages that are pinned nowhere. */
import { sql } from 'kysely';
import type { CopId, NetworkId } from '../domain/ids.ts';
import { dialectOf, type Reader } from './engine.ts';

export interface StandingDocument {
  readonly messageKey: string;
  /** The channel where the message stands. */
  readonly place: string;
}

/** So many of those whose message is taken to stand in this space or a thread of it; another part of them at each turn. */
export async function unpinned(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  { space, most, turn }: { readonly space: string; readonly most: number; readonly turn: number },
): Promise<readonly StandingDocument[]> {
  const all = reader
    .selectFrom('documents')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', sql.lit('kept'))
    .where('pinned', '=', 0)
    .where('gone_at', 'is', null)
    .where('place', 'is not', null)
    .where(dialectOf(reader).startsWith('message_key', `${space}/`));
  const { count } = await all.select(eb => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const turns = Math.max(1, Math.ceil(Number(count) / most));
  const rows = await all
    .select(['message_key', 'place'])
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .offset((turn % turns) * most)
    .execute();
  return rows.map(row => ({ messageKey: row.message_key, place: row.place ?? space }));
}
