/** Whose turn it is to serve a platform that may be served by one process alone, on a real PostgreSQL. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Lease, leaseFor } from '../../src/store/engine/lease.ts';
import { heedNewer } from '../../src/store/engine/outdated.ts';
import { otherProcesses } from '../../src/store/engine/postgres.ts';
import { openStore, type Store } from '../../src/store/engine.ts';
import { engines } from '../support/engines.ts';
import { quietly } from '../support/stage.ts';

const postgres = engines.find(one => one.engine === 'postgres');
const patience = { timeout: 20_000, interval: 5 };

describe.skipIf(postgres?.skip)(`a lease${postgres?.skip ? ` (skipped: ${postgres.skip})` : ''}`, () => {
  let store: Store;
  let what: string;
  let n = 0;
  const leases: Lease[] = [];
  beforeEach(async () => {
    store = await openStore((await postgres?.fresh()) ?? '');
    what = `platform-${process.pid}-${n++}`;
  });
  afterEach(async () => {
    for (const one of leases.splice(0)) await one.giveBack();
    await store.close();
  });

  async function taken(log = quietly([])): Promise<Lease> {
    const lease = await leaseFor(store, what, log);
    leases.push(lease);
    return lease;
  }
  const sessions = async (granted: boolean) =>
    (
      await sql<{ pid: number }>`select l.pid from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'advisory' and l.granted = ${granted} and a.application_name like ${`cop-bot ${what}%`}`.execute(
        store.db,
      )
    ).rows.map(row => row.pid);
  const cut = (pid: number | undefined) => sql`select pg_terminate_backend(${pid})`.execute(store.db);
  const fate = ({ lost }: Lease) => Promise.race([lost.then(() => 'lost'), Promise.resolve('held')]);

  it('is taken again by its holder after its connection was cut, again and again', async () => {
    const lease = await taken();
    for (let times = 0; times < 5; times++) {
      const [before] = await sessions(true);
      await cut(before);
      await vi.waitUntil(async () => (await sessions(true)).some(pid => pid !== before), patience);
      expect(await fate(lease)).toBe('held');
    }
    expect(await sessions(true)).toHaveLength(1);
  });

  it('and who listens, is known by its own name, though the address says another', async () => {
    const named = { ...store, url: `${store.url}?application_name=copbot&query_timeout=1` };
    const heed = heedNewer(named, async () => []);
    await vi.waitUntil(async () => (await otherProcesses(store.db)) === 1, patience);
    await heed.stop();
    leases.push(await leaseFor(named, what, quietly([])));
    expect(await sessions(true)).toHaveLength(1);
    const rows = await openStore(`${store.url}?application_name=copbot`); // how long a statement of the pool may take is for whoever wrote the address
    const called = await sql<{ name: string }>`select current_setting('application_name') as name`.execute(rows.db);
    await rows.close();
    expect(called.rows).toEqual([{ name: 'cop-bot rows' }]);
  });

  it('is waited for by another process, which has it once it is given back', async () => {
    const first = await taken();
    const said: string[] = [];
    const log = { ...quietly([]), info: (_: unknown, sentence: string) => void said.push(sentence) };
    let has = false;
    const second = taken(log).then(lease => {
      has = true;
      return lease;
    });
    await vi.waitUntil(async () => (await sessions(false)).length === 1, patience);
    expect(has).toBe(false);
    expect(said).toEqual([
      'another process serves this platform; waiting until it ends, and serving nothing meanwhile',
    ]);
    await first.giveBack();
    expect(await fate(await second)).toBe('held');
    expect(await fate(first)).toBe('held'); // given back is not lost
  });

  it('is lost where another process has it when its own session is gone', async () => {
    const first = await taken();
    const second = taken();
    await vi.waitUntil(async () => (await sessions(false)).length === 1, patience);
    const [holder] = await sessions(true);
    await cut(holder);
    await first.lost;
    expect(await fate(await second)).toBe('held');
  });

  it('keeps its holder before one who waits, where both were cut at once', async () => {
    const first = await taken();
    const second = taken();
    await vi.waitUntil(async () => (await sessions(false)).length === 1, patience);
    const [waiter] = await sessions(false);
    const [holder] = await sessions(true);
    await sql`select pg_terminate_backend(pid) from unnest(array[${waiter}::int, ${holder}::int]) as pid`.execute(
      store.db,
    );
    await vi.waitUntil(async () => (await sessions(true)).some(pid => pid !== holder), patience);
    await vi.waitUntil(async () => (await sessions(false)).some(pid => pid !== waiter), patience);
    expect(await fate(first)).toBe('held');
    await first.giveBack();
    await second;
  });
});
