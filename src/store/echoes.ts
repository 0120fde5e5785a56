/** What the bot itself is still changing on a platform: what the platform tells of it is an echo. */
import { sql } from 'kysely';
import { lane, type Wish, type WishKind } from '../domain/effect.ts';
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import { dialectOf, type Reader } from './engine.ts';

/** Whether the bot itself did something of these kinds in this CoP since the platform was asked (epoch milliseconds): what it answered may be of before. */
export async function changedSince(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  kinds: readonly WishKind[],
  asked: number,
): Promise<boolean> {
  const row = await oneOf(reader, network, cop, kinds).where('settled_at', '>=', asked).executeTakeFirst();
  return row !== undefined;
}

const oneOf = (reader: Reader, network: NetworkId, cop: CopId, kinds: readonly WishKind[]) =>
  reader
    .selectFrom('effects')
    .select('id')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('kind', 'in', kinds)
    .limit(1);

/** Whether the bot itself still has something of these kinds to do in this CoP; for this person, if they are named. */
export async function stillChanging(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  kinds: readonly WishKind[],
  person?: PersonId,
): Promise<boolean> {
  const row = await oneOf(reader, network, cop, kinds)
    .where('settled_at', 'is', null)
    .$if(person !== undefined, query =>
      query.where(eb => eb.or([eb('kind', '=', 'open-space'), dialectOf(reader).holds('wish', `"${person}"`)])),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** The messages of this CoP's library that the bot itself is still pinning or unpinning, or waits to. */
export async function pinning(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  kinds: readonly WishKind[],
): Promise<readonly string[]> {
  const wishes = await unsettled(reader, network, cop, kinds);
  const ids = wishes.flatMap(wish => ('document' in wish ? [wish.document] : []));
  if (ids.length === 0) return [];
  const documents = await reader
    .selectFrom('documents')
    .select('message_key')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('id', 'in', ids)
    .execute();
  return documents.map(one => one.message_key);
}

/** Whether the bot itself is still bringing this person in or out of the Facilitators' forum, for whichever CoP. */
export async function movingInForum(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
): Promise<boolean> {
  const row = await reader
    .selectFrom('effects')
    .select('id')
    .where('network_id', '=', network)
    .where('lane', '=', lane.workspace(workspace))
    .where('settled_at', 'is', null)
    .where('kind', '=', sql.lit('forum'))
    .where(dialectOf(reader).holds('wish', `"${person}"`))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whom the bot itself is still bringing in or out of this CoP's space. */
export async function moving(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  kinds: readonly WishKind[],
): Promise<ReadonlySet<PersonId> | 'everybody'> {
  const wishes = await unsettled(reader, network, cop, kinds);
  if (wishes.some(wish => wish.kind === 'open-space')) return 'everybody';
  return new Set(wishes.flatMap(wish => ('people' in wish ? wish.people : [])));
}

async function unsettled(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  kinds: readonly WishKind[],
): Promise<readonly Wish[]> {
  const rows = await reader
    .selectFrom('effects')
    .select('wish')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('settled_at', 'is', null)
    .where('kind', 'in', kinds)
    .execute();
  return rows.map(row => JSON.parse(row.wish) as Wish);
}
