import { getEventListeners } from 'node:events';
import { expect, it, vi } from 'vitest';
import { calling } from '../../../src/adapters/discord/calls.ts';
import { playground } from '../../playground/discord-bot.ts';

it('keeps nothing of a call that is over, however many there were', async () => {
  const discord = await playground({ rateLimits: false });
  const heeding = vi.spyOn(AbortSignal.prototype, 'addEventListener');
  const calls = calling(discord.token, discord.apiUrl, Number.POSITIVE_INFINITY);
  const ask = () => calls.ask('GET', `/guilds/${discord.workspaceId()}/channels`);
  for (let n = 0; n < 100; n++) await ask();
  await Promise.all(Array.from({ length: 20 }, ask)); // each waits for the one before
  const signals = [...new Set(heeding.mock.contexts)] as AbortSignal[];
  expect(heeding.mock.calls.length).toBeGreaterThan(100);
  expect(Math.max(...signals.map(one => getEventListeners(one, 'abort').length))).toBeLessThan(5);
  heeding.mockRestore();
  calls.end();
});
