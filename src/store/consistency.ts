/**
 * What must hold between rows and is held by no key of the database's: looked at for whoever runs the bot, and after long runs. What is
 * only on its way (an effect that is still to come, a clock about to ring) is nothing wrong.
 */
import { type RawBuilder, sql } from 'kysely';
import { askedKinds } from './asked-rows.ts';
import type { Reader } from './engine.ts';
import { recordTables } from './tenancy.ts';

export interface Checked {
  /** What holds, in a sentence. */
  readonly holds: string;
  readonly many: number;
  /** The first few that break it, by their ids. */
  readonly which: readonly string[];
}

interface Rule {
  readonly holds: string;
  /** Whatever breaks it, a row each with its `id`. */
  readonly broken: RawBuilder<{ id: string }>;
}

/** The table of each kind of record that others may be about. */
const tables = { cop: 'cops', ...recordTables } as const;

/** Rows of a table that are about a record which isn't there. */
const lost = (table: string, id: string): RawBuilder<{ id: string }>[] =>
  Object.entries(tables).map(
    ([kind, of]) => sql<{ id: string }>`select ${sql.ref(`t.${id}`)} as id from ${sql.table(table)} t
      where t.about_kind = ${kind} and not exists (select 1 from ${sql.table(of)} r where r.id = t.about_id)`,
  );

const inClosed = Object.keys(askedKinds).map(
  table => sql<{ id: string }>`select t.id from ${sql.table(table)} t join cops c on c.id = t.cop_id
    where t.state = 'pending' and c.closed_at is not null`,
);

const union = (all: readonly RawBuilder<{ id: string }>[]): RawBuilder<{ id: string }> =>
  sql`${sql.join(all, sql` union all `)}`;

/** Claims are renewed every few seconds: one that is a day old is nobody's. */
const dayMs = 24 * 3600_000;

const rules = (now: number): readonly Rule[] => [
  { holds: 'every clock is about a record that is there', broken: union(lost('clocks', 'about_id')) },
  {
    holds: 'nothing is still asked in a closed CoP',
    broken: union(inClosed),
  },
  {
    holds: 'a CoP counts as many members as it has',
    broken: sql`select c.id from cops c where c.members <>
      (select count(*) from memberships m where m.cop_id = c.id and m.state = 'member')`,
  },
  {
    holds: 'an open CoP has a facilitator, or it is known since when it has none',
    broken: sql`select c.id from cops c where c.state = 'open' and c.closed_at is null and c.unattended_since is null
      and not exists (select 1 from memberships m where m.cop_id = c.id and m.state = 'member' and m.role = 'facilitator')
      and not exists (select 1 from effects e where e.cop_id = c.id and e.settled_at is null)`,
  },
  {
    holds: 'an open CoP has a space, or one is on its way',
    broken: sql`select c.id from cops c where c.state = 'open' and c.closed_at is null and c.space_id is null
      and not exists (select 1 from effects e where e.cop_id = c.id and e.settled_at is null)`,
  },
  {
    holds: 'whoever is being brought in has an effect that does it',
    broken: sql`select m.person_id as id from memberships m join cops c on c.id = m.cop_id
      where m.state = 'joining' and c.state not in ('proposed', 'not-started')
      and not exists (select 1 from effects e where e.cop_id = m.cop_id and e.settled_at is null
        and e.kind = 'admit' and e.wish like '%' || m.person_id || '%')`,
  },
  {
    holds: 'nobody who is in a CoP waits to be let into it',
    broken: sql`select r.id from join_requests r join memberships m on m.cop_id = r.cop_id and m.person_id = r.person_id
      where r.state = 'pending' and m.state = 'member'`,
  },
  {
    holds: 'a role is carried by somebody who is in the CoP',
    broken: sql`select r.id from core_roles r join memberships m on m.cop_id = r.cop_id and m.person_id = r.person_id
      where r.ended_at is null and m.state = 'left'
      and not exists (select 1 from differences d where d.cop_id = r.cop_id and d.settled_at is null)`,
  },
  {
    holds: 'every person has an account',
    broken: sql`select p.id from persons p where not exists (select 1 from accounts a where a.person_id = p.id)
      and not exists (select 1 from cops c where c.starter_id = p.id)
      and exists (select 1 from memberships m where m.person_id = p.id and m.state <> 'left')`,
  },
  {
    holds: 'what an effect needs is there, or was done long ago',
    broken: sql`select e.id from effects e where e.settled_at is null and e.needs <> '[]'
      and not exists (select 1 from effects o where o.batch = e.batch and o.id <> e.id)`,
  },
  {
    holds: 'no effect was begun more than a day ago and left like that',
    broken: sql`select e.id from effects e where e.settled_at is null and e.state = 'intended'
      and e.due_at < ${now - dayMs} and e.intended_at < ${now - dayMs}`,
  },
  {
    holds: 'what was settled has a time, and what has none is open',
    broken: sql`select e.id from effects e where
      (e.settled_at is null) <> (e.state in ('waiting', 'intended', 'parked'))`,
  },
  {
    holds: 'a file that is kept belongs to a document that is kept, or was until yesterday',
    broken: sql`select f.document_id as id from document_files f join documents d on d.id = f.document_id
      where d.state = 'removed' and d.removed_at < ${now - 2 * dayMs}`,
  },
  {
    holds: 'a forum, a Support Team and a Home are for people who have an account there',
    broken: union(
      ['forum_people', 'support_people', 'homes'].map(
        table => sql<{ id: string }>`select t.person_id as id from ${sql.table(table)} t where not exists
          (select 1 from accounts a where a.person_id = t.person_id and a.workspace_id = t.workspace_id)`,
      ),
    ),
  },
  {
    holds: 'an exchange belongs to a request that is still open',
    broken: sql`select t.id from talks t join join_requests r on r.id = t.request_id
      join cops c on c.id = t.cop_id where c.closed_at is not null and r.state = 'pending'`,
  },
];

const few = 5;

/** Each of them, in their order. Reads whole tables: for a quiet hour, where there are many rows. */
export async function consistency(reader: Reader, now: number): Promise<readonly Checked[]> {
  const all: Checked[] = [];
  for (const { holds, broken } of rules(now)) {
    const { rows } = await broken.execute(reader);
    all.push({ holds, many: rows.length, which: rows.slice(0, few).map(row => row.id) });
  }
  return all;
}
