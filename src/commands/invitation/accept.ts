import { lane } from '../../domain/effect.ts';
import { accept } from '../../domain/invitation.ts';
import { joining } from '../../domain/membership.ts';
import { invitationCard } from '../../messages/invitation.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as memberships from '../../store/memberships.ts';
import { command } from '../command.ts';
import { admit, post, reviseCopies } from '../effects.ts';
import { offersFirstMeeting } from '../meeting/first.ts';
import { settlesIn } from '../newcomer/settles-in.ts';

export const acceptInvitation = command({
  name: 'invitation accept',
  summary: 'Join a CoP that you are invited to',
  about: 'invitation',
  may: ['the-one-asked'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run({ tx, network, subject, now, after, on }) {
    const { invitation, cop, invitee, inviter } = subject;
    const accepted = accept(invitation, now);
    await invitations.save(tx, accepted);
    const comes = { ...invitee, joining: invitee.joining || !invitee.role };
    if (!invitee.role)
      await memberships.save(tx, joining({ networkId: network, copId: cop.id, personId: invitee.id }, now));
    const request = await joinRequests.settle(tx, network, cop.id, invitee.id, inviter.id, now);

    const about = { kind: 'invitation', id: invitation.id } as const;
    const admitted = after(lane.cop(cop.id), admit(cop, [invitee.id]), {
      onFailure: { command: 'invitation not-admitted', options: { invitation: invitation.id } },
    });
    after(lane.cop(cop.id), post(cop, 'invitation-welcome', 'space', about, offersFirstMeeting(cop)), {
      needs: [admitted],
    });
    after(lane.person(invitee.id), post(cop, 'invitation-admitted', invitee.id, about, settlesIn(cop, invitee.id)), {
      needs: [admitted],
    });
    after(lane.person(invitee.id), reviseCopies(cop, 'invitation', about, on));
    if (comes.joining) after(lane.person(invitee.id), reviseCopies(cop, 'invitation', about), { needs: [admitted] });
    if (request) after(lane.cop(cop.id), reviseCopies(cop, 'join-request', { kind: 'join-request', id: request }));

    return { say: invitationCard({ ...subject, invitee: comes, invitation: accepted }) };
  },
});
