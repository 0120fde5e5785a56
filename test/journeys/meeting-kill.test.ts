/** The process is killed while a meeting is called, and started again: it is called once, with one card in the space. */
import { describe, expect, it } from 'vitest';
import { goingOn } from '../support/going-on.ts';
import { readAt, undoneAt } from '../support/process.ts';
import { afternoonIn, startCop, whenIn } from '../support/scenes.ts';

/** Before the card stands in the space, once it does, and when whoever called it reads that it is. */
const places = {
  slack: [
    ['before', 'chat.postMessage'],
    ['performed', 'chat.postMessage'],
    ['before', 'response_url'],
  ],
  discord: [
    ['before', 'POST /channels/:id/messages'],
    ['performed', 'POST /channels/:id/messages'],
  ],
} as const;
const cases = (['slack', 'discord'] as const).flatMap(platform =>
  places[platform].map(([when, call], n) => ({ platform, when, call, n })),
);
const { whoIsUp, goesOn } = goingOn();

describe('killed while a meeting is called', () => {
  it.each(cases)('on $platform, $call $when', { timeout: 150_000 }, async ({ platform, when, call, n }) => {
    const { scene, bot, isNew } = await whoIsUp(platform);
    const { playground, folder } = scene;
    const amira = playground.person('Amira Haddad');
    if (isNew) await startCop(amira);
    const what = `Who turns heel ${n}?`;
    const [mine, space] = [{ with: new RegExp(`heel ${n}`) }, { in: 'cop-wound-care' }];
    await amira.types('/cop meet', space);
    const date = whenIn(await amira.form(), afternoonIn(Date.now(), 20 + n));
    await amira.submits({ 'What about?': what, ...date });
    await amira.sees(mine.with);

    const killed = new Promise<void>(resolve => {
      const off = playground.watch((at, one) => {
        if (at !== when || one.name !== call) return;
        bot.kill();
        off();
        resolve();
      });
    });
    void amira.presses('Yes, call it', mine).catch(() => {});
    await killed;
    await bot.ended;

    const again = await scene.start();
    expect(await undoneAt(folder)).toEqual([]);
    expect(await readAt(folder, `select state from meetings where about = '${what}'`)).toEqual([{ state: 'called' }]);
    const cards = (await amira.reads('cop-wound-care')).filter(one => !one.onlyYou && one.text.includes(what));
    expect(cards).toHaveLength(1);
    expect(cards[0]?.buttons.map(one => one.label)).toContain("I'll come");
    goesOn({ scene, bot: again });
  });
});
