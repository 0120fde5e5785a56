import { lane } from '../../domain/effect.ts';
import { decline, limits } from '../../domain/join-request.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut, tidied } from '../../domain/words.ts';
import { declineForm, requestCard } from '../../messages/join-request.ts';
import * as joinRequests from '../../store/join-requests.ts';
import { command } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';
import { decidedBy } from './decided-by.ts';

export const declineJoinRequest = command({
  name: 'join-request decline',
  summary: 'Decline a request to join your CoP, with a kind word if you like',
  about: 'join-request',
  may: ['facilitator'],
  in: 'any CoP',
  answers: 'on-the-card',

  async form({ subject }) {
    if (subject.request.state !== 'pending') throw new Refusal('request-decided', { request: subject.request });
    return declineForm(subject);
  },

  async run({ tx, subject, actor, accountId, options, now, after, on }) {
    const { request, cop, applicant } = subject;
    const reason = cut(tidied(options.reason ?? ''), limits.reason) || undefined;
    const declined = decline(request, actor.id, now, reason);
    await joinRequests.save(tx, declined);

    const about = { kind: 'join-request', id: request.id } as const;
    after(lane.person(applicant.id), post(cop, 'join-request-declined', applicant.id, about));
    after(lane.cop(cop.id), reviseCopies(cop, 'join-request', about, on));

    return { say: requestCard(decidedBy(subject, declined, actor, accountId)) };
  },
});
