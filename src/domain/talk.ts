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
  readonly createdAt: number;
}

export const limits = { words: 1500, turns: 6 } as const;

export const worded = (words: string): string => cut(tidiedLines(words), limits.words);

/** Whether there is something left to say: the request waits, and not everything has been said. */
export function mayStillTalk(request: JoinRequest, talk: Pick<Talk, 'turns'> | undefined): void {
  if (request.state !== 'pending') throw new Refusal('request-decided', { request });
  if ((talk?.turns ?? 0) >= limits.turns) throw new Refusal('talk-over', { request });
}

export function saySomething(request: JoinRequest, talk: Talk): Talk {
  mayStillTalk(request, talk);
  return { ...talk, turns: talk.turns + 1 };
}
