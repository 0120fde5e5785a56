/** The channels that an administrator chose: the Support Team's and the Facilitators' forum. */
import { expect } from 'vitest';
import { setUp } from '../../../support/scenes.ts';
import { type Row, space, type Village } from '../walk.ts';

const forum = 'facilitators-forum';
const notTold = 'Slack tells of it by channels:history alone, which the bot does not ask for: the hourly look finds it';
const makesOne = { "The Facilitators' forum": 'Make one' };

async function makesAnother(joan: Village['joan']): Promise<void> {
  await joan.types('/cop setup', { in: 'general' });
  await joan.presses('Forum');
  await joan.form();
  await joan.submits(makesOne);
}

/** Amira facilitates: the forum is made, with her in it. */
async function withForum({ joan, amira, stage, until }: Village): Promise<void> {
  await setUp(joan, makesOne);
  await until(async () => (await amira.channels()).some(one => one.name === forum), 'the forum to be made');
  await stage.settled();
}
const forums = async ({ amira }: Village) => (await amira.channels()).filter(one => one.name.startsWith(forum));

/** By event or on a look, and once; a further look tells nothing more. */
async function toldOnce(village: Village, pattern: RegExp): Promise<void> {
  const { joan, stage } = village;
  await joan.sees(pattern, { in: 'direct message' });
  await stage.away(async () => {});
  await stage.settled();
  expect(joan.seesNow(pattern, { in: 'direct message' })).toHaveLength(1);
}

const supports = async ({ stage: { store }, person }: Village, name: string): Promise<boolean> => {
  const rows = await store.db
    .selectFrom('support_people as s')
    .innerJoin('accounts as a', 'a.person_id', 's.person_id')
    .select('a.external_id')
    .execute();
  return rows.some(row => row.external_id === person(name).id);
};

/** While the bot is there to have made it; then by hand. */
const onceMade =
  (work: (village: Village) => Promise<void>): Row['byHand'] =>
  async village => {
    if (village.when === 'at once') {
      await withForum(village);
      return work(village);
    }
    await village.stage.away(async () => {});
    await withForum(village);
    return village.stage.away(() => work(village));
  };

async function startsAnother({ person, stage }: Village): Promise<void> {
  const ben = person('Ben');
  await ben.types('/startcop', { in: 'general' });
  await ben.form();
  await ben.submits({ Name: 'Falls', 'What do you care about?': 'Falls at home' });
  await ben.sees(/Your space is ready/);
  await stage.settled();
}

export const chosen: readonly Row[] = [
  {
    what: "the Support Team's channel is archived or deleted",
    supported: true,
    byHand: ({ joan, stage }) =>
      stage.platform === 'slack' ? joan.archives('support') : joan.deletesChannel('support'),
    async becomes(village) {
      const { joan, amira } = village;
      await toldOnce(village, /I can't get into the Support Team's channel any more/);
      await startsAnother(village); // what is to be said there waits
      expect(joan.seesNow(/needs a hand/)).toEqual([]);
      expect(amira.seesNow(/needs a hand/)).toEqual([]);
      await joan.makesChannel('team', { private: true });
      await joan.brings('CoP Bot', 'team');
      await joan.types('/cop setup', { in: 'general' });
      await joan.presses('Support Team and starting');
      await joan.form();
      await joan.submits({ "The Support Team's channel": 'team' });
      await joan.sees(/Falls/, { in: 'team' });
      await joan.sees(/I can reach the Support Team again/, { in: 'direct message' });
    },
  },
  {
    what: "the Support Team's channel is opened to everybody",
    supported: true,
    skips: { slack: { 'at once': notTold } },
    byHand: ({ joan }) => joan.makesPublic('support'),
    async becomes(village) {
      const { joan, clock } = village;
      await toldOnce(village, /Everybody here can read the Support Team's channel now/);
      await joan.makesPrivate('support');
      clock.passes(3600_000);
      await joan.sees(/what I say to the Support Team isn't there for others/, { in: 'direct message' });
    },
  },
  {
    what: "the Support Team's channel is shared with another organisation",
    supported: true,
    skips: { discord: "Discord's channels are of one server" },
    async byHand({ stage, when, until }) {
      const { db } = stage.store;
      const connects = async () => stage.playground.connects?.('support');
      if (when === 'at once') return connects();
      await stage.away(async () => {}); // so that it knows the channel
      stage.playground.makesOld?.('support');
      await until(async () => {
        const { support_channel: chosen } = await db
          .selectFrom('settings')
          .select('support_channel')
          .executeTakeFirstOrThrow();
        return chosen?.startsWith('G') === true;
      }, 'its id of old to be known');
      await stage.away(connects);
    },
    async becomes(village) {
      const { joan, amira, stage, clock } = village;
      await toldOnce(village, /Somebody shared the Support Team's channel with another organisation/);
      expect(amira.seesNow(/another organisation/)).toEqual([]);
      stage.playground.disconnectsFrom?.('support');
      clock.passes(3600_000);
      await joan.sees(/what I say to the Support Team isn't there for others/, { in: 'direct message' });
    },
  },
  {
    what: 'the forum is opened to everybody',
    skips: { slack: { 'at once': notTold } },
    byHand: onceMade(async ({ joan, amira, stage }) => {
      if (stage.platform === 'slack') await amira.brings(joan.name, forum);
      await joan.makesPublic(forum);
    }),
    async becomes(village) {
      await toldOnce(village, /Everybody here can read the Facilitators' forum now/);
      await makesAnother(village.joan);
      await village.joan.sees(/the Facilitators' forum isn't there for others/, { in: 'direct message' });
    },
  },
  {
    what: 'the forum is archived or deleted',
    byHand: onceMade(({ amira, joan, stage }) =>
      stage.platform === 'slack' ? amira.archives(forum) : joan.deletesChannel(forum),
    ),
    async becomes(village) {
      const { joan, amira, until } = village;
      await toldOnce(village, /I can't get into the Facilitators' forum any more/);
      await startsAnother(village);
      await makesAnother(joan);
      await joan.sees(/facilitators are let into their forum again/, { in: 'direct message' });
      await until(async () => {
        const there = (await forums(village)).filter(one => !one.archived);
        const [fresh] = there;
        return there.length === 1 && fresh !== undefined && (await amira.membersOf(fresh.name)).length >= 2;
      }, 'a new forum with both of them in it');
      expect(amira.seesNow(/needs a hand/)).toEqual([]);
    },
  },
  {
    what: 'the bot is put out of the forum',
    byHand: onceMade(({ manager }) => manager.throwsOut('CoP Bot', forum)),
    async becomes(village) {
      const { joan, manager, amira, until } = village;
      await toldOnce(village, /I can't get into the Facilitators' forum any more/);
      await startsAnother(village);
      expect(await amira.membersOf(forum)).not.toContain('Ben Okafor');
      await manager.brings('CoP Bot', forum);
      await until(async () => (await amira.membersOf(forum)).includes('Ben Okafor'), 'Ben to be let in');
      await joan.sees(/facilitators are let into their forum again/, { in: 'direct message' });
    },
  },
  {
    what: 'a facilitator leaves the forum, or is put out of it',
    byHand: onceMade(({ amira, joan, stage }) =>
      stage.platform === 'slack' ? amira.leaves(forum) : joan.throwsOut('Amira Haddad', forum),
    ),
    async becomes({ amira, stage, until, stands }) {
      await amira.sees(/You aren't in the Facilitators' forum any more/, { in: 'direct message' });
      await stands('Amira', 'member facilitator');
      await stage.away(async () => {});
      await stage.settled();
      expect(amira.seesNow(/You aren't in the Facilitators' forum/, { in: 'direct message' })).toHaveLength(1);
      expect((await amira.channels()).some(one => one.name === forum)).toBe(false); // not dragged back
      await amira.presses('Bring me back in', { in: 'direct message' });
      await until(async () => (await amira.channels()).some(one => one.name === forum), 'her to be in it again');
    },
  },
  {
    what: 'somebody in the forum facilitates nothing any more',
    members: ['Ben', 'Carla', 'Dev'],
    byHand: onceMade(async ({ manager }) => {
      await manager.brings('Carla Moreno', forum); // a guest of somebody's
      await manager.throwsOut('Amira Haddad', space);
    }),
    async becomes({ person, amira, stands, until }) {
      const carla = person('Carla');
      await stands('Amira', 'left facilitator');
      await amira.presses('I meant to leave', { in: 'direct message' });
      await until(async () => !(await carla.membersOf(forum)).includes('Amira Haddad'), 'her to be out of the forum');
      expect(await carla.membersOf(forum)).toContain('Carla Moreno');
    },
  },
  {
    what: "somebody comes into the Support Team's channel",
    supported: true,
    byHand: ({ joan }) => joan.brings('Ben Okafor', 'support'),
    becomes: village => village.until(() => supports(village, 'Ben'), 'him to be of the Support Team'),
  },
  {
    what: "somebody is put out of the Support Team's channel",
    supported: true,
    async byHand(village) {
      const { joan, until, stage, when } = village;
      await joan.brings('Ben Okafor', 'support');
      if (when === 'after an absence') await stage.away(async () => {}); // so that it has heard of him
      await until(() => supports(village, 'Ben'), 'him to be of the Support Team');
      if (when === 'at once') await joan.throwsOut('Ben Okafor', 'support');
      else await stage.away(() => joan.throwsOut('Ben Okafor', 'support'));
    },
    becomes: village => village.until(async () => !(await supports(village, 'Ben')), 'him to be out of it'),
  },
];
