import { expect, it } from 'vitest';
import { mendable, retryOf, stateAfter } from '../../src/bot/outbox/not-done.ts';
import type { Cop } from '../../src/domain/cop.ts';
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

it('what nobody answered is looked for no sooner than it may be there', () => {
  const unanswered = new PlatformError('unknown-outcome', 'timeout', { retryAfterMs: 10_000 });
  expect(retryOf(unanswered, effect({}), 100)).toEqual({ state: 'intended', dueAt: 10_100 });
  expect(retryOf(unanswered, effect({ attempts: 6 }), 100)).toEqual({ state: 'intended', dueAt: 64_100 });
});

it('what began before it was told to wait is looked for', () => {
  expect(retryOf(busy.afterOthers(), effect({}), 0)).toMatchObject({ state: 'intended', dueAt: 4000 });
  expect(retryOf(busy, effect({ intendedAt: 1 }), 0)).toMatchObject({ state: 'intended' });
});

const cop = { state: 'open', spaceId: 'C1' } as Cop;
const toOne = effect({
  wish: {
    kind: 'post',
    cop: 'c' as never,
    to: 'p' as never,
    message: 'join-request',
    about: { kind: 'join-request', id: 'r' as never },
  },
});
const shared = effect({ wish: { ...toOne.wish, to: { channel: 'C2' } } as never });

it("the bot's own trouble is never a final no, whomever it was about to reach", () => {
  for (const [kind, code] of [
    ['forbidden', 'missing_scope'],
    ['forbidden', '50013'],
    ['unreachable', 'token_revoked'],
  ] as const)
    expect(mendable(new PlatformError(kind, code, { whose: 'bot' }), toOne, cop)).toBe(true);
});

it("who takes no messages is nobody else's to mend, and a channel that somebody chose is theirs to choose anew", () => {
  expect(mendable(new PlatformError('forbidden', '50007', { whose: 'person' }), toOne, cop)).toBe(false);
  expect(mendable(new PlatformError('forbidden', 'not_in_channel', { whose: 'bot', place: 'C2' }), shared, cop)).toBe(
    false,
  );
});

it('nobody lets it into the space of a closed CoP again', () => {
  const out = new PlatformError('gone', 'channel_not_found', { whose: 'bot', place: 'C1' });
  const describing = effect({ wish: { kind: 'describe-space', cop: 'c' as never } });
  expect(mendable(out, describing, cop)).toBe(true);
  expect(mendable(out, describing, { ...cop, state: 'closed' })).toBe(false);
  const lacks = new PlatformError('forbidden', '50013', { whose: 'bot', place: 'C1', needed: 'ManageChannels' });
  expect(mendable(lacks, describing, { ...cop, state: 'closed' })).toBe(true); // but what it lacks there it can be given
});

it('a token that is not taken is tried for a minute, and then waits for somebody', () => {
  const refused = new PlatformError('unreachable', 'invalid_auth', { whose: 'bot' });
  expect(retryOf(refused, effect({ attempts: 5 }), 0)).toEqual({ state: 'waiting', dueAt: 32_000 });
  expect(retryOf(refused, effect({ attempts: 6 }), 0)).toBeUndefined();
});

it('however long nothing is heard of a platform, that is no word of its: it waits, whomever it is for', () => {
  const network = new PlatformError('unreachable', 'ECONNREFUSED');
  const often = effect({ ...toOne, attempts: 59 });
  for (const error of [network, lost]) {
    expect(retryOf(error, often, 0)).toBeUndefined();
    expect(mendable(error, often, cop)).toBe(true);
  }
  expect(stateAfter(lost, often)).toBe('intended'); // it may have been done
  expect(stateAfter(network, often)).toBe('waiting');
  const never = new PlatformError('unreachable', 'file_not_ready', { whose: 'message' });
  expect(mendable(never, effect({ ...toOne, attempts: 59 }), cop)).toBe(false); // that it has said itself
});
