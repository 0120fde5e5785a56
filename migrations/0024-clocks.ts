import { type Kysely, sql } from 'kysely';

/**
 * One table of what is to be looked at by and by. What was kept for later in other places goes on there: the clock of a join request,
 * and effects that were nothing on any platform but a consequence to come.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('clocks')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('about_kind', 'text', c => c.notNull())
    .addColumn('about_id', 'text', c => c.notNull())
    .addColumn('step', 'text', c => c.notNull())
    .addColumn('due_at', 'bigint', c => c.notNull())
    .addColumn('consequence', 'text', c => c.notNull())
    .addColumn('minding', 'text')
    .addPrimaryKeyConstraint('clocks_once', ['about_id', 'step'])
    .addForeignKeyConstraint('clocks_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .execute();
  await db.schema.createIndex('clocks_due').on('clocks').columns(['due_at']).execute();
  await db.schema.createIndex('clocks_cop').on('clocks').columns(['cop_id']).execute();

  await sql`
    insert into clocks (network_id, cop_id, about_kind, about_id, step, due_at, consequence)
    select network_id, cop_id, 'join-request', id, 'waits', look_at,
      '{"command":"join-request waits","options":{"request":"' || id || '"}}'
    from join_requests where state = 'pending' and look_at is not null`.execute(db);
  await db.schema.dropIndex('join_requests_look_at').execute();
  await db.schema.alterTable('join_requests').dropColumn('look_at').execute();

  await consideredLater(db);
  await offeredLater(db);
}

interface Considered {
  command: keyof typeof kept;
  options: Record<string, string>;
  minding?: string;
}

/** Which record each is about, by the option that names it, and the step of its life. */
const kept = {
  'nomination unanswered': ['nomination', 'nomination', 'silence'],
  'role term-over': ['carried-role', 'carried', 'term'],
  'difference unanswered': ['difference', 'difference', 'unanswered'],
  'stand-in counts': ['stand-in', 'standIn', 'counts'],
  'stand-in nobody-yet': ['cop', 'cop', 'nobody-yet'],
} as const;

async function consideredLater(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ network_id: string; cop_id: string; wish: string; due_at: number | string }>`
    select network_id, cop_id, wish, due_at from effects
    where kind = 'consider' and settled_at is null order by due_at`.execute(db);
  for (const { network_id, cop_id, wish, due_at } of rows) {
    const { command, options, minding } = JSON.parse(wish) as Considered;
    const [kind, option, step] = kept[command];
    const id = options[option];
    const does = { command, options: { [option]: id } };
    await sql`
      insert into clocks (network_id, cop_id, about_kind, about_id, step, due_at, consequence, minding)
      values (${network_id}, ${cop_id}, ${kind}, ${id}, ${step}, ${due_at}, ${JSON.stringify(does)}, ${minding ?? null})
      on conflict (about_id, step) do update set due_at = excluded.due_at`.execute(db);
  }
  await sql`delete from effects where kind = 'consider'`.execute(db);
}

/** The welcome that names what nobody carries, from month three on. */
async function offeredLater(db: Kysely<unknown>): Promise<void> {
  const meantForLater = sql`kind = 'revise' and state = 'waiting' and attempts = 0 and due_at > 0
    and settled_at is null and wish like '%"message":"cop-welcome"%'`;
  await sql`
    insert into clocks (network_id, cop_id, about_kind, about_id, step, due_at, consequence)
    select network_id, cop_id, 'cop', cop_id, 'offers', min(due_at),
      '{"command":"role offers-begin","options":{"cop":"' || cop_id || '"}}'
    from effects where ${meantForLater} group by network_id, cop_id`.execute(db);
  await sql`delete from effects where ${meantForLater}`.execute(db);
}
