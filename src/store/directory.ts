/**
 * The directory: open CoPs whose name, domain or statement hold every word that was typed, anywhere, largest first; unlisted ones only
 * for who is in. Words that few hold are looked up in an index, words that many hold are met soon enough in the order of size: neither
 * reads more in a large network (docs/decisions/0025).
 */
import { type Expression, type SqlBool, sql } from 'kysely';
import { type Cop, nameKey } from '../domain/cop.ts';
import { gramsIn, gramsOf } from '../domain/grams.ts';
import type { CopId, NetworkId, PersonId } from '../domain/ids.ts';
import type { MembershipRole } from '../domain/membership.ts';
import { spellings } from '../domain/search.ts';
import { folded } from '../domain/words.ts';
import { copFrom } from './beside-cop.ts';
import { dialectOf, type Reader } from './engine.ts';
import { nextAt } from './meetings.ts';

/** More are not looked up: what so many hold is met soon enough by walking. */
const mostHits = 200;

/** Another network's words are others, so that none of them is read. What an engine would part a word at is written otherwise. */
const written = (network: NetworkId, grams: readonly string[]): readonly string[] => {
  const scope = network.slice(-8).toLowerCase();
  return grams.map(
    gram =>
      scope +
      gram.replace(/[^a-z0-9\u0080-\u{10ffff}]/gu, one => String.fromCodePoint(0xf0000 + (one.codePointAt(0) ?? 0))),
  );
};

/** What a CoP is found by. */
export const gramsOfCop = (network: NetworkId, searched: string, key: string): string =>
  written(network, gramsIn(`${searched} ${key}`)).join(' ');

export interface Listed {
  readonly cop: Cop;
  readonly members: number;
}

export async function find(
  reader: Reader,
  network: NetworkId,
  words: readonly string[],
  most: number,
  person?: PersonId,
): Promise<readonly Listed[]> {
  const sought = words.map(word => ({ folded: spellings(folded(word)), keys: spellings(nameKey(word)) }));
  const ways = sought
    .map(({ folded, keys }) => [...new Set([...folded, ...keys])].map(one => written(network, gramsOf(one))))
    .filter(ways => ways.every(grams => grams.length > 0));
  const lookedUp = ways.length > 0 ? await amongHits(reader, network, sought, ways, most, person) : 'many';
  if (lookedUp !== 'many') return lookedUp;
  return largest(reader, network, sought, most, person);
}

async function largest(
  reader: Reader,
  network: NetworkId,
  sought: readonly Sought[],
  most: number,
  person: PersonId | undefined,
): Promise<readonly Listed[]> {
  const rows = await open(reader.selectFrom('cops'), reader, network, sought, person)
    .selectAll()
    .orderBy('members', 'desc')
    .orderBy('name')
    .limit(most)
    .execute();
  return rows.map(row => ({ cop: copFrom(row), members: row.members }));
}

interface Sought {
  readonly folded: readonly string[];
  readonly keys: readonly string[];
}

async function amongHits(
  reader: Reader,
  network: NetworkId,
  sought: readonly Sought[],
  ways: readonly (readonly (readonly string[])[])[],
  most: number,
  person: PersonId | undefined,
): Promise<readonly Listed[] | 'many'> {
  const listed = dialectOf(reader).listed(ways);
  const hits = open(reader.selectFrom(listed.as('cops')) as never, reader, network, sought, person)
    .selectAll()
    .limit(mostHits + 1);
  const rows = await reader
    .selectFrom(hits.as('cops'))
    .selectAll()
    .select(sql<number>`count(*) over ()`.as('hits'))
    .orderBy('members', 'desc')
    .orderBy('name')
    .limit(most)
    .execute();
  if ((rows[0]?.hits ?? 0) > mostHits) return 'many';
  return rows.map(row => ({ cop: copFrom(row), members: row.members }));
}

const from = (reader: Reader) => reader.selectFrom('cops');

/** Those that this person may see, and that hold all of it. */
function open(
  query: ReturnType<typeof from>,
  reader: Reader,
  network: NetworkId,
  sought: readonly Sought[],
  person: PersonId | undefined,
) {
  const { holds } = dialectOf(reader);
  const seen: Expression<SqlBool> = sql`(unlisted = 0 or exists (select 1 from memberships o
    where o.cop_id = cops.id and o.person_id = ${person ?? ''} and o.state <> 'left'))`;
  let those = query
    .where('network_id', '=', network)
    .where('state', '=', sql.lit('open'))
    .where('closed_at', 'is', null)
    .where(seen);
  for (const { folded, keys } of sought)
    those = those.where(eb =>
      eb.or([...folded.map(one => holds('folded', one)), ...keys.map(one => holds('name_key', one))]),
    );
  return those;
}

type Own = 'joining' | { readonly role: MembershipRole; readonly meets: number | undefined };

/** Those of these CoPs that they are in, or on their way into, each with when it meets next: that is for who is in. */
export async function ownAmong(
  reader: Reader,
  network: NetworkId,
  person: PersonId,
  cops: readonly CopId[],
): Promise<ReadonlyMap<CopId, Own>> {
  if (cops.length === 0) return new Map();
  const rows = await reader
    .selectFrom('memberships as m')
    .select(['m.cop_id', 'm.state', 'm.role'])
    .select(nextAt('m.cop_id').as('meets'))
    .where('m.network_id', '=', network)
    .where('m.person_id', '=', person)
    .where('m.cop_id', 'in', cops)
    .where('m.state', '<>', 'left')
    .execute();
  return new Map(
    rows.map(({ cop_id, state, role, meets }) => [
      cop_id,
      state === 'member' ? { role, meets: meets === null ? undefined : Number(meets) } : 'joining',
    ]),
  );
}
