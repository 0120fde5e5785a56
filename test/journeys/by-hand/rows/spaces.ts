/** What people do to a channel itself. */
import { expect } from 'vitest';
import { type Row, space } from '../walk.ts';
import { connected } from './connected.ts';
import { asked, openCop, opened, saidInPrivate } from './opened.ts';

const neverArchived = "Discord's channels are never archived: only threads are";

export const spaces: readonly Row[] = [
  {
    what: 'a space is renamed',
    byHand: ({ manager }) => manager.renames(space, 'wounds'),
    async becomes({ until, cop, amira, stage }) {
      await until(async () => (await cop()).space_name === 'wounds', 'its new name to be known');
      expect((await cop()).name).toBe('Wound Care');
      const told = await amira.sees(/Somebody renamed the space of Wound Care/, { in: 'direct message' });
      expect(told.text).toContain('#wounds');
      await stage.settled();
      expect(amira.seesNow(/renamed the space/, { in: 'direct message' })).toHaveLength(1);
      await amira.types('/cop docs list', { in: 'wounds' });
      await amira.sees(/library of Wound Care/);
    },
  },
  ...connected,
  {
    what: 'its topic is changed',
    byHand: ({ manager }) => manager.setsTopic(space, 'Tuesdays at noon'),
    async becomes({ amira, stage }) {
      await stage.away(async () => {}); // not fought over, however often it is looked at
      await stage.settled();
      const [topic] = (await amira.channels()).filter(one => one.name === space).map(one => one.topic);
      expect(topic).toContain('Tuesdays at noon');
    },
  },
  {
    what: 'a space is archived',
    skips: { discord: neverArchived },
    byHand: ({ manager }) => manager.archives(space),
    async becomes(village) {
      if (village.when === 'after an absence') {
        await asked(village, /I can't get into the space of Wound Care any more/); // it looks like being put out
        expect(await openCop(village)).toBe(true);
        return village.amira.presses("It's closed for good", { in: 'direct message' });
      }
      await asked(village, /Somebody archived its channel/);
      expect(await openCop(village)).toBe(false);
    },
  },
  {
    what: 'a space is unarchived',
    skips: {
      slack: {
        'after an absence':
          'nobody brings the bot back by it: it lives on when the bot is invited again (the next row)',
      },
      discord: neverArchived,
    },
    async byHand({ manager, amira, stage }) {
      await manager.archives(space);
      await amira.sees(/Somebody archived its channel/, { in: 'direct message' });
      await stage.settled();
      await manager.unarchives(space);
    },
    async becomes(village) {
      await asked(village, /Somebody unarchived it/);
      expect(await openCop(village)).toBe(false);
    },
  },
  {
    what: 'the bot is invited into a space that was unarchived',
    members: ['Ben'],
    skips: { discord: neverArchived },
    async byHand(village) {
      const { manager, amira, stage, when } = village;
      const archived = async () => {
        await manager.archives(space);
        await amira.sees(/Somebody archived its channel/, { in: 'direct message' });
        await stage.settled();
      };
      if (when === 'at once') await archived();
      else {
        // it has to be there to hear of the archiving, and away for the rest
        await stage.away(async () => {});
        await archived();
        return stage.away(async () => {
          await manager.unarchives(space);
          await manager.brings('CoP Bot', space);
        });
      }
      await manager.unarchives(space);
      await manager.brings('CoP Bot', space);
    },
    async becomes(village) {
      await asked(village, /is open again in #cop-wound-care: people can find it and ask to join/);
      expect(await openCop(village)).toBe(true);
      await village.stands('Ben', 'member member');
      const dev = village.person('Dev');
      await dev.types('/cop find wound', { in: 'general' });
      await dev.sees(/Wound Care/);
    },
  },
  {
    what: 'a space is deleted',
    byHand: ({ manager }) => manager.deletesChannel(space),
    async becomes(village) {
      if (village.stage.platform === 'slack' && village.when === 'after an absence') {
        await asked(village, /I can't get into the space of Wound Care any more/);
        expect(await openCop(village)).toBe(true);
        await village.amira.presses("It's closed for good", { in: 'direct message' });
      } else await asked(village, /Somebody deleted its channel/);
      await village.until(async () => !(await openCop(village)), 'it to be closed');
    },
  },
  {
    what: 'a space is made public',
    skips: {
      slack: {
        'at once':
          'Slack tells of it by channels:history alone, which the bot does not ask for: the hourly look finds it',
      },
      discord: 'Discord converts no channels: see “opened to everybody”',
    },
    async byHand({ amira, joan }) {
      await amira.brings(joan.name, space);
      await joan.makesPublic(space);
    },
    async becomes(village) {
      const { joan, stage, clock, amira } = village;
      await asked(
        village,
        /Somebody made the space of Wound Care public: .*Only an administrator can make it private again/s,
      );
      await saidInPrivate(village, /made the space of Wound Care public/);
      expect(amira.seesNow(/made the space/)[0]?.buttons.map(one => one.label)).toEqual(["It's right"]);
      expect(await openCop(village)).toBe(true);
      await joan.makesPrivate(space);
      clock.passes(3600_000);
      await asked(village, /it was put back on/);
      await stage.settled();
    },
  },
  ...opened,
  {
    what: 'something else of a space is changed that the bot was put out of',
    skips: { slack: 'to who is in no private channel, Slack tells nothing of it' },
    async byHand(village) {
      const { joan, stage, when } = village;
      const putOut = () => joan.throwsOut('CoP Bot', space);
      if (when === 'at once') {
        await stage.away(putOut);
        await asked(village, /I can't get into the space of Wound Care any more/);
      } else await putOut();
      await joan.renames(space, 'wounds');
      await joan.setsRights('wounds', '@everyone', { allow: ['ADD_REACTIONS'], deny: ['VIEW_CHANNEL'] });
    },
    async becomes(village) {
      const { amira, joan, stage } = village;
      await asked(village, /I can't get into the space of Wound Care any more/);
      await stage.away(async () => {}); // all that was told is taken in
      await stage.settled();
      expect(amira.seesNow(/it was put back on/, { in: 'direct message' })).toEqual([]);
      await joan.brings('CoP Bot', 'wounds');
      await asked(village, /it was put back on/);
      await village.until(async () => (await village.cop()).space_name === 'wounds', 'its new name to be known');
    },
  },
];
