/** How far a CoP's start has come, read off the effects that it waits for. */

import type { Cop } from '../../domain/cop.ts';
import { type Effect, type EffectState, isUnderWay } from '../../domain/effect.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import type { Progress, StepState } from '../../messages/cop.ts';
import type { Following } from '../../messages/edit.ts';
import type { Sharing } from '../../messages/share.ts';
import { troubleWords } from '../../messages/trouble.ts';
import type { Pacing } from '../../platform/chat-platform.ts';
import type { Before } from '../../store/in-line.ts';

/** Of a CoP's start. */
export type Step = 'space' | 'people' | 'guides';
/** Which step an effect is part of, if any: each effect says so itself. */
export type StepOf = (effect: Pick<Effect, 'wish'>) => Step | undefined;

export function progressOf(cop: Cop, batch: readonly Effect[], stepOf: StepOf): Progress {
  const answer = batch.find(({ wish }) => wish.kind === 'answer');
  const inSpace = batch.filter(({ id }) => answer?.follows.includes(id)); // what comes later is no part of being ready
  const step = (name: Step, begun: boolean) =>
    stepFrom(
      inSpace.filter(effect => stepOf(effect) === name).map(effect => effect.state),
      begun,
    );
  const space = step('space', true);
  const people = step('people', space === 'done');
  const guides = step('guides', people === 'done');
  const stuck = inSpace.filter(
    effect => effect.error !== undefined && (effect.state === 'parked' || effect.state === 'failed'),
  );
  const trouble = stuck.map(effect => troubleWords(cop, effect.wish.kind, effect.error, effect.state === 'parked'));
  return { cop, space, people, guides, trouble };
}

const minute = 60_000;

/**
 * What a start waits for, where that is a minute or more: the others before it, and by when all of it should be there, as often as the
 * platform lets each thing be done. To a whole minute, and half a one more, for all that it takes besides.
 */
export function lineOf(
  batch: readonly Effect[],
  others: readonly Before[],
  paced: readonly Pacing[],
  now: number,
): Progress['line'] {
  const own = batch.filter(({ state }) => isUnderWay(state));
  const until = paced.map(({ kinds, aMinute }) => {
    const mine = own.filter(({ wish }) => kinds.includes(wish.kind)).length;
    const theirs = others.filter(one => kinds.includes(one.kind)).reduce((all, one) => all + one.many, 0);
    return mine === 0 ? now : now + ((mine + theirs) / aMinute) * minute;
  });
  const told = own.filter(({ error }) => error?.kind === 'rate-limited').map(({ dueAt }) => dueAt);
  const last = Math.max(now, ...until, ...told);
  if (last - now < minute) return undefined;
  return { before: new Set(others.map(one => one.cop)).size, until: Math.ceil(last / minute + 0.5) * minute };
}

/** How far the channel has followed what was edited. */
export function followingOf(cop: Cop, batch: readonly Effect[]): Following {
  const follows = batch.find(({ wish }) => wish.kind === 'rename-space' || wish.kind === 'describe-space');
  if (!follows) return { step: 'nothing to follow' };
  const { state, error, dueAt, wish } = follows;
  if (state === 'done') return { step: 'done' };
  if (state === 'parked' || state === 'failed' || state === 'skipped')
    return { step: 'trouble', words: troubleWords(cop, wish.kind, error, state === 'parked') };
  return error?.kind === 'rate-limited' ? { step: 'later', until: dueAt } : { step: 'under way' };
}

/** How far the card that somebody shares has come. */
export function sharingOf(cop: Cop, batch: readonly Effect[], link: string | undefined): Sharing {
  const shared = batch.find(({ wish }) => wish.kind === 'post' && wish.message === 'cop-invitation');
  const to =
    shared?.wish.kind === 'post' && typeof shared.wish.to === 'object' && 'channel' in shared.wish.to
      ? shared.wish.to.channel
      : '';
  const { platform, id: workspace } = workspaceOf(cop.workspace);
  return { cop, channel: { platform, workspace, id: to }, step: sharingStep(shared), link };
}

/** A channel that isn't there for the bot is one it was not let into. */
function sharingStep(shared: Effect | undefined): Sharing['step'] {
  if (shared?.state === 'done') return 'done';
  if (shared?.state !== 'failed') return 'under way';
  return shared.error?.kind === 'forbidden' || shared.error?.kind === 'gone' ? 'not allowed' : 'did not work';
}

/** One step is under way at a time: the person sees three changes, and each is worth a call. */
function stepFrom(states: readonly EffectState[], begun: boolean): StepState {
  if (states.some(state => state === 'parked')) return 'waiting for help';
  if (states.some(state => state === 'failed') || states.every(state => state === 'skipped')) return 'did not work';
  if (states.every(state => state === 'done' || state === 'skipped')) return 'done';
  return begun ? 'under way' : 'to come';
}
