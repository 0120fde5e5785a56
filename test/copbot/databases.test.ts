/** `copbot` on a database that it can't read, or that isn't of this version: said in words, apart from what a program would read, and nothing is changed. */
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql as raw } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../playground/demo/serve.ts';
import { inWords, whyAway } from '../../src/store/engine/in-words.ts';
import { openStore } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { copbot } from '../support/copbot.ts';
import { engines } from '../support/engines.ts';

const root = mkdtempSync(path.join(tmpdir(), 'cop-databases-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = (name: string) => path.join(root, name);
const on = (words: string, url: string) => copbot(words, { DATABASE_URL: url }, root);
const steps = path.join(import.meta.dirname, '../../migrations');

async function migrated(name: string, folder = steps): Promise<void> {
  const store = await openStore(`sqlite:${at(name)}`);
  await migrate(store.db, undefined, folder);
  await store.close();
}

const sql = (name: string, words: string) => {
  const one = new Sqlite(at(name));
  one.exec(words);
  one.close();
};

beforeAll(async () => {
  for (const name of ['cut', 'newer', 'whole']) await migrated(name);
  truncateSync(at('cut'), 300_000);
  sql('newer', "insert into kysely_migration values ('9999-later', '2026-11-26')");
  sql('foreign', 'create table albums (title text)');
  writeFileSync(at('empty'), '');
  mkdirSync(at('steps'));
  for (const one of readdirSync(steps).filter(one => !/^\d/.test(one) || one < '0012'))
    cpSync(path.join(steps, one), path.join(at('steps'), one), { recursive: true });
  await migrated('older', at('steps'));
}, 60_000);

const nothing = /^The database that DATABASE_URL names holds nothing of this bot/;
it.each([
  ['cut', ['effects', 'check', 'backup', 'migrate --dry'], /cut, named by DATABASE_URL, is broken \(SQLITE_CORRUPT/],
  ['newer', ['audit', 'effects retry 1'], /brought up to date by a newer version of the bot \(9999-later\)/],
  [
    'older',
    ['export', 'check', 'effects drop 1'],
    /of an older version of the bot: \d+ steps are to come \(0012-roles first\)/,
  ],
  ['empty', ['effects --json', 'restore --done 2026-01-01'], nothing],
  ['foreign', ['audit --json'], nothing],
  ['foreign', ['backup'], /^the copy can't be used: belongs to another program: it has the tables albums/],
])(
  'one that is %s: %j',
  async (name, all, says) => {
    const before = readFileSync(at(name));
    for (const words of all) {
      const said = await on(words, `sqlite:${at(name)}`);
      expect(said, words).toMatchObject({ code: 1, out: '', err: expect.stringMatching(says) });
      expect(said.err, words).not.toMatch(/\n\s+at /);
    }
    expect(readFileSync(at(name)).equals(before)).toBe(true);
  },
  120_000,
);

it('the doctor tells of one that is cut or foreign, with what to do, and goes on to the rest', async () => {
  for (const name of ['cut', 'foreign']) {
    const { out } = await on('doctor', `sqlite:${at(name)}`);
    expect(out).toMatch(
      new RegExp(`✗ database .*/${name}: can't be used: [\\s\\S]*put back a backup[\\s\\S]*disk at [\\s\\S]*Backups`),
    );
    expect(out).not.toMatch(/steps done/);
  }
}, 60_000);

it('a backup that can not be written where it is to go is said so', async () => {
  writeFileSync(at('a-file'), '');
  const said = await on(`backup ${at('a-file')}/x.sqlite`, `sqlite:${at('whole')}`);
  expect(said).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^It can't be written: E[A-Z]+/) });
}, 60_000);

it('one that goes nowhere by itself, as in a container, names where it can', async () => {
  mkdirSync(at('read-only'));
  writeFileSync(at('read-only/backups'), '');
  const env = { DATABASE_URL: `sqlite:${at('whole')}` };
  const said = await copbot('backup', env, at('read-only'));
  const can = path.join(root, 'backups/now.sqlite');
  expect(said).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^It can't be written: E\w+.*; or set BACKUP_DIR\.$/m),
  });
  expect(said.err).toContain(`npx copbot backup ${can}`);
  expect((await copbot(`backup ${can}`, env, at('read-only'))).code).toBe(0);
}, 60_000);

it('what it says to type can be typed where a folder has a space in its name', async () => {
  const env = { DATABASE_URL: `sqlite:${at('whole')}`, BACKUP_DIR: at('to keep') };
  expect((await copbot('backup', env, root)).out).toMatch(
    /npx copbot restore ".*\/to keep\/whole-[\dT-]+Z\.sqlite"\n$/,
  );
  mkdirSync(at('a kept one'));
  mkdirSync(at('nowhere to write'));
  writeFileSync(at('nowhere to write/backups'), '');
  const kept = { DATABASE_URL: `sqlite:${at('a kept one/cop.sqlite')}` };
  expect((await copbot('migrate', kept, root)).code).toBe(0);
  expect((await copbot('backup', kept, at('nowhere to write'))).err).toMatch(
    /npx copbot backup ".*\/a kept one\/backups\/now\.sqlite"; or set BACKUP_DIR\.$/m,
  );
}, 60_000);

it('a PostgreSQL that is not there is said so, without its password', async () => {
  for (const words of ['effects', 'effects retry 1', 'migrate --dry']) {
    const said = await on(words, 'postgres://u:secretword@127.0.0.1:1/x');
    expect(said).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^The database that .* can't be reached/),
    });
    expect(said.err).not.toMatch(/secretword|\n\s+at /);
  }
}, 60_000);

it('one that cuts the line is said so, and is no file that can not be read', async () => {
  const cuts = createServer(line => line.once('data', () => line.resetAndDestroy())).listen(0, '127.0.0.1');
  await once(cuts, 'listening');
  const said = await on('effects', `postgres://u@127.0.0.1:${(cuts.address() as AddressInfo).port}/x`);
  cuts.close();
  expect(said).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^The database that .*ECONNRESET/) });
}, 60_000);

it('one that asks for a password, where none is named, is said so, and what to write', async () => {
  const bytes = (kind: number, words: string) => {
    const said = Buffer.from(`R\0\0\0\0\0\0\0\0${words}`, 'latin1');
    said.writeInt32BE(said.length - 1, 1);
    said.writeInt32BE(kind, 5);
    return said;
  };
  const asks = createServer(line => {
    line.once('data', () => {
      line.write(bytes(10, 'SCRAM-SHA-256\0\0')); // https://www.postgresql.org/docs/current/sasl-authentication.html
      line.once('data', () => line.write(bytes(11, 'r=x,s=eA==,i=4096')));
    });
    line.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(asks, 'listening');
  const url = `postgres://u@127.0.0.1:${(asks.address() as AddressInfo).port}/x`;
  const said = await on('effects', url);
  expect(said).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^The database that .*user:password@/) });
  expect(said.err).not.toMatch(/\n\s+at /);
  expect((await on('doctor', url)).out).toMatch(/✗ database: can't be reached: SASL[^✗]*user:password@/);
  asks.close();
}, 60_000);

it('of a certificate that nobody here knows it is said where to name its authority', () => {
  const error = Object.assign(new Error('self-signed certificate in certificate chain'), {
    code: 'SELF_SIGNED_CERT_IN_CHAIN',
  });
  const said = inWords({ engine: 'postgres', url: '' }, error) as Error;
  expect(said.message).toMatch(/self-signed certificate in certificate chain\)\. .*sslrootcert=\/path/);
});

it('of a name that leads to several addresses, none of which answers, it is said why', () => {
  const refused = Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' });
  expect((inWords({ engine: 'postgres', url: '' }, refused) as Error).message).toMatch(/answer \(ECONNREFUSED\)/);
  expect(whyAway(new Error('', { cause: refused }))).toBe('ECONNREFUSED');
});

it('nor does the bot itself start on it, having waited a moment', async () => {
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SECRET_KEY: 'k'.repeat(32) };
  const bot = launch({ ...tokens, DATABASE_URL: 'postgres://u:secretword@127.0.0.1:1/x' });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toMatch(/does not answer yet; waiting a moment/);
  expect(bot.output()).toMatch(/\nThe database that DATABASE_URL names can't be reached.*ECONNREFUSED.*\n$/);
  expect(bot.output()).not.toMatch(/secretword|\n\s+at /);
}, 60_000);

const postgres = engines.find(one => one.engine === 'postgres');
it.skipIf(postgres?.skip)(
  'a PostgreSQL without anything of the bot in it is said so',
  async () => {
    const url = (await postgres?.fresh()) ?? '';
    for (const words of ['effects', 'restore --done 2026-01-01'])
      expect(await on(words, url)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(nothing) });
  },
  60_000,
);

describe.skipIf(postgres?.skip)('a PostgreSQL that was set up by hand', () => {
  const set = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SECRET_KEY: 'k'.repeat(32) };
  const startedOn = async (url: string): Promise<string> => {
    const bot = launch({ ...set, DATABASE_URL: url, SLACK_API_URL: 'http://127.0.0.1:9/api/' });
    expect(await bot.ended).toBe(1);
    return bot.output();
  };

  it('for a user who may not make anything in it says so, with what to do, and so does the doctor', async () => {
    const url = (await postgres?.fresh()) ?? '';
    const { db, close } = await openStore(url, undefined, { copbot: true });
    const user = `cop_${new URL(url).pathname.slice(1)}`;
    await raw.raw(`create role ${user} login; revoke create on schema public from public`).execute(db);
    const theirs = url.replace('//postgres@', `//${user}@`);
    expect(theirs).not.toBe(url);
    try {
      const mayNot = /^The user that DATABASE_URL names may not .*permission denied for \w+ \w+.*alter database/m;
      expect(await on('migrate', theirs)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(mayNot) });
      expect(await startedOn(theirs)).toMatch(mayNot);
      expect((await on('doctor', theirs)).out).toMatch(/✗ its user: may not make tables/);
      await raw.raw(`grant create on schema public to ${user}`).execute(db); // the wake-ups have a schema of their own
      const said = await startedOn(theirs);
      expect(said).toMatch(mayNot);
      expect(said).not.toMatch(/\n\s+at /);
      await raw.raw(`alter database ${new URL(url).pathname.slice(1)} owner to ${user}`).execute(db);
      expect(await startedOn(theirs)).toMatch(/Slack did not let the bot in/);
    } finally {
      await close();
    }
  }, 120_000);

  it('behind a pooler is told of what that may cost, and only there', async () => {
    const url = new URL((await postgres?.fresh()) ?? '');
    const [port, host] = [Number(url.port), url.hostname];
    const pooler = createServer(line => {
      const onward = connect(port, host);
      line.pipe(onward).on('error', () => line.destroy());
      onward.on('data', said => {
        const key = said.indexOf('K\0\0\0\u000c', 0, 'latin1');
        if (key >= 0) said.writeInt32BE(1, key + 5); // the process that a query is called off at: one of its own
        line.write(said);
      });
      onward.on('close', () => line.destroy());
      line.on('error', () => onward.destroy());
    }).listen(0, '127.0.0.1');
    await once(pooler, 'listening');
    expect((await on('doctor', url.href)).out).not.toContain('pooler');
    url.port = String((pooler.address() as AddressInfo).port);
    expect((await on('doctor', url.href)).out).toMatch(/○ a pooler: stands between[^○]*pool_mode = session/);
    pooler.close();
  }, 60_000);

  it('with a certificate that is not there, or asked for TLS that it has not, says so in words', async () => {
    const url = (await postgres?.fresh()) ?? '';
    expect((await on('effects', `${url}?sslrootcert=/nowhere/ca.pem`)).err).toMatch(
      /^A file that DATABASE_URL names can't be read \(ENOENT.*\/nowhere\/ca\.pem/,
    );
    expect((await on('effects', `${url}?sslrootcert=${root}`)).err).toMatch(/^A file that .* can't be read \(EISDIR/);
    const said = await on('effects', `${url}?sslmode=verify-full`);
    expect(said.err).toMatch(/^The database that DATABASE_URL names can't be reached.*SSL/m);
    expect(said.err).not.toMatch(/\n\s+at /);
  }, 60_000);
});
