/** Started with an empty database, where the platform shows spaces that it made: it says so, to whoever can do something about it, and makes nothing of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { launch } from '../../playground/demo/serve.ts';
import { freePort } from '../support/free-port.ts';
import { readAt, tokens, undoneAt, up } from '../support/process.ts';
import { startCop } from '../support/scenes.ts';
import { openForProcess, platformNames } from '../support/stage.ts';

const root = mkdtempSync(path.join(tmpdir(), 'cop-unknown-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const patience = { timeout: 40_000, interval: 50 };

describe.each(platformNames)('on %s', platform => {
  it('the log, /readyz and administrators are told, until it has its own database again', async () => {
    const playground = await openForProcess(platform);
    const port = await freePort();
    const env = { ...tokens(playground), METRICS_PORT: `${port}` };
    const at = (name: string) => path.join(root, platform, name);
    const startAt = async (name: string) => {
      const bot = launch({ ...env, DATABASE_URL: `sqlite:${at(name)}/cop.sqlite` });
      await up(bot, playground);
      return bot;
    };
    const ready = async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
      return { status: answer.status, ...((await answer.json()) as { platforms: Record<string, object> }) };
    };
    const [amira, joan] = ['Amira Haddad', 'Joan Mills'].map(one => playground.person(one));
    if (!amira || !joan) throw new Error('nobody is there');

    let bot = await startAt('own');
    await startCop(amira);
    await undoneAt(at('own'));
    expect((await ready()).status).toBe(200);
    await bot.stop();
    expect(bot.output()).not.toMatch(/holds no CoP/);

    bot = await startAt('another');
    await vi.waitUntil(() => /holds no CoP, but .* shows spaces that this bot made/.test(bot.output()), patience);
    expect(await ready()).toMatchObject({ status: 503, platforms: { [platform]: { state: 'ok', unknownSpaces: 1 } } });
    const before = playground.state();
    for (let n = 0; n < 2; n++) {
      await joan.types('/cop find', { in: 'general' });
      const told = await joan.sees(/channels of CoPs here that I made, and my records hold none of them/);
      expect(told.text).not.toMatch(/would you like to choose/);
    }
    await amira.types('/cop find', { in: 'general' });
    const first = /There is no CoP here yet\b.*You could start the first: it takes a few short questions\./s;
    expect((await amira.sees(first)).text).not.toMatch(/administrator/);
    expect(await readAt(at('another'), 'select kind from effects')).toEqual([]);
    expect(await readAt(at('another'), 'select 1 from settings where offered_at is not null')).toEqual([]);
    const channels = (state: string) => state.match(/"topic"/g)?.length;
    expect(channels(playground.state())).toBe(channels(before));
    await bot.stop();

    bot = await startAt('own');
    await vi.waitUntil(async () => (await ready()).status === 200, patience);
    expect((await ready()).platforms[platform]).not.toHaveProperty('unknownSpaces');
    expect(bot.output()).not.toMatch(/holds no CoP/);
    await bot.stop();
    await playground.stop();
  }, 240_000);
});
