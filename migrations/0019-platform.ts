import { type Kysely, sql } from 'kysely';

/** So many rows at a time: a statement must be over long before the pool's patience is. */
const bite = 10_000;

/** What a process serves is looked up by its platform: so far it was the beginning of `workspace_id`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['cops', 'effects']) {
    await db.schema
      .alterTable(table)
      .addColumn('platform', 'text', c => c.notNull().defaultTo(''))
      .execute();
    await fill(db, table);
  }
  await db.schema
    .createIndex('effects_due')
    .on('effects')
    .columns(['platform', 'due_at'])
    .where(sql.ref('settled_at'), 'is', sql.lit(null))
    .execute();
}

async function fill(db: Kysely<unknown>, table: string): Promise<void> {
  const postgres = db.getExecutor().adapter.supportsMultipleConnections === true;
  const colon = postgres ? sql`strpos(workspace_id, ':')` : sql`instr(workspace_id, ':')`;
  for (let after = ''; ; ) {
    const { rows } = await sql<{ last: string | null }>`
      select max(id) as last from (select id from ${sql.ref(table)} where id > ${after} order by id limit ${sql.lit(bite)}) as next`.execute(
      db,
    );
    const last = rows[0]?.last;
    if (!last) return;
    await sql`update ${sql.ref(table)} set platform = substr(workspace_id, 1, ${colon} - 1)
      where id > ${after} and id <= ${last}`.execute(db);
    after = last;
  }
}
