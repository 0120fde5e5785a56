/** What could not be acknowledged on a connection that was just ending is acknowledged on the next. */
import { expect, it } from 'vitest';
import { saying } from '../../../src/adapters/slack/saying.ts';
import { quietly } from '../../support/stage.ts';

const ends = async () => {
  throw new Error('no active connection');
};

it('is said on the next connection, and once', async () => {
  const lines: object[] = [];
  const said: unknown[] = [];
  const { say, by, none } = saying(quietly(lines), new AbortController().signal);
  by(ends);
  const over = say('E1' as never, {} as never);
  none();
  by((async (id: unknown) => void said.push(id)) as never);
  await over;
  expect([said, lines]).toEqual([['E1'], []]);
});

it('is told, where no other comes', async () => {
  const lines: object[] = [];
  const ending = new AbortController();
  const { say, by, none } = saying(quietly(lines), ending.signal);
  by(ends);
  const over = say('E1' as never, {} as never);
  none();
  ending.abort();
  await over;
  expect(lines).toMatchObject([{ level: 'warn', sentence: 'Slack could not be told that something has come in' }]);
});
