/** What `copbot` shows of a bot's work beside it, and what it changes of it while the bot is away: seen by the people it is for. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launch, type Served } from '../../playground/demo/serve.ts';
import { fromManifest, type SlackPlayground, startSlack } from '../../playground/slack/index.ts';
import { town } from '../../playground/town.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { systemClock } from '../../src/jobs/clock.ts';
import { pgBossJobs } from '../../src/jobs/pg-boss.ts';
import { leaseFor } from '../../src/store/engine/lease.ts';
import { openStore, type Store } from '../../src/store/engine.ts';
import { copbot } from '../support/copbot.ts';
import { engines } from '../support/engines.ts';
import { readAt, tokens, undoneAt, up } from '../support/process.ts';
import { fillsIn } from '../support/scenes.ts';
import { quietly } from '../support/stage.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cop-outbox-'));
let slack: SlackPlayground;
let env: Record<string, string>;
let bot: Served;
beforeAll(async () => {
  slack = await startSlack({ workspaces: [town], ...fromManifest(manifest) });
  env = { ...tokens(slack), DATABASE_URL: `sqlite:${folder}/cop.sqlite` };
  bot = launch(env);
  await up(bot, slack);
});
afterAll(async () => {
  await bot.stop();
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});
const patience = { timeout: 40_000, interval: 50 };
const type = (words: string) => copbot(words, env, folder);
const pinsParked = async () => {
  const rows = await readAt(folder, "select id from effects where kind = 'pin' and state = 'parked' order by id");
  return rows.map(row => String(row.id));
};

it('parked ones are listed with why and told whole; beside the bot nothing is changed; then one is retried, another dropped', async () => {
  slack.removeScope('pins:write');
  const amira = slack.person('Amira Haddad');
  await fillsIn(amira);
  await vi.waitUntil(async () => (await pinsParked()).length >= 4, patience);
  const all = await pinsParked();
  const [hand] = await vi.waitUntil(async () => {
    const rows = await readAt(folder, "select about_id as id from posts where message = 'needs-a-hand'");
    return rows.length > 0 && rows;
  }, patience);
  const first = String(hand?.id); // whichever came first to need a hand: of it she was told
  const second = all.find(one => one !== first) ?? '';

  const list = await type('effects --parked');
  expect(list.code).toBe(0);
  expect(list.out).toMatch(
    new RegExp(
      `ID\\s+STATE\\s+WHAT\\s+COP.*\\n${all[0]}\\s+parked\\s+pin\\s+Wound Care\\s+in .*missing_scope \\(bot\\) lacks pins:write`,
    ),
  );
  const last = (await pinsParked()).at(-1);
  expect((await type('effects --parked --most 1')).out).toMatch(
    new RegExp(`^ID.*\\n${last} .*\\nThe latest 1; there are more: --most 10\\n`),
  );
  const told = await type(`effects story ${first}`);
  expect(told.out).toMatch(
    /state\s+parked[\s\S]*tried\s+(once|\d+ times)[\s\S]*next try\s+in \d+ min[\s\S]*From the same press:/,
  );
  expect(told.out).not.toContain('Healing wounds');
  const forMachines = await type(`effects story ${first} --json`);
  expect(JSON.parse(forMachines.out)).toMatchObject({ effect: { id: first, state: 'parked' } });
  const refused = await type(`effects retry ${first}`);
  expect(refused).toMatchObject({ code: 3, err: expect.stringMatching(/^The bot is running.*Stop it first/) });
  expect(await type('effects story 01NOTTHERE --json')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/There is no effect/),
  });

  await bot.stop();
  expect(await type(`effects drop ${second}`)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/pin of Wound Care is given up/),
  });
  await type(`effects drop ${first}`); // a slip, taken back
  expect(await type(`effects retry ${first}`)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/is tried again as soon/),
  });
  slack.givesScope('pins:write');
  bot = launch(env);
  await up(bot, slack);
  const states = async () => {
    const rows = await readAt(folder, 'select id, state from effects where id in (?, ?)', first, second);
    return [first, second].map(id => rows.find(row => row.id === id)?.state).join();
  };
  await vi.waitUntil(async () => (await states()) === 'done,failed', patience);
  await amira.sees(/whoever runs this bot has called it off, and it isn't tried again/);
  await amira.sees(/Wound Care goes on/); // what she was told of is done
  const over = await type(`effects story ${second}`);
  expect(over.out).toMatch(/why not yet\s+called_off/);
  expect(await undoneAt(folder)).toHaveLength(1);

  await bot.stop();
  expect(await type(`effects retry ${second}`)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/is over \(failed/),
  });
  bot = launch(env);
  await up(bot, slack);
}, 240_000);

it('who did what, without a word of it; by command, CoP and time', async () => {
  const all = await type('audit');
  expect(all.out).toMatch(/WHEN\s+WHO\s+COMMAND\s+ABOUT\s+IN\n[\s\S]*Amira Haddad\s+cop start/);
  expect(all.out).not.toContain('Healing wounds');
  const some = await type('audit --command cop --since 2020-01-01 --most 1 --json');
  expect(JSON.parse(some.out)).toMatchObject([{ command: expect.stringMatching(/^cop /) }]);
  expect((await type('audit --most 1')).out).not.toContain('there are more'); // it is all there is
  expect(all.out).not.toContain('there are more');
  const its = await type('audit --cop wound-care --command cop --json');
  expect(JSON.parse(its.out)).toMatchObject([{ command: 'cop start', cop: 'Wound Care', who: 'Amira Haddad' }]);
  expect(await type('audit --cop Nowhere --json')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/no CoP Nowhere.*Wound Care/s),
  });
  expect(await type('audit --since tomorrowish')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/It takes a date/),
  });
}, 120_000);

it('what is in the database belongs together; where it does not, it says where', async () => {
  const well = await type('check');
  expect(well.out).toMatch(/✓ each page of the file can be read\n {2}✓ every clock is about a record/);
  expect(well.out).toMatch(/All of it holds\.\n$/);
  expect(well.code).toBe(0);
  await bot.stop();
  const { default: Sqlite } = await import('better-sqlite3');
  const hand = new Sqlite(`${folder}/cop.sqlite`);
  const { id } = hand.prepare<[], { id: string }>('select id from cops').get() ?? { id: '' };
  hand.exec('update cops set members = 7');
  hand.exec("update clocks set about_id = 'nobody', about_kind = 'join-request'");
  const clocks = hand.prepare('select count(*) as n from clocks').get();
  hand.close();
  const ill = await type('check');
  expect(ill.out).toMatch(new RegExp(`✗ a CoP counts as many members as it has: not so 1 times \\(${id}\\)`));
  if ((clocks as { n: number }).n > 0) expect(ill.out).toMatch(/✗ every clock is about a record that is there/);
  expect(ill.code).toBe(1);
}, 120_000);

it("a CoP's records are written for their reader alone, and over nothing that is there", async () => {
  expect((await type('export')).out).toMatch(/Wound Care\s+\d+\s+open/);
  const file = path.join(folder, 'mine.zip');
  const done = await type('export wound-care --to mine.zip');
  expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/records of Wound Care are in .*mine\.zip/) });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const records = JSON.parse(Buffer.from(unzipSync(readFileSync(file))['records.json'] ?? []).toString());
  expect(records).toMatchObject({ cop: [{ name: 'Wound Care' }], members: [{ name: 'Amira Haddad' }] });
  expect(await type('export wound-care --to mine.zip')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/is there already/),
  });
  expect(await type('export wound-care --to mine.zip/inside.zip')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^It can't be written: ENOTDIR/),
  });
}, 120_000);

it('the database is brought up to date on its own', async () => {
  const url = { DATABASE_URL: `sqlite:${folder}/new/cop.sqlite` };
  expect(await copbot('migrate', url, folder)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Done: 0001-people/),
  });
  expect((await copbot('migrate --dry', url, folder)).out).toBe('The database is up to date.\n');
  expect(JSON.parse((await copbot('migrate --dry --json', url, folder)).out)).toEqual({ pending: [] });
  expect(JSON.parse((await copbot('migrate --json', url, folder)).out)).toEqual({ done: [], copy: null });
  const none = { DATABASE_URL: `sqlite:${folder}/none/cop.sqlite` };
  for (const words of ['effects drop 1', 'effects retry 1', 'effects'])
    expect(await copbot(words, none, folder)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/none\/cop\.sqlite, named by DATABASE_URL, is not there/),
    });
  expect(existsSync(`${folder}/none`)).toBe(false);
}, 120_000);

const postgres = engines.find(one => one.engine === 'postgres');
it.skipIf(postgres?.skip)(
  'on PostgreSQL nothing is changed beside a bot of which only a part is seen: it is just starting, or was cut off a moment ago',
  async () => {
    const url = (await postgres?.migrated()) ?? '';
    const lines: object[] = [];
    const parts: readonly (readonly [string, () => Promise<() => Promise<void>>])[] = [
      [
        'what is at its rows',
        async () => {
          const store = await openStore(url);
          await sql`select 1`.execute(store.db);
          return store.close;
        },
      ],
      [
        'what wakes its work',
        async () => {
          const jobs = pgBossJobs(url, systemClock, quietly(lines));
          await jobs.start([], { due: async () => [], drain: async () => undefined });
          return jobs.stop;
        },
      ],
      ['its lease', async () => (await leaseFor({ shared: true, url } as Store, 'discord', quietly(lines))).giveBack],
    ];
    const on = (words: string) => copbot(words, { DATABASE_URL: url }, folder);
    for (const [part, begin] of parts) {
      const end = await begin();
      for (const words of ['effects drop 1', 'migrate', 'restore --done 2026-01-01'])
        expect(await on(words), `${words} beside ${part}`).toMatchObject({
          code: 3,
          err: expect.stringMatching(/Stop it first/),
        });
      expect((await on('effects')).code, `effects beside ${part}`).toBe(0);
      await end();
      expect(await on('effects drop 1')).toMatchObject({ code: 1, err: expect.stringMatching(/There is no effect/) });
    }
    expect((await on('migrate')).code).toBe(0);
  },
  240_000,
);
