/** What the port promises, held against both adapters over the wire: what goes wrong, and the end. A gap is a declared skip, with a reason a user would accept. */
import { describe, expect, it } from 'vitest';
import { platformNames } from '../support/stage.ts';
import { atThePort, card, it_, kindOf, newKey, playground, space } from './port.ts';

describe.each(platformNames)('%s', platform => {
  atThePort(platform);

  describe('errors', () => {
    it.each([
      [{ rateLimit: 2 }, 'rate-limited'],
      [{ status: 503 }, 'unknown-outcome'],
      [{ halfSaid: true }, 'unknown-outcome'],
      [{ page: 502 }, 'unknown-outcome'],
      [{ page: 200 }, 'unknown-outcome'],
      [{ page: 401 }, 'unreachable'],
      [{ page: 403 }, 'unreachable'],
      [{ page: 404 }, 'unreachable'],
    ] as const)('%j is %s', async (does, kind) => {
      const opened = await space();
      playground.injects({ on: platform === 'slack' ? 'chat.postMessage' : 'POST /channels/:id/messages', does });
      expect(await kindOf(it_.perform.post({ to: opened, card: card('x') }, newKey()))).toBe(kind);
    });

    it('one that a human can mend is forbidden', async () => {
      const opened = await space();
      playground.injects({
        on: platform === 'slack' ? 'chat.postMessage' : 'POST /channels/:id/messages',
        does: { refuse: platform === 'slack' ? 'missing_scope' : '50013' },
      });
      expect(await kindOf(it_.perform.post({ to: opened, card: card('x') }, newKey()))).toBe('forbidden');
    });

    it('a platform that is not there is unreachable, or of unknown outcome', async () => {
      const opened = await space();
      await playground.stop();
      expect(['unreachable', 'unknown-outcome']).toContain(
        await kindOf(it_.perform.post({ to: opened, card: card('x') }, newKey())),
      );
    });
  });

  it('what is still on its way, or waits its turn, when the bot is stopped is nobody’s fault', async () => {
    const opened = await space();
    const held = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const post = platform === 'slack' ? 'chat.postMessage' : 'POST /channels/:id/messages';
    playground.watch((moment, { name }) => {
      if (moment !== 'before' || name !== post) return;
      begun.resolve();
      return held.promise;
    });
    const kinds = ['a', 'b', 'c'].map(words => kindOf(it_.perform.post({ to: opened, card: card(words) }, newKey())));
    await begun.promise;
    await it_.stop();
    held.resolve();
    for (const kind of await Promise.all(kinds)) expect(['done', 'unreachable', 'unknown-outcome']).toContain(kind);
  });

  it('ends promptly, and twice', async () => {
    await it_.stop();
    await it_.stop();
    await playground.until(() => !playground.connected(), 'the adapter to be gone');
  });
});
