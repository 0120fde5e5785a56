import { withdraw } from '../../domain/join-request.ts';
import { withdrawnCard } from '../../messages/join-request.ts';
import { settling } from '../asked/settling.ts';

export const withdrawJoinRequest = settling({
  name: 'join-request withdraw',
  summary: 'Take your request to join back',
  about: 'join-request',
  may: ['its-author'],
  answers: 'privately',

  settled: ({ subject, now }) => ({ ...subject, request: withdraw(subject.request, now) }),
  says: ({ cop }) => withdrawnCard(cop),
});
