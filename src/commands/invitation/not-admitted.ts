import { lane } from '../../domain/effect.ts';
import { endGone, standsAgain } from '../../domain/invitation.ts';
import { hasLeft } from '../../domain/trouble.ts';
import * as invitations from '../../store/invitations.ts';
import { consequence } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { neverGotIn } from '../membership/go-out.ts';
import { invitationCameToNothing } from '../membership/turn-back.ts';

/** They said yes, but the platform would not let them in: the membership goes back, and who invited them is told why. */
export const invitedNotAdmitted = consequence({
  name: 'invitation not-admitted',
  summary: 'Somebody who said yes and could not be let in',
  about: 'invitation',

  async run(scope) {
    const { tx, subject, options, now, after } = scope;
    const { invitation, cop, invitee } = subject;
    if (invitation.state !== 'accepted') return; // settled with its CoP meanwhile
    const back = hasLeft(options) ? endGone(invitation, now) : standsAgain(invitation);
    await invitations.save(tx, back);
    await neverGotIn(scope, cop, invitee.id);

    const about = { kind: 'invitation', id: invitation.id } as const;
    after(lane.person(invitee.id), reviseCopies(cop, 'invitation', about));
    invitationCameToNothing(scope, cop, invitation);
  },
});
