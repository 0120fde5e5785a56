/** Who has left a Discord server just when they are let into a space there, by the bot or by hand, isn't welcomed in it. */
import { afterEach, describe, expect, it } from 'vitest';
import { askIn, setUp, startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_.stop());

const space = { in: 'cop-wound-care' } as const;
const dm = { in: 'direct message' } as const;

async function begun() {
  it_ = await stage('discord');
  const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
  await setUp(joan);
  await startCop(amira);
  await it_.settled();
  return { amira, ben, joan };
}

const states = async () => {
  const rows = await it_.store.db.selectFrom('memberships').select('state').orderBy('state').execute();
  return rows.map(one => one.state);
};

describe.each(['refuses', 'takes'] as const)(
  'where Discord %s what is given to who is not there',
  { timeout: 60_000 },
  how => {
    it('who asked in and has left is not let in, and who approves is told', async () => {
      const { amira, ben } = await begun();
      it_.playground.takesStrangersRights?.(how === 'takes');
      await askIn(ben);
      await amira.sees(/Ben Okafor asks to join/, dm);
      await ben.leavesWorkspace();
      await amira.presses('Approve', dm);
      await amira.sees(/can't be brought into Wound Care: they are no longer here/, dm);
      await it_.settled();
      expect(amira.seesNow(/welcome.*Ben/i, space)).toEqual([]);
      expect(await states()).toEqual(['left', 'member']);
    });
  },
);

it('who is brought in by hand and has left before it is asked who they are is nobody', {
  timeout: 60_000,
}, async () => {
  const { amira, ben, joan } = await begun();
  const people = () => it_.store.db.selectFrom('persons').select('name').orderBy('name').execute();
  const before = await people();
  const unwatch = it_.playground.watch(async (moment, { name }) => {
    if (moment === 'before' && name === 'GET /guilds/:id/members/:id') await ben.leavesWorkspace();
  });
  await joan.brings('Ben Okafor', space.in);
  await it_.playground.until(
    () => it_.playground.traffic.some(one => one.name === 'GET /guilds/:id/members/:id' && one.error === '10007'),
    'it to be asked who they are',
  );
  unwatch();
  await joan.brings('Dev Patel', space.in); // told after it
  await it_.playground.until(async () => (await states()).length > 1, 'the next to be in');
  await it_.settled();
  expect(amira.seesNow(/welcome.*(Ben|somebody)/i, space)).toEqual([]);
  expect(await states()).toEqual(['member', 'member']);
  expect((await people()).length).toBe(before.length + 1);
});
