/** PostgreSQL is stopped and started again while people go on, its connections are cut, a process stands still: the bot lives, and goes on by itself. */
import { sql } from 'kysely';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { launch, type Served } from '../../playground/demo/serve.ts';
import { openStore } from '../../src/store/engine.ts';
import { freshDatabase, type OwnServer, ownPostgres } from '../support/postgres.ts';
import { tokens, up } from '../support/process.ts';
import { startCop } from '../support/scenes.ts';
import { type AnyPlayground, openForProcess, platformNames, settled } from '../support/stage.ts';

const patience = { timeout: 30_000, interval: 20 };
const found = await ownPostgres();
const skip = 'skip' in found ? found.skip : undefined;
const server = found as OwnServer;
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  if (!skip) await server.up();
  for (const one of running.splice(0).reverse()) await one.stop();
});
afterAll(async () => {
  if (!skip) await server.stop();
});

async function begun(playground: AnyPlayground, url: string): Promise<Served> {
  const bot = launch({ ...tokens(playground), DATABASE_URL: url, LOG_LEVEL: 'info' });
  running.push(bot);
  await up(bot, playground);
  return bot;
}

async function inOrder(playground: AnyPlayground, url: string): Promise<void> {
  const store = await openStore(url);
  await settled(store, 30_000);
  const undone = store.db
    .selectFrom('effects')
    .select(['kind', 'state', 'error'])
    .where('state', '<>', 'done')
    .where('due_at', '<', Date.now() + 24 * 3600_000);
  expect(await undone.execute()).toEqual([]);
  await store.close();
  const amira = playground.person('Amira Haddad');
  const posts = (await amira.reads('cop-wound-care')).filter(
    one => one.byBot && /^(Welcome to|Start-up|Dialogue|The Virtuous)/.test(one.text),
  );
  expect(posts).toHaveLength(4);
  expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
  expect((await amira.channels()).filter(one => one.name.startsWith('cop-wound'))).toHaveLength(1);
}

describe.skipIf(skip)('on PostgreSQL', () => {
  it.each(['its port', 'its socket'])(
    'a server that is started together with the bot, and answers later, at %s',
    { timeout: 60_000 },
    async by => {
      const playground = await openForProcess('slack');
      running.push(playground);
      const ported = await freshDatabase(server.url);
      const url = by === 'its port' ? ported : server.bySocket(ported);
      await server.down();
      const bot = launch({ ...tokens(playground), DATABASE_URL: url, LOG_LEVEL: 'info' });
      running.push(bot);
      await vi.waitUntil(() => bot.output().includes('does not answer yet'), patience);
      await server.up();
      await up(bot, playground);
    },
  );

  it.each([...platformNames.map(name => [name, 'its port'] as const), ['slack', 'its socket'] as const])(
    'a restart in the middle of /startcop, on %s, at %s',
    { timeout: 120_000 },
    async (platform, by) => {
      const playground = await openForProcess(platform);
      running.push(playground);
      const ported = await freshDatabase(server.url);
      const url = by === 'its port' ? ported : server.bySocket(ported);
      const bot = await begun(playground, url);
      const amira = playground.person('Amira Haddad');
      const call = platform === 'slack' ? 'chat.postMessage' : 'POST /channels/:id/messages';
      const stopped = new Promise<void>(resolve => {
        const off = playground.watch((at, one) => {
          if (at !== 'performed' || one.name !== call) return;
          off();
          void server.down().then(resolve);
        });
      });
      await amira.types('/startcop', { in: 'general' });
      await amira.form();
      void amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing' }).catch(() => {});
      await stopped;
      const ben = playground.person('Ben Okafor');
      await ben.types('/cop find', { in: 'general' });
      await ben.sees(/I can't get at my notes just now/);
      await server.up();
      await amira.sees(/Virtuous Circle/i, { in: 'cop-wound-care' });
      await inOrder(playground, url);
      await ben.types('/cop find', { in: 'general' });
      await ben.presses('Request to join', { with: /Wound Care/ });
      expect(bot.output()).not.toMatch(/something went wrong that nobody waited for/);
      expect(
        bot
          .output()
          .split('\n')
          .filter(line => line.includes('"level":50')).length,
      ).toBeLessThan(30);
      expect(bot.running()).toBe(true);
    },
  );

  it.each(platformNames)(
    'all its connections cut, again and again, while CoPs start, on %s',
    { timeout: 120_000 },
    async platform => {
      const playground = await openForProcess(platform);
      running.push(playground);
      const url = await freshDatabase(server.url);
      const bot = await begun(playground, url);
      const outside = await openStore(server.url);
      let cuts = 0;
      const off = playground.watch(at => {
        if (at !== 'performed' || ++cuts % 7 !== 0) return;
        const name = new URL(url).pathname.slice(1);
        void sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(outside.db);
      });
      await startCop(playground.person('Amira Haddad'));
      off();
      await inOrder(playground, url);
      await outside.close();
      expect(bot.output()).not.toMatch(/something went wrong that nobody waited for/);
      expect(bot.running()).toBe(true);
    },
  );

  it('a process that stood still for longer than its claim does nothing twice, and another takes over', {
    timeout: 120_000,
  }, async () => {
    const playground = await openForProcess('slack');
    running.push(playground);
    const url = await freshDatabase(server.url);
    const first = await begun(playground, url);
    const amira = playground.person('Amira Haddad');
    let seen = 0;
    const stands = new Promise<void>(resolve => {
      const off = playground.watch((at, one) => {
        if (at !== 'performed' || one.name !== 'chat.postMessage' || ++seen !== 2) return;
        off();
        process.kill(first.pid, 'SIGSTOP');
        resolve();
      });
    });
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    void amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing' }).catch(() => {});
    await stands;
    await begun(playground, url);
    const since = Date.now();
    const store = await openStore(url);
    await vi.waitUntil(
      async () =>
        (
          await store.db
            .selectFrom('effects')
            .select('id')
            .where('kind', '=', 'pin')
            .where('state', '=', 'done')
            .execute()
        ).length > 0,
      patience,
    );
    expect(Date.now() - since).toBeLessThan(40_000); // 15 of its claim, on a busy machine
    process.kill(first.pid, 'SIGCONT');
    await store.close();
    await inOrder(playground, url);
    expect((await amira.reads('direct message')).filter(one => /For you, as facilitator/.test(one.text))).toHaveLength(
      1,
    );
  });
});
