/** Several leave the Support Team's channel in one moment: each of them counts. */
import { afterEach, it } from 'vitest';
import { town } from '../../../playground/town.ts';
import { setUp, startCop } from '../../support/scenes.ts';
import { type Stage, stage } from '../../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const supporters = async (): Promise<string[]> => {
  const rows = await it_.store.db
    .selectFrom('support_people as s')
    .innerJoin('accounts as a', 'a.person_id', 's.person_id')
    .select('a.external_id')
    .execute();
  const ids = rows.map(row => row.external_id);
  return town.people
    .map(({ name }) => name)
    .filter(name => ids.includes(it_.person(name).id))
    .sort();
};
const untilAre = (names: readonly string[]) =>
  it_.playground.until(
    async () => JSON.stringify(await supporters()) === JSON.stringify(names),
    `the Support Team to be ${names.join(', ') || 'nobody'}`,
  );

it('on discord, whom syncing its permissions takes out are all of it no longer', { timeout: 60_000 }, async () => {
  it_ = await stage('discord');
  const joan = it_.person('Joan');
  await setUp(joan);
  await startCop(it_.person('Amira')); // its space stands in a category
  for (const name of ['Ben Okafor', 'Dev Patel']) await joan.brings(name, 'support');
  await it_.away(async () => {}); // a look finds Joan, who was there before the bot
  await untilAre(['Ben Okafor', 'Dev Patel', 'Joan Mills']);
  await joan.movesChannel('support', 'Communities of Practice');
  await joan.syncsRights('support');
  await untilAre([]);
});
