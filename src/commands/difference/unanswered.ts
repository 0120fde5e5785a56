import { areFacilitators } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import * as differences from '../../store/differences.ts';
import { consequence } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { windUpWhoIsOut } from '../membership/go-out.ts';

/** Whoever facilitated it has not taken it back: now it ends. */
export const unansweredDifference = consequence({
  name: 'difference unanswered',
  summary: 'A facilitator who is out has not taken it back',
  about: 'difference',
  evenAtRest: true,

  async run(scope) {
    const { tx, subject, now, after } = scope;
    const { difference, cop } = subject;
    if (difference.settledAt !== undefined || !areFacilitators(difference)) return;
    await differences.save(tx, { ...difference, settledAt: now, settledAs: 'right' });
    await windUpWhoIsOut(scope, cop, difference.people);
    after(lane.cop(cop.id), reviseCopies(cop, 'is-it-right', { kind: 'difference', id: difference.id }));
  },
});
