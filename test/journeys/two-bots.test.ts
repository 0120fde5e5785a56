/** Two processes' bots on one PostgreSQL: Slack tells one of them alone what people do, and the other believes nothing that is over. */
import { afterEach, describe, expect, it } from 'vitest';
import type { SlackPlayground } from '../../playground/slack/index.ts';
import { startBot } from '../../src/bot/bot.ts';
import { systemClock } from '../../src/jobs/clock.ts';
import { type Heed, heedNewer } from '../../src/store/engine/outdated.ts';
import { openStore, type Store } from '../../src/store/engine.ts';
import { engines } from '../support/engines.ts';
import { ourGuides } from '../support/guides.ts';
import { jobsFor } from '../support/jobs.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { adapterFor, openFor, quietly, settled } from '../support/stage.ts';

const postgres = engines.find(one => one.engine === 'postgres');
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

/** Slack, with two bots of one database at it. */
async function twoBots(): Promise<{ playground: SlackPlayground; store: Store }> {
  const url = (await postgres?.migrated()) ?? '';
  const playground = await openFor('slack');
  if (!('appToken' in playground)) throw new Error('this is Slack');
  running.push(playground);
  const log = quietly([]);
  const begun = async () => {
    const store = await openStore(url);
    running.push({ stop: () => store.close() });
    const others: Heed = heedNewer(store, async () => []);
    running.push(others);
    const platforms = [await adapterFor(playground, log)];
    const jobs = await jobsFor(store, log);
    const with_ = { clock: systemClock, log, guides: ourGuides, platforms, others, secret: 'test' };
    const bot = await startBot({ store, jobs, ...with_ });
    running.push(bot);
    await bot.connected;
    return store;
  };
  const store = await begun();
  await begun();
  return { playground, store };
}

describe.skipIf(postgres?.skip)(`on PostgreSQL${postgres?.skip ? ` (skipped: ${postgres.skip})` : ''}`, () => {
  it('somebody renamed is called so by both, whichever of them is pressed', { timeout: 60_000 }, async () => {
    const { playground, store } = await twoBots();
    const { db } = store;
    const amira = playground.person('Amira Haddad');
    await startCop(amira);
    let n = 0;
    /** Whatever is told goes to each in its turn: one more thing told now and then, and both are pressed. */
    const presses = async () => {
      await amira.types('/cop docs list', { in: 'cop-wound-care' });
      if (n++ % 2 === 1) await amira.home();
    };
    const nameOf = async () => {
      const rows = await db.selectFrom('persons').select('name').execute();
      return rows.map(row => row.name).find(name => name.startsWith('Amira'));
    };
    const askedAbout = () =>
      playground.traffic.filter(
        one => one.name === 'users.info' && (one.request as { user?: string }).user === amira.id,
      ).length;
    while (askedAbout() < 2) await presses(); // both believe what Slack told of her
    await playground.renamesPerson('Amira Haddad', 'Amira Haddad-Lund');
    await playground.until(async () => (await nameOf()) === 'Amira Haddad-Lund', 'her name to be known');
    const asked = askedAbout();
    while (askedAbout() < asked + 2) await presses();
    for (let times = 0; times < 4; times++) {
      await presses();
      expect(await nameOf()).toBe('Amira Haddad-Lund');
    }
  });

  it('a Home shows what is so and what was said of a press there, whichever of them draws it', {
    timeout: 120_000,
  }, async () => {
    const { playground, store } = await twoBots();
    const [amira, ben] = [playground.person('Amira Haddad'), playground.person('Ben Okafor')];
    await startCop(amira);
    await amira.home();
    for (let times = 0; times < 4; times++) {
      await askIn(ben);
      await amira.sees(/One thing is waiting for you/, { in: 'home' });
      await ben.types('/cop home', { in: 'general' });
      await ben.presses('Withdraw the request', { with: /This week/ });
      await amira.sees(/Nothing is waiting for you/, { in: 'home' });
    }
    await askIn(ben);
    await amira.sees(/One thing is waiting for you/, { in: 'home' });
    await amira.presses('Approve', { in: 'home' });
    await settled(store);
    await amira.sees(/said yes/, { in: 'home' });
  });
});
