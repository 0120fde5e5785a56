import { lane } from '../../domain/effect.ts';
import { approve } from '../../domain/join-request.ts';
import { joining } from '../../domain/membership.ts';
import { requestCard } from '../../messages/join-request.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as memberships from '../../store/memberships.ts';
import { command } from '../command.ts';
import { reviseCopies, reviseOne } from '../effects.ts';
import { decidedBy } from './decided-by.ts';
import { letIn } from './let-in.ts';

export const approveJoinRequest = command({
  name: 'join-request approve',
  summary: 'Admit the person who asked to join your CoP',
  about: 'join-request',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run({ tx, network, subject, actor, accountId, now, after, on }) {
    const { request, cop, applicant } = subject;
    const approved = approve(request, actor.id, now); // throws a Refusal unless it is pending
    await joinRequests.save(tx, approved); // checks the version: a second approver comes back and meets the Refusal
    if (!applicant.role) await memberships.save(tx, joining(request, now)); // who is in by now stays what they are

    const about = { kind: 'join-request', id: request.id } as const;
    const admitted = letIn(after, cop, applicant.id, request.id);
    after(lane.cop(cop.id), reviseCopies(cop, 'join-request', about, on));
    if (on) after(lane.cop(cop.id), reviseOne(cop, 'join-request', about, on), { needs: [admitted] });
    for (const id of await invitations.settle(tx, network, cop.id, [applicant.id], now))
      after(lane.person(applicant.id), reviseCopies(cop, 'invitation', { kind: 'invitation', id }));

    const view = decidedBy(subject, approved, actor, accountId);
    return { say: requestCard({ ...view, applicant: { ...applicant, role: 'member', joining: true } }, actor.id) };
  },
});
