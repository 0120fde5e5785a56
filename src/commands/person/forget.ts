import { forgetCard, forgettingCard, staysKnownCard } from '../../messages/forgetting.ts';
import { command } from '../command.ts';
import { forgetPerson } from './forget-person.ts';
import { leaving } from './lasts.ts';

/** Says what will happen and asks once. `sure`: what they were asked before they pressed. */
export const forgetMe = command({
  name: 'person forget',
  summary: 'Have the bot forget you: what it holds about you goes, and you leave all spaces',
  about: 'network',
  may: ['anyone'],
  in: 'no CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, network, actor, settings, options } = scope;
    if (options.sure === 'no') return { say: staysKnownCard() };
    const { mine, lasts } = await leaving(tx, network, actor.id, settings);
    const isAsked = options.sure === 'as-the-last' || (options.sure === 'yes' && lasts.length === 0);
    if (!isAsked) return { say: forgetCard({ mine, lasts, hasSupport: settings.supportChannel !== undefined }) };
    await forgetPerson(scope, actor.id);
    return { say: forgettingCard() };
  },
});
