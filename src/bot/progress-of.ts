/** How far a CoP's start has come, read off the effects that it waits for. */
import type { Cop } from '../domain/cop.ts';
import type { Effect, EffectState, WishKind } from '../domain/effect.ts';
import type { Progress, Step } from '../messages/cop.ts';
import { troubleWords } from '../messages/trouble.ts';

const stepOf: { readonly [K in WishKind]?: 'space' | 'people' | 'guides' } = {
  'open-space': 'space',
  admit: 'people',
  'make-facilitator': 'people',
  'describe-space': 'guides',
  post: 'guides',
  pin: 'guides',
};

export function progressOf(cop: Cop, batch: readonly Effect[]): Progress {
  const inSpace = batch.filter(effect => effect.lane.startsWith('cop:'));
  const step = (name: 'space' | 'people' | 'guides', begun: boolean) =>
    stepFrom(
      inSpace.filter(effect => stepOf[effect.wish.kind] === name).map(effect => effect.state),
      begun,
    );
  const space = step('space', true);
  const people = step('people', space === 'done');
  const guides = step('guides', people === 'done');
  const stuck = inSpace.filter(
    effect => effect.error !== undefined && (effect.state === 'parked' || effect.state === 'failed'),
  );
  const trouble = stuck.map(effect => troubleWords(effect.wish.kind, codeOf(effect), effect.state === 'parked'));
  return { cop, space, people, guides, trouble };
}

/** An effect's error is kept as `kind code`. */
export const codeOf = (effect: Pick<Effect, 'error'>): string | undefined => effect.error?.split(' ')[1];

/** One step is under way at a time: the person sees three changes, and each is worth a call. */
function stepFrom(states: readonly EffectState[], begun: boolean): Step {
  if (states.some(state => state === 'parked')) return 'waiting for help';
  if (states.some(state => state === 'failed') || states.every(state => state === 'skipped')) return 'did not work';
  if (states.every(state => state === 'done' || state === 'skipped')) return 'done';
  return begun ? 'under way' : 'to come';
}
