import type { Value, WithItsRecord } from './options.ts';

/**
 * What people may do, by name, with the options that go with it: typed, chosen in its form, or carried by its button. Buttons and
 * forms take nothing else, and a command's definition fits its entry.
 */
export interface Deeds {
  'cop start': 'name' | 'domain' | 'statement' | 'facilitator' | 'conversation';
  'cop find': 'words';
  'cop share': 'channel' | 'cop' | 'words';
  'cop spread': 'cop';
  'cop invite': 'people' | 'cop' | 'words';
  /** `section`: which of its forms. */
  'cop edit': 'cop' | 'section' | 'name' | 'domain' | 'statement' | 'listed' | 'joinQuestion' | 'welcome';
  'cop statement': 'cop';
  'cop rest': 'cop' | 'until';
  'cop change-rest': 'cop' | 'until';
  'cop wake': 'cop';
  'cop end-rest': 'cop';
  'cop close': 'cop' | 'roles' | 'library' | 'story' | 'other' | 'space';
  'cop reopen': 'cop';
  'cop rebuild': 'cop';
  'cop keep': 'cop';
  'closing wait': 'cop';
  'closing go-on': 'cop';
  'closing call-off': 'cop';
  'closing change': 'cop' | 'roles' | 'library' | 'story' | 'other' | 'space';
  'closing wants': 'cop';
  'closing named': 'cop';
  'closing space': 'cop' | 'space';
  'cop try-again': 'cop';
  'cop post-again': 'cop';
  'membership leave': 'cop';
  /** `sure`: what they were asked before they pressed. */
  'membership go': 'cop' | 'sure';
  'membership remove': 'person' | 'cop' | 'words' | 'again';
  'cop export': 'cop';
  'person data': never;
  /** `sure`: what they were asked before they pressed. */
  'person forget': 'sure';
  'person forget-somebody': 'who' | 'person' | 'sure';
  'home show': 'cop';
  'home help': 'unknown';
  'network show': 'stage' | 'behind';
  'guide show': 'name' | 'cop';
  'document find': 'words' | 'cop';
  'document list': 'tag' | 'cop';
  'document page': 'cop' | 'for' | 'tag' | 'from';
  'document show': 'document';
  'document open': 'document' | 'for' | 'from';
  'document ask': 'cop' | 'words';
  'document send-file': 'document';
  'document add': 'link' | 'file' | 'cop' | 'title' | 'why' | 'tags';
  'document save': 'message' | 'cop' | 'title' | 'why' | 'tags';
  'document keep': 'document' | 'title' | 'why' | 'tags';
  'document let-go': 'document';
  'document retitle': 'document' | 'title';
  'document edit': 'document' | 'title' | 'why' | 'tags' | 'steward' | 'review';
  'document notes': 'document';
  'document pin': 'document';
  'document unpin': 'document' | 'after';
  'document remove': 'document' | 'sure';
  'document restore': 'document';
  'document review': 'cop';
  'document reviewed': 'document';
  'document offers': 'cop' | 'ask';
  'document pinned': 'cop' | 'found';
  'document offer': 'cop';
  'join-request make': 'cop' | 'words' | 'hello';
  'join-request look-back': 'cop' | 'from';
  'join-request approve': 'request';
  'join-request decline': 'request' | 'reason';
  'join-request withdraw': 'request';
  'talk begin': 'request' | 'words';
  'talk reply': 'talk' | 'words';
  'invitation accept': 'invitation';
  'invitation decline': 'invitation';
  'nomination accept': 'nomination';
  'nomination decline': 'nomination';
  'nomination ask': 'person' | 'cop' | 'words' | 'way' | 'term';
  'nomination go-on': 'nomination';
  'facilitator show': 'cop';
  'facilitator step-down': 'cop' | 'sure';
  'nomination withdraw': 'nomination';
  'difference put-back': 'difference';
  'difference right': 'difference';
  'stand-in offer': 'cop';
  'stand-in ask': 'cop';
  'stand-in step-in': 'cop';
  'stand-in withdraw': 'standIn';
  'stand-in object': 'standIn';
  'stand-in accept': 'standIn';
  'stand-in decline': 'standIn';
  'role show': 'cop' | 'from';
  'role volunteer': 'cop' | 'role' | 'term';
  'role step-back': 'carried';
  'role go-on': 'carried';
  'role suggest': 'person' | 'cop' | 'role' | 'words';
  'role accept': 'suggestion';
  'role decline': 'suggestion';
  'role withdraw': 'suggestion';
  'role own': 'from';
  'role server': 'role' | 'server';
  'role add': 'name' | 'line';
  'role rename': 'role' | 'name' | 'line';
  'role remove': 'role';
  /** `zone`: in which what is typed there was asked for; of each form that asks for a time. */
  'meeting call': 'cop' | 'about' | 'format' | 'when' | 'minutes' | 'place' | 'zone';
  'meeting redraft': 'meeting' | 'about' | 'format' | 'when' | 'minutes' | 'place' | 'zone';
  /** `written`: when it was drafted as they saw it. */
  'meeting post': 'meeting' | 'written';
  'meeting drop': 'meeting';
  'meeting list': 'cop' | 'from';
  'meeting come': 'meeting';
  'meeting not': 'meeting';
  'meeting ask': 'meeting' | 'words';
  'meeting calendar': 'meeting';
  'meeting parts': 'meeting';
  /** `sure`: they come after all, although they had said no. */
  'meeting take-part': 'meeting' | 'part' | 'sure';
  'meeting lay-down': 'meeting' | 'part';
  'meeting will-write': 'meeting';
  'meeting agenda': 'meeting';
  /** `second`, `third`: dates to be voted for, besides the first. */
  'meeting offer': 'meeting' | 'second' | 'third' | 'zone';
  /** `at`: which date. */
  'meeting vote': 'meeting' | 'at' | 'says';
  'meeting take': 'meeting' | 'at';
  'meeting move': 'meeting' | 'when' | 'minutes' | 'place' | 'zone';
  /** `sure`: what they were asked before they pressed. */
  'meeting cancel': 'meeting' | 'sure';
  'meeting again': 'meeting' | 'weeks';
  'meeting show': 'meeting';
  'meeting reserve': 'cop' | 'by';
  /** `seen`: when the notes were written that they have before them. */
  'meeting write': 'meeting' | 'learned' | 'promised' | 'when' | 'seen' | 'zone';
  'promise list': 'cop' | 'from';
  'promise done': 'cop' | 'promise' | 'from';
  'promise undone': 'cop' | 'promise' | 'from';
  'forum come-back': 'cop';
  'forum ask': 'cop' | 'words';
  /** `person`: who asked. */
  'forum answer': 'cop' | 'person' | 'words';
  'question ask': 'cop' | 'words';
  /** `person`: who asked. */
  'question answer': 'cop' | 'person' | 'words';
  'calendar show': never;
  'calendar give': never;
  'calendar take-away': never;
  'newcomer hello': 'cop' | 'who' | 'busy' | 'ask';
  'newcomer change-hello': 'cop' | 'who' | 'busy' | 'ask';
  /** `written`: when what they have seen was. */
  'newcomer post-hello': 'cop' | 'written';
  'newcomer found': 'cop';
  'newcomer not-yet': 'cop';
  'newcomer ask': 'cop' | 'words';
  'settings choose':
    | 'section'
    | 'team'
    | 'support'
    | 'forum'
    | 'forumChannel'
    | 'start'
    | 'timeZone'
    | 'language'
    | 'requests'
    | 'audit'
    | 'closed'
    | 'how'
    | 'link'
    | 'person';
  'first-conversation ask': 'cop' | 'way' | 'words';
  'first-conversation take': 'conversation' | 'planned';
  'first-conversation note': 'conversation' | 'notes' | 'domain' | 'statement';
  'first-conversation draft': 'conversation';
  /** `written`: the words that they have seen, in short. */
  'first-conversation use-draft': 'conversation' | 'written';
  'first-conversation finish': 'conversation';
  'first-conversation post-again': 'conversation';
  'first-conversation go-ahead': 'conversation';
  'first-conversation start': 'conversation';
  'first-conversation not-yet': 'conversation' | 'reason';
  'first-conversation withdraw': 'conversation';
}

export type DeedName = keyof Deeds;

/** Everything arrives as text. `panel`: whatever is pressed on the panel is answered there. */
export type Given<Option extends string> = { readonly [O in Option | 'panel']?: string };
/** A deed's. */
export type OptionsOf<D extends DeedName> = { readonly [O in Deeds[D] | 'panel']?: Value<D, O> };

/** One deed of these, to be done by a press. */
export type DeedOf<D extends DeedName> = { [N in D]: { readonly command: N; readonly options: WithItsRecord<N> } }[D];
export type Deed = DeedOf<DeedName>;
