/** What the port promises, held against both adapters over the wire: what people do without asking the bot. A gap is a declared skip, with a reason a user would accept. */
import { describe, expect, it } from 'vitest';
import { platformNames } from '../support/stage.ts';
import { amira, atThePort, ben, card, happened, it_, newKey, playground, space } from './port.ts';

describe.each(platformNames)('%s', platform => {
  atThePort(platform);

  describe('what people do', () => {
    it('a pin tells what was pinned and by whom; the bot hears nothing of its own', async () => {
      const opened = await space();
      const own = await it_.perform.post({ to: opened, card: card('Mine') }, newKey());
      await it_.perform.pin({ message: own }, newKey());
      const posted = await amira.posts('cop-wound-care', 'A paper', [
        { name: 'paper.pdf', type: 'application/pdf', body: new Uint8Array(3) },
      ]);
      await amira.pins(posted);
      await playground.until(() => happened.some(one => one.kind === 'pinned'), 'the pin to be heard of');
      expect(happened.filter(one => one.kind === 'pinned')).toMatchObject([
        {
          kind: 'pinned',
          by: { id: amira.id },
          message: { id: posted.id, byBot: false, files: [{ name: 'paper.pdf' }] },
        },
      ]);
    });

    it('who is brought in or put out by hand is told; what the bot does itself may be', async () => {
      const opened = await space();
      const byHand = platform === 'slack' ? amira : playground.person('Joan Mills');
      await byHand.brings('Ben Okafor', 'cop-wound-care');
      await playground.until(
        () => happened.some(one => one.kind === 'joined' && one.who.id === ben.id && one.space.id === opened.id),
        'the coming to be heard of',
      );
      await byHand.throwsOut('Ben Okafor', 'cop-wound-care');
      await playground.until(
        () => happened.some(one => one.kind === 'left' && one.who.id === ben.id),
        'the going to be heard of',
      );
    });

    it.skipIf(platform === 'discord')(
      'another app that is brought in is nobody, though Slack tells late what it is (on Discord apps come in by their roles)',
      async () => {
        await space();
        if (!('addsAnotherApp' in playground)) throw new Error('not a Slack');
        playground.addsAnotherApp('Polls');
        playground.injects({ on: 'users.info', does: { rateLimit: 1 } });
        await amira.brings('Polls', 'cop-wound-care');
        await amira.brings('Ben Okafor', 'cop-wound-care');
        await playground.until(
          () => happened.some(one => one.kind === 'joined' && one.who.name === 'Ben Okafor'),
          'Ben to be heard of, by name',
        );
        await amira.throwsOut('Polls', 'cop-wound-care');
        await playground.until(() => happened.some(one => one.kind === 'left'), 'its going to be heard of');
        const came = happened.flatMap(one => (one.kind === 'joined' ? [one.who.id] : []));
        expect(came.filter(id => id !== amira.id)).toEqual([ben.id]);
      },
    );
  });
});
