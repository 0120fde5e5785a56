/** Our own database is locked or full while people go on: what a platform has done counts as done, nobody is told otherwise, nothing is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

const patience = { timeout: 15_000, interval: 5 };
let it_: Stage;
let other: Sqlite.Database;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cop-own-'));
});
afterEach(async () => {
  other?.close();
  await it_?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const send = { slack: 'chat.postMessage', discord: 'POST /channels/:id/messages' } as const;
const pins = { slack: 'pins.list', discord: 'GET /channels/:id/messages/pins' } as const;
const ask = { slack: 'conversations.create', discord: 'POST /guilds/:id/channels' } as const;

async function staged(platform: (typeof platformNames)[number]): Promise<void> {
  it_ = await stage(platform, { databaseUrl: `sqlite:${folder}/cop.sqlite` });
  other = new Sqlite(`${folder}/cop.sqlite`);
}
const lock = () => other.exec('begin immediate');
const unlock = () => other.exec('rollback');
const logged = (sentence: RegExp) =>
  vi.waitUntil(() => it_.log.some(line => 'sentence' in line && sentence.test(String(line.sentence))), patience);
const codes = () => it_.log.flatMap(line => ('err' in line ? [(line.err as { code?: string }).code] : []));
/** To the last page, whatever was free in it. */
async function fills(): Promise<void> {
  const { db } = it_.store;
  await sql`create table filler (words blob)`.execute(db);
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(db);
  for (const size of [4000, 400, 40])
    for (let room = true; room; )
      room = await sql`insert into filler values (zeroblob(${size}))`.execute(db).then(
        () => true,
        () => false,
      );
}
const undone = () =>
  it_.store.db
    .selectFrom('effects')
    .select(['kind', 'state', 'error'])
    .where('state', '<>', 'done')
    .where('due_at', '<', Date.now() + 24 * 3600_000)
    .execute();

describe.each(platformNames)('on %s', platform => {
  it.each(['ask', 'send'] as const)(
    'what was done (%s) is found again when its receipt could not be written',
    async which => {
      await staged(platform);
      const amira = it_.person('Amira');
      const call = { ask, send }[which][platform];
      let seen = 0;
      const nth = which === 'ask' && platform === 'discord' ? 2 : 1;
      it_.playground.watch((at, one) => {
        if (at === 'performed' && one.name === call && ++seen === nth) lock();
      });
      const starting = startCop(amira);
      await logged(/the database could not be read or written/);
      unlock();
      await starting;
      await it_.settled();
      expect((await amira.channels()).filter(one => one.name.startsWith('cop-'))).toHaveLength(1);
      const welcomes = (await amira.reads('cop-wound-care')).filter(one => /^Welcome to Wound Care/.test(one.text));
      expect(welcomes).toHaveLength(1);
      expect(await undone()).toEqual([]);
      expect(amira.seesNow(/needs a hand|couldn't/)).toEqual([]);
      expect(codes()).toContain('SQLITE_BUSY');
    },
  );

  it('a press meets a lock: it is told so in words, and goes through once the lock is gone', async () => {
    await staged(platform);
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    lock();
    await amira.submits({ Name: 'Second', 'What do you care about?': 'Healing' });
    await amira.sees(/I can't get at my notes just now. Nothing of this was saved; please try again in a moment/);
    unlock();
    expect(await it_.store.db.selectFrom('cops').select('name').execute()).toEqual([{ name: 'Wound Care' }]);
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    await amira.submits({ Name: 'Second', 'What do you care about?': 'Healing' });
    await amira.sees(/Your space is ready/);
  });

  it('a full disk is told in words too, and the log names it', async () => {
    await staged(platform);
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    await fills();
    await amira.submits({ Name: 'Second', 'What do you care about?': 'H'.repeat(200) });
    await amira.sees(/I can't get at my notes just now/);
    expect(codes()).toContain('SQLITE_FULL');
    await sql.raw('pragma max_page_count = 1000000').execute(it_.store.db);
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    await amira.submits({ Name: 'Second', 'What do you care about?': 'Healing' });
    await amira.sees(/Your space is ready/);
  });

  it('somebody brought in by hand and a pin set by hand, meanwhile, are taken in afterwards', async () => {
    await staged(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    const opener = platform === 'discord' ? it_.person('Joan') : amira; // whoever may let others into a channel there
    await startCop(amira);
    await it_.settled();
    const message = await amira.posts('cop-wound-care', 'Our dressing protocol: https://example.org/protocol');
    lock();
    await opener.brings('Ben Okafor', 'cop-wound-care');
    await amira.pins(message);
    await logged(/the database did not take in what happened; tried again/);
    unlock();
    await vi.waitUntil(async () => {
      const members = await it_.store.db.selectFrom('memberships').select('state').execute();
      const documents = await it_.store.db.selectFrom('documents').select('pinned').execute();
      return members.length === 2 && documents.length === 1;
    }, patience);
    expect(ben.seesNow(/Something went wrong/)).toEqual([]);
    await it_.settled();
  });

  it('looks at its spaces once at a time, however often it comes back', async () => {
    await staged(platform);
    await startCop(it_.person('Amira'));
    await it_.settled();
    let [under, most, all] = [0, 0, 0];
    it_.playground.watch((at, one) => {
      if (one.name !== pins[platform]) return;
      under += at === 'before' ? 1 : -1;
      if (at === 'before') all++;
      most = Math.max(most, under);
    });
    await Promise.all([1, 2, 3].map(() => it_.happened({ kind: 'returned', platform })));
    expect([most, all]).toEqual([1, 1]);
  });
});
