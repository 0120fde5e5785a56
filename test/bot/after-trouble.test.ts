/** What is done by the clock meets a locked database: it is done soon after, not at its next turn. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { scheduling } from '../../src/bot/clockwork/schedule.ts';
import { forgetting } from '../../src/bot/files/let-go.ts';
import type { ChatPlatform, PlatformName } from '../../src/platform/chat-platform.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { quietly } from '../support/stage.ts';
import { mo, type Village, village } from '../support/village.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const patience = { timeout: 20_000, interval: 5 };
let folder: string;
let it_: Village;
let other: Sqlite.Database;
let clock: TestClock;
let log: object[];
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cop-after-'));
  it_ = await village(`sqlite:${folder}/cop.sqlite`);
  other = new Sqlite(`${folder}/cop.sqlite`);
  clock = testClock();
  log = [];
});
afterEach(async () => {
  other.close();
  await it_.store.close();
  rmSync(folder, { recursive: true, force: true });
});

const failed = (times: number) => vi.waitUntil(() => log.length >= times, patience);

it('what was removed is forgotten within a minute after the lock is gone', async () => {
  await it_.presses(mo, 'document remove', { document: it_.document, sure: 'yes' });
  await clock.advance(2 * day);
  other.exec('begin immediate');
  const end = forgetting({ store: it_.store, clock, files: undefined, log: quietly(log as never) }, async () => 0);
  await failed(1);
  other.exec('rollback');
  const title = async () =>
    (await it_.store.db.selectFrom('documents').select('title').executeTakeFirstOrThrow()).title;
  expect(await title()).toBe('Dressing protocol');
  await clock.advance(minute);
  await vi.waitUntil(async () => (await title()) === '', patience);
  await end();
});

it('who is to be reminded is, within a minute after the lock is gone', async () => {
  await it_.store.db.updateTable('join_requests').set({ held_ms: 0, held_until: null }).execute();
  await clock.advance(2 * day + 60 * minute); // Thursday, at ten
  const platform = { timeZoneOf: async () => undefined } as unknown as ChatPlatform;
  const bot = { ...it_.bot, clock, log: quietly(log as never) };
  const schedule = scheduling(bot, new Map<PlatformName, ChatPlatform>([['discord', platform]]), 'Europe/London');
  other.exec('begin immediate');
  schedule.start();
  await failed(1);
  other.exec('rollback');
  await clock.advance(minute);
  await vi.waitUntil(
    async () => (await it_.store.db.selectFrom('effects').select('id').execute()).length > 0,
    patience,
  );
  await schedule.stop();
});
