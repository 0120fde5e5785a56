/** The process is killed at the worst moments of /startcop, and started again: one channel, nothing twice, the rest done. */
import { describe, expect, it } from 'vitest';
import type { PlatformName } from '../../src/platform/chat-platform.ts';
import { goingOn } from '../support/going-on.ts';
import { undoneAt } from '../support/process.ts';

/** Nobody starts more than a few in an hour. */
const starters = ['Amira Haddad', 'Ben Okafor', 'Dev Patel', 'Joan Mills'];

/** `anew`: what only a workspace's first CoP calls for. */
type Place = readonly [call: string, nth: number, inAnew?: 'anew'];

/** At each of these calls, before it is done and after. */
export function killedAt(platform: PlatformName, places: readonly Place[]): void {
  const cases = places
    .flatMap(([call, nth, anew]) =>
      (['before', 'performed'] as const).map(moment => ({ platform, call, nth, moment, anew: anew !== undefined })),
    )
    .map((one, n) => ({ ...one, letter: String.fromCharCode(97 + n), starter: starters[n % starters.length] ?? '' }));

  const { whoIsUp, goesOn } = goingOn();

  describe('killed in the middle of /startcop', () => {
    it.each(cases)(
      'on $platform, at call $nth of $call ($moment)',
      { timeout: 150_000 },
      async ({ call, nth, moment, anew, letter, starter }) => {
        const { scene, bot } = await whoIsUp(platform, anew);
        const { playground, folder } = scene;
        const [name, space] = [`Wound Care ${letter.toUpperCase()}`, `cop-wound-care-${letter}`];

        let seen = 0;
        const killed = new Promise<void>(resolve => {
          const off = playground.watch((at, one) => {
            if (at !== moment || one.name !== call || ++seen !== nth) return;
            bot.kill();
            off();
            resolve();
          });
        });
        const who = playground.person(starter);
        await who.types('/startcop', { in: 'general' });
        await who.form();
        void who.submits({ Name: name, 'What do you care about?': 'Healing' }).catch(() => {});
        await killed;
        await bot.ended;

        const again = await scene.start();
        await who.sees(/Virtuous Circle/i, { in: space });
        expect(await undoneAt(folder)).toEqual([]);

        expect((await who.channels()).filter(channel => channel.name.startsWith(space))).toMatchObject([
          { name: space },
        ]);
        const all = await who.reads(space);
        const posts = all.filter(
          ({ byBot, text }) => byBot && /^(Welcome to|Start-up|Dialogue|The Virtuous)/.test(text),
        );
        expect(posts).toHaveLength(4);
        for (const { text } of all.slice(all.findIndex(({ text }) => /^Welcome to/.test(text)) + 1))
          expect(text).toMatch(/pinned a message/);
        const isHere = ({ channelId }: { channelId: string }) =>
          channelId === posts[0]?.channelId || posts.some(({ id }) => id === channelId); // a thread on Discord bears its message's id
        for (const words of [/Three questions before you start/, /Eight questions/, /What feeds it/])
          expect(who.seesNow(words).filter(one => isHere(one) && !one.onlyYou)).toHaveLength(1);
        expect(posts.flatMap(message => message.pictures)).toHaveLength(1);
        expect(await who.pinsOf(space)).toHaveLength(4);
        const firstWeeks = (await who.reads('direct message')).filter(one => /^For you, as facilitator/.test(one.text));
        expect(firstWeeks).toHaveLength(1); // whatever else they have started
        goesOn({ scene, bot: again });
      },
    );
  });
}
