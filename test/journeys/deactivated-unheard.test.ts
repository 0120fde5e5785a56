/** Who facilitates is deactivated while Slack's connection is cut, and nobody tells: the look that follows asks about them anew. */
import { afterEach, expect, it } from 'vitest';
import { letsIn, startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

it.each([
  ['lists', true],
  ['does not list', false],
])('is out, where Slack %s them in the channel', { timeout: 60_000 }, async (_how, listed) => {
  it_ = await stage('slack');
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await letsIn(amira, ben);
  await it_.settled();
  it_.playground.listsDeactivated?.(listed);
  it_.playground.carries(() => 'lost');
  await amira.leavesWorkspace();
  it_.playground.carries();
  it_.playground.closesSockets?.(1006);
  const states = async () => {
    const rows = await it_.store.db
      .selectFrom('memberships as m')
      .innerJoin('persons as p', 'p.id', 'm.person_id')
      .select(['p.name', 'm.state'])
      .execute();
    return Object.fromEntries(rows.map(one => [one.name, one.state]));
  };
  await it_.playground.until(async () => (await states())['Amira Haddad'] === 'left', 'Amira to be out');
  await it_.settled();
  expect(await states()).toMatchObject({ 'Ben Okafor': 'member' });
});
