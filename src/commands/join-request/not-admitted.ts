import { lane } from '../../domain/effect.ts';
import { endGone, reopened } from '../../domain/join-request.ts';
import { hasLeft } from '../../domain/trouble.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as joinRequests from '../../store/join-requests.ts';
import { consequence } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';
import { neverGotIn } from '../membership/go-out.ts';
import { waitFrom } from './waits.ts';

/** They were approved, but the platform would not let them in: the membership goes back, and the facilitators are told why. */
export const notAdmitted = consequence({
  name: 'join-request not-admitted',
  summary: 'Somebody approved who could not be let in',
  about: 'join-request',

  async run(scope) {
    const { tx, network, subject, options, now, after } = scope;
    const { request, cop, applicant } = subject;
    if (request.state !== 'approved') return; // settled with its CoP meanwhile
    const back = hasLeft(options) ? endGone(request, now) : reopened(request);
    await joinRequests.save(tx, back);
    if (back.state === 'pending') await waitFrom(tx, cop, request, now); // it waits as long as it did before
    await neverGotIn(scope, cop, applicant.id);

    const about = { kind: 'join-request', id: request.id } as const;
    after(lane.cop(cop.id), reviseCopies(cop, 'join-request', about));
    for (const facilitator of await facilitating.ofCop(tx, network, cop.id, cop.workspace))
      after(lane.person(facilitator.id), post(cop, 'join-request-not-admitted', facilitator.id, about));
  },
});
