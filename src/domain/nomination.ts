import type { CopId, NetworkId, NominationId, PersonId } from './ids.ts';
import { Refusal } from './refusal.ts';

/** Somebody is asked to facilitate a CoP that another starts. Until they say yes, the starter does. */
export interface Nomination {
  readonly id: NominationId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly nomineeId: PersonId;
  readonly nominatorId: PersonId;
  /** `withdrawn`: whoever asked has found another way. */
  readonly state: 'pending' | 'accepted' | 'declined' | 'withdrawn';
  readonly decidedAt: number | undefined;
  readonly version: number;
  readonly createdAt: number;
}

export const accept = (nomination: Nomination, now: number): Nomination => decided(nomination, 'accepted', now);
export const decline = (nomination: Nomination, now: number): Nomination => decided(nomination, 'declined', now);

export const withdraw = (nomination: Nomination, now: number): Nomination => decided(nomination, 'withdrawn', now);

/** So long may an answer take before whoever asked hears of it. */
export const silenceMs = 7 * 24 * 3600_000;

function decided(nomination: Nomination, state: Exclude<Nomination['state'], 'pending'>, now: number): Nomination {
  if (nomination.state !== 'pending') throw new Refusal('nomination-decided', { nomination });
  return { ...nomination, state, decidedAt: now };
}
