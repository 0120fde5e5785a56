/** What lets others see a space than those who were let in: on Discord, by what stands in the channel or by a role of the server. */
import { expect } from 'vitest';
import { type Row, space, type Village } from '../walk.ts';

export const openCop = async ({ cop }: Village) => (await cop()).closed_at === null;
export const asked = async ({ amira }: Village, pattern: RegExp) => amira.sees(pattern, { in: 'direct message' });
/** Not where those read it who see it now. */
export const saidInPrivate = async ({ amira, stage }: Village, pattern: RegExp) => {
  await stage.settled();
  expect(amira.seesNow(pattern, { in: space })).toEqual([]);
  expect(amira.seesNow(pattern, { in: 'direct message' })).toHaveLength(1);
};

/** Closed by a button, and told so; once more is answered, too. */
async function closesAgain(village: Village, sees: () => boolean): Promise<void> {
  const { amira, stage, until } = village;
  await asked(village, /Somebody opened the space of Wound Care/);
  await saidInPrivate(village, /Somebody opened the space of Wound Care/);
  expect(sees()).toBe(true);
  await stage.away(async () => {}); // looked at again: it isn't told twice
  await saidInPrivate(village, /Somebody opened the space of Wound Care/);
  await amira.presses('Close it again', { in: 'direct message' });
  await asked(village, /it was put back on/);
  await until(async () => !sees(), 'it to be closed');
  await stage.settled();
  await stage.away(async () => {}); // the bot hasn't locked itself out
  expect(
    await stage.store.db.selectFrom('differences').select('kind').where('settled_at', 'is', null).execute(),
  ).toEqual([]);
  expect(await openCop(village)).toBe(true);
}

const seesSpace = (village: Village, name: string) => () => {
  try {
    return village.person(name).seesNow(/./, { in: space }).length > 0;
  } catch {
    return false;
  }
};

export const opened: readonly Row[] = [
  {
    what: 'a space is opened to everybody',
    skips: { slack: 'Slack knows no such thing: see “made public”' },
    byHand: ({ joan }) => joan.makesPublic(space),
    async becomes(village) {
      await closesAgain(village, seesSpace(village, 'Dev'));
    },
  },
  {
    what: 'a space is opened to a role',
    skips: { slack: 'Slack knows no such thing: see “made public”' },
    async byHand({ joan, stage, person }) {
      await stage.playground.makesRole?.('Clinic');
      await joan.givesRole(person('Dev').name, 'Clinic');
      await joan.setsRights(space, 'Clinic', { allow: ['VIEW_CHANNEL'] });
    },
    async becomes(village) {
      const told = await asked(village, /whoever has the role Clinic can read it now/);
      expect(told.text).not.toMatch(/everybody on the server/);
      await closesAgain(village, seesSpace(village, 'Dev'));
    },
  },
  {
    what: 'a role that a space was opened to is deleted',
    skips: {
      slack: 'Slack knows no such thing: see “made public”',
      discord: { 'after an absence': 'then it was never opened to anybody' },
    },
    async byHand(village) {
      const { playground } = village.stage;
      for (const role of ['Clinic', 'Ward']) {
        playground.makesRole?.(role);
        await village.joan.setsRights(space, role, { allow: ['VIEW_CHANNEL'] });
        await asked(village, new RegExp(`the role.* ${role}.* can read it now`));
      }
      playground.deletesRole?.('Clinic');
    },
    async becomes(village) {
      const left = await asked(village, /whoever has the role Ward can read it now/); // the other still does
      expect(left.text).not.toMatch(/put back/);
      village.stage.playground.deletesRole?.('Ward');
      await asked(village, /role Ward can read it now.*it was put back on/s);
      await saidInPrivate(village, /Somebody opened the space/);
    },
  },
  {
    what: 'a role comes to let whoever has it into the server, where a space is hidden from nobody',
    skips: { slack: 'Slack knows no such thing: see “made public”' },
    async byHand(village) {
      const { playground } = village.stage;
      playground.takesPermission?.('VIEW_CHANNEL'); // from @everyone
      playground.givesPermission?.('VIEW_CHANNEL');
      playground.changesRole?.('People', []);
      await village.joan.dropsRights(space, '@everyone');
      await village.stage.settled();
      playground.changesRole?.('People', ['VIEW_CHANNEL']);
    },
    async becomes(village) {
      await asked(village, /whoever has the role People can read it now/);
      const { playground } = village.stage;
      playground.makesRole?.('Guests', { permissions: ['VIEW_CHANNEL'] });
      await asked(village, /the roles? .*Guests.* can read it now/);
      playground.deletesRole?.('Guests');
      await asked(village, /whoever has the role People can read it now/);
      playground.changesRole?.('People', []);
      await asked(village, /it was put back on/);
      await saidInPrivate(village, /Somebody opened the space/);
    },
  },
  {
    what: 'a space is opened to whoever a role lets into the server',
    skips: { slack: 'Slack knows no such thing: see “made public”' },
    async byHand({ joan, stage: { playground } }) {
      playground.takesPermission?.('VIEW_CHANNEL'); // from @everyone: people see the server by a role from now on
      playground.givesPermission?.('VIEW_CHANNEL');
      await joan.dropsRights(space, '@everyone');
    },
    async becomes(village) {
      const told = await asked(village, /whoever has the role People can read it now/);
      expect(told.text).not.toMatch(/everybody on the server/);
      await closesAgain(village, seesSpace(village, 'Dev'));
    },
  },
];
