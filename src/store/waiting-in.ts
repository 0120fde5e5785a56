/** What waits for whoever facilitates a CoP now, in one question. */
import { sql } from 'kysely';
import type { Difference } from '../domain/difference.ts';
import type {
  CopId,
  DifferenceId,
  FirstConversationId,
  JoinRequestId,
  NetworkId,
  NominationId,
} from '../domain/ids.ts';
import type { Reader } from './engine.ts';

export interface Waiting {
  /** Oldest first. */
  readonly requests: readonly JoinRequestId[];
  /** Somebody asked to wait with closing it. */
  readonly closing: boolean;
  /** What was found changed by hand, with no word to it yet. */
  readonly byHand: readonly Pick<Difference, 'id' | 'kind' | 'people'>[];
  /** What was noted in a conversation, and shown to them as a draft of its words. */
  readonly drafts: readonly FirstConversationId[];
  /** Which of the cards about it as a whole, that have their buttons for whoever facilitates alone, stand anywhere. */
  readonly cards: ReadonlySet<DecisionCard>;
  /** What one of them had asked and nobody has answered, or was asked when their three months were over: by which card. */
  readonly questions: readonly { readonly id: NominationId; readonly card: QuestionCard }[];
}

const decisionCards = ['closing-waits', 'cards-gone'] as const;
export type DecisionCard = (typeof decisionCards)[number];
const questionCards = ['nomination-unanswered', 'facilitator-trial'] as const;
type QuestionCard = (typeof questionCards)[number];

interface Row {
  readonly what: 'request' | 'closing' | 'by-hand' | 'draft' | 'card' | QuestionCard;
  /** Its id, or the card's name. */
  readonly id: string;
  readonly kind: string | null;
  readonly people: string | null;
}

/** `since`: what was asked, or found, before it is left out. */
export async function waitingIn(reader: Reader, network: NetworkId, cop: CopId, since: number): Promise<Waiting> {
  const ours = sql`network_id = ${network} and cop_id = ${cop}`;
  const { rows } = await sql<Row>`
    select 'request' as what, id, created_at as at, null as kind, null as people from join_requests
      where ${ours} and state = 'pending' and created_at >= ${since}
    union all select 'closing', '', asked_at, null, null from closings where ${ours} and state = 'waits'
    union all select 'by-hand', id, found_at, kind, people from differences
      where ${ours} and settled_at is null and found_at > ${since}
    union all select 'draft', id, created_at, null, null from first_conversations where ${ours} and draft = 'shown'
    union all select distinct 'card', message, 0, null, null from posts
      where network_id = ${network} and about_id = ${cop} and message in (${sql.join(decisionCards)})
    union all select case state when 'pending' then 'nomination-unanswered' else 'facilitator-trial' end,
        id, created_at, null, null from nominations
      where ${ours} and (state = 'pending' or (way = 'trial' and state = 'accepted'))
    order by at, id`.execute(reader);
  const those = (what: Row['what']) => rows.filter(row => row.what === what);
  return {
    requests: those('request').map(row => row.id as JoinRequestId),
    closing: those('closing').length > 0,
    byHand: those('by-hand').map(({ id, kind, people }) => ({
      id: id as DifferenceId,
      kind: kind as Difference['kind'],
      people: JSON.parse(people ?? '[]') as Difference['people'],
    })),
    drafts: those('draft').map(row => row.id as FirstConversationId),
    cards: new Set(those('card').map(row => row.id as DecisionCard)),
    questions: questionCards.flatMap(card => those(card).map(row => ({ id: row.id as NominationId, card }))),
  };
}
