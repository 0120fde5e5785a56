import { answering, waitsAgain } from './asked.ts';
import type { CopId, InvitationId, NetworkId, PersonId } from './ids.ts';
import { Refusal } from './refusal.ts';

/** `withdrawn`: whom it was for is no longer there, or nobody need answer any more. */
export type InvitationState = 'pending' | 'accepted' | 'declined' | 'withdrawn';

/** A facilitator asks somebody in. Accepting is joining. */
export interface Invitation {
  readonly id: InvitationId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly inviteeId: PersonId;
  readonly inviterId: PersonId;
  readonly state: InvitationState;
  /** `gone`: who was asked had left. */
  readonly withdrawnAs: 'gone' | undefined;
  readonly decidedAt: number | undefined;
  readonly version: number;
  readonly createdAt: number;
}

/** People at a time: more than anybody means to ask, fewer than a platform takes for spam. */
export const mostAtOnce = 200;

export const { accept, decline } = answering<Invitation>(
  invitation => new Refusal('invitation-decided', { invitation }),
);

/** They were no longer here, before they answered or before they were in. */
export const endGone = (invitation: Invitation, now: number): Invitation => ({
  ...invitation,
  state: 'withdrawn',
  withdrawnAs: 'gone',
  decidedAt: now,
});

/** Accepted, and not let in yet: whoever takes them out again takes it back, and who goes by themselves says no. */
export const turnedBack = (invitation: Invitation, by: PersonId, now: number): Invitation => ({
  ...invitation,
  state: by === invitation.inviteeId ? 'declined' : 'withdrawn',
  decidedAt: now,
});

/** Accepted, but the platform would not let them in. */
export const standsAgain: (invitation: Invitation) => Invitation = waitsAgain;

/** Why somebody is asked, in the inviter's own words. */
export const limits = { words: 300 } as const;
