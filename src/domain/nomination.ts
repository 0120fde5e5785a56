import { answering } from './asked.ts';
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

export const { accept, decline, withdraw } = answering<Nomination>(
  nomination => new Refusal('nomination-decided', { nomination }),
);

/** So long may an answer take before whoever asked hears of it. */
export const silenceMs = 7 * 24 * 3600_000;
