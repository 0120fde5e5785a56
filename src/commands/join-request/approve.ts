import { lane } from '../../domain/effect.ts';
import { approve } from '../../domain/join-request.ts';
import { joining } from '../../domain/membership.ts';
import { requestCard } from '../../messages/join-request.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as memberships from '../../store/memberships.ts';
import { command } from '../command.ts';
import { admit, post, reviseCopies } from '../effects.ts';
import { decidedBy } from './decided-by.ts';

export const approveJoinRequest = command({
  name: 'join-request approve',
  summary: 'Admit the person who asked to join your CoP',
  about: 'join-request',
  may: ['facilitator'],
  answers: 'on-the-card',

  async run({ tx, subject, actor, accountId, now, after, on }) {
    const { request, cop, applicant } = subject;
    const approved = approve(request, actor.id, now); // throws a Refusal unless it is pending
    await joinRequests.save(tx, approved); // checks the version: a second approver comes back and meets the Refusal
    await memberships.save(tx, joining(request, now));

    const about = { kind: 'join-request', id: request.id } as const;
    const admitted = after(lane.cop(cop.id), admit(cop, [applicant.id]), {
      onFailure: { command: 'join-request not-admitted', options: { request: request.id } },
    });
    after(lane.cop(cop.id), post(cop, 'please-welcome', 'space', about), { needs: [admitted] });
    after(lane.person(applicant.id), post(cop, 'join-request-admitted', applicant.id, about), { needs: [admitted] });
    after(lane.cop(cop.id), reviseCopies(cop, 'join-request', about, on));

    return { say: requestCard(decidedBy(subject, approved, actor, accountId)) };
  },
});
