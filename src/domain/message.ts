/** Every message that an effect posts and revises, by name, with the kind of record that it tells of. */
import type { About } from './effect.ts';
import { startUpDocs } from './guide.ts';

export interface Messages {
  'cop-started': 'cop';
  'cop-progress': 'cop';
  'cop-ready': 'cop';
  'cop-welcome': 'cop';
  'cop-invitation': 'cop';
  'cop-shared': 'cop';
  'document-sought': 'cop';
  'cop-edited': 'cop';
  'cards-gone': 'cop';
  'space-renamed': 'cop';
  'cop-archived': 'cop';
  'cop-deleted': 'cop';
  'cop-unarchived': 'cop';
  'cop-from-backup': 'cop';
  'calendar-ended': 'cop';
  'cop-lives-on': 'cop';
  'cop-reopened': 'cop';
  'cop-rests': 'cop';
  'cop-awake': 'cop';
  'cop-closing': 'cop';
  'closing-waits': 'cop';
  'not-archived': 'cop';
  'cop-carried-over': 'cop';
  'not-reopened': 'cop';
  'cop-goes': 'cop';
  'is-it-right': 'difference';
  'take-it-back': 'difference';
  'needs-facilitator': 'cop';
  'who-looks-after-it': 'cop';
  'starter-asked': 'cop';
  'looks-after-it': 'cop';
  'stand-in': 'stand-in';
  'stand-in-answered': 'stand-in';
  'guide-start-up': 'cop';
  'guide-dialogue-interviews': 'cop';
  'guide-virtuous-circle': 'cop';
  'whole-start-up': 'cop';
  'whole-dialogue-interviews': 'cop';
  'whole-virtuous-circle': 'cop';
  'first-week': 'cop';
  'first-conversation': 'first-conversation';
  'first-conversation-gone': 'first-conversation';
  'first-conversation-not-heard': 'first-conversation';
  'support-moved': 'first-conversation' | 'join-request' | 'stand-in' | 'difference' | 'cop';
  'first-conversation-taken': 'first-conversation';
  'first-conversation-draft': 'first-conversation';
  'first-conversation-not-yet': 'first-conversation';
  'join-request': 'join-request';
  'join-request-admitted': 'join-request';
  'join-request-declined': 'join-request';
  'join-request-not-admitted': 'join-request';
  'join-request-lapsed': 'join-request';
  'join-request-reminder': 'join-request';
  'join-request-waiting': 'join-request';
  'join-request-unreached': 'join-request';
  'join-request-talk': 'join-request';
  'join-request-talk-not-carried': 'join-request';
  'membership-ended': 'cop';
  'membership-end-untold': 'cop';
  'please-welcome': 'join-request';
  'stepped-down': 'cop';
  'facilitator-gone': 'cop';
  'facilitates-now': 'nomination';
  nomination: 'nomination';
  'nomination-answered': 'nomination';
  'nomination-unanswered': 'nomination';
  'facilitator-trial': 'nomination';
  'nomination-not-delivered': 'nomination';
  invitation: 'invitation';
  'invitation-admitted': 'invitation';
  'invitation-welcome': 'invitation';
  'invitation-declined': 'invitation';
  'invitation-not-delivered': 'invitation';
  'invitation-not-admitted': 'invitation';
  'role-shared': 'carried-role';
  'role-term': 'carried-role';
  'role-suggestion': 'role-suggestion';
  'role-suggestion-answered': 'role-suggestion';
  'role-suggestion-not-delivered': 'role-suggestion';
  'document-title': 'document';
  'document-kept': 'document';
  'document-not-pinned': 'document';
  'document-not-shared': 'document';
  'document-not-sent': 'document';
  'keep-it': 'document';
  'room-for-pins': 'cop';
  'support-lost': 'cop';
  'forum-lost': 'cop';
  'support-opened': 'cop';
  'forum-opened': 'cop';
  'invite-over': 'cop';
  'forum-left': 'cop';
  'forum-in': 'cop';
  'forum-out': 'cop';
  'forum-hello': 'cop';
  'forum-question': 'cop';
  'forum-answer': 'cop';
  'forum-not-answered': 'cop';
  meeting: 'meeting';
  'meeting-changed': 'meeting';
  'meeting-taken': 'meeting';
  'meeting-best': 'meeting';
  'meeting-enjoyed': 'meeting';
  'meeting-notes': 'document';
  'meeting-write-up': 'meeting';
  'meeting-unwritten': 'meeting';
  'meeting-news': 'meeting';
  'writer-sought': 'meeting';
  'first-meeting': 'cop';
  question: 'cop';
  'question-answer': 'cop';
  'question-not-had': 'cop';
  'question-not-answered': 'cop';
  'brought-in': 'cop';
  hello: 'cop';
  'settled-in': 'cop';
  'newcomer-asks': 'cop';
  'newcomer-not-had': 'cop';
  'needs-a-hand': 'effect';
  'let-in-first': 'cop';
}
export type MessageName = keyof Messages;

/** What a message, or any of several, tells of. */
export type AboutOf<M extends MessageName> = Extract<About, { readonly kind: Messages[M] }>;

/** Those that tell of a CoP as a whole. */
export type CopMessage = { [M in MessageName]: 'cop' extends Messages[M] ? M : never }[MessageName];

/** What stands in every space from its start, the last of it first read. */
export const standing = [...startUpDocs.map(name => `guide-${name}` as const), 'cop-welcome'] as const;
export type StandingCard = (typeof standing)[number];

/** Deleted by hand, it is known not to stand there, and nobody hears of it: whoever misses it has it posted again. */
export const hadAgain = ['cop-invitation', 'meeting'] as const satisfies readonly MessageName[];

/** What nobody is told twice, whatever it is about. */
export const toldOnce: ReadonlySet<MessageName> = new Set<MessageName>(['first-week']);

/** They name somebody besides their record, whom they were posted with. */
const ofWhom = [
  'facilitator-gone',
  'forum-not-answered',
  'membership-end-untold',
  'newcomer-not-had',
  'question-not-answered',
  'question-not-had',
  'stepped-down',
] as const satisfies readonly MessageName[];
export type MessageOfWhom = (typeof ofWhom)[number];

/** What the Support Team reads in its channel. `asks`: it waits there for somebody, and goes on where another is chosen; `tells`: it is over then. */
export const toSupport = {
  'first-conversation': 'asks',
  'join-request-waiting': 'asks',
  'needs-facilitator': 'asks',
  'stand-in': 'asks',
  'is-it-right': 'asks',
  'cop-goes': 'asks',
  'cop-started': 'tells',
  'first-conversation-gone': 'tells',
  'first-conversation-not-heard': 'tells',
} as const satisfies { readonly [M in MessageName]?: 'asks' | 'tells' };
export type ToSupport = keyof typeof toSupport;
export type AsksSupport = { [M in ToSupport]: (typeof toSupport)[M] extends 'asks' ? M : never }[ToSupport];

/** In somebody's name, and with their words. */
const inTheirName = [
  'cop-invitation',
  'document-sought',
  'forum-question',
  'hello',
  'invitation',
] as const satisfies readonly MessageName[];
export type MessageInTheirName = (typeof inTheirName)[number];

/** Privately, to who has just come in: what is pinned, and when they meet next. */
export const welcoming = [
  'join-request-admitted',
  'invitation-admitted',
  'brought-in',
] as const satisfies readonly MessageName[];
export type Welcoming = (typeof welcoming)[number];
export const isWelcoming = (message: MessageName): message is Welcoming => welcoming.some(one => one === message);

/** Each copy says who shared it, whom it tells of, or what its own reader did, or may be read by them no more: what it was posted with is read again. */
export const ownEach: ReadonlySet<MessageName> = new Set<MessageName>([
  'cards-gone',
  'closing-waits',
  'first-conversation-draft',
  'first-conversation-not-heard',
  'is-it-right',
  'join-request',
  'join-request-reminder',
  'join-request-talk',
  'meeting-enjoyed',
  'meeting-news',
  'take-it-back',
  ...inTheirName,
  ...ofWhom,
  ...welcoming,
]);

/** The same record in other words, for other readers or at another time: revised together. */
export const kindred: {
  readonly [M in MessageName]?: readonly {
    [K in MessageName]: Messages[K] extends Messages[M] ? K : never;
  }[MessageName][];
} = {
  'join-request': ['join-request-reminder', 'join-request-waiting', 'join-request-unreached', 'join-request-talk'],
  invitation: ['invitation-not-delivered'],
  'nomination-unanswered': ['nomination-not-delivered'],
  'role-suggestion': ['role-suggestion-not-delivered'],
  'is-it-right': ['take-it-back'],
  'who-looks-after-it': ['needs-facilitator', 'starter-asked'],
  meeting: ['writer-sought', 'meeting-write-up', 'meeting-unwritten'],
};
