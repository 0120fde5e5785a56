import { answered, waitsAgain } from './asked.ts';
import type { CopId, JoinRequestId, NetworkId, PersonId } from './ids.ts';
import { Refusal } from './refusal.ts';

export type JoinRequestState = 'pending' | 'approved' | 'declined' | 'withdrawn';

export interface JoinRequest {
  readonly id: JoinRequestId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly personId: PersonId;
  /** The CoP's own, as it was then; ours, if it had none: "What brings you here?" */
  readonly question: string | undefined;
  /** Their answer. */
  readonly words: string | undefined;
  /** Who may read it besides the facilitators. */
  readonly wordsFor: 'members' | undefined;
  readonly state: JoinRequestState;
  /** `gone`: they were no longer here. Else they took it back, or the CoP was closed. */
  readonly withdrawnAs: 'gone' | undefined;
  readonly decidedBy: PersonId | undefined;
  readonly decidedAt: number | undefined;
  /** A kind word with a no. */
  readonly reason: string | undefined;
  readonly version: number;
  readonly createdAt: number;
}

export const limits = { words: 500, reason: 500 } as const;

export const approve = (request: JoinRequest, by: PersonId, now: number): JoinRequest =>
  decided(request, 'approved', by, now);

export const decline = (request: JoinRequest, by: PersonId, now: number, reason: string | undefined): JoinRequest => ({
  ...decided(request, 'declined', by, now),
  reason,
});

export const withdraw = (request: JoinRequest, now: number): JoinRequest =>
  decided(request, 'withdrawn', request.personId, now);

/** Neither answered nor taken back: the CoP was closed first. */
export const hasLapsed = (request: JoinRequest): boolean =>
  request.state === 'withdrawn' && request.decidedBy === undefined && !hadGone(request);

/** They were no longer here, before it was answered or before they were in: who said yes stays with it. */
export const endGone = (request: JoinRequest, now: number): JoinRequest => ({
  ...request,
  state: 'withdrawn',
  withdrawnAs: 'gone',
  decidedAt: now,
});

export const hadGone = ({ state, withdrawnAs }: Pick<JoinRequest, 'state' | 'withdrawnAs'>): boolean =>
  state === 'withdrawn' && withdrawnAs === 'gone';

/** Approved, and not let in yet: whoever takes them out again says no, and who goes by themselves takes it back. */
export const turnedBack = (request: JoinRequest, by: PersonId, now: number): JoinRequest => ({
  ...request,
  state: by === request.personId ? 'withdrawn' : 'declined',
  decidedBy: by,
  decidedAt: now,
});

/** Somebody let them in by hand, in the platform's own way: nobody is named for it. */
export const settledByHand = (request: JoinRequest, now: number): JoinRequest => ({
  ...decided(request, 'approved', request.personId, now),
  decidedBy: undefined,
});

/** Approved, but the platform would not let them in: it waits for an answer again. */
export const reopened = (request: JoinRequest): JoinRequest => ({ ...waitsAgain(request), decidedBy: undefined });

function decided(
  request: JoinRequest,
  state: Exclude<JoinRequestState, 'pending'>,
  by: PersonId,
  now: number,
): JoinRequest {
  const already = () => new Refusal('request-decided', { request });
  return { ...answered(request, state, now, already), decidedBy: by };
}
