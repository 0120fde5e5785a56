import { decline, limits } from '../../domain/join-request.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { declineForm, requestCard } from '../../messages/join-request.ts';
import { ending } from '../asked/ending.ts';
import { decidedBy } from './decided-by.ts';

export const declineJoinRequest = ending({
  name: 'join-request decline',
  summary: 'Decline a request to join your CoP, with a kind word if you like',
  about: 'join-request',
  may: ['facilitator'],
  answers: 'on-the-card',

  async form({ subject }) {
    if (subject.request.state !== 'pending') throw new Refusal('request-decided', { request: subject.request });
    return declineForm(subject);
  },

  ended({ subject, actor, accountId, options, now }) {
    const reason = cut(tidiedLines(options.reason ?? ''), limits.reason) || undefined;
    return decidedBy(subject, decline(subject.request, actor.id, now, reason), actor, accountId);
  },
  tells: ({ applicant }) => ['join-request-declined', applicant.id],
  says: view => requestCard(view, view.decider?.id),
});
