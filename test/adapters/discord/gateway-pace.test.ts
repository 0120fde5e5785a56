import { expect, it } from 'vitest';
import { gatewayPace } from '../../../src/adapters/discord/gateway-pace.ts';

it('asks no more than half of what Discord lets be sent in a minute, and says when there is room again', () => {
  let now = 1000;
  const ask = gatewayPace(() => now);
  for (let n = 0; n < 60; n++) ask();
  now += 10_000;
  expect(ask).toThrow(expect.objectContaining({ kind: 'rate-limited', retryAfterMs: 50_000 }));
  now += 50_000;
  expect(ask).not.toThrow();
});
