import { type Kysely, sql } from 'kysely';

/** Who facilitated a CoP before, whoever does now: they can open it again, once it is closed. As far as it is known of the time before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('memberships').addColumn('once_facilitated', 'integer').execute();
  const accepted = (table: string, whose: string) =>
    sql`exists (select 1 from ${sql.table(table)} a where a.cop_id = memberships.cop_id
      and ${sql.ref(`a.${whose}`)} = memberships.person_id and a.state = 'accepted')`;
  await sql`update memberships set once_facilitated = 1 where role = 'member' and (
    ${accepted('nominations', 'nominee_id')} or ${accepted('stand_ins', 'person_id')}
    or exists (select 1 from cops c where c.id = memberships.cop_id and c.starter_id = memberships.person_id)
    or exists (select 1 from audit u where u.about_kind = 'cop' and u.about_id = memberships.cop_id
      and u.actor_id = memberships.person_id and u.command = 'facilitator step-down'))`.execute(db);
}
