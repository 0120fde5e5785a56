import { lane } from '../../domain/effect.ts';
import { endGone, reopened } from '../../domain/join-request.ts';
import { hasLeft } from '../../domain/trouble.ts';
import * as joinRequests from '../../store/join-requests.ts';
import { consequence } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { neverGotIn } from '../membership/go-out.ts';
import { requestCameToNothing } from '../membership/turn-back.ts';
import { waitFrom } from './waits.ts';

/** They were approved, but the platform would not let them in: the membership goes back, and the facilitators are told why. */
export const notAdmitted = consequence({
  name: 'join-request not-admitted',
  summary: 'Somebody approved who could not be let in',
  about: 'join-request',

  async run(scope) {
    const { tx, subject, options, now, after } = scope;
    const { request, cop, applicant } = subject;
    if (request.state !== 'approved') return; // settled with its CoP meanwhile
    const back = hasLeft(options) ? endGone(request, now) : reopened(request);
    await joinRequests.save(tx, back);
    if (back.state === 'pending') await waitFrom(tx, cop, request, now); // it waits as long as it did before
    await neverGotIn(scope, cop, applicant.id);

    const about = { kind: 'join-request', id: request.id } as const;
    after(lane.cop(cop.id), reviseCopies(cop, 'join-request', about));
    await requestCameToNothing(scope, cop, request.id);
  },
});
