import type { CopId, NetworkId, NominationId, PersonId } from './ids.ts';
import { Refusal } from './refusal.ts';

/** Somebody is asked to facilitate a CoP that another starts. Until they say yes, the starter does. */
export interface Nomination {
  readonly id: NominationId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly nomineeId: PersonId;
  readonly nominatorId: PersonId;
  readonly state: 'pending' | 'accepted' | 'declined';
  readonly decidedAt: number | undefined;
  readonly version: number;
  readonly createdAt: number;
}

export const accept = (nomination: Nomination, now: number): Nomination => decided(nomination, 'accepted', now);
export const decline = (nomination: Nomination, now: number): Nomination => decided(nomination, 'declined', now);

function decided(nomination: Nomination, state: 'accepted' | 'declined', now: number): Nomination {
  if (nomination.state !== 'pending') throw new Refusal('nomination-decided', { nomination });
  return { ...nomination, state, decidedAt: now };
}
