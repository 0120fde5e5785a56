/** A call that did not go out because nobody could say whose turn it is: that is the database's trouble, whatever an adapter makes of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claiming, claimMs, LostClaim } from '../../src/bot/outbox/claimed.ts';
import type { Lane } from '../../src/domain/effect.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';
import { stillOurTurn } from '../../src/platform/turn.ts';
import type { StoredEffect } from '../../src/store/effects.ts';
import * as effects from '../../src/store/effects.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { al, type Village, village } from '../support/village.ts';

let folder: string;
let it_: Village;
let other: Sqlite.Database;
let clock: TestClock;
let effect: StoredEffect;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cop-claim-'));
  it_ = await village(`sqlite:${folder}/cop.sqlite`);
  other = new Sqlite(`${folder}/cop.sqlite`);
  clock = testClock();
  await it_.presses(al, 'join-request withdraw', { request: it_.request });
  const { lane } = await it_.store.db.selectFrom('effects').select('lane').executeTakeFirstOrThrow();
  const [first] = await effects.openIn(it_.store.db, lane as Lane, 1);
  if (!first) throw new Error('nothing follows a withdrawal');
  effect = first;
});
afterEach(async () => {
  other.close();
  await it_.store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As adapters do: whatever goes wrong is a PlatformError. */
const call = () =>
  stillOurTurn().catch(cause => {
    throw new PlatformError('unreachable', 'network', { cause });
  });
const stoodStill = () => clock.advance(claimMs - 1);

it('keeps the cause where a lock kept it from asking, and nothing once it could', async () => {
  const claimed = await claiming({ store: it_.store, clock })(effect);
  await stoodStill();
  other.exec('begin immediate');
  await expect(claimed?.during(call)).rejects.toThrow(PlatformError);
  expect(claimed?.heldBack()).toMatchObject({ code: 'SQLITE_BUSY' });
  other.exec('rollback');
  await claimed?.during(call);
  expect(claimed?.heldBack()).toBeUndefined();
});

it('knows that another has taken it over', async () => {
  const claimed = await claiming({ store: it_.store, clock })(effect);
  await clock.advance(claimMs + 1);
  const [again] = await effects.openIn(it_.store.db, effect.lane, 1);
  expect(await claiming({ store: it_.store, clock })(again as StoredEffect)).toBeDefined();
  await expect(claimed?.during(call)).rejects.toThrow(PlatformError);
  expect(claimed?.heldBack()).toBeInstanceOf(LostClaim);
});
