import { answering } from './asked.ts';
import type { CopId, NetworkId, PersonId, StandInId } from './ids.ts';
import { Refusal } from './refusal.ts';

/** A member who would look after a CoP that has no facilitator, even for a while. */
export interface StandIn {
  readonly id: StandInId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly personId: PersonId;
  /** `withdrawn`: by themselves, or because it needs nobody any more. */
  readonly state: 'pending' | 'accepted' | 'declined' | 'withdrawn';
  /** Somebody would rather have it decided: it doesn't count by itself any more. */
  readonly objectedAt: number | undefined;
  /** Who was asked to decide then, where that is one person: an administrator. */
  readonly deciderId: PersonId | undefined;
  readonly decidedAt: number | undefined;
  readonly version: number;
  readonly createdAt: number;
}

export const { accept, decline, withdraw } = answering<StandIn>(
  standIn => new Refusal('stand-in-decided', { standIn }),
);

/** So long it is open to objection before it counts. */
const openMs = 2 * 24 * 3600_000;
export const countsFrom = ({ createdAt }: Pick<StandIn, 'createdAt'>): number => createdAt + openMs;

/** It takes the Support Team's yes, and waits for that. */
export const isOverdue = (standIn: Pick<StandIn, 'createdAt'>, now: number): boolean => now >= countsFrom(standIn);

/** So long the Support Team has for its yes, before an administrator is asked as well. */
const supportMs = 7 * 24 * 3600_000;
export const asksBesidesFrom = ({ createdAt }: Pick<StandIn, 'createdAt'>): number => createdAt + supportMs;

/** Until now it took somebody's yes: from now on it is open to objection, as long as any other. */
export const opensAgain = (standIn: StandIn, now: number): number => Math.max(countsFrom(standIn), now + openMs);

/** Whoever was to decide is not there any more, or says nothing. */
export const asksAdmin = (standIn: StandIn, deciderId: PersonId): StandIn => ({ ...standIn, deciderId });

/** Once is enough: who objected first isn't asked, nor told of. */
export function object(standIn: StandIn, deciderId: PersonId | undefined, now: number): StandIn {
  if (standIn.state !== 'pending') throw new Refusal('stand-in-decided', { standIn });
  if (standIn.objectedAt !== undefined) return standIn;
  return { ...standIn, objectedAt: now, deciderId: deciderId ?? standIn.deciderId };
}
