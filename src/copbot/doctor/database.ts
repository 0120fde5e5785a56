/** The database: there, whole, up to date, and whether a bot is at it. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { withoutSecrets } from '../../log.ts';
import type { Finding } from '../../platform/finding.ts';
import { keyTrouble } from '../../secret.ts';
import { forgottenFileOf, isWithheld, markKeysOf, withheld } from '../../store/engine/beside.ts';
import { byItsName } from '../../store/engine/by-its-name.ts';
import { todoOf, whyAway } from '../../store/engine/in-words.ts';
import { mayBegin, otherProcesses } from '../../store/engine/postgres.ts';
import { isPooled } from '../../store/engine/session.ts';
import { fileOf, inMemory, lockOf } from '../../store/engine/sqlite.ts';
import { lostWal } from '../../store/engine/unusable.ts';
import { holdStore, type Store, StoreTaken } from '../../store/engine.ts';
import { stepsOf } from '../../store/migrate.ts';
import { counted } from '../../store/outbox-counts.ts';
import type { Counter } from '../counter.ts';
import { long, size } from '../table.ts';
import { disk } from './machine.ts';

export async function database(counter: Counter): Promise<readonly Finding[]> {
  const { databaseUrl: url } = counter.config();
  if (inMemory(url)) return [forgetful];
  const file = url.startsWith('sqlite:') ? fileOf(url) : undefined;
  if (file !== undefined && !existsSync(file)) return [notThere(file), disk(path.dirname(file), 0)];
  try {
    return await counter.looking(store =>
      file === undefined ? server(store, counter.now) : oneFile(file, url, store),
    );
  } catch (error) {
    const { message, cause } = error as Error;
    const met = cause instanceof Error ? cause : (error as Error);
    return [
      {
        grade: 'mend',
        what: 'database',
        says: withoutSecrets(file === undefined ? `can't be reached: ${whyAway(met)}` : message),
        remedy: file === undefined ? todoOf(met) : 'see "When something breaks" in docs/operating.md',
      },
    ];
  }
}

const forgetful: Finding = {
  grade: 'mend',
  what: 'database',
  says: 'is in memory alone, as DATABASE_URL says',
  costs: 'all that people do with the bot, each time it ends',
  remedy: 'name a file: DATABASE_URL=sqlite:data/cop.sqlite',
};

const notThere = (file: string): Finding => ({
  grade: 'unseen',
  what: `database ${file}`,
  says: 'is not there yet; it is made at the first start',
  remedy: 'if there was one: DATABASE_URL names another place, or it is to be restored (npx copbot restore FILE)',
});

/** With what was written last, which a copy of it holds too. */
export const bytesOf = (file: string): number =>
  ['', '-wal'].reduce(
    (sum, end) => sum + (statSync(`${byItsName(file)}${end}`, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );

async function oneFile(file: string, url: string, store: Store): Promise<readonly Finding[]> {
  const bytes = bytesOf(file);
  const what = `database ${file}`;
  const broken = await store.broken?.();
  const room = disk(path.dirname(byItsName(file)), bytes);
  if (broken) return [unusable(what, broken), room];
  const cut: Finding = {
    grade: 'mend',
    what: `${file}-wal`,
    says: 'is gone, though the bot was killed and had left it',
    costs: 'what it had written last',
    remedy: 'bring the file back from wherever it was moved; or start: what can be found again is found',
  };
  return [
    { grade: 'good', what, says: `whole, ${size(bytes)}` },
    ...(lostWal(file) ? [cut] : []),
    ...withheld(file).map(notOurs),
    ...cutKey(`${file}.key`),
    await atWork(url),
    room,
    ...(await schema(store)),
  ];
}

const notOurs = (file: string): Finding => ({
  grade: 'mend',
  what: file,
  says: "belongs with the database, and can't be read and written by who runs this",
  costs: 'the bot does not start on it',
  remedy: 'give it, like the database and its folder, to whoever runs the bot',
});

function cutKey(file: string): readonly Finding[] {
  const says = keyTrouble(file)?.replace(`${file} `, '');
  return says === undefined ? [] : [{ grade: 'mend', what: file, says, costs: 'the bot does not start' }];
}

const unusable = (what: string, why: string): Finding => ({
  grade: 'mend',
  what,
  says: `can't be used: ${why}`,
  costs: 'the bot does not start on it',
  remedy:
    "if it was the bot's own, keep it aside and put back a backup: npx copbot restore FILE; else name another in DATABASE_URL",
});

/** The lock is had for a moment, and given back. Where there is none, nobody has it, and none is made: who asks may be another than whoever runs the bot. */
async function atWork(url: string): Promise<Finding> {
  const idle: Finding = { grade: 'unseen', what: 'the bot', says: 'is not running on this file' };
  if (!existsSync(lockOf(fileOf(url)))) return idle;
  try {
    (await holdStore(url)).letGo();
    return idle;
  } catch (error) {
    if (!(error instanceof StoreTaken)) throw error;
    return { grade: 'good', what: 'the bot', says: 'is running on this file' };
  }
}

const offMs = 60_000;

async function server(store: Store, now: number): Promise<readonly Finding[]> {
  const { rows } = await sql<{ version: string; now: number }>`
    select current_setting('server_version') as version, (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(
    store.db,
  );
  const [{ version, now: theirs } = { version: '?', now }] = rows;
  const good: Finding = { grade: 'good', what: 'database', says: `PostgreSQL ${version}` };
  const others = await otherProcesses(store.db);
  const bots: Finding =
    others === 0
      ? { grade: 'unseen', what: 'the bot', says: 'is not running on this database' }
      : { grade: 'good', what: 'the bot', says: `is running on this database: ${others} of it` };
  const forgotten = forgottenFileOf(store);
  const beside = forgotten === undefined ? [] : [forgotten, markKeysOf(forgotten)];
  const list = beside.filter(isWithheld).slice(0, 1).map(notOurs);
  const rest = [
    bots,
    ...((await isPooled(store.url)) ? [pooled] : []),
    ...list,
    ...(await begun(store)),
    ...(await schema(store)),
  ];
  const off = Math.abs(theirs - now);
  if (off < offMs) return [good, ...rest];
  const apart: Finding = {
    grade: 'optional',
    what: "the database's clock",
    says: `${long(off)} off this machine's`,
    costs: 'nothing happens twice; times on cards differ',
    remedy: 'let both systems set their clocks by NTP',
  };
  return [good, apart, ...rest];
}

const pooled: Finding = {
  grade: 'optional',
  what: 'a pooler',
  says: 'stands between, such as PgBouncer',
  costs:
    'unless it hands out whole sessions: on Discord two processes may serve at once, and what waits is woken late or not at all',
  remedy: 'let DATABASE_URL name the server itself, or have the pooler hand out sessions (pool_mode = session)',
};

/** Before anything of the bot is in it. */
async function begun({ db }: Store): Promise<readonly Finding[]> {
  if ((await stepsOf(db)).applied > 0 || (await mayBegin(db))) return [];
  return [
    {
      grade: 'mend',
      what: 'its user',
      says: 'may not make tables and schemas in it',
      costs: 'the bot does not start on it',
      remedy: 'let that user own the database, as somebody who may: alter database NAME owner to USER',
    },
  ];
}

async function schema({ db }: Store): Promise<readonly Finding[]> {
  const { applied, pending, unknown } = await stepsOf(db);
  const what = 'schema';
  if (unknown.length > 0)
    return [
      {
        grade: 'mend',
        what,
        says: `of a newer version (${unknown.join(', ')})`,
        costs: 'this version does not start on it',
        remedy: 'start the newer version, or put back a copy from before it',
      },
    ];
  if (pending.length > 0)
    return [
      {
        grade: 'unseen',
        what,
        says: `${applied} steps done, ${pending.length} to come (${pending[0]} first)`,
        remedy: 'they are done at the next start, or now by: npx copbot migrate',
      },
    ];
  return [{ grade: 'good', what, says: `up to date, ${applied} steps` }, await work(db)];
}

async function work(db: Store['db']): Promise<Finding> {
  const { waiting, parked, failed } = await counted(db);
  const what = 'work';
  const says = `${waiting} waiting, ${parked} parked, ${failed} failed`;
  if (parked === 0) return { grade: 'good', what, says };
  return {
    grade: 'optional',
    what,
    says,
    costs: 'what is parked waits until somebody has mended something',
    remedy: 'see which: npx copbot effects --parked',
  };
}
