/** Ended while hundreds of effects wait and many are on their way: in order, in time, and none of them is lost or done twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, expect, it, vi } from 'vitest';
import { launch } from '../../playground/demo/serve.ts';
import { newId } from '../../src/store/ids.ts';
import { readAt, tokens, undoneAt, up } from '../support/process.ts';
import { startCop } from '../support/scenes.ts';
import { openForProcess, platformNames } from '../support/stage.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const many = 300;
const send = { slack: 'chat.postMessage', discord: 'POST /channels/:id/messages' } as const;

/** As many more of the card that welcomes to a space, each in a lane of its own: all may go at once. */
function queue(folder: string): void {
  const database = new Sqlite(`${folder}/cop.sqlite`);
  const [row] = database
    .prepare<[], Record<string, unknown>>(`select * from effects where kind = 'post' and wish like '%"cop-welcome"%'`)
    .all();
  if (!row) throw new Error('nobody was welcomed');
  const fresh = { state: 'waiting', needs: '[]', follows: '[]', settled_at: null, intended_at: null, due_at: 0 };
  const columns = Object.keys(row);
  const add = database.prepare(
    `insert into effects (${columns.join()}) values (${columns.map(name => `@${name}`).join()})`,
  );
  for (let n = 0; n < many; n++)
    add.run({ ...row, ...fresh, id: newId(Date.now()), lane: `${row.lane}:${n}`, batch: `backlog ${n}`, attempts: 0 });
  database.close();
}

it.each(platformNames)(
  'on %s',
  async platform => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cop-backlog-'));
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const playground = await openForProcess(platform);
    ends.push(() => playground.stop());
    const start = () => {
      const bot = launch({ ...tokens(playground), DATABASE_URL: `sqlite:${folder}/cop.sqlite` });
      ends.push(() => bot.stop());
      return bot;
    };
    const amira = playground.person('Amira Haddad');
    const sent = () => playground.traffic.filter(one => one.name === send[platform]).length;
    const counted = async (which: string) =>
      Number(
        (await readAt(folder, `select count(*) as n from effects where batch like 'backlog%' and ${which}`))[0]?.n,
      );
    const told = async () =>
      (await amira.reads('cop-wound-care')).filter(one => /^Welcome to Wound Care/.test(one.text)).length - 1;

    const first = start();
    await up(first, playground);
    await startCop(amira);
    expect(await undoneAt(folder)).toEqual([]);
    await first.stop();
    queue(folder);

    playground.failsBy(call => (call === send[platform] ? { late: 3000 } : undefined));
    const before = sent();
    const second = start();
    await playground.until(() => sent() > before, 'some of it to be on its way');
    const asked = performance.now();
    await second.stop();
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(await second.ended).toBe(0);
    expect(second.output()).not.toMatch(/it did not end|"level":50/);
    expect(await counted('settled_at is null')).toBeGreaterThan(many / 2);
    playground.failsBy();

    const done = await counted("state = 'done'");
    const third = start();
    await vi.waitUntil(async () => (await counted("state = 'done'")) >= done + 5, { timeout: 120_000, interval: 50 });
    await third.stop();
    expect(await third.ended).toBe(0);
    const [is, begun] = [await counted("state = 'done'"), await counted("state = 'intended'")];
    expect(await told()).toBeGreaterThanOrEqual(is);
    expect(await told()).toBeLessThanOrEqual(is + begun);
    expect(await counted("state not in ('done', 'intended', 'waiting')")).toBe(0);
    expect(await counted('1 = 1')).toBe(many);
  },
  300_000,
);
