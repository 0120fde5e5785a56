import { type Kysely, sql } from 'kysely';

/**
 * Meetings: when, what about, who comes, what they bring, who takes which part; what was written down and promised; who has it in a calendar.
 * And what a CoP chose about them: who calls them, and whether its first one was offered.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('cops').addColumn('meetings_by', 'text').execute();
  await db.schema.alterTable('cops').addColumn('meeting_offered_at', 'bigint').execute();
  await meetings(db);
  await whoComes(db);
  await whatTheyBring(db);
  await whatFollows(db);
  await calendars(db);
}

async function meetings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meetings')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('called_by', 'text', c => c.notNull())
    .addColumn('about', 'text')
    .addColumn('format', 'text', c => c.notNull())
    .addColumn('minutes', 'integer', c => c.notNull())
    .addColumn('place', 'text')
    .addColumn('time_zone', 'text', c => c.notNull())
    .addColumn('state', 'text', c =>
      c.notNull().check(sql`state in ('drafted', 'voting', 'called', 'over', 'cancelled')`),
    )
    .addColumn('starts_at', 'bigint')
    .addColumn('after_id', 'text')
    .addColumn('sequence', 'integer', c => c.notNull())
    .addColumn('changed_at', 'bigint', c => c.notNull())
    .addColumn('notes_id', 'text')
    .addColumn('notes_by', 'text')
    .addColumn('notes_at', 'bigint')
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addUniqueConstraint('meetings_in_network', ['network_id', 'id'])
    .addForeignKeyConstraint('meetings_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('meetings_caller', ['network_id', 'called_by'], 'persons', ['network_id', 'id'])
    .addForeignKeyConstraint('meetings_notes', ['network_id', 'notes_by'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema.createIndex('meetings_of_cop').on('meetings').columns(['cop_id', 'state', 'starts_at']).execute();
  await sql`create index meetings_drafted on meetings (changed_at) where state = 'drafted'`.execute(db);
  await db.schema
    .createTable('meeting_dates')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('meeting_id', 'text', c => c.notNull())
    .addColumn('starts_at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('meeting_dates_pk', ['meeting_id', 'starts_at'])
    .addForeignKeyConstraint('meeting_dates_meeting', ['network_id', 'meeting_id'], 'meetings', ['network_id', 'id'])
    .execute();
}

async function whoComes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meeting_votes')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('meeting_id', 'text', c => c.notNull())
    .addColumn('starts_at', 'bigint', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('says', 'text', c => c.notNull().check(sql`says in ('yes', 'if-need-be')`))
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('meeting_votes_pk', ['meeting_id', 'starts_at', 'person_id'])
    .addForeignKeyConstraint('meeting_votes_meeting', ['network_id', 'meeting_id'], 'meetings', ['network_id', 'id'])
    .addForeignKeyConstraint('meeting_votes_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema
    .createTable('meeting_answers')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('meeting_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('says', 'text', c => c.notNull().check(sql`says in ('comes', 'not')`))
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('meeting_answers_pk', ['meeting_id', 'person_id'])
    .addForeignKeyConstraint('meeting_answers_meeting', ['network_id', 'meeting_id'], 'meetings', ['network_id', 'id'])
    .addForeignKeyConstraint('meeting_answers_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
}

async function whatTheyBring(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meeting_questions')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('meeting_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('words', 'text')
    .addColumn('at', 'bigint', c => c.notNull())
    .addForeignKeyConstraint('meeting_questions_meeting', ['network_id', 'meeting_id'], 'meetings', [
      'network_id',
      'id',
    ])
    .addForeignKeyConstraint('meeting_questions_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema.createIndex('meeting_questions_of').on('meeting_questions').columns(['meeting_id', 'at']).execute();
  await db.schema
    .createTable('meeting_parts')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('meeting_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('part', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('offered_at', 'bigint')
    .addPrimaryKeyConstraint('meeting_parts_pk', ['meeting_id', 'part', 'person_id'])
    .addForeignKeyConstraint('meeting_parts_meeting', ['network_id', 'meeting_id'], 'meetings', ['network_id', 'id'])
    .addForeignKeyConstraint('meeting_parts_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
  for (const table of ['meeting_votes', 'meeting_answers', 'meeting_questions', 'meeting_parts'])
    await db.schema.createIndex(`${table}_by`).on(table).columns(['person_id', 'cop_id']).execute();
}

async function whatFollows(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('promises')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('meeting_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text')
    .addColumn('written_by', 'text', c => c.notNull())
    .addColumn('words', 'text')
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addColumn('done_at', 'bigint')
    .addForeignKeyConstraint('promises_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('promises_meeting', ['network_id', 'meeting_id'], 'meetings', ['network_id', 'id'])
    .addForeignKeyConstraint('promises_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .addForeignKeyConstraint('promises_writer', ['network_id', 'written_by'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema.createIndex('promises_of_cop').on('promises').columns(['cop_id', 'created_at']).execute();
}

async function calendars(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meeting_calendars')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('meeting_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('sequence', 'integer', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('meeting_calendars_pk', ['meeting_id', 'person_id'])
    .addForeignKeyConstraint('meeting_calendars_meeting', ['network_id', 'meeting_id'], 'meetings', [
      'network_id',
      'id',
    ])
    .addForeignKeyConstraint('meeting_calendars_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema
    .createTable('calendar_feeds')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.primaryKey())
    .addColumn('secret_hash', 'text', c => c.notNull().unique())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addForeignKeyConstraint('calendar_feeds_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
}
