/** What becomes of an effect that a platform would not do: tried again, put off until a human has allowed it, or given up. */
import type { PlatformError } from '../../platform/platform-error.ts';
import type { StoredEffect } from '../../store/effects.ts';
import { doingOf } from './effects/index.ts';

const second = 1000;
const lastAttempt = 60;

/**
 * A message to one person: whether they can be reached is theirs, and nobody else has to mend it. Or into a channel that one person
 * chose: they hear of it, and choose again.
 */
export const toOnePerson = ({ wish }: StoredEffect): boolean => doingOf(wish)?.toOne(wish as never) ?? false;

const toSupport = ({ wish }: StoredEffect): boolean => wish.kind === 'post' && wish.to === 'support';

/** A human can. The Support Team's channel may be a private one that the bot was not let into yet: for Slack that is not there at all. */
export const mendable = ({ kind }: PlatformError, effect: StoredEffect): boolean =>
  (kind === 'forbidden' && !toOnePerson(effect)) || (kind === 'gone' && toSupport(effect));

/** When to try again, and whether it may have happened meanwhile; nothing for what trying again can't mend. */
export function retryOf(
  error: PlatformError,
  effect: StoredEffect,
  now: number,
): { state: 'waiting' | 'intended'; dueAt: number } | undefined {
  if (isWait(error)) return { state: stateAfter(error, effect), dueAt: now + (error.retryAfterMs ?? second) };
  const tries = effect.attempts - effect.waits;
  if (tries + 1 >= lastAttempt) return undefined;
  const backoff = Math.min(second * 2 ** Math.min(tries, 10), 600 * second);
  if (error.kind === 'unreachable') return { state: stateAfter(error, effect), dueAt: now + backoff };
  if (error.kind === 'unknown-outcome') return { state: 'intended', dueAt: now + backoff };
  return undefined;
}

/** To be told to wait is no failure: it never wears an effect out. */
export const isWait = ({ kind }: PlatformError): boolean => kind === 'rate-limited';

/** Where this attempt did nothing, an earlier one may have. */
const stateAfter = ({ begun }: PlatformError, { intendedAt }: StoredEffect): 'waiting' | 'intended' =>
  begun || intendedAt !== undefined ? 'intended' : 'waiting';
