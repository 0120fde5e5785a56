import { decline } from '../../domain/invitation.ts';
import { invitationCard } from '../../messages/invitation.ts';
import { ending } from '../asked/ending.ts';

export const declineInvitation = ending({
  name: 'invitation decline',
  summary: 'Say no, thanks, to an invitation',
  about: 'invitation',
  may: ['the-one-asked'],
  answers: 'on-the-card',

  ended: ({ subject, now }) => ({ ...subject, invitation: decline(subject.invitation, now) }),
  tells: ({ inviter }) => ['invitation-declined', inviter.id],
  says: invitationCard,
});
