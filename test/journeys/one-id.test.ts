/** One id in the log from a press to its last effect, also where the process was killed in between. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { launch, type Served } from '../../playground/demo/serve.ts';
import { readAt, tokens, undoneAt, up } from '../support/process.ts';
import { fillsIn } from '../support/scenes.ts';
import { openForProcess, platformNames } from '../support/stage.ts';

const running: { stop(): Promise<void> }[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'cop-one-id-'));
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Line {
  readonly msg: string;
  readonly press?: string;
  readonly effect?: string;
  readonly command?: string;
}
const linesOf = (bot: Served): Line[] =>
  bot
    .output()
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line));

const create = { slack: 'conversations.create', discord: 'POST /guilds/:id/channels' } as const;

it.each(platformNames)(
  'on %s: killed, started again, and all under the same id',
  { timeout: 150_000 },
  async platform => {
    const playground = await openForProcess(platform);
    running.push(playground);
    const start = async () => {
      const bot = launch({ ...tokens(playground), DATABASE_URL: `sqlite:${folder}/cop.sqlite` });
      running.push(bot);
      await up(bot, playground);
      return bot;
    };
    const first = await start();
    const off = playground.watch((at, one) => {
      if (at !== 'before' || one.name !== create[platform]) return;
      off();
      first.kill();
    });
    const amira = playground.person('Amira Haddad');
    void fillsIn(amira, { Name: 'Planted Name', 'What do you care about?': 'planted words' }).catch(() => {});
    await first.ended;
    const second = await start();
    await amira.sees(/Virtuous Circle/i, { in: 'cop-planted-name' });
    expect(await undoneAt(folder)).toEqual([]);

    const pressed = linesOf(first).filter(line => line.msg === 'a press came in' && line.command === 'cop start');
    const press = pressed.at(-1)?.press;
    expect(press).toMatch(/^[0-9a-f]{12}$/);
    const kept = await readAt(folder, 'select id, press from effects where settled_at is not null');
    const theirs = kept.filter(one => one.press === press).map(one => one.id);
    expect(theirs.length).toBeGreaterThan(10);
    const ofEffects = () => [first, second].flatMap(linesOf).filter(line => theirs.includes(line.effect));
    const done = () => new Set(ofEffects().flatMap(line => (line.msg === 'an effect is done' ? [line.effect] : [])));
    await vi.waitUntil(() => done().size === theirs.length, { timeout: 10_000 }); // a line is written after its commit
    for (const line of ofEffects()) expect(line.press).toBe(press);

    const said = first.output() + second.output();
    for (const words of ['Planted Name', 'planted words', 'Amira', amira.id]) expect(said).not.toContain(words);
  },
);
