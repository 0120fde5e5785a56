import type { CopId, JoinRequestId, NetworkId, PersonId, TalkId } from './ids.ts';
import type { JoinRequest } from './join-request.ts';
import { Refusal } from './refusal.ts';
import { cut, tidiedLines } from './words.ts';

/** A facilitator and an applicant have a word before the answer. What they say is nowhere in it: that isn't kept. */
export interface Talk {
  readonly id: TalkId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly requestId: JoinRequestId;
  readonly facilitatorId: PersonId;
  /** How often either has said something. */
  readonly turns: number;
  /** How many of these were the applicant's. */
  readonly applicantTurns: number;
  readonly createdAt: number;
}

export type Side = 'applicant' | 'facilitator';

/** `turns`: of either side. */
export const limits = { words: 1500, turns: 3 } as const;

export const worded = (words: string): string => cut(tidiedLines(words), limits.words);

export const otherThan = (side: Side): Side => (side === 'applicant' ? 'facilitator' : 'applicant');

export const hasTurns = ({ turns, applicantTurns }: Pick<Talk, 'turns' | 'applicantTurns'>, side: Side): boolean =>
  (side === 'applicant' ? applicantTurns : turns - applicantTurns) < limits.turns;

/** Whether this side has something left to say: the request waits, and it hasn't written so often as one may. */
export function mayStillTalk(request: JoinRequest, talk: Talk | undefined, by: Side): void {
  if (request.state !== 'pending') throw new Refusal('request-decided', { request });
  if (!talk || hasTurns(talk, by)) return;
  throw new Refusal(hasTurns(talk, otherThan(by)) ? 'talk-others-turn' : 'talk-over', { request });
}

export function saySomething(request: JoinRequest, talk: Talk, by: Side): Talk {
  mayStillTalk(request, talk, by);
  return { ...talk, turns: talk.turns + 1, applicantTurns: talk.applicantTurns + (by === 'applicant' ? 1 : 0) };
}
