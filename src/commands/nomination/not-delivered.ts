import { lane } from '../../domain/effect.ts';
import { withdrawGone } from '../../domain/nomination.ts';
import { hasLeft } from '../../domain/trouble.ts';
import * as nominations from '../../store/nominations.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';
import { neverGotIn } from '../membership/go-out.ts';
import { staysFacilitator } from './stays.ts';

/** Whoever asked hears at once, and not after a week. Who is not there any more is not asked any more; who takes no messages still is. */
export const nominationNotDelivered = consequence({
  name: 'nomination not-delivered',
  summary: 'Somebody asked to facilitate who could not be written to',
  about: 'nomination',

  async run(scope) {
    const { tx, subject, options, now, after } = scope;
    const { nomination, cop, nominator } = subject;
    const isGone = hasLeft(options);
    if (nomination.state === 'pending' && isGone) await nominations.save(tx, withdrawGone(nomination, now));
    if (isGone) await neverGotIn(scope, cop, nomination.nomineeId); // they may have said yes elsewhere meanwhile
    if (nomination.state !== 'pending') return;
    after(
      lane.person(nominator.id),
      post(cop, 'nomination-not-delivered', nominator.id, { kind: 'nomination', id: nomination.id }),
    );
    staysFacilitator({ after }, subject);
  },
});
