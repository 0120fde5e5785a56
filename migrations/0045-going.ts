import { type Kysely, sql } from 'kysely';

/** For how long closed CoPs are kept, as an administrator chose; when one goes, once that was told, until when it is kept all the same; and since when it is going. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('settings').addColumn('keeps_closed', 'text').execute();
  for (const column of ['goes_at', 'kept_until', 'gone_at'])
    await db.schema.alterTable('cops').addColumn(column, 'bigint').execute();
  await sql`create index cops_going on cops (gone_at) where gone_at is not null`.execute(db);
  if (db.getExecutor().adapter.supportsMultipleConnections === true) return;
  await sql`create trigger cops_unlisted after delete on cops begin
    delete from directory_search where rowid = (select n from directory where cop_id = old.id);
    delete from directory where cop_id = old.id; end`.execute(db);
}
