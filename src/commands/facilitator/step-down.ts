import { lane } from '../../domain/effect.ts';
import { lastFacilitatorCard, steppedDownCard } from '../../messages/facilitator.ts';
import * as facilitating from '../../store/facilitating.ts';
import { command } from '../command.ts';
import { askMembers, needFacilitator } from '../cop/need-facilitator.ts';
import { postOf, unmakeFacilitator } from '../effects.ts';
import { cease, changed } from './changed.ts';

/** With another facilitator: at once. The last one says first who is to find somebody; `sure`: the Support Team, or the members. */
export const stepDown = command({
  name: 'facilitator step-down',
  summary: 'Facilitate your CoP no longer, and stay a member',
  typedAs: 'facilitator show',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, network, subject, actor, options, settings, after } = scope;
    const { cop } = subject;
    const all = await facilitating.ofCop(tx, network, cop.id, cop.workspace);
    const others = all.filter(one => one.id !== actor.id);
    const hasSupport = settings.supportChannel !== undefined;
    const finds =
      options.sure === 'members' ? 'members' : hasSupport && options.sure === 'support' ? 'support' : undefined;
    if (others.length === 0 && !finds) return { say: lastFacilitatorCard(cop, hasSupport) };

    await facilitating.setRole(tx, network, cop.id, actor.id, 'member');
    after(lane.cop(cop.id), unmakeFacilitator(cop, actor.id));
    await cease(scope, cop, actor.id);
    changed(after, cop);
    for (const { id } of others)
      after(lane.person(id), postOf(cop, 'stepped-down', id, { kind: 'cop', id: cop.id }, actor.id));
    await needFacilitator(scope, cop);
    if (others.length === 0 && finds === 'members') await askMembers(scope, cop);
    return { say: steppedDownCard(cop, others, others.length > 0 ? undefined : finds) };
  },
});
