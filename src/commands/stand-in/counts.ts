import * as memberships from '../../store/memberships.ts';
import { consequence } from '../command.ts';
import { standBack } from '../cop/look-after.ts';
import { becomesFacilitator } from './accept.ts';
import { askSupport } from './deciding.ts';

/** Two days without an objection. Where a Support Team was chosen meanwhile, it is asked for its yes. */
export const standInCounts = consequence({
  name: 'stand-in counts',
  summary: 'Nobody has objected to who would look after a CoP',
  about: 'stand-in',
  evenAtRest: true,

  async run(scope) {
    const { tx, network, subject, settings } = scope;
    const { cop, standIn, person } = subject;
    if (cop.state !== 'open' || standIn.state !== 'pending' || standIn.objectedAt !== undefined) return;
    const isIn = (await memberships.of(tx, network, cop.id, person.id))?.state === 'member';
    if (!isIn || cop.unattendedSince === undefined) return standBack(scope, cop, person.id);
    if (settings.supportChannel === undefined) await becomesFacilitator(scope, subject);
    else await askSupport(scope, cop, standIn, settings.supportChannel);
  },
});
