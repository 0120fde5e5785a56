/** What whoever watches from outside is told: alive, ready, and of each platform how it stands; never why. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import { openStore, type Store } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startWeb, type Web } from '../../src/web/serve.ts';

let store: Store;
let web: Web;
const standings: Record<string, { state: 'ok' | 'reconnecting' | 'stopped'; since: number } | undefined> = {};

beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  await migrate(store.db);
  const watched = ['slack', 'discord'].map(name => ({ name, standing: () => standings[name] }));
  web = await startWeb(store, 0, watched);
});
afterEach(async () => {
  await web.stop();
  await store.close().catch(() => {});
});

const since = Date.UTC(2026, 2, 3, 9);
const ask = async (path: string) => {
  const answer = await fetch(`http://127.0.0.1:${web.port}${path}`);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return [answer.status, await answer.json()];
};
const alive = { status: 'ok', version: about.version };
const ok = { state: 'ok', since: '2026-03-03T09:00:00.000Z' };

it('is ready when the database answers and every platform is connected', async () => {
  Object.assign(standings, { slack: { state: 'ok', since }, discord: { state: 'ok', since } });
  const said = { ready: true, database: 'ok', migrated: true, platforms: { slack: ok, discord: ok } };
  expect(await ask('/readyz')).toEqual([200, said]);
});

it.each(['reconnecting', 'stopped'] as const)('is not ready while one platform is %s', async state => {
  Object.assign(standings, { slack: { state: 'ok', since }, discord: { state, since } });
  const said = { ready: false, database: 'ok', migrated: true, platforms: { slack: ok, discord: { ...ok, state } } };
  expect(await ask('/readyz')).toEqual([503, said]);
  expect(await ask('/healthz')).toEqual([200, alive]);
});

it('is not ready before it has been let in', async () => {
  Object.assign(standings, { slack: { state: 'ok', since }, discord: undefined });
  const said = {
    ready: false,
    database: 'ok',
    migrated: true,
    platforms: { slack: ok, discord: { state: 'starting' } },
  };
  expect(await ask('/readyz')).toEqual([503, said]);
});

it('is not ready without its database, and alive all the same', async () => {
  Object.assign(standings, { slack: { state: 'ok', since }, discord: { state: 'ok', since } });
  expect((await ask('/readyz'))[0]).toBe(200);
  await store.close();
  expect(await ask('/readyz')).toMatchObject([503, { ready: false, database: 'unreachable' }]);
  expect(await ask('/healthz')).toEqual([200, alive]);
});

it('is not ready while a step of this version has not been done to its database, as after an old copy was put back', async () => {
  Object.assign(standings, { slack: { state: 'ok', since }, discord: { state: 'ok', since } });
  const last = store.db.withTables<{ kysely_migration: { name: string } }>();
  await last.deleteFrom('kysely_migration').where('name', '=', '0045-going').execute();
  const said = { ready: false, database: 'ok', migrated: false, platforms: { slack: ok, discord: ok } };
  expect(await ask('/readyz')).toEqual([503, said]);
});

it('says that its database is being brought up to date, though a step holds the only connection to it', async () => {
  Object.assign(standings, { slack: undefined, discord: undefined });
  const starting = { state: 'starting' };
  const said = { ready: false, database: 'ok', migrated: false, platforms: { slack: starting, discord: starting } };
  const last = store.db.withTables<{ kysely_migration: { name: string } }>();
  await last.deleteFrom('kysely_migration').where('name', '=', '0045-going').execute();
  const [begun, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const step = migrate(store.db, () =>
    store.db.connection().execute(async () => {
      begun.resolve();
      await held.promise;
    }),
  ).catch((error: unknown) => error);
  await begun.promise;
  expect(await ask('/readyz')).toEqual([503, said]);
  held.resolve();
  expect(await step).toBeInstanceOf(Error); // it can't be done after those that come behind it
  expect(await ask('/readyz')).toEqual([503, said]);
  await store.close();
  expect(await ask('/readyz')).toMatchObject([503, { database: 'unreachable' }]);
});

it('shows no page before its database is up to date, and from then on', async () => {
  const empty = await openStore('sqlite::memory:');
  const early = await startWeb(empty, 0);
  const pages = ['/c/wound-care-0123456789', '/calendar/x.ics'];
  const asked = () => Promise.all(pages.map(path => fetch(`http://127.0.0.1:${early.port}${path}`)));
  for (const answer of await asked()) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await answer.text()).toMatch(/Back in a moment/);
  }
  await migrate(empty.db);
  expect((await asked()).map(one => one.status)).toEqual([404, 404]);
  await early.stop();
  await empty.close();
});

it('says so within the time that a reader waits, though a step holds the only connection to its database', async () => {
  const busy = await openStore('sqlite::memory:');
  const early = await startWeb(busy, 0);
  const held = Promise.withResolvers<void>();
  const step = busy.db.transaction().execute(() => held.promise);
  const asked = await fetch(`http://127.0.0.1:${early.port}/c/wound-care-0123456789`, {
    signal: AbortSignal.timeout(10_000),
  });
  expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '30']);
  held.resolve();
  await step;
  await early.stop();
  await busy.close();
}, 20_000);
