/** Who is in a space, and what they may do there. */
import { expect } from 'vitest';
import type { Persona } from '../../../../playground/driver.ts';
import { askIn } from '../../../support/scenes.ts';
import { type Row, space, type Village } from '../walk.ts';

const requests = ({ stage }: Village) => stage.store.db.selectFrom('join_requests').select('state').execute();

async function readsNothing(who: Persona): Promise<void> {
  await who.types('/cop docs list', { in: 'general' });
  await who.sees(/not in a CoP|no CoP|isn't open to you|aren't in/i);
}
async function readsLibrary(who: Persona): Promise<void> {
  await who.types('/cop docs list', { in: space });
  await who.sees(/library of Wound Care/);
}

const leavesAgain = (village: Village) => readsNothing(village.person('Ben'));
export const noEvents =
  'Discord tells of members by an intent of its own (Server Members), which the bot does not ask for: the hourly look finds it';
const noRights = 'Slack knows no rights in a channel: the bot acts for its facilitators';
const noSync = 'Slack knows no such thing: people are put out one by one (the row above)';

/** As one thing, with nothing ended; then all is as it was. */
async function asksAndPutsBack(village: Village, who: string, names: readonly string[]): Promise<void> {
  const { stage, stands } = village;
  const asker = village.person(who);
  const told = await asker.sees(/can no longer get into the space of Wound Care, all at once/, {
    in: 'direct message',
  });
  for (const name of names) expect(told.text).toContain(village.person(name).name);
  await stage.settled();
  expect(asker.seesNow(/can no longer get into the space/, { in: 'direct message' })).toHaveLength(1);
  const roles = () => stage.store.db.selectFrom('core_roles').select('ended_at').execute();
  expect((await roles()).every(one => one.ended_at === null)).toBe(true);
  await asker.presses('Put it back', { in: 'direct message', with: /no longer get into/ });
  for (const name of names) await stands(name, name === 'Amira' ? 'member facilitator' : 'member member');
  await stage.settled();
  expect(await village.amira.membersOf(space)).toEqual(
    expect.arrayContaining(names.map(name => village.person(name).name)),
  );
}

async function takesRole(who: Persona, { stage, until }: Village): Promise<void> {
  await who.types('/cop roles', { in: space });
  await who.presses('Volunteer');
  await who.form();
  await who.submits({});
  await until(
    async () => (await stage.store.db.selectFrom('core_roles').select('id').execute()).length === 1,
    'the role to be taken up',
  );
}

export const people: readonly Row[] = [
  {
    what: 'somebody is brought into a space',
    async byHand({ manager, person, amira, when }) {
      const dev = person('Dev');
      if (when === 'at once') {
        await askIn(dev);
        await amira.sees(/Dev Patel asks to join/, { in: 'direct message' });
      }
      await manager.brings('Dev Patel', space);
    },
    async becomes(village) {
      await village.stands('Dev', 'member member');
      await village.stage.settled();
      if (village.when === 'at once') expect(await requests(village)).toEqual([{ state: 'approved' }]);
      const [dev, dm] = [village.person('Dev'), { in: 'direct message' }];
      await dev.sees(/You're in: Wound Care/, dm);
      await village.stage.settled();
      expect(dev.seesNow(/You're in: Wound Care/, dm)).toHaveLength(1);
      await readsLibrary(dev);
      const clocks = await village.stage.store.db.selectFrom('clocks').select('step').execute();
      expect(clocks.filter(({ step }) => step.startsWith('settles-in '))).toHaveLength(1); // asked in two weeks
    },
  },
  {
    what: 'somebody is let see a space, and no more',
    skips: { slack: noRights },
    async byHand({ joan }) {
      await joan.setsRights(space, 'Dev Patel', { allow: ['VIEW_CHANNEL'] });
      await joan.setsRights(space, 'Carla Moreno', { allow: ['VIEW_CHANNEL'], deny: ['PIN_MESSAGES'] });
    },
    async becomes({ person, stands, stage, joan }) {
      const pins = async (name: string) => (await person(name).rightsIn(space)).includes('PIN_MESSAGES');
      for (const name of ['Dev', 'Carla']) await stands(name, 'member member');
      await stage.settled();
      expect([await pins('Dev'), await pins('Carla')]).toEqual([true, false]);
      await stage.away(() => joan.setsRights(space, 'Dev Patel', { allow: ['VIEW_CHANNEL'] }));
      await stage.settled();
      expect(await pins('Dev')).toBe(false); // edited on purpose
    },
  },
  {
    what: 'somebody is put out of a space',
    members: ['Ben', 'Carla', 'Dev'],
    byHand: ({ manager }) => manager.throwsOut('Ben Okafor', space),
    async becomes(village) {
      await village.stands('Ben', 'left member');
      await leavesAgain(village);
      await readsLibrary(village.person('Carla'));
    },
  },
  {
    what: 'many are put out, one after the other',
    members: ['Ben', 'Carla', 'Dev'],
    async byHand(village) {
      const { manager, person, when, stage, stands } = village;
      if (when === 'at once') await takesRole(person('Ben'), village);
      await stage.settled();
      for (const name of ['Ben', 'Carla']) {
        await manager.throwsOut(person(name).name, space);
        if (when === 'at once') await stands(name, 'left member');
      }
    },
    becomes: village => asksAndPutsBack(village, 'Amira', ['Ben', 'Carla']),
  },
  {
    what: 'permissions are synced with the category',
    members: ['Ben', 'Carla'],
    skips: { slack: noSync },
    byHand: ({ joan }) => joan.syncsRights(space),
    async becomes(village) {
      await village.stands('Ben', 'left member');
      await readsNothing(village.person('Ben'));
      await asksAndPutsBack(village, 'Amira', ['Amira', 'Ben', 'Carla']);
    },
  },
  {
    what: "a member's rights are edited",
    members: ['Ben', 'Carla', 'Dev'],
    skips: { slack: noRights },
    byHand: ({ joan, person }) => joan.setsRights(space, person('Ben').name, { allow: ['SEND_MESSAGES'] }),
    async becomes(village) {
      await village.stands('Ben', 'left member');
      await leavesAgain(village);
    },
  },
  {
    what: "a facilitator's rights are edited",
    skips: { slack: noRights },
    byHand: ({ joan, amira }) => joan.setsRights(space, amira.name, { allow: ['VIEW_CHANNEL', 'SEND_MESSAGES'] }),
    async becomes({ amira, stage, stands, until }) {
      await amira.sees(/Somebody changed what @?Amira Haddad may do in the space of Wound Care/, {
        in: 'direct message',
      });
      await stage.away(async () => {});
      await stage.settled();
      expect(amira.seesNow(/Somebody changed what/, { in: 'direct message' })).toHaveLength(1);
      await stands('Amira', 'member facilitator');
      await amira.presses('Put it back', { in: 'direct message' });
      await until(async () => (await amira.rightsIn(space)).includes('MANAGE_MESSAGES'), 'her to tend it again');
      await amira.sees(/it was put back on/, { in: 'direct message' });
    },
  },
  {
    what: 'somebody is deactivated, or leaves the server',
    members: ['Ben', 'Carla', 'Dev'],
    skips: { discord: { 'at once': noEvents } },
    byHand: ({ person }) => person('Ben').leavesWorkspace(),
    async becomes({ stands, stage }) {
      await stands('Ben', 'left member');
      await stage.settled();
    },
  },
  {
    what: 'a facilitator is deactivated, or leaves the server',
    members: ['Ben', 'Carla', 'Dev'],
    supported: true,
    skips: { discord: { 'at once': noEvents } },
    byHand: ({ amira }) => amira.leavesWorkspace(),
    async becomes({ stands, joan }) {
      await stands('Amira', 'left facilitator');
      await joan.sees(/Wound Care needs a facilitator/, { in: 'support' });
    },
  },
  {
    what: 'somebody leaves the workspace and comes back',
    members: ['Ben', 'Carla', 'Dev'],
    skips: { discord: { 'at once': noEvents } },
    async byHand({ person, stands, when, stage }) {
      if (stage.platform === 'discord') stage.playground.keepsLeaversRights?.(false);
      await person('Ben').leavesWorkspace();
      if (when === 'at once') await stands('Ben', 'left member');
      await person('Ben').returnsToWorkspace();
    },
    async becomes(village) {
      const { person, stands, amira } = village;
      await stands('Ben', 'left member');
      const ben = person('Ben');
      await askIn(ben); // never "you are in already"
      await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
      await amira.presses('Approve', { in: 'direct message' });
      await stands('Ben', 'member member');
      await readsLibrary(ben);
    },
  },
  {
    what: 'somebody is renamed',
    skips: { discord: { 'at once': noEvents } },
    async byHand({ stage }) {
      await stage.playground.renamesPerson?.('Amira Haddad', 'Amira Haddad-Lund');
    },
    async becomes({ until, stage, amira, clock }) {
      const isKnown = async () =>
        (await stage.store.db.selectFrom('persons').select('name').execute()).some(
          one => one.name === 'Amira Haddad-Lund',
        );
      await until(isKnown, 'her name to be known');
      await amira.types('/cop docs list', { in: space }); // nobody goes by what they heard of her before
      await amira.sees(/library of Wound Care/);
      expect(await isKnown()).toBe(true);
      stage.playground.clearTraffic();
      clock.passes(3600_000);
      const { playground, platform } = stage;
      const looked = () => playground.traffic.some(one => one.name === 'conversations.members');
      await until(async () => platform === 'discord' || looked(), 'the hourly look'); // Discord is asked over the Gateway
      await stage.away(async () => expect(await isKnown()).toBe(true));
    },
  },
  {
    what: 'the workspace or server is renamed',
    members: ['Ben'],
    async byHand({ stage }) {
      await stage.playground.renamesWorkspace?.('Northern and Western Network');
    },
    async becomes(village) {
      await readsLibrary(village.person('Ben')); // it keeps no name of it
      await village.stage.settled();
    },
  },
];
