import { type Kysely, sql } from 'kysely';

/**
 * What a library keeps of a document, and how it is found. The table is made anew, because SQLite gives no column a key afterwards:
 * `n` names a row to the search index and stays what it is whatever is done to the file.
 * `folded` and `folded_more` are the words that are searched (letters and digits, without case and accents): of the title, and of
 * everything else. SQLite uses one index for a query: there the CoP is a word of it too, so that a search reads nothing of other libraries.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter.supportsMultipleConnections === true;
  await sql`create table documents_before as select * from documents`.execute(db);
  await db.schema.dropTable('documents').execute();
  await documents(db, postgres);
  await sql`
    insert into documents (id, network_id, cop_id, state, title, kind, permalink, url, message_key, tags, shared_by, shared_at,
      saved_by, saved_at, steward_id, why, untitled, pinned, folded, folded_more, version)
    select id, network_id, cop_id, 'kept', title, kind, permalink, url, message_key, '[]', shared_by, shared_at,
      saved_by, saved_at, saved_by, why, untitled, 0, folded, '', version
    from documents_before order by id`.execute(db);
  await db.schema.dropTable('documents_before').execute();
  await inWords(db);
  await indexes(db);
  await db.schema
    .createTable('document_tags')
    .addColumn('document_id', 'text', c => c.notNull().references('documents.id').onDelete('cascade'))
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('tag', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('document_tags_once', ['document_id', 'tag'])
    .execute();
  await db.schema
    .createIndex('document_tags_of_cop')
    .on('document_tags')
    .columns(['network_id', 'cop_id', 'tag', 'document_id'])
    .execute();
  await db.schema
    .createTable('libraries')
    .addColumn('cop_id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('offers', 'integer', c => c.notNull())
    .addColumn('told_full_at', 'bigint')
    .addForeignKeyConstraint('libraries_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .execute();
  if (postgres) await searchedOnPostgres(db);
  else await searchedOnSqlite(db);
}

/** Before, punctuation stood among the words; PostgreSQL would take `protocol.pdf` for the name of a host. */
async function inWords(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ n: number; folded: string }>`select n, folded from documents`.execute(db);
  for (const { n, folded } of rows) {
    const words = folded.split(/[^\p{L}\p{N}]+/u).join(' ');
    await sql`update documents set folded = ${words} where n = ${n}`.execute(db);
  }
}

async function documents(db: Kysely<unknown>, postgres: boolean): Promise<void> {
  await db.schema
    .createTable('documents')
    .addColumn('n', postgres ? 'bigserial' : 'integer', c =>
      postgres ? c.primaryKey() : c.primaryKey().autoIncrement(),
    )
    .addColumn('id', 'text', c => c.notNull().unique())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull().check(sql`state in ('offered', 'kept', 'removed')`))
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('permalink', 'text')
    .addColumn('place', 'text')
    .addColumn('url', 'text')
    .addColumn('link_key', 'text')
    .addColumn('message_key', 'text', c => c.notNull())
    .addColumn('tags', 'text', c => c.notNull())
    .addColumn('file_type', 'text')
    .addColumn('file_bytes', 'bigint')
    .addColumn('shared_by', 'text', c => c.notNull())
    .addColumn('shared_at', 'bigint', c => c.notNull())
    .addColumn('saved_by', 'text', c => c.notNull())
    .addColumn('saved_at', 'bigint', c => c.notNull())
    .addColumn('steward_id', 'text', c => c.notNull())
    .addColumn('review_at', 'bigint')
    .addColumn('why', 'text')
    .addColumn('words', 'text')
    .addColumn('untitled', 'integer', c => c.notNull())
    .addColumn('pinned', 'integer', c => c.notNull())
    .addColumn('gone_at', 'bigint')
    .addColumn('removed_at', 'bigint')
    .addColumn('folded', 'text', c => c.notNull())
    .addColumn('folded_more', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addUniqueConstraint('documents_once', ['cop_id', 'message_key'])
    .addUniqueConstraint('documents_link_once', ['cop_id', 'link_key'])
    .addForeignKeyConstraint('documents_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('documents_sharer', ['network_id', 'shared_by'], 'persons', ['network_id', 'id'])
    .addForeignKeyConstraint('documents_saver', ['network_id', 'saved_by'], 'persons', ['network_id', 'id'])
    .addForeignKeyConstraint('documents_steward', ['network_id', 'steward_id'], 'persons', ['network_id', 'id'])
    .execute();
}

/** The list, what a facilitator should look at, and what is due to be forgotten. */
async function indexes(db: Kysely<unknown>): Promise<void> {
  await sql`create index documents_latest on documents (network_id, cop_id, pinned, saved_at, id) where state = 'kept'`.execute(
    db,
  );
  await sql`create index documents_newest on documents (network_id, cop_id, saved_at, id) where state = 'kept'`.execute(
    db,
  );
  await sql`create index documents_review on documents (network_id, cop_id, saved_at)
    where state = 'kept' and (review_at is not null or gone_at is not null or untitled = 1)`.execute(db);
  await sql`create index documents_passing on documents (state, saved_at) where state <> 'kept'`.execute(db);
}

async function searchedOnSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table documents_search using fts5
    (scope, title, more, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2')`.execute(
    db,
  );
  const indexed =
    'insert into documents_search (rowid, scope, title, more) values (new.n, new.cop_id, new.folded, new.folded_more);';
  const tagged = `insert into document_tags (document_id, network_id, cop_id, tag)
    select new.id, new.network_id, new.cop_id, value from json_each(new.tags);`;
  const triggers = [
    `create trigger documents_found after insert on documents when new.state = 'kept' begin ${indexed} ${tagged} end`,
    `create trigger documents_lost after update of state, folded, folded_more, tags on documents
      when old.state = 'kept' and new.state <> 'kept' begin
      delete from documents_search where rowid = old.n; delete from document_tags where document_id = old.id; end`,
    `create trigger documents_found_again after update of state, folded, folded_more, tags on documents when new.state = 'kept'
      begin delete from documents_search where rowid = new.n; delete from document_tags where document_id = new.id;
      ${indexed} ${tagged} end`,
    'create trigger documents_ended after delete on documents begin delete from documents_search where rowid = old.n; end',
  ];
  for (const trigger of triggers) await sql.raw(trigger).execute(db);
  await sql`insert into documents_search (rowid, scope, title, more) select n, cop_id, folded, folded_more from documents`.execute(
    db,
  );
}

async function searchedOnPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`alter table documents add column search tsvector generated always as (
    setweight(to_tsvector('simple', folded), 'A') || setweight(to_tsvector('simple', folded_more), 'C')) stored`.execute(
    db,
  );
  await sql`create index documents_search on documents using gin (search) with (fastupdate = off) where state = 'kept'`.execute(
    db,
  );
  await sql`create function documents_tagged() returns trigger language plpgsql as $$ begin
    delete from document_tags where document_id = new.id;
    if new.state = 'kept' then
      insert into document_tags (document_id, network_id, cop_id, tag)
      select new.id, new.network_id, new.cop_id, value from jsonb_array_elements_text(new.tags::jsonb);
    end if;
    return null; end $$`.execute(db);
  await sql`create trigger documents_tagged after insert or update of state, tags on documents
    for each row execute function documents_tagged()`.execute(db);
}
