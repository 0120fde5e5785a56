/** Which messages of the bot tell of somebody by the record that they are about. */
import { sql } from 'kysely';
import type { About } from '../domain/effect.ts';
import type { CopId, DocumentId } from '../domain/ids.ts';
import type { MessageName } from '../domain/message.ts';
import type { RecordKind, Records } from '../domain/record.ts';
import { dialectOf, type Tx } from './engine.ts';
import type { Erased, StandingPost } from './erasing.ts';
import { type Holding, namesIn } from './held/holding.ts';
import { held, type Table } from './held.ts';
import type { Schema } from './schema.ts';

/** A kind of record, and a column that holds ids of that kind. */
type Telling<T extends Table> = {
  [K in RecordKind]: readonly [
    K,
    { [C in keyof Schema[T]]: Schema[T][C] extends Records[K] ? C : never }[keyof Schema[T]],
  ];
}[RecordKind];

/** Where the records are that messages tell of, and by which column. A talk is told of by its request. */
const recordsIn = {
  cops: ['cop', 'id'],
  closings: ['cop', 'cop_id'],
  join_requests: ['join-request', 'id'],
  invitations: ['invitation', 'id'],
  nominations: ['nomination', 'id'],
  role_suggestions: ['role-suggestion', 'id'],
  stand_ins: ['stand-in', 'id'],
  first_conversations: ['first-conversation', 'id'],
  core_roles: ['carried-role', 'id'],
  differences: ['difference', 'id'],
  meetings: ['meeting', 'id'],
  meeting_votes: ['meeting', 'meeting_id'],
  meeting_answers: ['meeting', 'meeting_id'],
  meeting_questions: ['meeting', 'meeting_id'],
  meeting_parts: ['meeting', 'meeting_id'],
} as const satisfies { readonly [T in Table]?: Telling<T> };

/** Of a CoP as a whole, those that name who started it, who would close it, or who asked to wait; who facilitates it is drawn anew when they leave it. */
const ofTheCop: { readonly [T in Table]?: readonly MessageName[] } = {
  cops: ['cop-started'],
  closings: ['cop-closing', 'closing-waits'],
};

/** Before they are erased. */
export async function standingOf(tx: Tx, { network, person }: Erased): Promise<readonly StandingPost[]> {
  const { holds } = dialectOf(tx);
  const all: StandingPost[] = [];
  for (const [table, [kind, column]] of Object.entries(recordsIn)) {
    const { who, goes, inside }: Holding = held[table as Table];
    const any = [
      ...[...namesIn(who), ...namesIn(goes)].map(column => sql`${sql.ref(`r.${column}`)} = ${person}`),
      ...namesIn(inside).map(column => sql`${holds(`r.${column}`, person)}`),
    ];
    const id = sql.ref(`r.${column}`);
    const cop = kind === 'cop' ? id : sql.ref('r.cop_id');
    const { rows } = await sql<{ cop: CopId; id: string; message: MessageName }>`
      select distinct ${cop} as cop, ${id} as id, p.message from ${sql.table(table)} r
      join posts p on p.network_id = r.network_id and p.about_id = ${id}
      where r.network_id = ${network} and (${sql.join(any, sql` or `)})`.execute(tx);
    const told = rows.filter(row => kind !== 'cop' || ofTheCop[table as Table]?.includes(row.message));
    all.push(...told.map(row => ({ cop: row.cop, message: row.message, about: { kind, id: row.id } as About })));
  }
  return [...all, ...(await notesNaming(tx, { network, person }))];
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
