/** Closed CoPs that are kept no longer: which of them are to be told of, which are due, and how all of one goes, in bites. */
import { type SqlBool, sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import { noticeMs } from '../domain/going.ts';
import type { CopId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import * as cops from './cops.ts';
import type { Db, Reader } from './engine.ts';
import type { Schema } from './schema.ts';

const bite = 500;
const atOnce = 20;

type Found = Pick<Cop, 'id' | 'networkId' | 'workspace'>;

const closedIn = (reader: Reader, workspace: WorkspaceKey) =>
  reader
    .selectFrom('cops')
    .select(['id', 'network_id as networkId', 'workspace_id as workspace'])
    .where('workspace_id', '=', workspace)
    .where('closed_at', 'is not', null)
    .where('gone_at', 'is', null)
    .orderBy('closed_at')
    .limit(atOnce);

/** Due in a month, and nobody was told. */
export const goingSoon = (
  reader: Reader,
  workspace: WorkspaceKey,
  keptMs: number,
  now: number,
): Promise<readonly Found[]> =>
  closedIn(reader, workspace)
    .where('closed_at', '<=', now + noticeMs - keptMs)
    .where(eb => eb.or([eb('kept_until', 'is', null), eb('kept_until', '<=', now + noticeMs)]))
    .where(eb =>
      eb.or([
        eb('goes_at', 'is', null),
        eb('goes_at', '<', eb('closed_at', '+', keptMs)),
        eb('goes_at', '<', eb.ref('kept_until')),
      ]),
    )
    .execute();

/** Told a month ago, which has reached somebody, and nobody has kept it or opened it again. Nothing is left to be done in its name. */
const due = (reader: Reader, workspace: WorkspaceKey, keptMs: number, now: number) =>
  closedIn(reader, workspace)
    .where('goes_at', '<=', now)
    .where(eb => eb('goes_at', '>=', eb('closed_at', '+', keptMs)))
    .where(eb => eb.or([eb('kept_until', 'is', null), eb('kept_until', '<=', eb.ref('goes_at'))]))
    .where(
      sql<SqlBool>`(select 1 from posts p where p.network_id = cops.network_id and p.about_id = cops.id
        and p.message = 'cop-goes' limit 1) is not null`,
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('effects')
            .select('effects.id')
            .whereRef('effects.cop_id', '=', 'cops.id')
            .where('settled_at', 'is', null),
        ),
      ),
    );

export const dueToGo = (
  reader: Reader,
  workspace: WorkspaceKey,
  keptMs: number,
  now: number,
): Promise<readonly Found[]> => due(reader, workspace, keptMs, now).execute();

/** From here on nobody finds it any more. Nothing, where it was kept or opened again since it was found due. */
export async function begin(db: Db, { id, networkId, workspace }: Found, keptMs: number, now: number): Promise<void> {
  await db.transaction().execute(async tx => {
    if (!(await cops.lock(tx, networkId, id))) return;
    if (!(await due(tx, workspace, keptMs, now).where('id', '=', id).executeTakeFirst())) return;
    await tx
      .updateTable('cops')
      .set({ gone_at: now })
      .where('network_id', '=', networkId)
      .where('id', '=', id)
      .execute();
  });
}

/** Begun, and not ended: what a process was at when it was killed. */
export const begun = (reader: Reader): Promise<readonly Pick<Found, 'id' | 'networkId'>[]> =>
  reader.selectFrom('cops').select(['id', 'network_id as networkId']).where('gone_at', 'is not', null).execute();

type OfOne = { [T in keyof Schema]: 'cop_id' extends keyof Schema[T] ? T : never }[keyof Schema];

/** Every table that has rows of a CoP, those first that others are named by. */
const tables: { readonly [T in OfOne]: number } = {
  document_tags: 1,
  meeting_answers: 1,
  meeting_calendars: 1,
  meeting_dates: 1,
  meeting_parts: 1,
  meeting_questions: 1,
  meeting_votes: 1,
  promises: 1,
  talks: 1,
  role_suggestions: 1,
  core_roles: 1,
  documents: 2,
  meetings: 2,
  join_requests: 2,
  nominations: 2,
  stand_ins: 2,
  invitations: 2,
  first_conversations: 2,
  differences: 2,
  clocks: 3,
  statements: 3,
  closings: 3,
  libraries: 3,
  effects: 3,
  memberships: 4,
};
const inTurn = (Object.keys(tables) as OfOne[]).sort((one, other) => tables[one] - tables[other]);

/** Their rows are told of in posts by their ids, and have others that hang on them. */
const withId = new Set<OfOne>([
  'talks',
  'role_suggestions',
  'core_roles',
  'meetings',
  'documents',
  'join_requests',
  'nominations',
  'stand_ins',
  'invitations',
  'first_conversations',
  'differences',
  'effects',
]);

/** Each bite is a transaction of its own: after a kill it goes on with what is left. The CoP itself is the last to go. */
export async function takeAway(db: Db, network: NetworkId, cop: CopId): Promise<number> {
  let gone = 0;
  for (const table of inTurn) {
    if (withId.has(table)) gone += await takeThose(db, network, cop, table as 'documents');
    else gone += await allOf(db, cop, table as 'clocks');
  }
  return gone + (await itself(db, network, cop));
}

async function takeThose(db: Db, network: NetworkId, cop: CopId, table: 'documents'): Promise<number> {
  let gone = 0;
  for (;;) {
    const rows = await db.selectFrom(table).select('id').where('cop_id', '=', cop).limit(bite).execute();
    const ids = rows.map(row => row.id);
    if (ids.length === 0) return gone;
    await db.transaction().execute(async tx => {
      await tx
        .deleteFrom('posts')
        .where('network_id', '=', network)
        .where('about_id', 'in', ids as never)
        .execute();
      if ((table as OfOne) === 'documents')
        await tx.deleteFrom('document_files').where('document_id', 'in', ids).execute();
      if ((table as OfOne) === 'join_requests')
        for (const hanging of ['reminders', 'unreached'] as const)
          await tx
            .deleteFrom(hanging)
            .where('request_id', 'in', ids as never)
            .execute();
      await tx.deleteFrom(table).where('id', 'in', ids).execute();
    });
    gone += ids.length;
  }
}

/** Few, or small: in one statement. */
async function allOf(db: Db, cop: CopId, table: 'clocks'): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom(table).where('cop_id', '=', cop).executeTakeFirst();
  return Number(numDeletedRows);
}

async function itself(db: Db, network: NetworkId, cop: CopId): Promise<number> {
  return db.transaction().execute(async tx => {
    await tx.deleteFrom('posts').where('network_id', '=', network).where('about_id', '=', cop).execute();
    const { numDeletedRows } = await tx
      .deleteFrom('cops')
      .where('network_id', '=', network)
      .where('id', '=', cop)
      .where('gone_at', 'is not', null)
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
}
