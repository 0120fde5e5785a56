/**
 * Forgets somebody in every table, as held.ts says of each column: rows of their own go, elsewhere they become nobody, their words are
 * emptied, and what they asked and nobody answered is taken back. In one transaction, seldom, and whole tables at a time.
 */
import { sql } from 'kysely';
import type { About } from '../domain/effect.ts';
import type { CopId, NetworkId, PersonId } from '../domain/ids.ts';
import type { MessageName } from '../domain/message.ts';
import { nobodyOf } from '../domain/person.ts';
import type { AskedTable } from './asked-rows.ts';
import { dialectOf, type Tx } from './engine.ts';
import { eraseDocuments } from './erasing-documents.ts';
import { eraseFromEffects } from './erasing-effects.ts';
import { standingOf } from './erasing-posts.ts';
import { type Holding, namesIn, type OfPeople } from './held/holding.ts';
import { held, type Table } from './held.ts';

/** A message that stands somewhere and named them. */
export interface StandingPost {
  readonly cop: CopId;
  readonly message: MessageName;
  readonly about: About;
}

export interface Erased {
  readonly network: NetworkId;
  readonly person: PersonId;
  readonly nobody: PersonId;
}

const tables = Object.entries(held) as readonly [Table, Holding][];

/** Answers which messages are to be drawn anew. */
export async function erase(
  tx: Tx,
  network: NetworkId,
  person: PersonId,
  now: number,
): Promise<readonly StandingPost[]> {
  const whom = { network, person, nobody: nobodyOf(network) };
  await meetNobody(tx, whom, now);
  const accounts = await tx
    .selectFrom('accounts')
    .select('external_id')
    .where('network_id', '=', network)
    .where('person_id', '=', person)
    .execute();
  const names = await tx
    .selectFrom('persons')
    .select('name')
    .where('network_id', '=', network)
    .where('id', '=', person)
    .execute();
  const standing = await standingOf(tx, whom);
  await takeBack(tx, whom, now);
  await eraseDocuments(tx, whom, now);
  await emptyWords(tx, whom);
  await eraseFromAudit(
    tx,
    whom,
    accounts.map(one => one.external_id),
  );
  const more = await eraseFromEffects(tx, whom, now);
  await eraseInside(tx, whom);
  await nobodyWasIn(tx, whom);
  await nobodySince(tx, whom);
  await eraseWayIn(tx, network, [...names.map(one => one.name), ...accounts.map(one => one.external_id)]);
  await eraseRows(tx, whom);
  for (const tidy of dialectOf(tx).tidies) await tidy.execute(tx);
  return [...standing, ...more];
}

/** Everybody who was forgotten in a network is the same nobody, who has the network's own id. */
async function meetNobody(tx: Tx, { network, nobody }: Erased, now: number): Promise<void> {
  await tx
    .insertInto('persons')
    .values({ id: nobody, network_id: network, name: '', created_at: now })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute();
}

/** What points to a membership needs one of nobody's; nobody is in none. */
async function nobodyWasIn(tx: Tx, { network, person, nobody }: Erased): Promise<void> {
  await sql`insert into memberships (network_id, cop_id, person_id, state, role, since)
    select network_id, cop_id, ${nobody}, 'left', 'member', since from memberships
    where network_id = ${network} and person_id = ${person}
    on conflict (cop_id, person_id) do nothing`.execute(tx);
}

/** Whose question it was, and who was to answer it. */
export const asked = {
  join_requests: ['person_id'],
  invitations: ['invitee_id', 'inviter_id'],
  nominations: ['nominee_id', 'nominator_id'],
  role_suggestions: ['person_id', 'suggester_id'],
  stand_ins: ['person_id'],
} as const satisfies { readonly [T in AskedTable]: readonly OfPeople<T>[] };

/** As if they had done so themselves; what has nobody who decided it was left by a closing. A conversation that they took waits for somebody else of the Support Team. */
async function takeBack(tx: Tx, { network, person }: Erased, now: number): Promise<void> {
  await sql`update join_requests set decided_by = ${person}
    where network_id = ${network} and state = 'pending' and person_id = ${person}`.execute(tx);
  for (const [table, whose] of Object.entries(asked))
    await sql`update ${sql.table(table)} set state = 'withdrawn', decided_at = ${now}, version = version + 1
      where network_id = ${network} and state = 'pending' and ${isAnyOf(whose, person)}`.execute(tx);
  await sql`update cops set state = 'not-started', version = version + 1
    where network_id = ${network} and state = 'proposed' and starter_id = ${person}`.execute(tx);
  await sql`update first_conversations set state = 'withdrawn', version = version + 1
    where network_id = ${network} and state in ('asked', 'taken') and person_id = ${person}`.execute(tx);
  await sql`update first_conversations set state = 'asked', taken_by = null, planned = null, version = version + 1
    where network_id = ${network} and state in ('asked', 'taken') and taken_by = ${person}`.execute(tx);
}

const isAnyOf = (columns: readonly string[], person: PersonId) =>
  sql`(${sql.join(
    columns.map(column => sql`${sql.ref(column)} = ${person}`),
    sql` or `,
  )})`;

async function emptyWords(tx: Tx, { network, person }: Erased): Promise<void> {
  for (const [table, { words = {} }] of tables)
    for (const [column, whose] of Object.entries(words))
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = null
        where network_id = ${network} and ${sql.ref(column)} is not null and ${isAnyOf(namesIn(whose), person)}`.execute(
        tx,
      );
}

async function eraseFromAudit(tx: Tx, { network, person }: Erased, accounts: readonly string[]): Promise<void> {
  const { holds } = dialectOf(tx);
  const named = accounts.map(one => sql`${holds('press', one)}`);
  await sql`update audit set actor_id = null, press = id
    where network_id = ${network} and (${sql.join([sql`actor_id = ${person}`, ...named], sql` or `)})`.execute(tx);
}

/** What is due about them alone isn't any more. */
async function eraseInside(tx: Tx, { network, person, nobody }: Erased): Promise<void> {
  const { holds } = dialectOf(tx);
  await sql`delete from clocks where network_id = ${network} and (${holds('step', person)} or ${holds('consequence', person)})`.execute(
    tx,
  );
  for (const [table, { inside }] of tables)
    for (const column of table === 'effects' ? [] : namesIn(inside))
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = replace(${sql.ref(column)}, ${person}, ${nobody})
        where network_id = ${network} and ${sql.ref(column)} is not null and ${holds(column, person)}`.execute(tx);
}

async function nobodySince(tx: Tx, { network, person, nobody }: Erased): Promise<void> {
  for (const [table, { who, cleared }] of tables) {
    for (const column of namesIn(who))
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${nobody}
        where network_id = ${network} and ${sql.ref(column)} = ${person}`.execute(tx);
    for (const column of table === 'audit' ? [] : namesIn(cleared))
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = null
        where network_id = ${network} and ${sql.ref(column)} = ${person}`.execute(tx);
  }
}

/** An administrator had named them as who to turn to: until another is named, the page says to ask whoever gave the link. */
async function eraseWayIn(tx: Tx, network: NetworkId, names: readonly string[]): Promise<void> {
  const { holds } = dialectOf(tx);
  for (const name of names.filter(Boolean))
    await sql`update settings set way_in = null, way_in_words = null, version = version + 1
      where network_id = ${network} and way_in = 'person' and ${holds('way_in_words', name)}`.execute(tx);
}

/** They themselves last: what points to them is nobody's by now. */
async function eraseRows(tx: Tx, { network, person }: Erased): Promise<void> {
  const own = tables.flatMap(([table, { goes }]) => namesIn(goes).map(column => [table, column] as const));
  const last = ([table]: readonly [Table, string]) => (table === 'persons' ? 1 : 0);
  for (const [table, column] of own.toSorted((a, b) => last(a) - last(b)))
    await sql`delete from ${sql.table(table)} where network_id = ${network} and ${sql.ref(column)} = ${person}`.execute(
      tx,
    );
}
