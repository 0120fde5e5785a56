import { leaveCard } from '../../messages/membership.ts';
import { command } from '../command.ts';
import { ownCops } from '../cop/own.ts';
import { goingLast } from './going-last.ts';

/** Asks nothing but whether they are sure. */
export const leaveCop = command({
  name: 'membership leave',
  summary: 'Leave a CoP; you are welcome back',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true } },
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',
  reads: true,

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  async run({ tx, subject: { cop, role }, actor, settings }) {
    return { say: leaveCard(cop, await goingLast(tx, cop, role, actor.id, settings)) };
  },
});
