/** Who takes which part in a meeting, for this once. Who has left the CoP takes none. */
import { sql } from 'kysely';
import type { PersonId, WorkspaceKey } from '../domain/ids.ts';
import { type Meeting, type MeetingPart, parts } from '../domain/meeting.ts';
import type { Known } from '../domain/person.ts';
import type { Reader, Tx } from './engine.ts';
import { knownFrom } from './gatherings.ts';

type Of = Pick<Meeting, 'id' | 'networkId' | 'copId'>;

interface Taken {
  readonly part: MeetingPart;
  readonly many: number;
  /** Those who took it first. */
  readonly first: readonly Known[];
  /** By who looks, too. */
  readonly isMine: boolean;
}

/** Those that somebody takes, in their usual order; of each at most so many names. */
export async function taken(
  reader: Reader,
  of: Of,
  workspace: WorkspaceKey,
  most: number,
  looks?: PersonId,
): Promise<readonly Taken[]> {
  const { rows } = await sql<{
    part: MeetingPart;
    id: PersonId;
    name: string;
    role: Known['role'];
    external_id: string | null;
    many: number;
    mine: number;
  }>`
    select * from (
      select x.part, p.id, p.name, m.role, a.external_id, count(*) over (partition by x.part) as many,
        max(case when p.id = ${looks ?? ''} then 1 else 0 end) over (partition by x.part) as mine,
        row_number() over (partition by x.part order by x.at, p.id) as nth
      from meeting_parts x
      join memberships m on m.cop_id = x.cop_id and m.person_id = x.person_id and m.state <> 'left'
      join persons p on p.id = x.person_id
      left join accounts a on a.person_id = x.person_id and a.workspace_id = ${workspace}
      where x.network_id = ${of.networkId} and x.meeting_id = ${of.id}) t
    where nth <= ${most} order by nth`.execute(reader);
  return parts.flatMap(part => {
    const theirs = rows.filter(row => row.part === part);
    const [first] = theirs;
    if (!first) return [];
    const known = theirs.map(row => knownFrom(of.networkId, row));
    return [{ part, many: Number(first.many), first: known, isMine: Number(first.mine) === 1 }];
  });
}

/** Those that one person takes. */
export async function ofPerson(reader: Reader, of: Of, person: PersonId): Promise<readonly MeetingPart[]> {
  const rows = await reader
    .selectFrom('meeting_parts')
    .select('part')
    .where('network_id', '=', of.networkId)
    .where('meeting_id', '=', of.id)
    .where('person_id', '=', person)
    .execute();
  return rows.map(row => row.part);
}

/** With it they come. False where it is theirs already, and for who has said that they don't come. */
export async function take(tx: Tx, of: Of, person: PersonId, part: MeetingPart, now: number): Promise<boolean> {
  await tx
    .insertInto('meeting_answers')
    .values({
      network_id: of.networkId,
      cop_id: of.copId,
      meeting_id: of.id,
      person_id: person,
      says: 'comes',
      at: now,
    })
    .onConflict(conflict => conflict.columns(['meeting_id', 'person_id']).doNothing())
    .execute();
  const { rows } = await sql`
    insert into meeting_parts (network_id, cop_id, meeting_id, person_id, part, at)
    select ${of.networkId}, ${of.copId}, ${of.id}, ${person}, ${part}, cast(${now} as bigint)
    where not exists (select 1 from meeting_answers
      where network_id = ${of.networkId} and meeting_id = ${of.id} and person_id = ${person} and says = 'not')
    on conflict (meeting_id, part, person_id) do nothing returning part`.execute(tx);
  return rows.length > 0;
}

/** All of theirs, or one. Answers which. */
export async function layDown(tx: Tx, of: Of, person: PersonId, only?: MeetingPart): Promise<readonly MeetingPart[]> {
  const rows = await tx
    .deleteFrom('meeting_parts')
    .where('network_id', '=', of.networkId)
    .where('meeting_id', '=', of.id)
    .where('person_id', '=', person)
    .$if(only !== undefined, query => query.where('part', '=', only as MeetingPart))
    .returning('part')
    .execute();
  return rows.map(row => row.part);
}

/** Everybody who takes any. */
export async function takers(reader: Reader, of: Of): Promise<readonly PersonId[]> {
  const rows = await reader
    .selectFrom('meeting_parts')
    .select('person_id')
    .distinct()
    .where('network_id', '=', of.networkId)
    .where('meeting_id', '=', of.id)
    .execute();
  return rows.map(row => row.person_id);
}

/** What somebody took in a meeting, which roles they carry in its CoP, and when they were asked last to carry one, anywhere. */
export async function triedBy(
  reader: Reader,
  of: Of,
  person: PersonId,
): Promise<{
  readonly mine: readonly MeetingPart[];
  readonly carries: ReadonlySet<string>;
  readonly askedAt: number | undefined;
}> {
  const theirs = await ofPerson(reader, of, person);
  const roles = await reader
    .selectFrom('core_roles')
    .select('role')
    .where('network_id', '=', of.networkId)
    .where('cop_id', '=', of.copId)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .execute();
  const asked = await reader
    .selectFrom('meeting_parts')
    .select(eb => eb.fn.max('offered_at').as('at'))
    .where('network_id', '=', of.networkId)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return {
    mine: parts.filter(part => theirs.includes(part)),
    carries: new Set(roles.map(one => one.role)),
    askedAt: asked?.at ?? undefined,
  };
}

export async function offered(tx: Tx, of: Of, person: PersonId, part: MeetingPart, now: number): Promise<void> {
  await tx
    .updateTable('meeting_parts')
    .set({ offered_at: now })
    .where('network_id', '=', of.networkId)
    .where('meeting_id', '=', of.id)
    .where('person_id', '=', person)
    .where('part', '=', part)
    .execute();
}

/** The one that they were asked to carry for longer. */
export async function offeredTo(reader: Reader, of: Of, person: PersonId): Promise<MeetingPart | undefined> {
  const row = await reader
    .selectFrom('meeting_parts')
    .select('part')
    .where('network_id', '=', of.networkId)
    .where('meeting_id', '=', of.id)
    .where('person_id', '=', person)
    .where('offered_at', 'is not', null)
    .orderBy('offered_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.part;
}

/** Who come and take none, in the order in which they said so last. */
export async function free(
  reader: Reader,
  of: Of,
  workspace: WorkspaceKey,
  most: number,
): Promise<{ readonly many: number; readonly first: readonly Known[] }> {
  const rows = await reader
    .selectFrom('meeting_answers as x')
    .innerJoin('memberships as m', join =>
      join.onRef('m.cop_id', '=', 'x.cop_id').onRef('m.person_id', '=', 'x.person_id').on('m.state', '<>', 'left'),
    )
    .innerJoin('persons as p', 'p.id', 'x.person_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'x.person_id').on('a.workspace_id', '=', workspace),
    )
    .leftJoin('meeting_parts as t', join =>
      join.onRef('t.meeting_id', '=', 'x.meeting_id').onRef('t.person_id', '=', 'x.person_id'),
    )
    .select(['p.id', 'p.name', 'm.role', 'a.external_id', sql<number>`count(*) over ()`.as('many')])
    .where('x.network_id', '=', of.networkId)
    .where('x.meeting_id', '=', of.id)
    .where('x.says', '=', 'comes')
    .where('t.part', 'is', null)
    .orderBy('x.at')
    .orderBy('p.id')
    .limit(most)
    .execute();
  return { many: Number(rows[0]?.many ?? 0), first: rows.map(row => knownFrom(of.networkId, row)) };
}
