import { type Closing, closesFrom, limits, underWay } from '../../domain/closing.ts';
import type { Cop } from '../../domain/cop.ts';
import type { OptionsOf } from '../../domain/deed.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { closesCard, notClosing } from '../../messages/closing.ts';
import { changeKeptForm, closeForm } from '../../messages/closing-form.ts';
import * as closings from '../../store/closings.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { ownCops } from '../cop/own.ts';
import { post, reviseCopies } from '../effects.ts';
import { closesOn } from './closes-on.ts';

/** In a week, so that its members can say *Wait*; given once more, what is kept is changed, and not the day. */
export const closeCop = command({
  name: 'cop close',
  summary: 'Close your CoP in a week, with what it leaves behind; its members can ask to wait',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you facilitate several', suggests: true } },
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ reader, subject: { cop } }) {
    const before = await closings.of(reader, cop.networkId, cop.id);
    return closeForm(cop, underWay(before) ? before : undefined);
  },

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  async run(scope) {
    const { tx, network, subject, actor, options, now, after } = scope;
    const { cop } = subject;
    const last = await closings.of(tx, network, cop.id);
    if (underWay(last)) return changed(scope, last);
    const closing = { ...announced(cop, actor.id, now), ...kept(options) };
    await closings.save(tx, closing);
    await closings.forgetWishes(tx, network, cop.id);
    const closes = await closesOn(scope, cop, closing.dueAt);
    after(lane.cop(cop.id), post(closes, 'cop-closing', 'space', { kind: 'cop', id: cop.id }));
    return { say: closesCard(cop, closing, options.space === 'deleted') };
  },
});

/** Pressed on the card that says when; where it was called off meanwhile, nothing is announced again. */
export const changeKept = command({
  name: 'closing change',
  summary: 'Change what a CoP that is to be closed leaves behind',
  typedAs: 'cop close',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async form({ reader, subject: { cop } }) {
    const closing = await closings.of(reader, cop.networkId, cop.id);
    return underWay(closing) ? changeKeptForm(cop, closing) : { sections: notClosing(cop) };
  },

  async run(scope) {
    const { cop } = scope.subject;
    const closing = await closings.of(scope.tx, scope.network, cop.id);
    return underWay(closing) ? changed(scope, closing) : { say: notClosing(cop) };
  },
});

async function changed(
  { tx, subject: { cop }, options, after }: Scope<Subjects['cop']> & { readonly options: Chosen },
  before: Closing,
) {
  const closing = { ...before, ...kept(options) };
  await closings.save(tx, closing);
  after(lane.cop(cop.id), reviseCopies(cop, 'cop-closing', { kind: 'cop', id: cop.id }));
  return { say: closesCard(cop, closing, options.space === 'deleted' && closing.space !== 'deleted') };
}

type Chosen = OptionsOf<'closing change'>;

const announced = (cop: Cop, by: PersonId, now: number): Closing => ({
  copId: cop.id,
  networkId: cop.networkId,
  askedBy: by,
  askedAt: now,
  dueAt: closesFrom(now),
  state: 'announced',
  waitsFor: undefined,
  keepsRoles: true,
  keepsLibrary: true,
  story: undefined,
  otherStory: undefined,
  space: 'archived',
});

/** That its space be deleted takes one more press. */
function kept({ roles, library, story, other, space }: Chosen) {
  const told = (words: string | undefined) => cut(tidiedLines(words ?? ''), limits.story) || undefined;
  return {
    keepsRoles: roles === 'yes',
    keepsLibrary: library === 'yes',
    story: told(story),
    otherStory: told(other),
    ...(space === 'archived' && { space: 'archived' as const }),
  };
}
