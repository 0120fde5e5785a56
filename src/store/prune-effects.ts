/** What was done long ago, and isn't read again. */
import { sql } from 'kysely';
import { ownEach, toldOnce } from '../domain/message.ts';
import { type Db, dialectOf } from './engine.ts';
import { said, saidBelow } from './pieces.ts';

/** Posts in a space of which the effect is read again: for what their copy says of its own, or to know that somebody has had it. */
const readAgain = [...ownEach, ...toldOnce];

/**
 * Some of the effects settled from then on that are old enough, and which of them are over. While something of the same press is still to
 * come, all of it is kept: what comes may need it. What stands in a space is known by its record alone; of which CoP a card elsewhere is, and
 * whose, only by what posted it.
 */
function oldEffects(db: Db, from: number, long: number, bite: number) {
  const { holds } = dialectOf(db);
  const isInSpace = sql.join([holds('e.wish', said({ to: 'space' })), holds('e.wish', saidBelow)], sql` or `);
  const isReadAgain = sql`(p.message in (${sql.join(readAgain)}) or not (${isInSpace}))`;
  return sql<{ id: string; at: number; is_over: number }>`
    select e.id, e.settled_at as at, case when not exists (select 1 from posts p where p.effect_id = e.id and ${isReadAgain})
        and not exists (select 1 from effects o where o.batch = e.batch and o.settled_at is null) then 1 else 0 end as is_over
      from effects e where e.settled_at >= ${from} and e.settled_at < ${long}
      order by e.settled_at limit ${sql.lit(bite)}`.execute(db);
}

/** Each is looked at once in a round, and the next hour goes on where this one has ended. */
export function pruningEffects(bite: number, most: number): (db: Db, long: number) => Promise<number> {
  let from = 0;
  return async (db, long) => {
    let gone = 0;
    for (let bites = 0; bites < most; bites++) {
      const { rows } = await oldEffects(db, from, long, bite);
      const over = rows.filter(row => row.is_over === 1).map(row => row.id);
      if (over.length > 0)
        await db
          .deleteFrom('effects')
          .where('id', 'in', over as never)
          .execute();
      gone += over.length;
      const last = rows.length < bite ? 0 : (rows.at(-1)?.at ?? 0);
      from = over.length === 0 && last === from && last > 0 ? last + 1 : last; // not again at a bite of one moment that stays
      if (last === 0) break;
    }
    return gone;
  };
}
