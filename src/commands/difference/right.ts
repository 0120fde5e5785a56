import { settledBy } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import { settledCard } from '../../messages/difference.ts';
import * as differences from '../../store/differences.ts';
import { command } from '../command.ts';
import { close } from '../cop/close.ts';
import { reviseCopies } from '../effects.ts';
import { windUpWhoIsOut } from '../membership/go-out.ts';

/** It was meant so: now it ends. */
export const isRight = command({
  name: 'difference right',
  summary: 'Say that what somebody changed by hand was meant so',
  about: 'difference',
  may: ['facilitator', 'support', 'the-one-asked'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, subject, actor, now, after, on } = scope;
    const { difference, cop } = subject;
    const over = settledBy(difference, actor.id, 'right', now);
    await differences.save(tx, over);
    if (difference.kind === 'space') await close(scope, cop);
    else if (difference.kind === 'people') await windUpWhoIsOut(scope, cop, difference.people);
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'is-it-right', { kind: 'difference', id: over.id }, on));
    return { say: settledCard({ ...subject, difference: over }, actor.id) };
  },
});
