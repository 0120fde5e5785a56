/** What was said lately, or is about to be: read off the effects. */

import { sql } from 'kysely';
import { type About, type Lane, lane, type Wish } from '../domain/effect.ts';
import type { CopId, EffectId, NetworkId, PersonId } from '../domain/ids.ts';
import type { MessageName } from '../domain/message.ts';
import { dialectOf, type Reader } from './engine.ts';
import { idsFrom } from './ids.ts';
import { said } from './pieces.ts';

/** Whether the invitation to a CoP has gone into a channel since then and stands there still, or is on its way. */
export async function sharedSince(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  channel: string,
  since: number,
): Promise<boolean> {
  const rows = await reader
    .selectFrom('effects')
    .leftJoin('posts', 'posts.effect_id', 'effects.id')
    .select('wish')
    .where('effects.network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('kind', '=', sql.lit('post')) // as the index says it
    .where('id', '>', idsFrom(since) as EffectId)
    .where('state', 'not in', ['failed', 'skipped'])
    .where(eb => eb.or([eb('state', '<>', 'done'), eb('posts.effect_id', 'is not', null)]))
    .execute();
  return rows
    .map(row => JSON.parse(row.wish) as Wish)
    .some(
      wish =>
        wish.kind === 'post' &&
        wish.message === 'cop-invitation' &&
        typeof wish.to === 'object' &&
        'channel' in wish.to &&
        wish.to.channel === channel,
    );
}

/** Posts of a message about a record, or in somebody's name, in a lane. */
const postsIn = (
  reader: Reader,
  network: NetworkId,
  where: Lane,
  message: MessageName,
  about: About['id'] | PersonId,
) =>
  reader
    .selectFrom('effects')
    .select('id')
    .where('network_id', '=', network)
    .where('lane', '=', where)
    .where('kind', '=', sql.lit('post')) // as the index says it
    .where(dialectOf(reader).holds('wish', said({ message })))
    .where(dialectOf(reader).holds('wish', `"${about}"`))
    .limit(1);

/** What stands there and has not arrived yet. */
export async function underWay(
  reader: Reader,
  network: NetworkId,
  where: Lane,
  message: MessageName,
  { id }: { readonly id: About['id'] | PersonId },
): Promise<EffectId | undefined> {
  const posts = postsIn(reader, network, where, message, id).where('settled_at', 'is', null);
  return (await posts.executeTakeFirst())?.id;
}

export const isUnderWay = async (...of: Parameters<typeof underWay>): Promise<boolean> =>
  (await underWay(...of)) !== undefined;

/** Whether the same is to be told, or was, by a later one in that lane: it says how things stand then. */
export async function isToldLater(
  reader: Reader,
  network: NetworkId,
  { id, lane: where }: { readonly id: EffectId; readonly lane: Lane },
  message: MessageName,
  about: About,
): Promise<boolean> {
  const posts = postsIn(reader, network, where, message, about.id)
    .where('id', '>', id)
    .where('state', 'not in', ['failed', 'skipped']);
  return (await posts.executeTakeFirst()) !== undefined;
}

/** Whether a message went to somebody before, whatever it was about. */
export async function wasToldBefore(
  reader: Reader,
  network: NetworkId,
  person: PersonId,
  message: MessageName,
  before: EffectId,
): Promise<boolean> {
  const row = await reader
    .selectFrom('effects')
    .select('id')
    .where('network_id', '=', network)
    .where('lane', '=', lane.person(person))
    .where('kind', '=', sql.lit('post')) // as the index says it
    .where('id', '<', before)
    .where('state', 'not in', ['failed', 'skipped'])
    .where(dialectOf(reader).holds('wish', said({ message })))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
