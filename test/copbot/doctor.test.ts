/** `copbot doctor` beside a running bot, on both platforms: what it sees, what it says to do, and that it disturbs nobody. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { launch } from '../../playground/demo/serve.ts';
import { startDiscord } from '../../playground/discord/index.ts';
import { fromManifest, startSlack } from '../../playground/slack/index.ts';
import { town } from '../../playground/town.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { backups } from '../../src/copbot/doctor/backups.ts';
import { bytesOf } from '../../src/copbot/doctor/database.ts';
import { files } from '../../src/copbot/doctor/files.ts';
import { clock, disk } from '../../src/copbot/doctor/machine.ts';
import { copbot } from '../support/copbot.ts';
import { engines } from '../support/engines.ts';
import { startCop } from '../support/scenes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cop-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const key = { SECRET_KEY: 'k'.repeat(32) };

it('tells of an .env that can not be understood, which keeps nobody from help', async () => {
  const own = path.join(folder, 'utf16');
  mkdirSync(own);
  writeFileSync(path.join(own, '.env'), Buffer.from('\ufeffSLACK_BOT_TOKEN=xoxb-1', 'utf16le'));
  const seen = await copbot('doctor', {}, own);
  expect(seen).toMatchObject({ code: 1, out: expect.stringMatching(/✗ \.env: .*UTF-16[\s\S]*Node/) });
  expect(await copbot('--version', {}, own)).toMatchObject({ code: 0, err: '' });
  expect(await copbot('effects --help', {}, own)).toMatchObject({ code: 0, err: '' });
  expect(await copbot('effects', {}, own)).toMatchObject({ code: 1, err: expect.stringMatching(/UTF-16/) });
}, 60_000);

it('beside a running bot: all is right, then each thing that is taken away is named with what it costs and what to do', async () => {
  const workspaces = [town];
  const slack = await startSlack({ workspaces, ...fromManifest(manifest) });
  const discord = await startDiscord({ workspaces, intents: { messageContent: true } });
  const tokens = {
    SLACK_BOT_TOKEN: slack.botToken(),
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  };
  const env = { ...tokens, DATABASE_URL: `sqlite:${folder}/cop.sqlite`, ...key };
  const bot = launch(env);
  await slack.until(() => slack.connected(), 'Slack to be connected');
  await discord.until(() => discord.connected(), 'Discord to be connected');
  await startCop(slack.person('Amira Haddad'));

  const well = await copbot('doctor', env, folder);
  expect(well.out).toMatch(/✓ tokens: given for Slack and Discord/);
  expect(well.out).toMatch(/✓ clock: right/);
  expect(well.out).toMatch(/✓ database .*cop\.sqlite: whole, \d+\.\d MB\n.*✓ the bot: is running on this file/);
  expect(well.out).toMatch(/○ BACKUP_DIR: is not set\n.*\n.*copies its database there every day/);
  expect(well.out).toMatch(/✓ schema: up to date, \d+ steps\n {2}✓ work: \d+ waiting, 0 parked, 0 failed/);
  expect(well.out).toMatch(/✓ the bot token: taken: the bot is \S+ in the workspace .+\n.*✓ scopes: all 14/);
  expect(well.out).toMatch(
    /✓ the app token: taken, and Socket Mode is on\n.*✓ 127\.0\.0\.1:\d+, where presses come from/,
  );
  expect(well.out).toMatch(/\? events: Slack tells no app .*\n.*what to do: compare .*member_joined_channel/);
  expect(well.out).toMatch(/✓ the intent Message Content: is on/);
  expect(well.out).toMatch(/✓ server .*: all 13 permissions/);
  expect(well.out).toMatch(/Nothing is to be mended\.\n$/);
  expect(well.code).toBe(0);
  expect(well.err).toBe('');
  for (const token of [slack.botToken(), slack.appToken, discord.token]) expect(well.out).not.toContain(token);

  slack.removeScope('pins:write');
  discord.takesPermission('PIN_MESSAGES');
  discord.switchesIntent('messageContent', false);
  discord.takesCommandsScope();
  const ill = await copbot('doctor', env, folder);
  expect(ill.out).toMatch(
    /✗ scope pins:write: is missing\n.*what it costs: nothing can be pinned\n.*what to do: paste slack-app-manifest\.json/,
  );
  expect(ill.out).toMatch(/✗ server .*: lacks PinMessages\n.*members can not be let pin\n.*invitation link/);
  expect(ill.out).toMatch(/○ the intent Message Content: is off\n.*title by hand.*\n.*developer portal, under Bot/);
  expect(ill.out).toMatch(/✗ server .*: takes no commands from the bot\n.*\/startcop and \/cop are not there/);
  expect(ill.out).toMatch(/To be mended: 3\.\n$/);
  expect(ill.code).toBe(1);

  slack.refusesToken('bot', 'token_revoked');
  slack.refusesToken('app', 'invalid_auth');
  const wrong = { ...env, DISCORD_TOKEN: `${'x'.repeat(24)}.abcdef.${'y'.repeat(30)}` };
  const refused = await copbot('doctor --json', wrong, folder);
  const sections: { section: string; findings: { grade: string; what: string; says: string; remedy: string }[] }[] =
    JSON.parse(refused.out);
  const toMend = sections.flatMap(one => one.findings).filter(one => one.grade === 'mend');
  expect(toMend.map(one => `${one.what} ${one.says}`)).toEqual([
    'the bot token is not taken (token_revoked)',
    'the app token is not taken (invalid_auth)',
    'the token is not taken (401)',
  ]);
  expect(toMend.map(one => one.remedy).join()).toMatch(/SLACK_BOT_TOKEN.*connections:write.*Reset Token/);
  expect(refused.code).toBe(1);

  expect(bot.running()).toBe(true);
  await bot.stop();
  const ended = await copbot('doctor', env, folder);
  expect(ended.out).toMatch(/\? the bot: is not running on this file/);
  await slack.stop();
  await discord.stop();
  const away = await copbot('doctor', env, folder);
  expect(away.out).toMatch(/✗ Slack: can't be reached to ask about the bot token/);
  expect(away.out).toMatch(/✗ Discord: can't be asked/);
  for (const [variable, { apiUrl }] of [
    ['SLACK_API_URL', slack],
    ['DISCORD_API_URL', discord],
  ] as const)
    expect(away.out).toContain(`see that ${new URL(apiUrl).host}, which ${variable} names, is there`);
  expect(away.out).not.toMatch(/port 443/);
  expect(away.out).toMatch(/\? clock: nobody could be asked/);
}, 240_000);

it('says what is wrong in .env, and where there is no database yet', async () => {
  writeFileSync(path.join(folder, '.env'), 'SLACK_BOT_TOKEN=xoxb-1\nPUBLIC_URL=https://cops.example.org\n');
  const said = await copbot('doctor', {}, folder);
  expect(said.out).toMatch(/✗ \.env: SLACK_APP_TOKEN is missing/);
  expect(said.out).toMatch(/✗ \.env: WEB_PORT is missing: PUBLIC_URL needs it/);
  expect(said.code).toBe(1);
  rmSync(path.join(folder, '.env'));
  const none = await copbot('doctor', { DATABASE_URL: `sqlite:${folder}/none/cop.sqlite` }, folder);
  expect(none.out).toMatch(/✗ tokens: there are none/);
  expect(none.out).toMatch(/\? database .*none\/cop\.sqlite: is not there yet/);
  expect(none.code).toBe(1);
  const forgetful = await copbot('doctor', { DATABASE_URL: 'sqlite::memory:' }, folder);
  expect(forgetful.out).toMatch(/✗ database: is in memory alone, as DATABASE_URL says/);
}, 120_000);

it('holds the clock against the platforms, and the disk against what is to be written', () => {
  expect(clock(-7 * 60_000)).toMatchObject({ grade: 'mend', says: '7 min ahead' });
  expect(clock(60_000)).toMatchObject({ grade: 'optional', says: '1 min behind' });
  expect(clock(900)).toMatchObject({ grade: 'good' });
  expect(disk(`${folder}/not/there`, 0).says).toMatch(/GB free/);
  expect(disk(folder, 1e15)).toMatchObject({ grade: 'mend' });
});

it('sees where backups go: there, to be written, of when the last is, and on which disk', async () => {
  const databaseUrl = `sqlite:${folder}/backed-up.sqlite`;
  const now = Date.UTC(2026, 10, 26, 3);
  const seen = (backupDir: string | undefined, url = databaseUrl) =>
    backups({ now, config: () => ({ databaseUrl: url, backupDir }) } as never);
  const daily = path.join(folder, 'daily');
  expect(seen(daily)).toMatchObject([
    { grade: 'unseen', says: expect.stringMatching(/holds none yet/) },
    { grade: 'optional', says: 'is on the same disk as the database' },
  ]);
  mkdirSync(daily);
  writeFileSync(path.join(daily, 'backed-up-2026-11-20T03-00-00Z.sqlite'), '');
  const lateOne = { grade: 'mend', says: expect.stringMatching(/the last is of .*, 6 d ago/) };
  expect(seen(daily)[0]).toMatchObject(lateOne);
  writeFileSync(path.join(daily, 'backed-up-2029-11-20T03-00-00Z.sqlite'), ''); // of a clock that was ahead
  expect(seen(daily)).toMatchObject([
    lateOne,
    { grade: 'mend', says: expect.stringMatching(/^1 there is of a time to come/) },
    { grade: 'optional' },
  ]);
  writeFileSync(path.join(daily, 'backed-up-2026-11-25T05-00-00Z.sqlite'), '');
  expect(seen(daily)[0]).toMatchObject({ grade: 'good', says: 'the last is of 2026-11-25 05:00Z' });
  writeFileSync(path.join(folder, 'a-file'), '');
  const refused = [path.join(folder, 'a-file/daily'), ...(process.getuid?.() === 0 ? [] : ['/cop', '/usr'])]; // whoever may do anything can write everywhere
  for (const one of refused)
    expect(seen(one), one).toMatchObject([{ grade: 'mend', costs: 'no copy is made', remedy: expect.any(String) }]);
  expect(seen(undefined, 'postgres://u@h/x')).toMatchObject([
    { grade: 'unseen', says: expect.stringMatching(/makes none/) },
  ]);
  const both = await copbot('doctor', { DATABASE_URL: 'postgres://u@h/x', BACKUP_DIR: daily }, folder);
  expect(both.out).toMatch(/✗ \.env: BACKUP_DIR does nothing on PostgreSQL\. .*pg_dump/);
});

it('counts what was written last to the size of a database, and sees where files are kept', () => {
  const file = path.join(folder, 'sized.sqlite');
  writeFileSync(file, 'x'.repeat(100));
  writeFileSync(`${file}-wal`, 'x'.repeat(5000));
  expect(bytesOf(file)).toBe(5100);
  expect(bytesOf(`${file}.gone`)).toBe(0);
  expect(files({ documents: undefined })).toEqual([]);
  const seen = (dir: string) => files({ documents: { dir, most: 25e6 } });
  expect(seen(path.join(folder, 'documents'))).toMatchObject([{ grade: 'good' }, { what: `disk at ${folder}` }]);
  expect(seen(`${file}/documents`)).toMatchObject([{ grade: 'mend', says: expect.stringMatching(/is a file/) }]);
  const round = path.join(folder, 'round');
  symlinkSync(round, round);
  expect(seen(round)).toMatchObject([{ grade: 'mend', says: "can't be had just now (ELOOP)" }]);
});

const isAnother = (place: string) => existsSync(place) && statSync(place).dev !== statSync(folder).dev;
const another = ['/dev/shm', '/var/tmp'].find(isAnother);
it.skipIf(!another)(
  'of a disk that backups have to themselves it says how much room there is, and what a full one costs them',
  () => {
    const file = path.join(folder, 'large.sqlite');
    const seen = () =>
      backups({
        now: 0,
        config: () => ({ databaseUrl: `sqlite:${file}`, backupDir: `${another}/cop-backups` }),
      } as never);
    const what = `disk at ${another}`;
    expect(seen()).toMatchObject([{ grade: 'unseen' }, { what, says: expect.stringMatching(/free/) }]);
    writeFileSync(file, '');
    truncateSync(file, 5e12);
    const costs = 'once it is full no copy is made any more';
    expect(seen()[1]).toMatchObject({
      grade: 'mend',
      what,
      costs,
      remedy: expect.stringMatching(/^make room, or name/),
    });
    rmSync(file);
  },
);

const postgres = engines.find(one => one.engine === 'postgres');
it.skipIf(postgres?.skip)(
  'on PostgreSQL',
  async () => {
    const url = (await postgres?.migrated()) ?? '';
    const said = await copbot('doctor', { DATABASE_URL: url, ...key }, folder);
    expect(said.out).toMatch(/✓ database: PostgreSQL \d+.*\n {2}\? the bot: is not running on this database\n/);
    const ear = new pg.Client({ connectionString: url, application_name: 'cop-bot newer' }); // as each bot has one
    await ear.connect();
    expect((await copbot('doctor', { DATABASE_URL: url, ...key }, folder)).out).toMatch(
      /✓ the bot: is running on this database: 1 of it\n/,
    );
    await ear.end();
    expect(said.out).toMatch(/✓ schema: up to date/);
    expect(said.out).toMatch(/\? backups: of PostgreSQL the bot makes none[^?]*pg_dump/);
    expect(said.out).not.toContain('SECRET_KEY');
    expect((await copbot('doctor', { DATABASE_URL: url }, folder)).out).toMatch(
      /○ SECRET_KEY: is not set\n[^○]*what waits to be said is lost/,
    );
    const gone = await copbot('doctor', { DATABASE_URL: 'postgres://u:secretword@127.0.0.1:1/x', ...key }, folder);
    expect(gone.out).toMatch(/✗ database: can't be reached/);
    expect(gone.out).not.toContain('secretword');
  },
  40_000,
);

it('knows its ways: help, version, and what it does not understand', async () => {
  const [help, version, slip, of] = await Promise.all(
    ['--help', '--version', 'docter', 'doctor --help'].map(words => copbot(words, {}, folder)),
  );
  expect(help).toMatchObject({ code: 0, out: expect.stringMatching(/doctor .* look at everything[\s\S]*Ends with 0/) });
  expect(version).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect(slip).toMatchObject({
    code: 2,
    err: expect.stringMatching(/unknown command 'docter'[\s\S]*Did you mean doctor/),
  });
  expect(of).toMatchObject({ code: 0, out: expect.stringMatching(/--json/) });
}, 120_000);
