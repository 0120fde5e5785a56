/** The program as it is started: what it says when something is wrong, and that it ends when it is asked to. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, it, vi } from 'vitest';
import about from '../package.json' with { type: 'json' };
import { compiled, launch } from '../playground/demo/serve.ts';
import { startDiscord } from '../playground/discord/index.ts';
import { fromManifest, startSlack } from '../playground/slack/index.ts';
import { town } from '../playground/town.ts';
import manifest from '../slack-app-manifest.json' with { type: 'json' };
import { openStore } from '../src/store/engine.ts';
import { copbot } from './support/copbot.ts';
import { engines } from './support/engines.ts';
import { freePort } from './support/free-port.ts';

const postgres = engines.find(one => one.engine === 'postgres');
const root = path.join(import.meta.dirname, '..');
const program = path.join(root, 'src/main.ts');
const folder = mkdtempSync(path.join(tmpdir(), 'cop-main-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const unreached = {
  SLACK_BOT_TOKEN: `xoxb-1-2-${'s'.repeat(24)}`,
  SLACK_APP_TOKEN: 'xapp-1',
  SLACK_API_URL: 'http://127.0.0.1:9/api/',
};
const database = (name: string) => ({ DATABASE_URL: `sqlite:${folder}/${name}.sqlite` });

it('names what is wrong in the configuration, and ends with 1', async () => {
  const bot = launch({ SLACK_BOT_TOKEN: 'xoxb-very-secret', LOG_LEVEL: 'loud' });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toMatch(/LOG_LEVEL is no level of logging/);
  expect(bot.output()).not.toContain('very-secret');
});

it('says where it can not be reached, without its token, and ends with 1', async () => {
  const token = `xoxb-1-2-${'s'.repeat(24)}`;
  const bot = launch({
    ...database('a'),
    SLACK_BOT_TOKEN: token,
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: 'http://127.0.0.1:9/api/',
  });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toMatch(/Slack did not let the bot in: .*Is the token in \.env the right one/);
  expect(bot.output()).not.toContain(token);
});

/** Where no folder can be made, whoever asks for all of them at once is answered by Node never. */
it.skipIf(!existsSync('/proc/self'))(
  'a folder below /proc is said to be none, whichever variable names it',
  async () => {
    for (const [variable, value] of [
      ['BACKUP_DIR', '/proc/kept'],
      ['DOCUMENTS_DIR', '/proc/self/kept'],
      ['DATABASE_URL', 'sqlite:/proc/kept/cop.sqlite'],
    ] as const) {
      const bot = launch({ ...database('proc'), ...unreached, [variable]: value });
      const never = setTimeout(bot.kill, 20_000);
      expect(await bot.ended, bot.output()).toBe(1);
      clearTimeout(never);
      expect(bot.output()).toMatch(new RegExp(`${variable}.*ENOENT`));
    }
  },
  90_000,
);

it('lets no second process at the same file', async () => {
  const first = launch({ ...database('b'), PLAYGROUND_PORT: '14321' });
  await vi.waitUntil(() => first.output().includes('the bot is up'), { timeout: 15_000 });
  const second = launch({ ...database('b'), PLAYGROUND_PORT: '14322' });
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(/waiting a moment for it to end.*\n.*is in use by another process of this bot/);
  await first.stop();
}, 60_000);

it.skipIf(postgres?.skip)(
  'ends with 1 once a newer version has changed the database under it, and says so',
  async () => {
    const url = (await postgres?.migrated()) ?? '';
    const bot = launch({ DATABASE_URL: url, SECRET_KEY: 'k'.repeat(32), PLAYGROUND_PORT: '14325' });
    await vi.waitUntil(() => bot.output().includes('the bot is up'), { timeout: 20_000 });
    const { db, close } = await openStore(url);
    await sql`insert into schema_breaks (name) values ('9999-breaks')`.execute(db);
    await sql`select pg_notify('cop_bot_breaks', '9999-breaks')`.execute(db);
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toMatch(/9999-breaks.*a newer version has brought the database up to date/);
    await close();
  },
  60_000,
);

it.skipIf(postgres?.skip)(
  'answers whoever watches while its database is brought up to date, however long that takes',
  async () => {
    const url = (await postgres?.migrated()) ?? '';
    const { db, close } = await openStore(url);
    const held = Promise.withResolvers<void>();
    const [web, metrics] = [await freePort(), await freePort()];
    const asked = (port: number, path: string) => fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    const holding = db.transaction().execute(async tx => {
      await sql`select pg_advisory_xact_lock(3853314791062309107)`.execute(tx); // as Kysely's migrations do
      await held.promise;
    });
    const ports = { WEB_PORT: `${web}`, METRICS_PORT: `${metrics}`, PLAYGROUND_PORT: '14327' };
    const bot = launch({ DATABASE_URL: url, SECRET_KEY: 'k'.repeat(32), ...ports });
    for (const port of [web, metrics])
      await vi.waitUntil(async () => (await asked(port, '/healthz'))?.status === 200, { timeout: 20_000 });
    expect((await asked(web, '/readyz'))?.status).toBe(503);
    expect(bot.output()).not.toContain('the bot is up');
    held.resolve();
    await holding;
    await vi.waitUntil(() => bot.output().includes('the bot is up'), { timeout: 20_000 });
    expect((await asked(web, '/readyz'))?.status).toBe(200);
    await bot.stop();
    await close();
  },
  90_000,
);

it('takes the next free port for the page, and says so', async () => {
  const holder = createServer().listen(14_330, '127.0.0.1');
  const bot = launch({ ...database('d'), PLAYGROUND_PORT: '14330' });
  await vi.waitUntil(() => bot.output().includes('open http'), { timeout: 15_000 });
  expect(bot.output()).toMatch(/port 14330 is taken, so the playground is at 14331/);
  await bot.stop();
  holder.close();
}, 30_000);

it('without tokens starts the playground, says where it is, and ends when asked to', async () => {
  const bot = launch({ ...database('c'), PLAYGROUND_PORT: '14323' });
  await vi.waitUntil(() => bot.output().includes('open http'), { timeout: 15_000 });
  expect(bot.output()).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
  await bot.stop();
  expect(await bot.ended).toBe(0);
}, 30_000);

it('serves both platforms at once: pictures and files reach either', async () => {
  const workspaces = [town];
  const slack = await startSlack({ workspaces, ...fromManifest(manifest) });
  const discord = await startDiscord({ workspaces });
  const bot = launch({
    ...database('e'),
    SLACK_BOT_TOKEN: slack.botToken(),
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  });
  await vi.waitUntil(() => bot.output().includes('the bot is up'), { timeout: 15_000 });
  const [first, ...lines] = bot.output().split('\n');
  expect(JSON.parse(first ?? '')).toMatchObject({ version: about.version, msg: 'starting' });
  expect(JSON.parse(lines.find(line => line.includes('the bot is up')) ?? '')).toMatchObject({
    version: about.version,
  });
  for (const playground of [slack, discord]) {
    const amira = playground.person('Amira Haddad');
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    await amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing wounds' });
    await amira.sees(/Your space is ready/);
    const circle = await amira.sees(/How a CoP grows/, { in: 'cop-wound-care' });
    expect(circle.pictures, playground.platform).toHaveLength(1);
    await amira.types('/cop docs add', { in: 'cop-wound-care' });
    await amira.form();
    await amira.submits({
      'Or a file': { name: 'Protocol.pdf', type: 'application/pdf', body: new Uint8Array(200_000) },
    });
    const added = () => amira.reads('cop-wound-care').then(all => all.some(one => one.files[0]?.bytes === 200_000));
    await vi.waitUntil(added, { timeout: 10_000 }); // Discord takes five messages in five seconds
  }
  await Promise.all([bot.stop(), slack.stop(), discord.stop()]);
}, 60_000);

it('says in words that a file which belongs with the database can not be read', async () => {
  for (const end of ['key', 'forgotten']) {
    mkdirSync(path.join(folder, `beside-${end}.sqlite.${end}`));
    const slack = await startSlack({ workspaces: [town], ...fromManifest(manifest) });
    const env = { SLACK_BOT_TOKEN: slack.botToken(), SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl };
    const bot = launch({ ...database(`beside-${end}`), ...env });
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toMatch(
      new RegExp(`\\.${end}, which belongs with the database, can not be .*EISDIR.*Give it`),
    );
    expect(bot.output()).not.toMatch(/\n\s+at /);
    const said = await copbot('doctor', { ...database(`beside-${end}`), ...env }, folder);
    expect(said.out).toMatch(new RegExp(`✗ .*\\.${end}: belongs with the database, and can't be read and written`));
    await slack.stop();
  }
}, 60_000);

it('names the folder that files can not be kept in, and ends with 1', async () => {
  const taken = path.join(folder, 'taken');
  writeFileSync(taken, '');
  const bot = launch({ ...database('f'), DOCUMENTS_DIR: path.join(taken, 'documents') });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toMatch(/DOCUMENTS_DIR is no folder that files can be kept in: ENOTDIR/);
});

it('names the folder that backups can not be written into, and ends with 1, before anything is begun', async () => {
  const taken = path.join(folder, 'backups-taken');
  writeFileSync(taken, '');
  const bot = launch({ ...database('g'), ...unreached, BACKUP_DIR: taken });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toMatch(/BACKUP_DIR is no folder that backups can be written into \(EEXIST.*or leave it out/);
  expect(bot.output()).not.toContain('starting');
});

it.each(['ENOTCONN', 'EREMOTEIO', 'EIO'])(
  'serves though a disk of elsewhere is away (%s), and says which of its folders is',
  async code => {
    const away = path.join(folder, `away-${code}`);
    const hook = path.join(folder, `${code}.mjs`);
    writeFileSync(
      hook,
      `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const mkdirSync = fs.mkdirSync;
      fs.mkdirSync = (where, mode) => {
        if (!String(where).startsWith(${JSON.stringify(away)})) return mkdirSync(where, mode);
        throw Object.assign(new Error('${code}: away, mkdir'), { code: '${code}' });
      };
      syncBuiltinESMExports();`,
    );
    const dirs = { BACKUP_DIR: path.join(away, 'backups'), DOCUMENTS_DIR: path.join(away, 'documents') };
    const env = { ...dirs, PLAYGROUND_PORT: '14350', NODE_OPTIONS: `--import ${hook}` };
    const bot = launch({ ...database(`away-${code}`), ...env });
    await vi.waitUntil(() => bot.output().includes('the bot is up') || !bot.running(), { timeout: 20_000 });
    for (const one of Object.keys(dirs))
      expect(bot.output()).toMatch(new RegExp(`"level":40.*"variable":"${one}".*"code":"${code}"`));
    expect(bot.output()).toMatch(/could not be backed up; tried again in an hour/);
    await bot.stop();
    expect(await bot.ended).toBe(0);
  },
  60_000,
);

it('says what is kept in memory alone, and what is not backed up', async () => {
  const bot = launch({ ...unreached, DATABASE_URL: 'sqlite::memory:', BACKUP_DIR: path.join(folder, 'none') });
  expect(await bot.ended).toBe(1); // by the platform, later
  expect(bot.output()).toMatch(/"level":40.*DATABASE_URL keeps everything in memory alone.*No backup is made/);
});

it('names the address that can not be listened on, apart from its port', async () => {
  const bot = launch({ ...database('h'), ...unreached, METRICS_PORT: '14341', METRICS_HOST: 'nowhere.invalid' });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toMatch(/METRICS_HOST is no address of this machine: .*ENOTFOUND nowhere\.invalid/);
});

it('says so where it has no tokens, and no playground either', async () => {
  const [without, hook] = ['without.mjs', 'hook.mjs'].map(name => path.join(folder, name)) as [string, string];
  writeFileSync(
    without,
    `export function resolve(name, context, next) {
      if (name === 'preact') throw new Error('there is no ' + name);
      return next(name, context);
    }`,
  );
  writeFileSync(hook, `import { register } from 'node:module'; register(${JSON.stringify(`file://${without}`)});`);
  const bot = launch({
    ...database('p'),
    PLAYGROUND_PORT: '14326',
    NODE_OPTIONS: `--import ${hook}`,
  });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toMatch(/no tokens here, and this installation has no playground.*npm ci --include=dev/);
});

it('names what is wrong in the guides, with file and line, and ends with 1', async () => {
  const own = path.join(folder, 'guides');
  mkdirSync(own);
  writeFileSync(path.join(own, 'start-up.md'), '# Start\n\n| a | b |\n|---|---|\n');
  const bot = launch({ ...database('d'), GUIDES_DIR: own });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toMatch(
    /Please mend these guides, then start again:\n.*start-up\.md, line 4: Discord doesn't draw tables/,
  );
});

it.each([
  ['in UTF-16', Buffer.from('\ufeffDISCORD_TOKEN=a.b.c\r\n', 'utf16le'), /\.env is written in UTF-16/],
  ['with a slip in it', 'SLACK_BOT_TOKN=xoxb-very-secret\n', /SLACK_BOT_TOKN in \.env .* Is it SLACK_BOT_TOKEN\?/],
  ['with an empty token', 'DISCORD_TOKEN=""\n', /DISCORD_TOKEN in \.env is empty/],
])('does not open the playground for who has a .env %s, and ends with 1', (name, content, words) => {
  const cwd = path.join(folder, name);
  mkdirSync(cwd);
  writeFileSync(path.join(cwd, '.env'), content);
  const env = { PATH: process.env.PATH, ...compiled };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], { cwd, env, encoding: 'utf8' });
  expect(stderr).toMatch(words);
  expect(stderr).toMatch(/^Please mend this in \.env/);
  expect(stdout + stderr).not.toMatch(/playground:|very-secret/);
  expect(status).toBe(1);
});

it('starts in a folder whose name would mean something in an address', { timeout: 60_000 }, async () => {
  const cwd = path.join(folder, 'c#1 100% cop');
  for (const part of ['src', 'migrations', 'guides', 'playground', 'package.json', 'slack-app-manifest.json'])
    cpSync(path.join(root, part), path.join(cwd, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(cwd, 'node_modules'), 'junction');
  const bot = launch({ PLAYGROUND_PORT: '14340' }, cwd);
  await vi.waitUntil(() => bot.output().includes('open http'), { timeout: 40_000 }).catch(() => {});
  expect(bot.output()).toMatch(/0001-people[\s\S]*the bot is up/);
  await bot.stop();
});

it.each(['--help', 'doctor'])('what is typed behind it and that it does not know, %s, is answered in words', words => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [program, words], { cwd: folder, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^Un\S+ \S+ '(--help|doctor)'\. It takes --fresh alone, .*npx copbot --help\n$/);
});

/** As the container has it: what the Dockerfile copies, and no more. */
it('without a playground says that there is none, whichever way it is asked for', async () => {
  const shipped = path.join(folder, 'shipped');
  mkdirSync(shipped);
  for (const one of ['src', 'migrations', 'guides', 'package.json', 'slack-app-manifest.json'])
    cpSync(path.join(root, one), path.join(shipped, one), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(shipped, 'node_modules'));
  const started = (file: string, ...words: string[]) =>
    spawnSync(process.execPath, [file, ...words], { cwd: shipped, encoding: 'utf8', env: { PATH: process.env.PATH } });
  for (const one of ['playground', 'demo', 'demo --year'])
    expect(started('src/copbot/copbot.ts', ...one.split(' '))).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^This installation has no playground/),
    });
  expect(started('src/main.ts')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /^Please mend this.*\nThere are no tokens here, and this installation has no playground/,
    ),
  });
}, 60_000);
