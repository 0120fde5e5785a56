/** The year that `npm run demo -- --year` tells, and what is in the tables at its end. */
import { expect, it } from 'vitest';
import { platformNames, type Stage } from '../support/stage.ts';
import { words } from '../year/story.ts';
import { yearOn } from '../year/telling.ts';

it.each(platformNames)(
  'a year on %s ends as it is told, and nothing is left of who is forgotten',
  { timeout: 120_000 },
  async platform => {
    const told = await yearOn(
      platform,
      () => {},
      async it_ => {
        const carla = it_.person('Carla').id;
        for (const trace of [carla, 'Carla', 'Moreno', words.carla, words.hello, words.hers])
          expect(await standsIn(it_, trace), trace).toEqual([]);
        expect(await standsIn(it_, words.devs)).not.toEqual([]);
        expect(await it_.store.db.selectFrom('cops').select('state').execute()).toEqual([{ state: 'open' }]);
      },
    );
    expect(told.filter(step => step.wrong !== undefined)).toEqual([]);
  },
);

/** Where that stands: table, column and what is in it. */
async function standsIn({ store: { db } }: Stage, words: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name: table } of await db.introspection.getTables())
    for (const row of await db
      .selectFrom(table as 'cops')
      .selectAll()
      .execute())
      for (const [column, value] of Object.entries(row))
        if (String(value).includes(words)) found.push(`${table}.${column}: ${value}`);
  return found;
}
