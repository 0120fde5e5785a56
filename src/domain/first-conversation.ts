import { createHash } from 'node:crypto';
import type { Cop } from './cop.ts';
import type { CopId, FirstConversationId, NetworkId, PersonId } from './ids.ts';
import type { Known } from './person.ts';
import { Refusal } from './refusal.ts';

export const ways = ['in-person', 'phone', 'email', 'not-now'] as const;
export type Way = (typeof ways)[number];

/** The quick chat with the Support Team, before or while a CoP starts, or whenever its people ask for one. */
export interface FirstConversation {
  readonly id: FirstConversationId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly personId: PersonId;
  /** `not-now`: nobody asked for one, but the Support Team has to say whether the CoP starts. */
  readonly way: Way;
  /** What it is about, in the words of who asks. */
  readonly words: string | undefined;
  readonly state: 'asked' | 'taken' | 'done' | 'withdrawn';
  /** `gone`: who asked had left. */
  readonly withdrawnAs: 'gone' | undefined;
  /** Also who is no longer of the Support Team: then it is asked for again. */
  readonly takenBy: PersonId | undefined;
  /** When whoever takes it will be in touch, in their words. */
  readonly planned: string | undefined;
  readonly notes: string | undefined;
  readonly draftDomain: string | undefined;
  readonly draftStatement: string | undefined;
  readonly draft: 'none' | 'shown' | 'used';
  /** Why the CoP doesn't start yet. */
  readonly notYet: string | undefined;
  readonly version: number;
  readonly createdAt: number;
}

/** Characters. */
export const limits = { words: 500, planned: 100, notes: 1500, reason: 500 } as const;

export const wayOf = (words: string | undefined): Way => ways.find(way => way === words) ?? 'not-now';

export function asked(
  who: Pick<FirstConversation, 'id' | 'networkId' | 'copId' | 'personId' | 'way' | 'words'>,
  now: number,
): FirstConversation {
  return {
    ...who,
    state: 'asked',
    withdrawnAs: undefined,
    takenBy: undefined,
    planned: undefined,
    notes: undefined,
    draftDomain: undefined,
    draftStatement: undefined,
    draft: 'none',
    notYet: undefined,
    version: 1,
    createdAt: now,
  };
}

interface Taking {
  readonly cop: Cop;
  readonly taker: Known | undefined;
  readonly takerIsHere: boolean;
}

/** The first who takes it has it, for as long as they are of the Support Team; who comes second is told who that is. */
export function mayTake(conversation: FirstConversation, by: PersonId | undefined, so: Taking): void {
  if (conversation.state === 'taken' && conversation.takenBy !== by && so.takerIsHere)
    throw new Refusal('conversation-taken', { conversation, cop: so.cop, taker: so.taker });
  open(conversation);
}

/** By anybody: nobody has it who could have it. */
export const isToBeTaken = ({ state }: FirstConversation, { takerIsHere }: Pick<Taking, 'takerIsHere'>): boolean =>
  state === 'asked' || (state === 'taken' && !takerIsHere);

export function take(
  conversation: FirstConversation,
  by: PersonId,
  planned: string | undefined,
  so: Taking,
): FirstConversation {
  mayTake(conversation, by, so);
  return { ...conversation, state: 'taken', takenBy: by, planned };
}

export const finish = (conversation: FirstConversation): FirstConversation => ({
  ...open(conversation),
  state: 'done',
});

export const withdraw = (conversation: FirstConversation): FirstConversation => ({
  ...open(conversation),
  state: 'withdrawn',
});

/** Who asked is no longer here. */
export const endGone = (conversation: FirstConversation): FirstConversation => ({
  ...withdraw(conversation),
  withdrawnAs: 'gone',
});

export const isOpen = ({ state }: Pick<FirstConversation, 'state'>): boolean => state === 'asked' || state === 'taken';

function open(conversation: FirstConversation): FirstConversation {
  if (!isOpen(conversation)) throw new Refusal('conversation-over', { conversation });
  return conversation;
}

/** Notes may come after the conversation is over; a draft in other words has not been shown yet. */
export function noted(
  conversation: FirstConversation,
  given: { notes: string | undefined; domain: string | undefined; statement: string | undefined },
): FirstConversation {
  if (conversation.state === 'withdrawn') throw new Refusal('conversation-over', { conversation });
  const changed = {
    ...conversation,
    notes: given.notes,
    draftDomain: given.domain,
    draftStatement: given.statement,
  };
  return { ...changed, draft: wordsOf(changed) === wordsOf(conversation) ? conversation.draft : 'none' };
}

/** The words of a draft in short: a press says by them which ones it has seen. */
export const wordsOf = ({
  draftDomain,
  draftStatement,
}: Pick<FirstConversation, 'draftDomain' | 'draftStatement'>): string =>
  createHash('sha256')
    .update(JSON.stringify([draftDomain ?? '', draftStatement ?? '']))
    .digest('base64url')
    .slice(0, 12);

export const hasDraft = ({ draftDomain, draftStatement }: FirstConversation): boolean =>
  draftDomain !== undefined || draftStatement !== undefined;

export function drafted(conversation: FirstConversation, draft: 'shown' | 'used'): FirstConversation {
  if (!hasDraft(conversation)) throw new Refusal('no-draft', {});
  return { ...conversation, draft };
}
