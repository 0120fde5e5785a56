import { expect, it } from 'vitest';
import { hourly } from '../../src/bot/happenings/hourly.ts';
import { testClock } from '../support/clock.ts';
import { quietly } from '../support/stage.ts';

const hour = 3600_000;

it('looks at each platform an hour after its own last look: one that takes long, or fails, keeps no other waiting', async () => {
  const clock = testClock();
  const lines: object[] = [];
  const looks: string[] = [];
  const slow = Promise.withResolvers<void>();
  const looking = hourly({ clock, log: quietly(lines) }, ['slack', 'discord'], async name => {
    looks.push(name);
    if (name === 'slack') return slow.promise;
    if (looks.length === 2) throw new Error('a bug');
  });
  looking.start();
  await clock.advance(3 * hour);
  expect(looks).toEqual(['slack', 'discord', 'discord', 'discord']);
  expect(lines).toMatchObject([{ level: 'error', platform: 'discord' }]);
  slow.resolve();
  await clock.advance(0);
  await clock.advance(hour);
  expect(looks.filter(name => name === 'slack')).toHaveLength(2);
  await looking.stop();
  await clock.advance(hour);
  expect(looks).toHaveLength(6);
});
