/** Presses that meet: a race ends as if one had been after the other, whichever. */
import { setImmediate as aTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Store } from '../../../src/store/engine.ts';
import { held } from '../../../src/store/held.ts';
import { type Desk, desk } from '../../support/desk.ts';
import { imageOf } from '../../support/store.ts';
import { type Village, village } from '../../support/village.ts';
import { difference, type Look, lookAtRows, type Rows } from '../look.ts';
import { type Line, said, type Wrong } from '../report.ts';
import type { Chance } from '../seeded.ts';
import { type Doing, type Door, through } from './door.ts';
import { races } from './kinds.ts';

/** Somewhere that a race can be run over and over, from the same rows. */
export interface Ground {
  readonly engine: string;
  /** Made once: then copies of it are opened. */
  lay(founded: (it: Village) => Promise<void>): Promise<void>;
  /** Two doors, and a desk to look from. */
  copy(): Promise<{ readonly it: Desk; readonly doors: readonly Door[]; end(): Promise<void> }>;
  stop(): Promise<void>;
}

export async function* racing(ground: Ground, chance: Chance, times: number): AsyncGenerator<Line> {
  for (const race of races) {
    let doings: readonly Doing[] = [];
    await ground.lay(async it => {
      await race.before?.(it);
      doings = await named(it, race.doings(it));
    });
    const expected: Look[] = [];
    for (const order of orders(doings)) expected.push(await run(ground, order, 'one after the other', chance));
    const wrong: Wrong[] = [];
    const ends = new Map<number, number>();
    for (let n = 0; n < times; n++) {
      const found = await run(ground, chance.shuffled(doings), 'at once', chance);
      const as = expected.findIndex(one => difference(one, found).length === 0);
      ends.set(as, (ends.get(as) ?? 0) + 1);
      if (as < 0) wrong.push(said({ what: `${ground.engine}, ${race.name}`, differs: nearest(expected, found) }));
    }
    const besides = [...ends.values()].sort((a, b) => b - a).join(' + ');
    yield { what: `${race.name}, ${ground.engine}`, there: times, run: times, wrong, besides };
  }
}

const nearest = (expected: readonly Look[], found: Look): readonly string[] =>
  expected.map(one => difference(one, found)).sort((a, b) => a.length - b.length)[0] ?? [];

/** `latest`: made in what was laid before. */
async function named(it: Village, doings: readonly Doing[]): Promise<readonly Doing[]> {
  const last = async (table: 'nominations' | 'meetings') =>
    String(
      (
        await it.store.db
          .selectFrom(table)
          .select('id')
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .executeTakeFirst()
      )?.id,
    );
  const latest: Readonly<Record<string, string>> = {
    nomination: await last('nominations'),
    meeting: await last('meetings'),
  };
  return doings.map(one =>
    'options' in one
      ? {
          ...one,
          options: Object.fromEntries(
            Object.entries(one.options).map(([name, value]) => [name, (value === 'latest' && latest[name]) || value]),
          ),
        }
      : one,
  );
}

function orders<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length < 2) return [all];
  return all.flatMap((one, n) => orders(all.toSpliced(n, 1)).map(rest => [one, ...rest]));
}

let presses = 0;

async function run(ground: Ground, doings: readonly Doing[], how: string, chance: Chance): Promise<Look> {
  const { it, doors, end } = await ground.copy();
  const does = (doing: Doing, n: number) => (doors[n % doors.length] as Door).does(doing, `race-${++presses}`);
  try {
    if (how === 'at once')
      await meeting(
        it.store,
        doings.map((doing, n) => () => does(doing, n)),
        chance,
      );
    else for (const doing of doings) await does(doing, 0);
    return await look(it.store);
  } finally {
    await end();
  }
}

const mostMs = 30_000;

/** Half of the time all are held up at the CoPs' rows, as far as they come there, and let go together. */
async function meeting({ db, engine }: Store, all: readonly (() => Promise<void>)[], chance: Chance): Promise<void> {
  if (engine === 'sqlite' || chance.next() < 0.5) {
    await Promise.all(
      all.map(async one => {
        for (let turns = chance.below(4); turns > 0; turns--) await aTurn(); // of the event loop
        await one();
      }),
    );
    return;
  }
  let begun: Promise<void>[] = [];
  await db.transaction().execute(async tx => {
    await sql`select 1 from cops for update`.execute(tx);
    begun = all.map(one => one());
    let ended = 0;
    const end = () => void ended++;
    for (const one of begun) one.then(end, end);
    const until = Date.now() + mostMs;
    while (ended + (await heldUp()) < begun.length)
      if (Date.now() > until)
        throw new Error(`of ${begun.length}, ${ended} have ended, and the others are held up by nothing`);
  });
  await Promise.all(begun);

  async function heldUp(): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      db,
    );
    return rows[0]?.n ?? 0;
  }
}

async function look({ db }: Store): Promise<Look> {
  const rows: Record<string, Rows[string]> = {};
  for (const table of Object.keys(held))
    rows[table] = (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)).rows;
  return lookAtRows(rows);
}

/** In memory: everybody comes to its one connection. */
export function onSqlite(): Ground {
  let image: Buffer | undefined;
  return {
    engine: 'sqlite',
    async lay(founded) {
      const it = await village();
      await founded(it);
      image = await imageOf(it.store);
      await it.store.close();
    },
    async copy() {
      const it = await desk(undefined, image);
      const door: Door = { does: (doing, id) => through(it, doing, id), leaves: async () => {} };
      return { it, doors: [door], end: () => it.store.close() };
    },
    async stop() {},
  };
}
