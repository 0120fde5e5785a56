import { expect, it } from 'vitest';
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
