import { lane } from '../../domain/effect.ts';
import { withdraw } from '../../domain/join-request.ts';
import { withdrawnCard } from '../../messages/join-request.ts';
import * as joinRequests from '../../store/join-requests.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';

export const withdrawJoinRequest = command({
  name: 'join-request withdraw',
  summary: 'Take your request to join back',
  about: 'join-request',
  may: ['its-author'],
  in: 'any CoP',
  answers: 'privately',

  async run({ tx, subject: { request, cop }, now, after }) {
    await joinRequests.save(tx, withdraw(request, now));
    after(lane.cop(cop.id), reviseCopies(cop, 'join-request', { kind: 'join-request', id: request.id }));
    return { say: withdrawnCard(cop) };
  },
});
