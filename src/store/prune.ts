/**
 * What grows with every day is pruned: effects that were settled long ago, posts of what is over, reminders of what is decided. Records
 * and the audit stay. In bites, each a transaction of its own, so that nobody waits for long.
 */
import { type RawBuilder, sql } from 'kysely';
import type { About } from '../domain/effect.ts';
import type { Db } from './engine.ts';
import { idsFrom } from './ids.ts';

const day = 24 * 3600_000;
const keptMs = 90 * day;
const bite = 500;
/** What is left after so many is taken up an hour later. */
const most = 40;

type Prune = (before: number) => RawBuilder<unknown>;

/** While something of the same press is still to come, all of it is kept: what comes may need it. So is what was posted, while its post is: what it says is read again. */
const effects: Prune = long => sql`
  delete from effects where id in (
    select e.id from effects e where e.settled_at < ${long}
      and not exists (select 1 from effects o where o.batch = e.batch and o.settled_at is null)
      and not exists (select 1 from posts p where p.effect_id = e.id)
    order by e.settled_at limit ${sql.lit(bite)})`;

/** Of what is still open or carried, some copy may be revised; of a CoP always. */
const alive: { readonly [K in Exclude<About['kind'], 'cop'>]: string } = {
  'join-request': "join_requests a where a.state = 'pending'",
  nomination: "nominations a where a.state = 'pending'",
  invitation: "invitations a where a.state = 'pending'",
  'role-suggestion': "role_suggestions a where a.state = 'pending'",
  'first-conversation': "first_conversations a where a.state in ('asked', 'taken')",
  'carried-role': 'core_roles a where a.ended_at is null',
  difference: 'differences a where a.settled_at is null',
  document: "documents a where a.state <> 'removed'",
  'stand-in': "stand_ins a where a.state = 'pending'",
  effect: 'effects a where a.settled_at is null',
};

const isOver = Object.entries(alive).map(
  ([kind, rows]) => `(p.about_kind = '${kind}' and not exists (select 1 from ${rows} and a.id = p.about_id))`,
);

const posts: Prune = long => sql`
  delete from posts where effect_id in (
    select p.effect_id from posts p where p.effect_id < ${idsFrom(long)} and (${sql.raw(isOver.join(' or '))})
    order by p.effect_id limit ${sql.lit(bite)})`;

/** Nobody is reminded twice a day: so long it has to be known that they were, in whatever time zone. */
const remindedMs = 2 * day;

const reminders: Prune = long => {
  const before = long + keptMs - remindedMs;
  return sql`
  delete from reminders where sent_at < ${before} and request_id in (
    select m.request_id from reminders m join join_requests r on r.id = m.request_id
    where r.state <> 'pending' and m.sent_at < ${before} limit ${sql.lit(bite)})`;
};

/** Answers how many rows went. */
export async function prune(db: Db, now: number): Promise<number> {
  const before = now - keptMs;
  let gone = 0;
  for (const one of [posts, effects, reminders])
    for (let bites = 0; bites < most; bites++) {
      const { numAffectedRows = 0n } = await one(before).execute(db);
      gone += Number(numAffectedRows);
      if (numAffectedRows < bite) break;
    }
  return gone;
}
