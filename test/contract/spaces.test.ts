/** What the port promises, held against both adapters over the wire: spaces. A gap is a declared skip, with a reason a user would accept. */
import { describe, expect, it } from 'vitest';
import type { SlackPlayground } from '../../playground/slack/index.ts';
import { platformNames } from '../support/stage.ts';
import {
  account,
  amira,
  atThePort,
  ben,
  calls,
  happened,
  it_,
  kindOf,
  newKey,
  opening,
  peopleIn,
  playground,
  space,
} from './port.ts';

describe.each(platformNames)('%s', platform => {
  atThePort(platform);

  describe('a space', () => {
    it('is private, and nobody is in it who was not let in', async () => {
      const opened = await space();
      expect(opened.name).toBe('cop-wound-care');
      expect(await peopleIn(amira)).toEqual(['Amira Haddad']);
      expect((await ben.channels()).map(one => one.name)).not.toContain('cop-wound-care');
      expect((await amira.channels()).find(one => one.name === 'cop-wound-care')?.private).toBe(true);
    });

    it('is found again by its key, and only from its own time on', async () => {
      const [mine, since] = [newKey(), Date.now()];
      expect(await it_.find['open-space'](opening(), mine, since)).toBeUndefined();
      const opened = await it_.perform['open-space'](opening(), mine);
      expect(await it_.find['open-space'](opening(), mine, since)).toMatchObject({ id: opened.id, name: opened.name });
      expect(
        await it_.find['open-space'](opening({ others: async () => [opened.id] }), newKey(), since),
      ).toBeUndefined();
      expect(await it_.find['open-space'](opening({ name: 'cop-other' }), newKey(), since)).toBeUndefined();
    });

    it.skipIf(platform === 'discord')('is found again by a name that Slack has made its own', async () => {
      const [since, wanted] = [Date.now(), opening({ name: 'cop-naïve-日本語' })];
      (playground as SlackPlayground).foldsNames(true);
      const { id, name } = await it_.perform['open-space'](wanted, newKey());
      expect(name).toBe('cop-naive-日本語');
      expect(await it_.find['open-space'](wanted, newKey(), since)).toMatchObject({ id, name });
      const another = opening({ name: 'cop-naïve-日' });
      expect(await it_.find['open-space'](another, newKey(), since)).toBeUndefined();
    });

    it('is archived: read by who is in it and written in by nobody; a second time changes nothing', async () => {
      const opened = await space();
      await it_.perform.admit({ space: opened, who: [account(ben)] }, newKey());
      const archiving = { space: opened, how: 'archived' } as const;
      await it_.perform['archive-space'](archiving, newKey());
      await playground.until(async () => (await writes()) === false, 'nobody to write there');
      playground.clearTraffic();
      const again = it_.perform['archive-space'](archiving, newKey());
      if (platform === 'slack')
        expect(await kindOf(again)).toBe('gone'); // what is archived puts the bot out
      else await again;
      expect(calls().filter(name => /PATCH|PUT|POST/.test(name))).toEqual([]);
      expect((await ben.channels()).map(one => one.name)).toContain('cop-wound-care');

      async function writes() {
        const here = (await ben.channels()).find(one => one.id === opened.id);
        return (
          !here?.archived &&
          (await ben.posts('cop-wound-care', 'Hello').then(
            () => true,
            () => false,
          ))
        );
      }
    });

    it('gets a topic; a second time changes nothing', async () => {
      const opened = await space();
      const described = {
        space: opened,
        topic: 'Healing wounds & legs <3',
        purpose: 'Learning together, A > B: https://example.org/?a&b',
      };
      await it_.perform['describe-space'](described, newKey());
      const topic = async () => (await amira.channels()).find(one => one.id === opened.id)?.topic;
      await playground.until(async () => (await topic())?.includes('Healing wounds') === true, 'its topic');
      playground.clearTraffic();
      await it_.perform['describe-space'](described, newKey());
      expect(calls().filter(one => /^(conversations\.set|PATCH)/.test(one))).toEqual([]);
    });

    it('gets another name with its topic; a second time changes nothing and costs no renaming', async () => {
      const opened = await space();
      const renaming = { space: opened, name: 'cop-leg-ulcers', topic: 'Healing legs', purpose: 'Learning together' };
      expect(await it_.perform['rename-space'](renaming, newKey())).toEqual({ name: 'cop-leg-ulcers' });
      const now = async () => (await amira.channels()).find(one => one.id === opened.id);
      await playground.until(async () => (await now())?.name === 'cop-leg-ulcers', 'the new name');
      expect((await now())?.topic).toContain('Healing legs');
      playground.clearTraffic();
      expect(await it_.perform['rename-space'](renaming, newKey())).toEqual({ name: 'cop-leg-ulcers' });
      expect(calls()).not.toContain('conversations.rename');
      const topic = (await now())?.topic;
      expect(topic).toContain('Healing legs');
    });

    it('says gone when it is to be renamed and is no longer there', async () => {
      const opened = await space();
      const byHand = platform === 'slack' ? amira : playground.person('Joan Mills');
      await byHand.deletesChannel('cop-wound-care');
      await playground.until(
        () => happened.some(one => one.kind === 'closed' && one.space.id === opened.id && one.how === 'deleted'),
        'the deletion to be heard of',
      );
      const renaming = { space: opened, name: 'cop-x', topic: 'x', purpose: 'x' };
      expect(await kindOf(it_.perform['rename-space'](renaming, newKey()))).toBe('gone');
    });

    it.skipIf(platform === 'discord')('tells that it was archived (Discord has no such thing)', async () => {
      const opened = await space();
      await amira.archives('cop-wound-care');
      await playground.until(
        () => happened.some(one => one.kind === 'closed' && one.space.id === opened.id && one.how === 'archived'),
        'the archiving to be heard of',
      );
    });

    it.each(['Über Ärzte', 'مجتمع', '🎉', 'a.b c/d', 'x'.repeat(120)])('takes any name: %s', async name => {
      const opened = await it_.perform['open-space'](opening({ name: `cop-${name}` }), newKey());
      expect(opened.name.length).toBeLessThanOrEqual(100);
    });

    it('lets people in and out, as often as it is asked', async () => {
      const opened = await space();
      for (let n = 0; n < 2; n++)
        await it_.perform.admit({ space: opened, who: [account(ben), account(amira)] }, newKey());
      expect([...(await peopleIn(amira))].sort()).toEqual(['Amira Haddad', 'Ben Okafor']);
      for (let n = 0; n < 2; n++) await it_.perform.remove({ space: opened, who: [account(ben)] }, newKey());
      if (platform === 'slack')
        playground.injects({ on: 'conversations.kick', does: { refuse: 'user_not_in_channel' } });
      await it_.perform.remove({ space: opened, who: [account(ben)] }, newKey());
      expect(await peopleIn(amira)).toEqual(['Amira Haddad']);
    });

    it.skipIf(platform === 'discord')(
      'lets in all who can be, whoever of them a call was about (Discord takes one at a time)',
      async () => {
        const opened = await space();
        const nobodies = Array.from({ length: 100 }, (_, n) => ({ ...account(ben), id: `U0NOBODY${n}` }));
        playground.clearTraffic();
        await expect(
          it_.perform.admit({ space: opened, who: [...nobodies, account(amira), account(ben)] }, newKey()),
        ).rejects.toMatchObject({ kind: 'gone', whose: 'person' });
        expect(await peopleIn(amira)).toContain('Ben Okafor');
        expect(calls().filter(name => name === 'conversations.invite')).toHaveLength(2); // it takes fifty a minute
      },
    );

    it.skipIf(platform === 'discord')('says of several what somebody can mend (Discord knows no guests)', async () => {
      const opened = await space();
      const nobody = { ...account(ben), id: 'U0NOBODY' };
      const who = [account(playground.person('Kofi Mensah')), nobody, account(ben)];
      await expect(it_.perform.admit({ space: opened, who }, newKey())).rejects.toMatchObject({ kind: 'forbidden' });
      expect(await peopleIn(amira)).toContain('Ben Okafor');
    });

    it('says gone for somebody who is not there, and lets the others in', async () => {
      const opened = await space();
      const nobody = { ...account(ben), id: platform === 'slack' ? 'U0NOBODY' : '99999999999999999' };
      const admitting = it_.perform.admit({ space: opened, who: [account(ben), nobody] }, newKey());
      await expect(admitting).rejects.toMatchObject({ kind: 'gone', whose: 'person' }); // the space is still there
      expect(await peopleIn(amira)).toContain('Ben Okafor');
    });

    it.skipIf(platform === 'slack')(
      'gives and takes the facilitator its administration (Slack has none outside Enterprise: the bot acts for them)',
      async () => {
        const opened = await space();
        expect(await amira.rightsIn('cop-wound-care')).toEqual(
          expect.arrayContaining(['MANAGE_MESSAGES', 'PIN_MESSAGES', 'MANAGE_THREADS']),
        );
        expect(await amira.rightsIn('cop-wound-care')).not.toContain('MANAGE_ROLES');
        await it_.perform['unmake-facilitator']({ space: opened, who: account(amira) }, newKey());
        expect(await amira.rightsIn('cop-wound-care')).toEqual(['PIN_MESSAGES']);
        expect(await peopleIn(amira)).toEqual(['Amira Haddad']);
      },
    );

    it('costs no call to be told what is so already', async () => {
      const opened = await space();
      await it_.perform['describe-space']({ space: opened, topic: 'Healing', purpose: 'To heal' }, newKey());
      playground.clearTraffic();
      await it_.perform['make-facilitator']({ space: opened, who: account(amira) }, newKey());
      expect(calls()).toEqual([]);
    });
  });
});
