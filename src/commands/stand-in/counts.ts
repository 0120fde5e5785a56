import { lane } from '../../domain/effect.ts';
import * as memberships from '../../store/memberships.ts';
import * as posts from '../../store/posts.ts';
import { consequence } from '../command.ts';
import { standBack } from '../cop/look-after.ts';
import { post } from '../effects.ts';
import { becomesFacilitator } from './accept.ts';

/** Two days without an objection. Where a Support Team was chosen meanwhile, it is asked for its yes. */
export const standInCounts = consequence({
  name: 'stand-in counts',
  summary: 'Nobody has objected to who would look after a CoP',
  about: 'stand-in',

  async run(scope) {
    const { tx, network, subject, settings, after } = scope;
    const { cop, standIn, person } = subject;
    const about = { kind: 'stand-in', id: standIn.id } as const;
    if (cop.state !== 'open' || standIn.state !== 'pending' || standIn.objectedAt !== undefined) return;
    const isIn = (await memberships.of(tx, network, cop.id, person.id))?.state === 'member';
    if (!isIn || cop.unattendedSince === undefined) return standBack(scope, cop, person.id);
    if (settings.supportChannel === undefined) await becomesFacilitator(scope, subject);
    else if ((await posts.copiesOf(tx, network, 'stand-in', about)).length === 0)
      after(lane.workspace(cop.workspace), post(cop, 'stand-in', 'support', about));
  },
});
