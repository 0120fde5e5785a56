import { type Kysely, sql } from 'kysely';

/** Whose yes an offer to look after a CoP waits for is reminded: also of one whose clock had run out before there were reminders. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into clocks (network_id, cop_id, about_kind, about_id, step, due_at, consequence)
    select network_id, cop_id, 'stand-in', id, 'counts', created_at + 172800000,
      '{"command":"stand-in counts","options":{"standIn":"' || id || '"}}'
    from stand_ins
    where state = 'pending' and not exists (select 1 from clocks where about_id = stand_ins.id and step = 'counts')`.execute(
    db,
  );
}
