import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { EffectId, JoinRequestId, PersonId } from '../../domain/ids.ts';
import type { Scope } from '../command.ts';
import { admit, post } from '../effects.ts';
import { offersFirstMeeting } from '../meeting/first.ts';
import { settlesIn } from '../newcomer/settles-in.ts';

/** What follows from a yes: they are brought in, which is answered, then welcomed in the space and told privately. */
export function letIn(after: Scope<unknown>['after'], cop: Cop, applicant: PersonId, request: JoinRequestId): EffectId {
  const about = { kind: 'join-request', id: request } as const;
  const admitted = after(lane.cop(cop.id), admit(cop, [applicant]), {
    onFailure: { command: 'join-request not-admitted', options: { request } },
  });
  after(lane.cop(cop.id), post(cop, 'please-welcome', 'space', about, offersFirstMeeting(cop)), { needs: [admitted] });
  after(lane.person(applicant), post(cop, 'join-request-admitted', applicant, about, settlesIn(cop, applicant)), {
    needs: [admitted],
  });
  return admitted;
}
