import type { JoinRequest } from '../../domain/join-request.ts';
import type { Person } from '../../domain/person.ts';
import type { JoinRequestView } from '../../messages/join-request.ts';

/** The request as it is after the answer, for the card that was pressed. */
export const decidedBy = (
  view: JoinRequestView,
  request: JoinRequest,
  by: Person,
  accountId: string,
): JoinRequestView => ({
  ...view,
  request,
  decider: { ...by, accountId, role: 'facilitator' },
});
