import { decline } from '../../domain/invitation.ts';
import { invitationCard } from '../../messages/invitation.ts';
import { settling } from '../asked/settling.ts';

export const declineInvitation = settling({
  name: 'invitation decline',
  summary: 'Say no, thanks, to an invitation',
  about: 'invitation',
  may: ['the-one-asked'],
  answers: 'on-the-card',

  settled: ({ subject, now }) => ({ ...subject, invitation: decline(subject.invitation, now) }),
  tells: ({ inviter }) => ['invitation-declined', inviter.id],
  says: invitationCard,
});
