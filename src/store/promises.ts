/** What was promised at the meetings of a CoP: who, what, since when, and whether it is done. */
import type { Cop } from '../domain/cop.ts';
import type { CopId, DocumentId, MeetingId, NetworkId, PersonId, PromiseId } from '../domain/ids.ts';
import type { MembershipRole } from '../domain/membership.ts';
import { keptMs, type Promised, takenBackMs } from '../domain/promise.ts';
import type { Page, Reader, Tx } from './engine.ts';

type Of = Pick<Cop, 'id' | 'networkId' | 'workspace'>;

/** With who promised it; what somebody forgotten had promised, or written down, has no words any more. */
const all = (reader: Reader, { networkId, id: cop, workspace }: Of) =>
  reader
    .selectFrom('promises as x')
    .leftJoin('persons as p', 'p.id', 'x.person_id')
    .leftJoin('memberships as m', join =>
      join.onRef('m.cop_id', '=', 'x.cop_id').onRef('m.person_id', '=', 'x.person_id').on('m.state', '<>', 'left'),
    )
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'x.person_id').on('a.workspace_id', '=', workspace),
    )
    .select(['x.id', 'x.meeting_id', 'x.person_id', 'x.words', 'x.created_at', 'x.done_at'])
    .select(['p.name', 'm.role', 'a.external_id'])
    .where('x.network_id', '=', networkId)
    .where('x.cop_id', '=', cop)
    .where('x.words', 'is not', null);

interface Row {
  id: PromiseId;
  meeting_id: MeetingId;
  person_id: PersonId | null;
  words: string | null;
  created_at: number;
  done_at: number | null;
  name: string | null;
  role: MembershipRole | null;
  external_id: string | null;
}

const promisedFrom = (networkId: NetworkId, row: Row): Promised => ({
  id: row.id,
  meetingId: row.meeting_id,
  by:
    row.person_id === null
      ? undefined
      : {
          id: row.person_id,
          networkId,
          name: row.name ?? '',
          accountId: row.external_id ?? undefined,
          role: row.role ?? undefined,
        },
  words: row.words ?? '',
  createdAt: row.created_at,
  doneAt: row.done_at ?? undefined,
});

/** In the order in which they were written down. */
export async function ofMeeting(reader: Reader, of: Of, meeting: MeetingId): Promise<readonly Promised[]> {
  const rows = await all(reader, of).where('x.meeting_id', '=', meeting).orderBy('x.id').execute();
  return rows.map(row => promisedFrom(of.networkId, row));
}

/** What is next: open, or done so lately that it can be taken back; the longest first. What is old is on the list no more. */
export async function next(reader: Reader, of: Of, now: number, { from, most }: Page): Promise<readonly Promised[]> {
  const rows = await all(reader, of)
    .where('x.created_at', '>', now - keptMs)
    .where(eb => eb.or([eb('x.done_at', 'is', null), eb('x.done_at', '>', now - takenBackMs)]))
    .orderBy('x.created_at')
    .orderBy('x.id')
    .limit(most)
    .offset(from)
    .execute();
  return rows.map(row => promisedFrom(of.networkId, row));
}

export async function byId(reader: Reader, of: Of, id: PromiseId): Promise<Promised | undefined> {
  const row = await all(reader, of).where('x.id', '=', id).executeTakeFirst();
  return row && promisedFrom(of.networkId, row);
}

/** Done, or not after all. */
export async function settle(tx: Tx, of: Of, id: PromiseId, doneAt: number | null): Promise<void> {
  await tx
    .updateTable('promises')
    .set({ done_at: doneAt })
    .where('network_id', '=', of.networkId)
    .where('cop_id', '=', of.id)
    .where('id', '=', id)
    .execute();
}

interface Written {
  readonly id: PromiseId;
  readonly by: PersonId | undefined;
  readonly words: string;
}

/** Those of a meeting: what is written still stays as it is, what isn't goes. */
export async function rewrite(
  tx: Tx,
  { networkId, id: cop }: Of,
  meeting: MeetingId,
  {
    before,
    stays,
    added,
  }: {
    readonly before: readonly Promised[];
    readonly stays: readonly PromiseId[];
    readonly added: readonly Written[];
  },
  { by, now }: { readonly by: PersonId; readonly now: number },
): Promise<void> {
  const goes = before.map(one => one.id).filter(id => !stays.includes(id));
  if (goes.length > 0)
    await tx
      .deleteFrom('promises')
      .where('network_id', '=', networkId)
      .where('cop_id', '=', cop)
      .where('id', 'in', goes)
      .execute();
  if (added.length === 0) return;
  await tx
    .insertInto('promises')
    .values(
      added.map(one => ({
        ...{ id: one.id, network_id: networkId, cop_id: cop, meeting_id: meeting },
        ...{ person_id: one.by ?? null, written_by: by, words: one.words, created_at: now, done_at: null },
      })),
    )
    .execute();
}

/** Who has left a CoP has promised nothing there any more. Answers the notes that said so, with their meetings. */
export async function leave(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  people: readonly PersonId[],
): Promise<readonly { readonly meeting: MeetingId; readonly notes: DocumentId }[]> {
  if (people.length === 0) return [];
  const gone = await tx
    .deleteFrom('promises')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', 'in', people)
    .returning('meeting_id')
    .execute();
  if (gone.length === 0) return [];
  const rows = await tx
    .selectFrom('meetings')
    .select(['id', 'notes_id'])
    .where('network_id', '=', network)
    .where('id', 'in', [...new Set(gone.map(one => one.meeting_id))])
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, notes_id }) => (notes_id ? [{ meeting: id, notes: notes_id }] : []));
}
