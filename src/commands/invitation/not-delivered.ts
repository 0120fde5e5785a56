import { lane } from '../../domain/effect.ts';
import { endGone } from '../../domain/invitation.ts';
import { hasLeft } from '../../domain/trouble.ts';
import * as invitations from '../../store/invitations.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';

/** It could not be brought to them: whoever is not there any more is not invited any more; who takes no messages still is. */
export const invitationNotDelivered = consequence({
  name: 'invitation not-delivered',
  summary: 'Somebody invited who could not be written to',
  about: 'invitation',

  async run({ tx, subject, options, now, after }) {
    const { invitation, cop, inviter } = subject;
    const stands = !hasLeft(options) || invitation.state !== 'pending';
    const left = stands ? invitation : endGone(invitation, now);
    if (!stands) await invitations.save(tx, left);
    after(
      lane.person(inviter.id),
      post(cop, 'invitation-not-delivered', inviter.id, { kind: 'invitation', id: invitation.id }),
    );
  },
});
