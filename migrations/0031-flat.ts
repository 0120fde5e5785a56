import { type Kysely, sql } from 'kysely';

const bite = 500;

/**
 * What is asked often reads no more in a large network than in a small one: how many members a CoP has stands with it, the directory
 * has an index, and what is open has one of its own. `grams`: what a CoP is found by in the directory, for this network alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter.supportsMultipleConnections === true;
  await db.schema
    .alterTable('cops')
    .addColumn('members', 'integer', c => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('cops')
    .addColumn('grams', 'text', c => c.notNull().defaultTo(''))
    .execute();
  if (postgres) await onPostgres(db);
  else await onSqlite(db);
  await directory(db);
  await whatIsOpen(db);
}

/** Counted and written anew, so many at a time: each CoP is locked first, so that nobody comes in between. */
export async function fill(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter.supportsMultipleConnections === true;
  for (let after = ''; ; ) {
    const last = await db.transaction().execute(async tx => {
      const { rows } = await sql<{ id: string; network_id: string; folded: string; name_key: string }>`
        select id, network_id, folded, name_key from cops where id > ${after} order by id limit ${sql.lit(bite)}
        ${sql.raw(postgres ? 'for update' : '')}`.execute(tx);
      for (const { id, network_id, folded, name_key } of rows)
        await sql`update cops set grams = ${written(network_id, `${folded} ${name_key}`)},
          members = (select count(*) from memberships where cop_id = ${id} and state = 'member') where id = ${id}`.execute(
          tx,
        );
      return rows.at(-1)?.id;
    });
    if (last === undefined) return;
    after = last;
  }
}

function written(network: string, text: string): string {
  const grams = text.split(/\s+/).flatMap(word => {
    const characters = [...word];
    return characters.flatMap((_, at) => [1, 2, 3].map(size => characters.slice(at, at + size).join('')));
  });
  const scope = network.slice(-8).toLowerCase();
  const plain = (gram: string) =>
    gram.replace(/[^a-z0-9\u0080-\u{10ffff}]/gu, one => String.fromCodePoint(0xf0000 + (one.codePointAt(0) ?? 0)));
  return [...new Set(grams)].map(gram => scope + plain(gram)).join(' ');
}

/** Of a file that a document has. One that was noted since is being kept for another: it stays as it was noted. */
const needed = 8.64e15;

/** The row is taken whatever stands in it: who finds out whether the file is needed has it, and is waited for. */
const noLonger = (value: number): string => `update kept_files
  set noted_at = case when noted_at = ${value} then old.kept_at else noted_at end where sha256 = old.sha256;`;

async function onSqlite(db: Kysely<unknown>): Promise<void> {
  const plus = (count: string, cop: string) => `update cops set members = members + ${count} where id = ${cop}.cop_id;`;
  // `grams` are kept in the index alone, under a number: SQLite may give a row's own another one.
  const statements = [
    `create trigger memberships_begun after insert on memberships when new.state = 'member' begin ${plus('1', 'new')} end`,
    `create trigger memberships_changed after update of state on memberships when (new.state = 'member') <> (old.state = 'member')
      begin ${plus("case when new.state = 'member' then 1 else -1 end", 'new')} end`,
    `create trigger memberships_ended after delete on memberships when old.state = 'member' begin ${plus('-1', 'old')} end`,
    `create trigger document_files_ended after delete on document_files begin
      ${noLonger(needed)} end`,
    // What a document is in says more than its network.
    'drop index documents_of_network',
    'create unique index documents_of_network on documents (id, network_id)',
    'create table directory (n integer primary key autoincrement, cop_id text not null unique)',
    `create virtual table directory_search using fts5 (grams, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
    `create trigger cops_listed after insert on cops when new.grams <> '' begin
      insert into directory (cop_id) values (new.id);
      insert into directory_search (rowid, grams) select n, new.grams from directory where cop_id = new.id;
      update cops set grams = '' where id = new.id; end`,
    `create trigger cops_listed_anew after update of grams on cops when new.grams <> '' begin
      insert into directory (cop_id) values (new.id) on conflict do nothing;
      delete from directory_search where rowid = (select n from directory where cop_id = new.id);
      insert into directory_search (rowid, grams) select n, new.grams from directory where cop_id = new.id;
      update cops set grams = '' where id = new.id; end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

async function onPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function memberships_counted() returns trigger language plpgsql as $$ begin
    if tg_op <> 'INSERT' and old.state = 'member' then
      update cops set members = members - 1 where id = old.cop_id;
    end if;
    if tg_op <> 'DELETE' and new.state = 'member' then
      update cops set members = members + 1 where id = new.cop_id;
    end if;
    return null; end $$`.execute(db);
  await sql`create function document_files_ended() returns trigger language plpgsql as $$ begin
    ${sql.raw(noLonger(needed))}
    return null; end $$`.execute(db);
  const counted = (when: string) => `for each row when (${when}) execute function memberships_counted()`;
  const triggers = [
    `create trigger memberships_begun after insert on memberships ${counted("new.state = 'member'")}`,
    `create trigger memberships_changed after update of state on memberships
      ${counted("(new.state = 'member') <> (old.state = 'member')")}`,
    `create trigger memberships_ended after delete on memberships ${counted("old.state = 'member'")}`,
    'create trigger document_files_ended after delete on document_files for each row execute function document_files_ended()',
    `create index cops_grams on cops using gin (string_to_array(grams, ' ')) with (fastupdate = off)`,
    `create index cops_slug_from on cops (network_id, slug collate "C")`,
  ];
  for (const trigger of triggers) await sql.raw(trigger).execute(db);
}

async function directory(db: Kysely<unknown>): Promise<void> {
  await sql`create index cops_by_size on cops (network_id, members desc, name)
    where state = 'open' and closed_at is null`.execute(db);
  await sql`create index cops_with_space on cops (workspace_id, id)
    where space_id is not null and state = 'open' and closed_at is null`.execute(db);
  await sql`create index cops_closed on cops (workspace_id, space_id) where closed_at is not null`.execute(db);
  await sql`create index cops_started on cops (starter_id, created_at)`.execute(db);
}

/** By whom or what it is about first: whose network it is says little. */
async function whatIsOpen(db: Kysely<unknown>): Promise<void> {
  const indexes = [
    'memberships_of_person on memberships (person_id, network_id)',
    `nominations_of_nominee on nominations (nominee_id) where state = 'pending'`,
    `first_conversations_asked on first_conversations (network_id, created_at) where state = 'asked'`,
    `role_suggestions_of_own on role_suggestions (network_role_id) where state = 'pending'`,
    'role_suggestions_of_person on role_suggestions (person_id, network_id)',
    'invitations_of_invitee on invitations (invitee_id, created_at)',
    'join_requests_of_person on join_requests (person_id, created_at)',
    `effects_told on effects (lane, id) where kind = 'post'`,
    `effects_posted on effects (cop_id, id) where kind = 'post' and cop_id is not null`,
    `join_requests_lapsed on join_requests (cop_id, decided_at) where state = 'withdrawn' and decided_by is null`,
    'core_roles_of_cop on core_roles (cop_id, person_id)',
    'differences_of_cop on differences (cop_id, kind)',
    'core_roles_of_person on core_roles (person_id) where ended_at is null',
    'server_role_grants_of_person on server_role_grants (person_id, workspace_id)',
    'effects_claimed on effects (claimed_until) where settled_at is null and claimed_until is not null',
    'effects_open_of_cop on effects (cop_id, kind) where settled_at is null',
    `effects_troubled on effects (platform, workspace_id)
      where settled_at is null and (state = 'parked' or error is not null)`,
    `documents_offered on documents (saved_at) where state = 'offered'`,
    `documents_removed on documents (removed_at) where state = 'removed' and title <> ''`,
    'audit_of_command on audit (workspace_id, command, id) where actor_id is not null',
    'stand_ins_of_person on stand_ins (cop_id, person_id)',
    'kept_files_noted on kept_files (noted_at)',
  ];
  const before = [
    'memberships_of_person',
    'role_suggestions_of_person',
    'invitations_of_invitee',
    'join_requests_of_person',
  ];
  for (const gone of [...before, 'documents_passing']) await db.schema.dropIndex(gone).execute();
  for (const index of indexes) await sql.raw(`create index ${index}`).execute(db);
}
