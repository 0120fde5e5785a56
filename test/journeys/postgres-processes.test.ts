/** Several processes on one PostgreSQL: who dies is followed within seconds, who loses its lease goes, and all end in time when told to. */
import { sql } from 'kysely';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { launch, type Served } from '../../playground/demo/serve.ts';
import { openStore, type Store } from '../../src/store/engine.ts';
import { freePort } from '../support/free-port.ts';
import { freshDatabase, type OwnServer, ownPostgres } from '../support/postgres.ts';
import { tokens } from '../support/process.ts';
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

const says = (bot: Served, words: string) =>
  vi
    .waitUntil(() => bot.output().includes(words), patience)
    .catch(() => {
      throw new Error(`waited in vain for "${words}"\n${bot.output()}`);
    });

function begun(playground: AnyPlayground, url: string): Served {
  const bot = launch({ ...tokens(playground), DATABASE_URL: url, LOG_LEVEL: 'info' });
  running.push({ stop: () => end(bot) });
  return bot;
}

async function end(bot: Served): Promise<void> {
  if (!bot.running()) return;
  process.kill(bot.pid, 'SIGCONT');
  await bot.stop();
}

async function storeAt(url: string): Promise<Store> {
  const store = await openStore(url);
  running.push({ stop: () => store.close() });
  return store;
}

describe.skipIf(skip)('on PostgreSQL', () => {
  it('what a dead process had claimed is done by another within 15 seconds, once', { timeout: 120_000 }, async () => {
    const playground = await openForProcess('slack');
    running.push(playground);
    const url = await freshDatabase(server.url);
    const first = begun(playground, url);
    await says(first, 'the bot is up');
    const second = begun(playground, url);
    await says(second, 'the bot is up');
    const amira = playground.person('Amira Haddad');
    let seen = 0;
    const killed = new Promise<number>(resolve => {
      const off = playground.watch((at, one) => {
        if (at !== 'performed') return;
        if (one.name === 'conversations.create') process.kill(second.pid, 'SIGSTOP'); // whichever began: all is the first's by and by
        if (one.name !== 'chat.postMessage' || ++seen !== 3) return;
        off();
        first.kill();
        process.kill(second.pid, 'SIGCONT');
        resolve(Date.now());
      });
    });
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    void amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing' }).catch(() => {});
    const at = await killed;
    const store = await storeAt(url);
    const left = await store.db.selectFrom('effects').select('id').where('claimed_until', 'is not', null).execute();
    expect(left.length).toBeGreaterThan(0);
    await settled(store, 60_000);
    const rows = await store.db
      .selectFrom('effects')
      .select(['kind', 'state', 'settled_at'])
      .where(
        'id',
        'in',
        left.map(one => one.id),
      )
      .execute();
    for (const row of rows) {
      expect(row.state).toBe('done');
      expect((row.settled_at ?? Number.POSITIVE_INFINITY) - at).toBeLessThan(40_000); // nine of its claim, on a busy machine
    }
    const posts = (await amira.reads('cop-wound-care')).filter(one => one.byBot && !/the channel/.test(one.text));
    expect(new Set(posts.map(one => one.text)).size).toBe(posts.length);
    expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
  });

  it('a process whose lease another has by now ends in order, and says so by its exit code', {
    timeout: 120_000,
  }, async () => {
    const playground = await openForProcess('discord');
    running.push(playground);
    const url = await freshDatabase(server.url);
    const first = begun(playground, url);
    await says(first, 'the bot is up');
    const second = begun(playground, url);
    await says(second, 'another process serves this platform');
    const { db } = await storeAt(url);
    await vi.waitUntil(async () => (await leases(db, false)).length === 1, patience);
    const [holder] = await leases(db, true);
    await sql`select pg_terminate_backend(${holder})`.execute(db);
    expect(await first.ended).toBe(1);
    expect(first.output()).toMatch(/"platform":"discord","because":"another process serves it now".*stopping/);
    await says(second, 'the bot is up');
    expect(second.running()).toBe(true);
  });

  it('one that waits for Discord serves Slack neither, says so, and takes over both', {
    timeout: 120_000,
  }, async () => {
    const both = await Promise.all(platformNames.map(one => openForProcess(one)));
    running.push(...both);
    const env = { ...Object.assign({}, ...both.map(tokens)), DATABASE_URL: await freshDatabase(server.url) };
    const port = await freePort();
    const first = launch(env);
    running.push({ stop: () => end(first) });
    await says(first, 'the bot is up');
    const second = launch({ ...env, METRICS_PORT: String(port) });
    running.push({ stop: () => end(second) });
    await says(second, 'waiting until it ends, and serving nothing meanwhile');
    const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).json();
    const starting = { state: 'starting' };
    expect(await ready()).toMatchObject({ ready: false, platforms: { slack: starting, discord: starting } });
    first.kill();
    await says(second, 'the bot is up');
    expect(await ready()).toMatchObject({ ready: true });
  });

  it.each(platformNames)(
    'a SIGTERM while PostgreSQL is away is obeyed within ten seconds, on %s',
    {
      timeout: 60_000,
    },
    async platform => {
      const playground = await openForProcess(platform);
      running.push(playground);
      const bot = begun(playground, await freshDatabase(server.url));
      await says(bot, 'the bot is up');
      await server.down();
      const since = Date.now();
      process.kill(bot.pid, 'SIGTERM');
      expect(await bot.ended).toBe(0);
      expect(Date.now() - since).toBeLessThan(10_000);
    },
  );
});

/** The backends that hold the lease, or wait for it. */
async function leases(db: Store['db'], granted: boolean): Promise<readonly number[]> {
  const { rows } = await sql<{ pid: number }>`select l.pid from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and a.application_name like 'cop-bot discord%' and l.granted = ${granted}
      and a.datname = current_database()`.execute(db);
  return rows.map(row => row.pid);
}
