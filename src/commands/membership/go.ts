import { leaveCard, leftCard, staysCard } from '../../messages/membership.ts';
import { command } from '../command.ts';
import { depart } from './go-out.ts';
import { goingLast } from './going-last.ts';

/** Who turns out to be the last facilitator by the time that they press is asked what is asked of the last. */
export const goFromCop = command({
  name: 'membership go',
  summary: 'Leave a CoP now, or stay after all',
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, subject, actor, settings, options } = scope;
    const { cop, role } = subject;
    if (options.sure !== 'yes' && options.sure !== 'as-the-last') return { say: staysCard(cop) };
    const last = await goingLast(tx, cop, role, actor.id, settings);
    if (last && options.sure === 'yes') return { say: leaveCard(cop, last) };
    await depart(scope, cop, actor.id);
    return { say: leftCard(cop, last) };
  },
});
