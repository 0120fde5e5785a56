/** What becomes of an effect that a platform did not do: tried again, put off until a human has allowed it or something is heard again, or given up. */
import type { Cop } from '../../domain/cop.ts';
import type { Wish } from '../../domain/effect.ts';
import { isOut, isSilence, type TroubleKind } from '../../domain/trouble.ts';
import type { PlatformError } from '../../platform/platform-error.ts';
import type { StoredEffect } from '../../store/effects.ts';
import { doingOf } from './effects/index.ts';

const second = 1000;
const lastAttempt = 60;
/** Every ten minutes, for three days. */
const daysOfAttempts = 3 * 24 * 6;
/** A token that isn't taken: once may be a stray word, for a minute it is no more. */
const mostOfBot = 6;

/**
 * A message to one person: whether they can be reached is theirs, and nobody else has to mend it. Or into a channel that one person
 * chose: they hear of it, and choose again.
 */
export const toOnePerson = ({ wish }: StoredEffect): boolean => doingOf(wish)?.toOne(wish as never) ?? false;

/** An administrator chose it, and can choose another. */
const toChosen = ({ wish }: StoredEffect): boolean =>
  wish.kind === 'forum' || (wish.kind === 'post' && wish.to === 'support');

/** A channel that somebody chose, and that the bot is not in: they choose another. Of a closed CoP's space, nobody lets it in again. */
const isPastMending = (error: PlatformError, { wish }: StoredEffect, cop: Cop): boolean =>
  (error.place !== undefined && wish.kind === 'post' && typeof wish.to === 'object') ||
  (cop.state === 'closed' && isOut(cop, error));

/** A human can, or time does. The bot's own trouble is never a final no, whomever it was about to reach, nor is silence. */
export function mendable(error: PlatformError, effect: StoredEffect, cop: Cop): boolean {
  if (isUnheard(error)) return true;
  if (error.whose === 'bot') return ways.has(error.kind) && !isPastMending(error, effect, cop);
  return (
    (error.kind === 'forbidden' && !toOnePerson(effect)) ||
    (error.kind === 'gone' && error.whose !== 'person' && toChosen(effect))
  );
}

/** However often it was tried: only a platform's own word says that something can't be done. */
const isUnheard = (error: PlatformError): boolean => error.whose === 'nobody' && isSilence(error);

/** For days, though: then it may be this alone that gets no answer. */
export const isUnheardForDays = (error: PlatformError, { attempts, waits }: StoredEffect): boolean =>
  isUnheard(error) && attempts - waits >= lastAttempt + daysOfAttempts;

/** How the bot's own way in may be closed: by its token, or by what it may do. */
const ways: ReadonlySet<TroubleKind> = new Set(['unreachable', 'forbidden', 'gone']);

const hour = 3600 * second;
/** Until it is tried again, should nobody have told meanwhile that it is mended. A token is seen to sooner, and a network. */
export const parkedFor = (error: PlatformError): number => (isSilence(error) ? hour / 6 : hour);

const ofTheSpaceItself: ReadonlySet<Wish['kind']> = new Set([
  'describe-space',
  'rename-space',
  'admit',
  'make-member',
  'make-facilitator',
  'unmake-facilitator',
]);

/** A platform's own word that the space is no more; where it only can't be seen, the trouble is the bot's. */
export const isSpaceGone = ({ kind, whose }: PlatformError, { wish }: StoredEffect): boolean =>
  kind === 'gone' &&
  whose === 'place' &&
  (ofTheSpaceItself.has(wish.kind) || (wish.kind === 'post' && wish.to === 'space'));

/** When to try again, and whether it may have happened meanwhile; nothing for what trying again can't mend, or hasn't for hours. */
export function retryOf(
  error: PlatformError,
  effect: StoredEffect,
  now: number,
): { state: 'waiting' | 'intended'; dueAt: number } | undefined {
  if (isWait(error)) return { state: stateAfter(error, effect), dueAt: now + (error.retryAfterMs ?? second) };
  const tries = effect.attempts - effect.waits;
  if (error.whose === 'bot' && tries >= mostOfBot) return undefined;
  if (tries + 1 >= lastAttempt) return undefined;
  const backoff = Math.min(second * 2 ** Math.min(tries, 10), 600 * second);
  // What was waited for in vain may still be done, later than that: then it has to be found.
  const dueAt = now + Math.max(backoff, error.retryAfterMs ?? 0);
  if (!isSilence(error)) return undefined;
  return { state: stateAfter(error, effect), dueAt };
}

/** To be told to wait is no failure: it never wears an effect out. */
export const isWait = ({ kind }: PlatformError): boolean => kind === 'rate-limited';

/** Where this attempt did nothing, an earlier one may have. */
export const stateAfter = ({ kind, begun }: PlatformError, { intendedAt }: StoredEffect): 'waiting' | 'intended' =>
  kind === 'unknown-outcome' || begun || intendedAt !== undefined ? 'intended' : 'waiting';
