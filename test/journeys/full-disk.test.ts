/** A disk of a few megabytes, filled to the last byte while a space is being made: the log names it, who presses is told, and once there is room all goes on by itself. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, it, vi } from 'vitest';
import { launch } from '../../playground/demo/serve.ts';
import { tokens, undoneAt, up } from '../support/process.ts';
import { fillsIn, startCop } from '../support/scenes.ts';
import { openForProcess, platformNames } from '../support/stage.ts';

const patience = { timeout: 60_000, interval: 50 };
const folder = mkdtempSync(path.join(tmpdir(), 'cop-full-'));
let hasDisk: boolean | undefined;
/** Who may make one: root, in most containers too. Not before it is needed: of a run that leaves these tests out, nothing stays mounted. */
function mounted(): boolean {
  hasDisk ??=
    process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'none', folder]).status === 0;
  return hasDisk;
}
afterAll(() => {
  if (hasDisk) spawnSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});

const create = { slack: 'conversations.create', discord: 'POST /guilds/:id/channels' } as const;
const filler = path.join(folder, 'filler');

function fills(): void {
  const file = openSync(filler, 'a');
  for (let size = 65_536; size >= 1; )
    try {
      writeSync(file, Buffer.alloc(size));
    } catch {
      size = Math.floor(size / 2);
    }
  closeSync(file);
}

/** What is written next needs room of its own. */
function emptiesLog(database: string): void {
  const other = new Sqlite(database);
  for (let n = 0; n < 100; n++) {
    const [{ busy = 1 } = {}] = other.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (busy === 0) break;
  }
  other.close();
}

it.for(platformNames)('on %s', { timeout: 300_000 }, async (platform, { skip }) => {
  skip(!mounted(), 'nothing can be mounted here');
  const at = path.join(folder, platform);
  const playground = await openForProcess(platform);
  const bot = launch({ ...tokens(playground), DATABASE_URL: `sqlite:${at}/cop.sqlite` });
  await up(bot, playground);
  const [amira, ben] = [playground.person('Amira Haddad'), playground.person('Ben Okafor')];
  await startCop(amira);
  expect(await undoneAt(at)).toEqual([]);
  await ben.types('/startcop', { in: 'general' });
  await ben.form();

  const off = playground.watch((moment, one) => {
    if (moment !== 'performed' || one.name !== create[platform]) return;
    off();
    emptiesLog(`${at}/cop.sqlite`);
    fills();
  });
  await fillsIn(amira, { Name: 'Leg Ulcers' });
  await vi.waitUntil(() => /SQLITE_FULL.*could not be read or written/.test(bot.output()), patience);
  await ben.submits({ Name: 'Night Shifts', 'What do you care about?': 'Sleeping well' });
  await ben.sees(/I can't get at my notes just now/);
  expect(bot.running()).toBe(true);

  rmSync(filler);
  await amira.sees(/Virtuous Circle/i, { in: 'cop-leg-ulcers' }); // nobody has pressed anything since
  expect(await undoneAt(at)).toEqual([]);
  expect((await amira.channels()).filter(one => /^cop-/.test(one.name)).map(one => one.name)).toHaveLength(2);
  expect((await amira.reads('cop-leg-ulcers')).filter(one => /^Welcome to Leg Ulcers/.test(one.text))).toHaveLength(1);
  expect(amira.seesNow(/needs a hand|couldn't/)).toEqual([]);
  await bot.stop();
  await playground.stop();
});
