import { lane } from '../../domain/effect.ts';
import { withdraw } from '../../domain/invitation.ts';
import { notDeliveredCard } from '../../messages/invitation.ts';
import * as invitations from '../../store/invitations.ts';
import { command } from '../command.ts';
import { post } from '../effects.ts';

/** It could not be brought to them: whoever is not there any more is not invited any more; who takes no messages still is. */
export const invitationNotDelivered = command({
  name: 'invitation not-delivered',
  summary: 'Somebody invited who could not be written to',
  options: { reason: { kind: 'choice', summary: 'forbidden, if the person is there but takes no messages' } },
  about: 'invitation',
  may: ['the-bot'],
  answers: 'privately',

  async run({ tx, subject, options, now, after }) {
    const { invitation, cop, inviter } = subject;
    const stands = options.reason === 'forbidden' || invitation.state !== 'pending';
    const left = stands ? invitation : withdraw(invitation, now);
    if (!stands) await invitations.save(tx, left);
    after(
      lane.person(inviter.id),
      post(cop, 'invitation-not-delivered', inviter.id, { kind: 'invitation', id: invitation.id }),
    );
    return { say: notDeliveredCard({ ...subject, invitation: left }) };
  },
});
