import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type KeptFiles, keepFilesIn, type Taken } from '../../src/bot/files/kept-files.ts';
import { forgetting } from '../../src/bot/files/let-go.ts';
import { noteStrays } from '../../src/bot/files/strays.ts';
import type { DocumentId } from '../../src/domain/ids.ts';
import * as documentFiles from '../../src/store/document-files.ts';
import { testClock } from '../support/clock.ts';
import { mo, village } from '../support/village.ts';

it('keeps nothing of what was removed after a day, by itself', async () => {
  const { store, presses, document } = await village();
  const clock = testClock();
  const end = forgetting(
    { store, clock, files: undefined, log: { debug() {}, info() {}, warn() {}, error() {} } },
    async () => 0,
  );
  await presses(mo, 'document remove', { document, sure: 'yes' });
  const title = async () => (await store.db.selectFrom('documents').select('title').executeTakeFirstOrThrow()).title;
  await clock.advance(23 * 60 * 60_000);
  expect(await title()).toBe('Dressing protocol');
  await clock.advance(2 * 60 * 60_000);
  await end();
  expect(await title()).toBe('');
  await store.close();
});

it('lets go of what is in the database while the disk with the files is away, and says so', async () => {
  const { store } = await village();
  const [clock, said] = [testClock(), [] as string[]];
  const line = (_fields: object, sentence: string) => void said.push(sentence);
  let closed = 0;
  const files = { tidy: () => Promise.reject(new Error('ENOTCONN')) } as unknown as KeptFiles;
  const log = { debug() {}, info: line, warn: line, error: line };
  const end = forgetting({ store, clock, files, log }, async () => {
    closed += 1;
    return 3;
  });
  await clock.advance(0);
  await end();
  expect(closed).toBe(1);
  expect(said).toEqual([
    expect.stringMatching(/closed long ago is gone/),
    expect.stringMatching(/tried again in a minute/),
  ]);
  await store.close();
});

it('lets go of what is kept of closed CoPs though old rows can not be pruned', async () => {
  const { store } = await village();
  const clock = testClock();
  let closed = 0;
  await sql`alter table reminders rename to away`.execute(store.db);
  const end = forgetting(
    { store, clock, files: undefined, log: { debug() {}, info() {}, warn() {}, error() {} } },
    async () => {
      closed += 1;
      return 0;
    },
  );
  await clock.advance(0);
  await end();
  expect(closed).toBe(1);
  await store.close();
});

it('lets copies that a database from a backup does not know go after a month, and those that it knows stay', async () => {
  const { store, document } = await village();
  const folder = mkdtempSync(path.join(tmpdir(), 'cop-strays-'));
  const clock = testClock();
  const files = keepFilesIn(folder, 10);
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const keeps = async (words: string) => {
    const taken = (await files.take(Readable.from([Buffer.from(words)]), 10)) as Taken;
    await taken.settle();
    return taken.sha256;
  };
  const [known, stray] = [await keeps('known'), await keeps('stray')];
  writeFileSync(path.join(folder, 'README'), 'of somebody else');
  const { network_id } = await store.db.selectFrom('documents').select('network_id').executeTakeFirstOrThrow();
  const file = { sha256: known, bytes: 5, mime: 'text/plain', name: 'known.txt', keptAt: 1 };
  await documentFiles.note(store.db, known, clock.now());
  await store.db.transaction().execute(tx => documentFiles.add(tx, network_id, document as DocumentId, file));
  await noteStrays({ store, clock, files, log });
  const end = forgetting({ store, clock, files, log }, async () => 0);
  const day = 24 * 60 * 60_000;
  await clock.advance(29 * day);
  expect([...(await files.all())].sort()).toEqual([known, stray].sort());
  await clock.advance(2 * day);
  await end();
  expect(await files.all()).toEqual([known]);
  expect(readdirSync(folder)).toContain('README');
  await store.close();
  rmSync(folder, { recursive: true });
});
