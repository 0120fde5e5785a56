/**
 * What grows with every day is pruned: effects that were settled long ago, posts of what is over, reminders of what is decided; requests that
 * were answered, and what was done, longer ago than their workspace keeps it; hellos that nobody posted; what was promised two months ago. Other records stay. In bites, each a
 * statement of its own, so that nobody waits for long.
 */
import { type RawBuilder, sql } from 'kysely';
import type { About } from '../domain/effect.ts';
import { keptDays } from '../domain/hello.ts';
import type { CopId, JoinRequestId, WorkspaceKey } from '../domain/ids.ts';
import type { NotedName } from '../domain/noted.ts';
import { keptMs as promisesKeptMs } from '../domain/promise.ts';
import { longKeptMs, requestsKept } from '../domain/settings.ts';
import { type AskedTable, askedTables } from './asked-rows.ts';
import type { Db } from './engine.ts';
import { idsFrom } from './ids.ts';
import * as requests from './join-requests.ts';
import * as meetings from './meetings.ts';
import { pruningEffects } from './prune-effects.ts';
import type { Schema } from './schema.ts';

const day = 24 * 3600_000;
const keptMs = 90 * day;
const bite = 500;
/** What is left after so many is taken up an hour later. */
const most = 40;

type Stated = { [T in keyof Schema]: 'state' extends keyof Schema[T] ? T : never }[keyof Schema];
/** In one of these states, of those that such a row has: by a slip here, what is still open would be let go. */
const isIn = <T extends Stated>(
  _: T,
  ...states: readonly (Schema[T] & { readonly state: string })['state'][]
): string => `a.state in (${states.map(one => `'${one}'`).join(', ')})`;

const decided = (table: AskedTable) => (long: number) =>
  `${table} a where (${isIn(table, 'pending')} or a.decided_at >= ${long})`;
const asked = Object.fromEntries(Object.entries(askedTables).map(([kind, table]) => [kind, decided(table)])) as {
  readonly [K in keyof typeof askedTables]: (long: number) => string;
};

/** Of what is still open or carried, some copy may be revised, and of what was decided lately one may still have to be; of a CoP always. */
const alive: { readonly [K in Exclude<About['kind'], 'cop'>]: (long: number) => string } = {
  ...asked,
  'first-conversation': () => `first_conversations a where ${isIn('first_conversations', 'asked', 'taken')}`,
  'carried-role': long => `core_roles a where (a.ended_at is null or a.ended_at >= ${long})`,
  difference: long => `differences a where (a.settled_at is null or a.settled_at >= ${long})`,
  meeting: long => `meetings a where (${isIn('meetings', 'drafted', 'voting', 'called')} or a.changed_at >= ${long})`,
  document: long => `documents a where (not ${isIn('documents', 'removed')} or a.removed_at >= ${long})`,
  effect: long => `effects a where (a.settled_at is null or a.settled_at >= ${long})`,
};

const isOver = (long: number): string =>
  Object.entries(alive)
    .map(
      ([kind, rows]) => `(p.about_kind = '${kind}' and not exists (select 1 from ${rows(long)} and a.id = p.about_id))`,
    )
    .join(' or ');

/** Some of the posts from there on that are old enough, and which of them are over. */
const oldPosts = (from: string, long: number): RawBuilder<{ id: string; is_over: number }> => sql`
  select p.effect_id as id, case when ${sql.raw(isOver(long))} then 1 else 0 end as is_over from posts p
    where p.effect_id > ${from} and p.effect_id < ${idsFrom(long)}
    order by p.effect_id limit ${sql.lit(bite)}`;

/** Nobody is reminded twice a day: so long it has to be known that they were, in whatever time zone. */
const remindedMs = 2 * day;

const reminders = (long: number): RawBuilder<unknown> => {
  const before = long + keptMs - remindedMs;
  return sql`
  delete from reminders where sent_at < ${before} and request_id in (
    select m.request_id from reminders m join join_requests r on r.id = m.request_id
    where r.state <> 'pending' and m.sent_at < ${before} limit ${sql.lit(bite)})`;
};

/** So many CoPs are looked at in an hour; the next hour goes on where this one has ended. */
const copsAtOnce = 2000;

/** The moment before which what was answered is let go, as the workspace beside it keeps it; none, where it is kept for good. */
const answeredBefore = (now: number): RawBuilder<number> => sql`
  case coalesce(s.keeps_requests, 'year')
    ${sql.join(
      Object.entries(requestsKept).flatMap(([kept, days]) =>
        days === undefined ? [] : [sql`when ${sql.lit(kept)} then ${sql.lit(now - days * day)}`],
      ),
      sql` `,
    )} end`;

/** Of each CoP the earliest alone are looked at: a cross join is done in the order in which it is written. None of which something may still follow. */
const requestsOver = (from: CopId, to: CopId, now: number): RawBuilder<{ id: JoinRequestId }> => sql`
  select r.id from cops c left join settings s on s.workspace_id = c.workspace_id cross join join_requests r
    where c.id >= ${from} and c.id <= ${to} and r.cop_id = c.id and r.state <> 'pending'
      and r.decided_at < ${answeredBefore(now)}
      and not exists (select 1 from effects o where o.settled_at is null and o.on_failure like '%' || r.id || '%')
    limit ${sql.lit(bite)}`;

/** With all that hangs on them, in the CoPs from there on. Answers the last of those. */
async function requestsLetGo(db: Db, after: string, now: number): Promise<{ gone: number; last: string }> {
  const page = await db
    .selectFrom('cops')
    .select('id')
    .where('id', '>', after as CopId)
    .orderBy('id')
    .limit(copsAtOnce)
    .execute();
  const [from, to] = [page[0]?.id, page.at(-1)?.id];
  if (from === undefined || to === undefined) return { gone: 0, last: '' };
  let gone = 0;
  for (let bites = 0; bites < most; bites++) {
    const { rows } = await requestsOver(from, to, now).execute(db);
    const ids = rows.map(row => row.id);
    if (ids.length === 0) break;
    await db.transaction().execute(tx => requests.drop(tx, ids));
    gone += ids.length;
  }
  return { gone, last: page.length < copsAtOnce ? '' : to };
}

/** So long a meeting that was drafted waits for its yes. */
const draftedMs = 2 * day;

/**
 * Who chose a workspace's settings last is asked for again: that stays. What else of the audit decides anything is a year old at most, and
 * the database lets nothing go that is younger; a card that tells of an older backup says less then.
 */
const choosing: NotedName = 'settings choose';
const auditOver = (workspace: WorkspaceKey, before: number): RawBuilder<unknown> => sql`
  delete from audit where id in (
    select a.id from audit a where a.workspace_id = ${workspace} and a.at < ${before}
      and a.id <> coalesce((select max(b.id) from audit b
        where b.workspace_id = ${workspace} and b.command = ${sql.lit(choosing)} and b.actor_id is not null), '')
    limit ${sql.lit(bite)})`;

/** What was done longer ago than is remembered there. What is kept for good isn't looked at. */
async function remembered(db: Db, now: number): Promise<number> {
  const keeping = await db
    .selectFrom('settings')
    .select(['workspace_id', 'keeps_audit'])
    .where('keeps_audit', '<>', 'always')
    .execute();
  let gone = 0;
  for (const { workspace_id, keeps_audit } of keeping) {
    const kept = longKeptMs(keeps_audit ?? 'always');
    if (kept !== undefined) gone += await whole(db, auditOver(workspace_id, now - kept));
  }
  return gone;
}

const hellos = (now: number): RawBuilder<unknown> => sql`
  update memberships set hello = null, hello_at = null where hello is not null and hello_at < ${now - keptDays * day}`;

/** What was promised is let go by itself, done or not. */
const promised = (now: number): RawBuilder<unknown> => sql`
  delete from promises where id in (
    select x.id from promises x where x.id < ${idsFrom(now - promisesKeptMs)} order by x.id limit ${sql.lit(bite)})`;

/** Nobody has called them. */
async function drafts(db: Db, now: number): Promise<number> {
  const rows = await db
    .selectFrom('meetings')
    .select(['id', 'network_id'])
    .where('state', '=', sql.lit('drafted'))
    .where('changed_at', '<', now - draftedMs)
    .limit(bite)
    .execute();
  for (const { id, network_id: networkId } of rows)
    await db.transaction().execute(async tx => {
      const found = await meetings.withCop(tx, networkId, id, true);
      if (found?.meeting.state === 'drafted') await meetings.drop(tx, found.meeting);
    });
  return rows.length;
}

async function whole(db: Db, one: RawBuilder<unknown>): Promise<number> {
  let gone = 0;
  for (let bites = 0; bites < most; bites++) {
    const { numAffectedRows = 0n } = await one.execute(db);
    gone += Number(numAffectedRows);
    if (numAffectedRows < bite) break;
  }
  return gone;
}

/** Most old posts are kept, and what they were posted by: each is looked at once in a round, and the next hour goes on where this one has ended. */
export function pruning(): (db: Db, now: number) => Promise<number> {
  let from = '';
  const effects = pruningEffects(bite, most);
  let lastCop = '';

  async function answered(db: Db, now: number): Promise<number> {
    const { gone, last } = await requestsLetGo(db, lastCop, now);
    lastCop = last;
    return gone;
  }

  async function posts(db: Db, long: number): Promise<number> {
    let gone = 0;
    for (let bites = 0; bites < most; bites++) {
      const { rows } = await oldPosts(from, long).execute(db);
      const over = rows.filter(row => row.is_over === 1).map(row => row.id);
      if (over.length > 0)
        await db
          .deleteFrom('posts')
          .where('effect_id', 'in', over as never)
          .execute();
      gone += over.length;
      from = rows.length < bite ? '' : (rows.at(-1)?.id ?? '');
      if (from === '') break;
    }
    return gone;
  }

  /** Answers how many rows went. */
  return async (db, now) => {
    const long = now - keptMs;
    return (
      (await drafts(db, now)) +
      (await posts(db, long)) +
      (await effects(db, long)) +
      (await whole(db, reminders(long))) +
      (await whole(db, hellos(now))) +
      (await whole(db, promised(now))) +
      (await answered(db, now)) +
      (await remembered(db, now))
    );
  };
}
