import { withdraw } from '../../domain/join-request.ts';
import { withdrawnCard } from '../../messages/own-request.ts';
import { ending } from '../asked/ending.ts';

export const withdrawJoinRequest = ending({
  name: 'join-request withdraw',
  summary: 'Take your request to join back',
  about: 'join-request',
  may: ['its-author'],
  answers: 'on-the-card',

  ended: ({ subject, now }) => ({ ...subject, request: withdraw(subject.request, now) }),
  says: ({ cop }) => withdrawnCard(cop),
});
