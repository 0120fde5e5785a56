import { lane } from '../../domain/effect.ts';
import { decline } from '../../domain/invitation.ts';
import { invitationCard } from '../../messages/invitation.ts';
import * as invitations from '../../store/invitations.ts';
import { command } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';

export const declineInvitation = command({
  name: 'invitation decline',
  summary: 'Say no, thanks, to an invitation',
  about: 'invitation',
  may: ['the-one-asked'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, now, after, on }) {
    const { invitation, cop, invitee, inviter } = subject;
    const declined = decline(invitation, now);
    await invitations.save(tx, declined);

    const about = { kind: 'invitation', id: invitation.id } as const;
    after(lane.person(invitee.id), reviseCopies(cop, 'invitation', about, on));
    after(lane.person(inviter.id), post(cop, 'invitation-declined', inviter.id, about));

    return { say: invitationCard({ ...subject, invitation: declined }) };
  },
});
