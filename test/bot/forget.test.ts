import { expect, it } from 'vitest';
import type { KeptFiles } from '../../src/bot/files/kept-files.ts';
import { forgetting } from '../../src/bot/files/let-go.ts';
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
