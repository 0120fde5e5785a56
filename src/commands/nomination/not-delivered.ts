import { lane } from '../../domain/effect.ts';
import { withdrawGone } from '../../domain/nomination.ts';
import { hasLeft } from '../../domain/trouble.ts';
import * as memberships from '../../store/memberships.ts';
import * as nominations from '../../store/nominations.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';
import { staysFacilitator } from './stays.ts';

/** Whoever asked hears at once, and not after a week. Who is not there any more is not asked any more; who takes no messages still is. */
export const nominationNotDelivered = consequence({
  name: 'nomination not-delivered',
  summary: 'Somebody asked to facilitate who could not be written to',
  about: 'nomination',

  async run({ tx, network, subject, options, now, after }) {
    const { nomination, cop, nominator } = subject;
    if (nomination.state !== 'pending') return;
    if (hasLeft(options)) {
      await nominations.save(tx, withdrawGone(nomination, now));
      await memberships.mark(tx, network, cop.id, [nomination.nomineeId], 'joining', 'left');
    }
    after(
      lane.person(nominator.id),
      post(cop, 'nomination-not-delivered', nominator.id, { kind: 'nomination', id: nomination.id }),
    );
    staysFacilitator({ after }, subject);
  },
});
