/** A backup is put back while people go on pressing, typing, posting and pinning, before it and from the moment that the bot hears them again: what they meet is said to them, what the platform shows of it is found again, and nothing stands there twice. */
import { expect, it, vi } from 'vitest';
import { copbot } from '../support/copbot.ts';
import { goingOn } from '../support/going-on.ts';
import { readAt, undoneAt, up } from '../support/process.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames } from '../support/stage.ts';

const notHere = /isn't here any more, or it isn't open to you/;
const patience = { timeout: 60_000, interval: 50 };
const { whoIsUp } = goingOn();

it.each(platformNames)(
  'on %s',
  async platform => {
    const { scene, bot: first } = await whoIsUp(platform, true);
    const { playground, folder, env } = scene;
    const type = (words: string) => copbot(words, env, folder);
    const [amira, ben, dev] = ['Amira Haddad', 'Ben Okafor', 'Dev Patel'].map(one => playground.person(one));
    if (!amira || !ben || !dev) throw new Error('nobody is there');
    const dm = { in: 'direct message' } as const;
    const has = (what: string) => async () => (await readAt(folder, what)).length;
    const members = has("select 1 from memberships where state = 'member'");
    const open = has("select 1 from join_requests where state = 'pending'");
    const documents = has("select 1 from documents where state = 'kept'");
    const ofDev = async () =>
      (await amira.reads('cop-wound-care')).filter(one => one.byBot && /Dev/.test(one.text)).length;

    let bot = first;
    await startCop(amira);
    await askIn(dev);
    await amira.sees(/Dev Patel asks to join/, dm);
    await undoneAt(folder);
    expect(await type('backup before.sqlite')).toMatchObject({ code: 0 });
    await amira.presses('Approve', { ...dm, with: /Dev Patel asks/ });
    await dev.sees(/You're in/, dm);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, dm);
    await undoneAt(folder);
    const welcomed = await ofDev();

    /** At the same moment, whether anybody hears them or not. */
    const goOn = () =>
      Promise.allSettled([
        ben.types('/cop home', { in: 'general' }),
        amira.presses('Approve', { ...dm, with: /Ben Okafor asks/ }),
        dev.types('/cop find wound', { in: 'general' }),
      ]);
    const paper = await amira.posts('cop-wound-care', 'Our dressing protocol: https://example.org/protocol');
    await Promise.all([bot.stop(), amira.pins(paper)]);
    await goOn();
    const back = await type('restore before.sqlite');
    expect(back).toMatchObject({ code: 0, out: expect.stringMatching(/is as it was at/) });
    expect([await members(), await open(), await documents()]).toEqual([1, 1, 0]);

    expect(amira.seesNow(notHere)).toEqual([]);

    bot = scene.begin();
    await playground.until(() => playground.connected(), 'the bot to be connected');
    await goOn(); // it has yet to look for what it may have done
    await amira.sees(notHere);
    await up(bot, playground);
    await amira.sees(/What I know of Wound Care is of an earlier time/);
    await vi.waitUntil(async () => (await members()) === 2 && (await documents()) === 1, patience);
    expect(await open()).toBe(0); // Dev's: she is in, which the platform shows
    await undoneAt(folder);
    expect(await ofDev()).toBe(welcomed);

    const asked = () => amira.seesNow(/Ben Okafor asks to join/, dm).length;
    const before = asked();
    await askIn(ben); // his is gone, as she was told
    await playground.until(() => asked() > before, 'Ben to be asking anew');
    await amira.presses('Approve', { ...dm, with: /Ben Okafor asks/ });
    await ben.sees(/You're in/, dm);
    expect(await undoneAt(folder)).toEqual([]);
    expect(await members()).toBe(3);
    expect(await type('check')).toMatchObject({ code: 0 });
    expect(bot.output()).not.toMatch(/"level":50/);
  },
  300_000,
);
