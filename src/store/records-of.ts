/** A CoP's records, as one who facilitates it may take them along: what they see in it anyway, and names instead of ids. */
import type { CopId, NetworkId, PersonId } from '../domain/ids.ts';
import { toldState } from './cops-told.ts';
import type { Reader } from './engine.ts';
import type { Naming } from './schema.ts';

type Value = string | number | null;
export type RecordsOf = Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;

const time = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Of every table that has rows of a CoP: among what they are taken along, if they are. */
const taken = {
  statements: 'statements',
  memberships: 'members',
  core_roles: 'roles',
  join_requests: 'requests',
  documents: 'library',
  document_tags: 'library',
  meetings: 'meetings',
  meeting_questions: 'meeting_questions',
  promises: 'promises',
  meeting_parts: 'meeting_parts',
  clocks: 'left',
  closings: 'left',
  differences: 'left',
  effects: 'left',
  first_conversations: 'left',
  invitations: 'left',
  libraries: 'left',
  meeting_answers: 'left',
  meeting_calendars: 'left',
  meeting_dates: 'left',
  meeting_votes: 'left',
  nominations: 'left',
  role_suggestions: 'left',
  stand_ins: 'left',
  talks: 'left',
} as const satisfies { readonly [T in Naming<'cop_id'>]: string };
type Part = 'cop' | Exclude<(typeof taken)[keyof typeof taken], 'left'>;

/** `by`: of the requests that are answered, only their own answers; nobody's, where nobody who facilitates it asks. */
export async function recordsOf(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  by: PersonId | undefined,
): Promise<RecordsOf> {
  return {
    cop: await itself(reader, network, cop),
    statements: await statements(reader, network, cop),
    members: await members(reader, network, cop),
    roles: await roles(reader, network, cop),
    requests: await requests(reader, network, cop, by),
    library: await library(reader, network, cop),
    meetings: await meetings(reader, network, cop),
    meeting_questions: await meetingQuestions(reader, network, cop),
    promises: await promises(reader, network, cop),
    meeting_parts: await meetingParts(reader, network, cop),
  } satisfies { readonly [P in Part]: unknown };
}

async function itself(reader: Reader, network: NetworkId, cop: CopId) {
  const rows = await reader
    .selectFrom('cops')
    .select(['name', 'domain', 'statement', 'join_question', 'welcome', 'state', 'created_at', 'closed_at'])
    .select(['resting_since', 'closes_at'])
    .where('network_id', '=', network)
    .where('id', '=', cop)
    .execute();
  return rows.map(({ resting_since, closes_at, ...row }) => ({
    ...row,
    state: toldState({ ...row, resting_since, closes_at }),
    created_at: time(row.created_at),
    closed_at: time(row.closed_at),
  }));
}

async function statements(reader: Reader, network: NetworkId, cop: CopId) {
  const rows = await reader
    .selectFrom('statements as s')
    .innerJoin('persons as p', 'p.id', 's.by')
    .select(['s.words', 'p.name as by', 's.at'])
    .where('s.network_id', '=', network)
    .where('s.cop_id', '=', cop)
    .orderBy('s.at')
    .execute();
  return rows.map(row => ({ ...row, at: time(row.at) }));
}

async function members(reader: Reader, network: NetworkId, cop: CopId) {
  const rows = await reader
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select(['p.name', 'm.role', 'm.since'])
    .where('m.network_id', '=', network)
    .where('m.cop_id', '=', cop)
    .where('m.state', '=', 'member')
    .orderBy('m.since')
    .execute();
  return rows.map(row => ({ ...row, since: time(row.since) }));
}

async function roles(reader: Reader, network: NetworkId, cop: CopId) {
  const rows = await reader
    .selectFrom('core_roles as r')
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .leftJoin('network_roles as n', 'n.id', 'r.network_role_id')
    .select(['r.role', 'n.name as own_role', 'p.name', 'r.since', 'r.ends_at'])
    .where('r.network_id', '=', network)
    .where('r.cop_id', '=', cop)
    .where('r.ended_at', 'is', null)
    .orderBy('r.since')
    .execute();
  return rows.map(({ own_role, ...row }) => ({
    ...row,
    role: own_role ?? row.role,
    since: time(row.since),
    ends_at: time(row.ends_at),
  }));
}

async function requests(reader: Reader, network: NetworkId, cop: CopId, by: PersonId | undefined) {
  const rows = await reader
    .selectFrom('join_requests as r')
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .select(['p.name', 'r.question', 'r.words', 'r.state', 'r.reason', 'r.created_at', 'r.decided_at'])
    .where('r.network_id', '=', network)
    .where('r.cop_id', '=', cop)
    .where(eb => eb.or([eb('r.state', '=', 'pending'), ...(by === undefined ? [] : [eb('r.decided_by', '=', by)])]))
    .orderBy('r.created_at')
    .execute();
  return rows.map(row => ({ ...row, created_at: time(row.created_at), decided_at: time(row.decided_at) }));
}

/** Who came is not among them: nobody is counted. */
async function meetings(reader: Reader, network: NetworkId, cop: CopId) {
  const rows = await reader
    .selectFrom('meetings as m')
    .innerJoin('persons as p', 'p.id', 'm.called_by')
    .select(['p.name as called_by', 'm.about', 'm.format', 'm.minutes', 'm.place', 'm.state', 'm.starts_at'])
    .where('m.network_id', '=', network)
    .where('m.cop_id', '=', cop)
    .where('m.state', '<>', 'drafted')
    .orderBy('m.created_at')
    .execute();
  return rows.map(row => ({ ...row, starts_at: time(row.starts_at) }));
}

async function meetingQuestions(reader: Reader, network: NetworkId, cop: CopId) {
  const rows = await reader
    .selectFrom('meeting_questions as q')
    .innerJoin('meetings as m', 'm.id', 'q.meeting_id')
    .innerJoin('persons as p', 'p.id', 'q.person_id')
    .select(['m.about', 'q.words', 'p.name as by'])
    .where('m.network_id', '=', network)
    .where('m.cop_id', '=', cop)
    .orderBy('m.created_at')
    .orderBy('q.id')
    .execute();
  return rows;
}

/** What somebody forgotten had promised, or written down, is without words. */
async function promises(reader: Reader, network: NetworkId, cop: CopId) {
  const rows = await reader
    .selectFrom('promises as x')
    .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
    .leftJoin('persons as p', 'p.id', 'x.person_id')
    .select(['m.about', 'p.name as by', 'x.words', 'x.created_at', 'x.done_at'])
    .where('x.network_id', '=', network)
    .where('x.cop_id', '=', cop)
    .where('x.words', 'is not', null)
    .orderBy('x.created_at')
    .orderBy('x.id')
    .execute();
  return rows.map(row => ({ ...row, created_at: time(row.created_at), done_at: time(row.done_at) }));
}

async function library(reader: Reader, network: NetworkId, cop: CopId) {
  const rows = await reader
    .selectFrom('documents as d')
    .innerJoin('persons as sharer', 'sharer.id', 'd.shared_by')
    .innerJoin('persons as saver', 'saver.id', 'd.saved_by')
    .select(['d.title', 'd.kind', 'd.url', 'd.permalink', 'd.tags', 'd.why', 'd.words'])
    .select(['sharer.name as shared_by', 'd.shared_at', 'saver.name as saved_by', 'd.saved_at', 'd.gone_at'])
    .where('d.network_id', '=', network)
    .where('d.cop_id', '=', cop)
    .where('d.state', '=', 'kept')
    .orderBy('d.n')
    .execute();
  return rows.map(row => ({
    ...row,
    tags: (JSON.parse(row.tags) as string[]).join(', '),
    shared_at: time(row.shared_at),
    saved_at: time(row.saved_at),
    gone_at: time(row.gone_at),
  }));
}

/** Of those to come: a part is over with its meeting. */
async function meetingParts(reader: Reader, network: NetworkId, cop: CopId) {
  return reader
    .selectFrom('meeting_parts as q')
    .innerJoin('meetings as m', 'm.id', 'q.meeting_id')
    .innerJoin('persons as p', 'p.id', 'q.person_id')
    .select(['m.about', 'q.part', 'p.name as by'])
    .where('m.network_id', '=', network)
    .where('m.cop_id', '=', cop)
    .where('m.state', '=', 'called')
    .orderBy('m.starts_at')
    .orderBy('q.at')
    .execute();
}
