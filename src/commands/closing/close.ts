import { type Closing, closesFrom, limits, underWay } from '../../domain/closing.ts';
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { cut, tidied } from '../../domain/words.ts';
import { closeForm, closesCard } from '../../messages/closing.ts';
import * as closings from '../../store/closings.ts';
import { command, type Scope } from '../command.ts';
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
    const before = underWay(last) ? last : undefined;
    const closing = { ...(before ?? announced(cop, actor.id, now)), ...kept(options) };
    await closings.save(tx, closing);
    const about = { kind: 'cop', id: cop.id } as const;
    if (before) after(lane.cop(cop.id), reviseCopies(cop, 'cop-closing', about));
    else {
      await closings.forgetWishes(tx, network, cop.id);
      const closes = await closesOn(scope, cop, closing.dueAt);
      after(lane.cop(cop.id), post(closes, 'cop-closing', 'space', about));
    }
    return { say: closesCard(cop, closing, options.space === 'deleted' && closing.space !== 'deleted') };
  },
});

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
function kept({
  roles,
  library,
  story,
  other,
  space,
}: Scope<unknown, 'roles' | 'library' | 'story' | 'other' | 'space'>['options']) {
  const told = (words: string | undefined) => cut(tidied(words ?? ''), limits.story) || undefined;
  return {
    keepsRoles: roles === 'yes',
    keepsLibrary: library === 'yes',
    story: told(story),
    otherStory: told(other),
    ...(space === 'archived' && { space: 'archived' as const }),
  };
}
