/** Closed CoPs that are kept no longer: which of them are to be told of, which are due, and how all of one goes, in bites. */
import { type SqlBool, sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import { noticeMs, stillGoes } from '../domain/going.ts';
import type { CopId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import { manners } from '../domain/platforms.ts';
import { longKeptMs } from '../domain/settings.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { eachAsked } from './asked-rows.ts';
import * as clocks from './clocks.ts';
import * as cops from './cops.ts';
import * as documents from './documents.ts';
import type { Db, Reader, Tx } from './engine.ts';
import * as requests from './join-requests.ts';
import type { Naming, Schema } from './schema.ts';
import * as settings from './settings.ts';
import type { recordTables } from './tenancy.ts';

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

/** It was told, and neither somebody nor what an administrator chose since keeps it for longer. */
export const isGoing = async (reader: Reader, cop: Cop): Promise<boolean> =>
  stillGoes(cop, longKeptMs((await settings.of(reader, cop.networkId, cop.workspace)).keepsClosed));

/** Told a month ago, which has reached somebody, and nobody has kept it or opened it again. Nothing is left to be done in its name, but for what waits for its space to be brought back. */
const due = (reader: Reader, workspace: WorkspaceKey, keptMs: number, now: number) => {
  const forEver = manners[workspaceOf(workspace).platform].channelsEnd === 'archived' ? ['remove' as const] : [];
  return closedIn(reader, workspace)
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
            .where('settled_at', 'is', null)
            .$if(forEver.length > 0, all => all.where('kind', 'not in', forEver)),
        ),
      ),
    );
};

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
    const another = await cops.anyIn(tx, networkId, workspace);
    if (another) await clocks.handOn(tx, networkId, id, another);
  });
}

/** Begun, and not ended: what a process was at when it was killed. */
export const begun = (reader: Reader): Promise<readonly Pick<Found, 'id' | 'networkId'>[]> =>
  reader.selectFrom('cops').select(['id', 'network_id as networkId']).where('gone_at', 'is not', null).execute();

type OfOne = Naming<'cop_id'>;
/** Its rows are told of in posts, by their ids. */
type Told = Extract<OfOne, 'effects' | (typeof recordTables)[keyof typeof recordTables]>;

/** Every table that has rows of a CoP: when its turn is, those first that others are named by; and whether they go in bites, each with the posts that tell of them, or at once, being few or small. */
const tables: { readonly [T in OfOne]: readonly [turn: number, goes: T extends Told ? 'with posts' : 'at once'] } = {
  document_tags: [1, 'at once'],
  meeting_answers: [1, 'at once'],
  meeting_calendars: [1, 'at once'],
  meeting_dates: [1, 'at once'],
  meeting_parts: [1, 'at once'],
  meeting_questions: [1, 'at once'],
  meeting_votes: [1, 'at once'],
  promises: [1, 'at once'],
  talks: [1, 'with posts'],
  core_roles: [1, 'with posts'],
  documents: [2, 'with posts'],
  meetings: [2, 'with posts'],
  ...eachAsked([2, 'with posts']),
  first_conversations: [2, 'with posts'],
  differences: [2, 'with posts'],
  clocks: [3, 'at once'],
  statements: [3, 'at once'],
  closings: [3, 'at once'],
  libraries: [3, 'at once'],
  effects: [3, 'with posts'],
  memberships: [4, 'at once'],
};
const inTurn = (Object.keys(tables) as OfOne[]).sort((one, other) => tables[one][0] - tables[other][0]);

/** Those that have rows of other tables hanging on them. */
const whole: { readonly [T in Told]?: (tx: Tx, ids: readonly Schema[T]['id'][]) => Promise<void> } = {
  documents: documents.drop,
  join_requests: requests.drop,
};

/** Each bite is a transaction of its own: after a kill it goes on with what is left. The CoP itself is the last to go. */
export async function takeAway(db: Db, network: NetworkId, cop: CopId): Promise<number> {
  let gone = 0;
  for (const table of inTurn)
    gone +=
      tables[table][1] === 'with posts'
        ? await takeThose(db, network, cop, table as 'nominations')
        : await allOf(db, cop, table as 'clocks');
  return gone + (await itself(db, network, cop));
}

async function takeThose(db: Db, network: NetworkId, cop: CopId, table: 'nominations'): Promise<number> {
  const drop = whole[table] ?? ((tx, ids) => tx.deleteFrom(table).where('id', 'in', ids).execute());
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
      await drop(tx, ids);
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
