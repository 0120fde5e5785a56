/** Who decided something about a CoP, and when: requests that were answered, and what else only those may do who facilitate it. */
import { sql } from 'kysely';
import { deciding } from '../domain/deciding.ts';
import type { CopId, NetworkId } from '../domain/ids.ts';
import type { Reader } from './engine.ts';

/** One person's in one month. */
export interface Decided {
  /** The same for all who were forgotten. */
  readonly person: string;
  /** Nothing, of who isn't in the CoP any more. */
  readonly name: string | undefined;
  /** Which of the months. */
  readonly month: number;
  readonly many: number;
  readonly lastAt: number;
}

/** `months`: when each of them begins, in turn. Somebody who was forgotten has the network's id, or none. */
export async function byMonth(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  months: readonly number[],
): Promise<readonly Decided[]> {
  const [first = 0, ...later] = months;
  const month = later.reduce((so, begins) => sql`${so} + case when u.at >= ${begins} then 1 else 0 end`, sql`0`);
  const { rows } = await sql<Omit<Decided, 'name'> & { readonly name: string | null }>`
    select d.person as "person", p.name as "name", d.month as "month", count(*) as "many", max(d.at) as "lastAt"
    from (
      select u.person, u.at, ${month} as month from (
        select decided_by as person, decided_at as at from join_requests
          where network_id = ${network} and cop_id = ${cop} and decided_at >= ${first}
            and decided_by is not null and state in ('approved', 'declined')
        union all
        select coalesce(actor_id, network_id) as person, at from audit
          where network_id = ${network} and about_kind = 'cop' and about_id = ${cop} and at >= ${first}
            and command in (${sql.join(deciding.map(one => sql.lit(one)))})
      ) u
    ) d
    left join memberships m on m.cop_id = ${cop} and m.person_id = d.person and m.state <> 'left'
    left join persons p on p.id = m.person_id
    group by d.person, p.name, d.month`.execute(reader);
  return rows.map(row => ({
    person: row.person,
    name: row.name ?? undefined,
    month: Number(row.month),
    many: Number(row.many),
    lastAt: Number(row.lastAt),
  }));
}
