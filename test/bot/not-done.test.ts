import { expect, it } from 'vitest';
import { retryOf } from '../../src/bot/outbox/not-done.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';
import type { StoredEffect } from '../../src/store/effects.ts';

const effect = (more: Partial<StoredEffect>) => ({ attempts: 0, waits: 0, ...more }) as StoredEffect;
const busy = new PlatformError('rate-limited', '429', { retryAfterMs: 4000 });
const lost = new PlatformError('unknown-outcome', '503');

it('being told to wait never wears an effect out, nor makes it wait longer', () => {
  expect(retryOf(busy, effect({ attempts: 500, waits: 500 }), 100)).toEqual({ state: 'waiting', dueAt: 4100 });
  expect(retryOf(lost, effect({ attempts: 500, waits: 500 }), 100)).toEqual({ state: 'intended', dueAt: 1100 });
  expect(retryOf(lost, effect({ attempts: 503, waits: 500 }), 100)).toEqual({ state: 'intended', dueAt: 8100 });
  expect(retryOf(lost, effect({ attempts: 559, waits: 500 }), 100)).toBeUndefined();
});

it('what began before it was told to wait is looked for', () => {
  expect(retryOf(busy.afterOthers(), effect({}), 0)).toMatchObject({ state: 'intended', dueAt: 4000 });
  expect(retryOf(busy, effect({ intendedAt: 1 }), 0)).toMatchObject({ state: 'intended' });
});
