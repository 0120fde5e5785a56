import * as memberships from '../../store/memberships.ts';
import { consequence } from '../command.ts';
import { standBack } from '../cop/look-after.ts';
import { becomesFacilitator } from './accept.ts';
import { remindToDecide } from './deciding.ts';

/** Two days without an objection. Where it takes the Support Team's yes, it is reminded. */
export const standInCounts = consequence({
  name: 'stand-in counts',
  summary: 'Nobody has objected to who would look after a CoP',
  about: 'stand-in',
  evenAtRest: true,

  async run(scope) {
    const { tx, network, subject, settings } = scope;
    const { cop, standIn, person } = subject;
    const support = settings.supportChannel;
    if (cop.state !== 'open' || standIn.state !== 'pending') return;
    if (standIn.objectedAt !== undefined && support === undefined) return;
    const isIn = (await memberships.of(tx, network, cop.id, person.id))?.state === 'member';
    if (!isIn || cop.unattendedSince === undefined) return standBack(scope, cop, person.id);
    if (support === undefined) await becomesFacilitator(scope, subject);
    else await remindToDecide(scope, cop, standIn, support);
  },
});
