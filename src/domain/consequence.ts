import type { DrawnWith } from './options.ts';

/** What follows by itself, by name: from what a platform could not do (then with its `reason`, and `whose` trouble it is), and from time that has gone by. */
export interface Consequences {
  'cop not-started': 'cop' | 'reason' | 'whose';
  'cop starter-gone': 'cop' | 'reason' | 'whose';
  'cop rest-over': 'cop';
  'cop goes-soon': 'cop';
  'cop space-lost': 'cop' | 'by' | 'reason' | 'whose';
  'cop not-reopened': 'cop' | 'by' | 'called' | 'closed' | 'reason' | 'whose';
  'closing due': 'cop';
  'closing not-archived': 'cop' | 'reason' | 'whose';
  'join-request not-admitted': 'request' | 'reason' | 'whose';
  'membership not-told': 'cop' | 'person' | 'reader' | 'reason' | 'whose';
  'talk not-carried': 'talk' | 'by' | 'reason' | 'whose';
  'document not-pinned': 'document' | 'for' | 'stays' | 'reason' | 'whose';
  'document not-shared': 'document' | 'for' | 'reason' | 'whose';
  'document not-sent': 'document' | 'for' | 'reason' | 'whose';
  'first-conversation not-heard': 'conversation' | 'reader' | 'reason' | 'whose';
  'nomination unanswered': 'nomination';
  'nomination trial-over': 'nomination';
  'forum not-answered': 'cop' | 'by' | 'person' | 'reason' | 'whose';
  'question not-had': 'cop' | 'by' | 'person' | 'reason' | 'whose';
  'question not-answered': 'cop' | 'by' | 'person' | 'reason' | 'whose';
  'newcomer settles-in': 'cop' | 'person';
  'newcomer not-had': 'cop' | 'by' | 'person' | 'reason' | 'whose';
  'invitation not-delivered': 'invitation' | 'reason' | 'whose';
  'invitation not-admitted': 'invitation' | 'reason' | 'whose';
  'difference unanswered': 'difference';
  'difference not-told': 'difference' | 'reason' | 'whose';
  'difference not-put-back': 'difference' | 'person' | 'reason' | 'whose';
  'meeting over': 'meeting';
  'meeting enjoyed': 'meeting' | 'person';
  'meeting day-before': 'meeting';
  'meeting seeks-writer': 'meeting';
  'meeting tell-news': 'meeting' | 'person';
  'meeting best': 'meeting';
  'meeting first': 'cop';
  'meeting ask-writer': 'meeting' | 'person';
  'meeting unwritten': 'meeting';
  'stand-in counts': 'standIn';
  'stand-in nobody-yet': 'cop';
  'stand-in not-let-in': 'cop' | 'person' | 'reason' | 'whose';
  'join-request not-had': 'request' | 'reader' | 'step' | 'reason' | 'whose';
  'nomination not-delivered': 'nomination' | 'reason' | 'whose';
  'role not-delivered': 'suggestion' | 'reason' | 'whose';
  'join-request waits': 'request';
  'join-request remind': 'request' | 'reader';
  'join-request tell-support': 'request';
  'role term-over': 'carried';
  'role offers-begin': 'cop';
  'settings lost-not-told': 'cop' | 'which' | 'tried' | 'reason' | 'whose';
  'settings invite-over': 'cop' | 'person';
}

export type ConsequenceName = keyof Consequences;

export type Consequence = {
  [C in ConsequenceName]: { readonly command: C; readonly options: DrawnWith<C> };
}[ConsequenceName];
