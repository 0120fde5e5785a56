/** Four are of one kind: a join request, an invitation, a nomination, a role suggestion. Asked, answered once, or settled by what others do. */
import type { CopId, NetworkId } from './ids.ts';
import type { Refusal } from './refusal.ts';

/** `withdrawn`: nobody need answer any more. */
export type Decision = 'accepted' | 'approved' | 'declined' | 'withdrawn';

export interface Asked {
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly state: 'pending' | Decision;
  readonly decidedAt: number | undefined;
  readonly version: number;
  readonly createdAt: number;
}

/** Whoever comes second is told how it stands. */
export function answered<A extends Asked>(asked: A, state: Decision, now: number, already: (asked: A) => Refusal): A {
  if (asked.state !== 'pending') throw already(asked);
  return { ...asked, state, decidedAt: now };
}

/** It could not be done after all: it waits for an answer again. */
export const waitsAgain = <A extends Asked>(asked: A): A => ({ ...asked, state: 'pending', decidedAt: undefined });

/** The three that are answered by whoever was asked. */
export const answering = <A extends Asked & { readonly state: 'pending' | Exclude<Decision, 'approved'> }>(
  already: (asked: A) => Refusal,
) => ({
  accept: (asked: A, now: number): A => answered(asked, 'accepted', now, already),
  decline: (asked: A, now: number): A => answered(asked, 'declined', now, already),
  withdraw: (asked: A, now: number): A => answered(asked, 'withdrawn', now, already),
});
