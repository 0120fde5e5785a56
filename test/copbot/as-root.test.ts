/** `sudo npx copbot …` beside a bot that isn't root: nothing of what it leaves keeps the bot from its own files. */
import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { copbot } from '../support/copbot.ts';

const root = mkdtempSync(path.join(tmpdir(), 'cop-root-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const [bot, group] = [65_534, 65_533];

/** A database as the bot left it, but for its lock: that may have been lost in moving. */
async function left(name: string): Promise<string> {
  const folder = path.join(root, name);
  mkdirSync(folder);
  const store = await openStore(`sqlite:${folder}/cop.sqlite`);
  await migrate(store.db);
  await store.close();
  rmSync(`${folder}/cop.sqlite.lock`);
  for (const one of ['', ...readdirSync(folder)]) chownSync(path.join(folder, one), bot, group);
  return folder;
}

const ofOthers = (folder: string): readonly string[] =>
  readdirSync(folder).filter(one => {
    const { uid, gid } = statSync(path.join(folder, one));
    return uid !== bot || gid !== group;
  });

it('the doctor makes nothing but what SQLite reads by', async () => {
  const folder = await left('doctor');
  const seen = await copbot('doctor', { DATABASE_URL: `sqlite:${folder}/cop.sqlite` }, root);
  expect(seen.out).toMatch(/\? the bot: is not running on this file/);
  expect(readdirSync(folder).filter(one => !/-(wal|shm)$/.test(one))).toEqual(['cop.sqlite']);
}, 60_000);

it.skipIf(process.geteuid?.() !== 0)(
  'what root makes there is given to whoever the folder belongs to',
  async () => {
    const folder = await left('all');
    const env = { DATABASE_URL: `sqlite:${folder}/cop.sqlite`, BACKUP_DIR: `${folder}/daily` };
    const made = await copbot(`backup ${root}/back.sqlite`, env, root);
    expect(made.code).toBe(0);
    for (const typed of ['migrate', 'backup', `restore ${root}/back.sqlite`, 'restore --done 2026-11-01']) {
      expect(await copbot(typed, env, root), typed).toMatchObject({ code: 0 });
      expect(ofOthers(folder), typed).toEqual([]);
    }
    expect(ofOthers(`${folder}/daily`)).toEqual([]);
    expect(readdirSync(folder).filter(one => /\.replaced-.*Z$|\.restored$|\.lock$/.test(one))).toHaveLength(3);
  },
  120_000,
);

it.skipIf(process.geteuid?.() !== 0)(
  "root's own file is given to nobody, though a link to it lies where the lock would be",
  async () => {
    const folder = await left('link');
    const own = path.join(root, 'of-root');
    writeFileSync(own, '');
    symlinkSync(own, `${folder}/cop.sqlite.lock`);
    await copbot('migrate', { DATABASE_URL: `sqlite:${folder}/cop.sqlite` }, root);
    expect(statSync(own).uid).toBe(0);
  },
  60_000,
);
