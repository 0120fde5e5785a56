import { answering } from './asked.ts';
import type { CopId, NetworkId, NominationId, PersonId } from './ids.ts';
import { Refusal } from './refusal.ts';

/** Somebody is asked to facilitate a CoP. Until they say yes, whoever asks does, or goes on to. */
export interface Nomination {
  readonly id: NominationId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly nomineeId: PersonId;
  readonly nominatorId: PersonId;
  /** One that was being started; in place of who asks; or together with them, as long as they like or for three months, to try it. */
  readonly way: 'first' | 'instead' | 'with' | 'trial';
  /** A line of who asks. */
  readonly words: string | undefined;
  /** `withdrawn`: nobody need answer any more. */
  readonly state: 'pending' | 'accepted' | 'declined' | 'withdrawn';
  /** `gone`: who was asked had left. Else whoever asked has found another way, or the CoP was closed. */
  readonly withdrawnAs: 'gone' | undefined;
  readonly decidedAt: number | undefined;
  readonly version: number;
  readonly createdAt: number;
}

export const { accept, decline, withdraw } = answering<Nomination>(
  nomination => new Refusal('nomination-decided', { nomination }),
);

export const withdrawGone = (nomination: Nomination, now: number): Nomination => ({
  ...withdraw(nomination, now),
  withdrawnAs: 'gone',
});

export const limits = { words: 300 } as const;

/** So long may an answer take before whoever asked hears of it. */
export const silenceMs = 7 * 24 * 3600_000;

export const isTogether = ({ way }: Pick<Nomination, 'way'>): boolean => way === 'with' || way === 'trial';

/** Their three months are over, and it is no trial any more. */
export function goOn(nomination: Nomination): Nomination {
  if (nomination.way !== 'trial' || nomination.state !== 'accepted')
    throw new Refusal('nomination-decided', { nomination });
  return { ...nomination, way: 'with' };
}
