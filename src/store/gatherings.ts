/** Who comes to a meeting, and what they bring. Who has left the CoP isn't among them. */
import { sql } from 'kysely';
import type { CopId, MeetingId, MeetingQuestionId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Known } from '../domain/person.ts';
import type { Reader, Tx } from './engine.ts';

type Of = Pick<Meeting, 'id' | 'networkId' | 'copId'>;
type Says = 'comes' | 'not';

/** What they have said, if anything. */
export async function answerOf(
  reader: Reader,
  { networkId, id }: Of,
  person: PersonId,
): Promise<{ readonly says: Says; readonly at: number } | undefined> {
  return reader
    .selectFrom('meeting_answers')
    .select(['says', 'at'])
    .where('network_id', '=', networkId)
    .where('meeting_id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst();
}

/** The last that they say counts. */
export async function answer(tx: Tx, of: Of, person: PersonId, says: Says, now: number): Promise<void> {
  await tx
    .insertInto('meeting_answers')
    .values({ network_id: of.networkId, cop_id: of.copId, meeting_id: of.id, person_id: person, says, at: now })
    .onConflict(conflict => conflict.columns(['meeting_id', 'person_id']).doUpdateSet({ says, at: now }))
    .execute();
}

interface Coming {
  readonly many: number;
  /** In the order in which they said so last. */
  readonly first: readonly Known[];
}

/** How many come to each of these, and whether `person` does. */
export async function sizes(
  reader: Reader,
  network: NetworkId,
  meetings: readonly MeetingId[],
  person: PersonId,
): Promise<ReadonlyMap<MeetingId, { readonly many: number; readonly isComing: boolean }>> {
  if (meetings.length === 0) return new Map();
  const rows = await reader
    .selectFrom('meeting_answers as x')
    .innerJoin('memberships as m', join =>
      join.onRef('m.cop_id', '=', 'x.cop_id').onRef('m.person_id', '=', 'x.person_id').on('m.state', '<>', 'left'),
    )
    .select(['x.meeting_id', sql<number>`count(*)`.as('many')])
    .select(sql<number>`sum(case when x.person_id = ${person} then 1 else 0 end)`.as('own'))
    .where('x.network_id', '=', network)
    .where('x.meeting_id', 'in', meetings)
    .where('x.says', '=', 'comes')
    .groupBy('x.meeting_id')
    .execute();
  return new Map(rows.map(row => [row.meeting_id, { many: Number(row.many), isComing: Number(row.own) > 0 }]));
}

interface Question {
  readonly id: MeetingQuestionId;
  readonly by: Known;
  readonly words: string;
}

/** What is brought, the latest of very many left out. `news`: only by others than who reads it, since then. */
export async function questions(
  reader: Reader,
  of: Of,
  workspace: WorkspaceKey,
  most: number,
  news?: { readonly since: number; readonly reader: PersonId },
): Promise<{ readonly many: number; readonly first: readonly Question[] }> {
  const rows = await reader
    .selectFrom('meeting_questions as x')
    .innerJoin('memberships as m', join =>
      join.onRef('m.cop_id', '=', 'x.cop_id').onRef('m.person_id', '=', 'x.person_id').on('m.state', '<>', 'left'),
    )
    .innerJoin('persons as p', 'p.id', 'x.person_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'x.person_id').on('a.workspace_id', '=', workspace),
    )
    .select(['p.id', 'p.name', 'm.role', 'a.external_id'])
    .where('x.network_id', '=', of.networkId)
    .where('x.meeting_id', '=', of.id)
    .$if(news !== undefined, query => query.where('x.at', '>', news?.since ?? 0))
    .$if(news !== undefined, query => query.where('x.person_id', '<>', news?.reader as PersonId))
    .select(['x.id as question', 'x.words', sql<number>`count(*) over ()`.as('many')])
    .orderBy('x.at')
    .orderBy('x.id')
    .limit(most)
    .execute();
  return {
    many: Number(rows[0]?.many ?? 0),
    first: rows.map(row => ({ id: row.question, by: knownFrom(of.networkId, row), words: row.words ?? '' })),
  };
}

export async function bring(
  tx: Tx,
  of: Of,
  question: { readonly id: MeetingQuestionId; readonly by: PersonId; readonly words: string },
  now: number,
): Promise<void> {
  await tx
    .insertInto('meeting_questions')
    .values({
      id: question.id,
      network_id: of.networkId,
      cop_id: of.copId,
      meeting_id: of.id,
      person_id: question.by,
      words: question.words,
      at: now,
    })
    .execute();
}

export const knownFrom = (
  networkId: NetworkId,
  row: { id: PersonId; name: string; role: Known['role']; external_id: string | null },
): Known => ({ id: row.id, networkId, name: row.name, accountId: row.external_id ?? undefined, role: row.role });

/** By which of what they said it is known whom a change concerns: as long as it has no date, by their votes. */
export const saidOf = ({ startsAt }: Pick<Meeting, 'startsAt'>) =>
  startsAt === undefined ? 'meeting_votes' : 'meeting_answers';

/** Who come, or have voted: those whom a change concerns, the first first. */
export async function concerned(
  reader: Reader,
  of: Of,
  workspace: WorkspaceKey,
  most: number,
  table: 'meeting_answers' | 'meeting_votes',
): Promise<Coming> {
  const { rows } = await sql<{
    id: PersonId;
    name: string;
    role: Known['role'];
    external_id: string | null;
    many: number;
  }>`
    select p.id, p.name, m.role, a.external_id, count(*) over () as many
    from (select cop_id, person_id, min(at) as at from ${sql.table(table)}
      where network_id = ${of.networkId} and meeting_id = ${of.id} and says <> 'not' group by cop_id, person_id) x
    join memberships m on m.cop_id = x.cop_id and m.person_id = x.person_id and m.state <> 'left'
    join persons p on p.id = x.person_id
    left join accounts a on a.person_id = x.person_id and a.workspace_id = ${workspace}
    order by x.at, p.id limit ${most}`.execute(reader);
  return { many: Number(rows[0]?.many ?? 0), first: rows.map(row => knownFrom(of.networkId, row)) };
}

/** What those who leave a CoP have said to its meetings to come, and brought to them. Answers which meetings those were. */
export async function leave(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  people: readonly PersonId[],
): Promise<readonly MeetingId[]> {
  if (people.length === 0) return [];
  const toCome = await tx
    .selectFrom('meetings')
    .select('id')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', 'in', ['called', 'voting'])
    .orderBy('state')
    .orderBy('starts_at')
    .execute();
  const ids = toCome.map(one => one.id);
  const theirs = new Set<MeetingId>();
  for (const table of ids.length > 0 ? theirOwn : []) {
    const gone = await tx
      .deleteFrom(table)
      .where('network_id', '=', network)
      .where('meeting_id', 'in', ids)
      .where('person_id', 'in', people)
      .returning('meeting_id')
      .execute();
    for (const one of gone) theirs.add(one.meeting_id);
  }
  return ids.filter(id => theirs.has(id));
}

const theirOwn = [
  'meeting_answers',
  'meeting_votes',
  'meeting_questions',
  'meeting_parts',
  'meeting_calendars',
] as const;
