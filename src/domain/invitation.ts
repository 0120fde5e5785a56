import { answering, waitsAgain } from './asked.ts';
import type { CopId, InvitationId, NetworkId, PersonId } from './ids.ts';
import { Refusal } from './refusal.ts';

/** `withdrawn`: whom it was for is no longer there. */
export type InvitationState = 'pending' | 'accepted' | 'declined' | 'withdrawn';

/** A facilitator asks somebody in. Accepting is joining. */
export interface Invitation {
  readonly id: InvitationId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly inviteeId: PersonId;
  readonly inviterId: PersonId;
  readonly state: InvitationState;
  readonly decidedAt: number | undefined;
  readonly version: number;
  readonly createdAt: number;
}

/** People at a time: more than anybody means to ask, fewer than a platform takes for spam. */
export const mostAtOnce = 200;

export const { accept, decline, withdraw } = answering<Invitation>(
  invitation => new Refusal('invitation-decided', { invitation }),
);

/** Accepted, but the platform would not let them in. */
export const standsAgain: (invitation: Invitation) => Invitation = waitsAgain;

/** Why somebody is asked, in the inviter's own words. */
export const limits = { words: 300 } as const;
