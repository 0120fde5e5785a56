/** Which messages of the bot tell of somebody by the record that they are about. */
import { sql } from 'kysely';
import type { About } from '../domain/effect.ts';
import type { CopId, DocumentId } from '../domain/ids.ts';
import type { CopMessage, MessageName } from '../domain/message.ts';
import { dialectOf, type Tx } from './engine.ts';
import type { Erased, StandingPost } from './erasing.ts';
import { type Holding, namesIn } from './held/holding.ts';
import { held, type Peopled } from './held.ts';
import { type InCop, namedBy } from './named-by-cop.ts';
import type { Schema } from './schema.ts';

type Kind = About['kind'];

/** A kind of record, and a column that holds ids of that kind. */
type Telling<T extends Peopled> = {
  [K in Kind]: readonly [
    K,
    { [C in keyof Schema[T]]: Schema[T][C] extends Extract<About, { kind: K }>['id'] ? C : never }[keyof Schema[T]],
  ];
}[Kind];

/** Where the records are that messages tell of, and by which column; a CoP's as a whole are in `namedBy`. */
export const recordsIn = {
  cops: 'the CoP',
  memberships: 'the CoP',
  closings: 'the CoP',
  join_requests: ['join-request', 'id'],
  reminders: 'no card',
  unreached: 'no card',
  talks: ['join-request', 'request_id'],
  invitations: ['invitation', 'id'],
  nominations: ['nomination', 'id'],
  role_suggestions: ['role-suggestion', 'id'],
  stand_ins: ['stand-in', 'id'],
  first_conversations: ['first-conversation', 'id'],
  core_roles: ['carried-role', 'id'],
  differences: ['difference', 'id'],
  effects: ['effect', 'id'],
  meetings: ['meeting', 'id'],
  meeting_votes: ['meeting', 'meeting_id'],
  meeting_answers: ['meeting', 'meeting_id'],
  meeting_questions: ['meeting', 'meeting_id'],
  meeting_parts: ['meeting', 'meeting_id'],
  meeting_calendars: 'no card',
  promises: 'its notes',
  documents: 'its notes',
  statements: 'no card',
  clocks: 'no card',
  audit: 'no card',
  persons: 'no card',
  accounts: 'no card',
  homes: 'no card',
  support_people: 'no card',
  forum_people: 'no card',
  server_role_grants: 'no card',
  calendar_feeds: 'no card',
} as const satisfies { readonly [T in Peopled]: Telling<T> | 'the CoP' | 'its notes' | 'no card' };

/** Before they are erased. */
export async function standingOf(tx: Tx, whom: Erased): Promise<readonly StandingPost[]> {
  const all: StandingPost[] = [];
  for (const [table, where] of Object.entries(recordsIn) as [Peopled, Where][])
    if (typeof where !== 'string') all.push(...(await telling(tx, whom, table, where)));
  return [...all, ...(await ofTheCop(tx, whom)), ...(await notesNaming(tx, whom))];
}

type Where = readonly [Kind, string] | string;

/** Of each record of theirs whatever tells of it. */
async function telling(
  tx: Tx,
  whom: Erased,
  table: Peopled,
  [kind, column]: readonly [Kind, string],
): Promise<readonly StandingPost[]> {
  const id = sql.ref(`r.${column}`);
  const { rows } = await sql<{ cop: CopId; id: string; message: MessageName }>`
    select distinct r.cop_id as cop, ${id} as id, p.message from ${sql.table(table)} r
    join posts p on p.network_id = r.network_id and p.about_id = ${id}
    where r.network_id = ${whom.network} and ${theyAreIn(tx, table, whom)}`.execute(tx);
  return rows.map(row => ({ cop: row.cop, message: row.message, about: { kind, id: row.id } as About }));
}

async function ofTheCop(tx: Tx, whom: Erased): Promise<readonly StandingPost[]> {
  const all: StandingPost[] = [];
  for (const [message, tables] of Object.entries(namedBy) as [CopMessage, readonly InCop[]][])
    for (const table of tables) {
      const id = sql.ref(table === 'cops' ? 'r.id' : 'r.cop_id');
      const { rows } = await sql<{ cop: CopId }>`
        select distinct ${id} as cop from ${sql.table(table)} r
        join posts p on p.network_id = r.network_id and p.about_id = ${id} and p.message = ${message}
        where r.network_id = ${whom.network} and ${theyAreIn(tx, table, whom)}`.execute(tx);
      all.push(...rows.map(({ cop }) => ({ cop, message, about: { kind: 'cop', id: cop } as About })));
    }
  return all;
}

function theyAreIn(tx: Tx, table: Peopled, { person }: Erased) {
  const { holds } = dialectOf(tx);
  const { who, goes, cleared, inside }: Holding = held[table];
  const any = [
    ...[who, goes, cleared].flatMap(namesIn).map(column => sql`${sql.ref(`r.${column}`)} = ${person}`),
    ...namesIn(inside).map(column => sql`${holds(`r.${column}`, person)}`),
  ];
  return sql`(${sql.join(any, sql` or `)})`;
}

/** Notes in a space show who wrote them, what the meeting was about in the words of who called it, and who promised what. */
async function notesNaming(
  tx: Tx,
  { network, person }: Pick<Erased, 'network' | 'person'>,
): Promise<readonly StandingPost[]> {
  const { rows } = await sql<{ cop: CopId; id: DocumentId }>`
    select distinct m.cop_id as cop, m.notes_id as id from meetings m
    join posts p on p.network_id = m.network_id and p.about_id = m.notes_id and p.message = 'meeting-notes'
    left join promises x on x.cop_id = m.cop_id and x.meeting_id = m.id
    where m.network_id = ${network}
      and (${sql.join(
        ['m.called_by', 'm.notes_by', 'x.person_id', 'x.written_by'].map(column => sql`${sql.ref(column)} = ${person}`),
        sql` or `,
      )})`.execute(tx);
  return rows.map(({ cop, id }) => ({ cop, message: 'meeting-notes', about: { kind: 'document', id } }));
}
