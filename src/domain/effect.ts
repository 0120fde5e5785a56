/**
 * What is to happen on a platform, as a command says it: by what things are, never by a platform's ids. Saved with the change it
 * follows from, and performed after commit, in order within its lane.
 */

import type { Later } from './clock.ts';
import type { Ending } from './closing.ts';
import type { Consequence } from './consequence.ts';
import type { GuideName } from './guide.ts';
import type { CopId, DocumentId, EffectId, MeetingId, PersonId, WorkspaceKey } from './ids.ts';
import type { MessageName } from './message.ts';
import type { NotedAbout } from './noted.ts';
import type { Records } from './record.ts';
import type { InTheirName, Said } from './said.ts';
import { isOver, type Trouble } from './trouble.ts';

export type Lane = `cop:${string}` | `person:${string}` | `workspace:${string}` | `home:${string}`;
export const lane = {
  cop: (id: CopId): Lane => `cop:${id}`,
  /** What a platform lets be changed only seldom: a space's name and topic. Waiting there holds up nothing else. */
  name: (id: CopId): Lane => `cop:${id}:name`,
  /** Beside all else in the space: one of its guides, what is told of a start. */
  beside: (id: CopId, what: string): Lane => `cop:${id}:${what}`,
  /** Files on their way: people don't wait for them. */
  files: (id: CopId): Lane => `cop:${id}:files`,
  person: (id: PersonId): Lane => `person:${id}`,
  /** Cards that a person pressed: what waits there holds up nothing that is said to them. */
  pressed: (id: PersonId): Lane => `person:${id}:pressed`,
  /** A person's Home is drawn beside everything else, and nothing waits for it. */
  home: (id: PersonId): Lane => `home:${id}`,
  workspace: (key: WorkspaceKey): Lane => `workspace:${key}`,
} as const;

type Told = Omit<Records, 'talk'> & { effect: EffectId };

/** The record that a message tells of. */
export type About = { readonly [K in keyof Told]: { readonly kind: K; readonly id: Told[K] } }[keyof Told];

/** A posted message, on its platform. */
export interface Copy {
  readonly channel: string;
  readonly id: string;
}

/** Where a message goes. */
export type Addressee = 'space' | 'support' | PersonId | { readonly channel: string } | { readonly below: EffectId };

/** An effect before it has an id. `cop` says in whose workspace and space it happens. */
export type Wish =
  | { readonly kind: 'open-space'; readonly cop: CopId }
  /** `by`: who put the bot out of it, if it is asked for because of that. */
  | { readonly kind: 'describe-space'; readonly cop: CopId; readonly by?: PersonId }
  /** Its name, topic and purpose, as they are when it is performed. */
  | { readonly kind: 'rename-space'; readonly cop: CopId }
  /** Others than who is in it see it no longer. */
  | { readonly kind: 'close-space'; readonly cop: CopId }
  /** Nobody writes in it any more, or it is gone. */
  | { readonly kind: 'archive-space'; readonly cop: CopId; readonly how: Ending }
  /** Those who are in it write in it again, and its CoP lives on. */
  | { readonly kind: 'reopen-space'; readonly cop: CopId }
  /** What a CoP leaves behind, as one document. */
  | { readonly kind: 'send-harvest'; readonly cop: CopId; readonly to: 'space' | PersonId }
  /** Whether what is pinned in it can be read: it waits until it can. */
  | { readonly kind: 'read-pins'; readonly cop: CopId }
  | { readonly kind: 'admit'; readonly cop: CopId; readonly people: readonly PersonId[] }
  | { readonly kind: 'remove'; readonly cop: CopId; readonly people: readonly PersonId[] }
  /** Somebody brought them in by hand. */
  | { readonly kind: 'make-member'; readonly cop: CopId; readonly person: PersonId }
  | { readonly kind: 'make-facilitator'; readonly cop: CopId; readonly person: PersonId }
  | { readonly kind: 'unmake-facilitator'; readonly cop: CopId; readonly person: PersonId }
  /**
   * Into the CoP's space, to the Support Team (where it has no channel: nowhere), to a person, into a channel that somebody chose, or
   * into the thread below what another effect has posted.
   */
  | {
      readonly kind: 'post';
      readonly cop: CopId;
      readonly to: Addressee;
      readonly message: MessageName;
      readonly about: About;
      readonly said?: Said;
      /** What is to be looked at so long after it has arrived. */
      readonly starts?: Later;
      readonly shared?: InTheirName;
      /** Somebody it tells of, besides its record. */
      readonly whom?: PersonId;
    }
  /** Every copy of a message about a record, but the one that the answer has drawn anew already; or one copy only. */
  | {
      readonly kind: 'revise';
      readonly cop: CopId;
      readonly message: MessageName;
      readonly about: About;
      readonly except?: Copy;
      readonly only?: Copy;
      /** How often that one was out of reach before. */
      readonly missed?: number;
      /** The copy that went to them. */
      readonly to?: PersonId;
      /** As in the post that it revises. */
      readonly shared?: InTheirName;
      readonly whom?: PersonId;
    }
  /** The card that somebody pressed, as they were answered, where the answer itself was lost. `card` and `reply` are sealed; without a card it is the panel that shows where they stand. */
  | {
      readonly kind: 'redraw';
      readonly cop: CopId;
      readonly to: PersonId;
      /** What was decided, and when: who decides anything more about it has drawn it since. */
      readonly about: NotedAbout;
      readonly at: number;
      readonly card?: string | undefined;
      readonly on?: Copy;
      /** What was answered is only begun; what comes of it is drawn there too. */
      readonly goesOn?: true;
      readonly reply?: string | undefined;
    }
  /** Whoever is or was in this CoP has the server role that goes with what they carry, as far as one was chosen; or everybody in the workspace. */
  | { readonly kind: 'server-roles'; readonly cop: CopId; readonly of?: 'everybody' }
  /** Into the Facilitators' forum, or out of it: as long as they facilitate something, they are in it. */
  | { readonly kind: 'forum'; readonly cop: CopId; readonly person: PersonId }
  /** What a person sees of themselves in the bot's own tab, where a platform has one. */
  | { readonly kind: 'show-home'; readonly cop: CopId; readonly person: PersonId }
  | { readonly kind: 'pin'; readonly cop: CopId; readonly posted: EffectId }
  /** Below what another effect has posted, where a platform has to be told so first. */
  | {
      readonly kind: 'open-thread';
      readonly cop: CopId;
      readonly posted: EffectId;
      readonly called: GuideName | MeetingId;
    }
  | { readonly kind: 'pin-document'; readonly cop: CopId; readonly document: DocumentId }
  | { readonly kind: 'unpin-document'; readonly cop: CopId; readonly document: DocumentId }
  /** What somebody gave with a form, into the space: its entry then points there. `given` is sealed for who gave it. */
  | {
      readonly kind: 'share-file';
      readonly cop: CopId;
      readonly document: DocumentId;
      readonly by: PersonId;
      readonly given: string | undefined;
    }
  /** A document's file from the platform into DOCUMENTS_DIR. */
  | { readonly kind: 'keep-file'; readonly cop: CopId; readonly document: DocumentId }
  /** The kept file to a member who asked for it. */
  | { readonly kind: 'send-file'; readonly cop: CopId; readonly document: DocumentId; readonly to: PersonId }
  /** A meeting for the calendar of who took it, as it is by then. */
  | { readonly kind: 'send-meeting'; readonly cop: CopId; readonly meeting: MeetingId; readonly to: PersonId }
  /** What is held of a person, to them alone; a CoP's records, to one who facilitates it. */
  | { readonly kind: 'send-records'; readonly cop: CopId; readonly of: 'person' | 'cop'; readonly to: PersonId }
  /** Out of every table, once they are out of every space. */
  | { readonly kind: 'forget'; readonly cop: CopId; readonly person: PersonId }
  /** To one person in the space, seen by nobody else. */
  | {
      readonly kind: 'whisper';
      readonly cop: CopId;
      readonly to: PersonId;
      readonly message: MessageName;
      readonly about: About;
      /** Where it is said, as a platform calls it. */
      readonly thread?: string;
    }
  /** The private answer, drawn anew while what it waits for goes on; `reply` is sealed. */
  | {
      readonly kind: 'answer';
      readonly cop: CopId;
      readonly message: MessageName;
      readonly about: About;
      readonly to: PersonId;
      readonly reply: string | undefined;
      /** The offer to choose the settings stands under it. */
      readonly offersSetup?: true;
      /** That there are spaces which the database knows nothing of stands under it. */
      readonly tellsUnknown?: true;
    };

export type WishKind = Wish['kind'];

/** `space`: it can only be done where the CoP's space is, and is left where that is closed; but that somebody is out of it is for good. */
const places: Readonly<Record<WishKind, 'space' | 'anywhere'>> = {
  'open-space': 'space',
  'describe-space': 'space',
  'rename-space': 'space',
  'close-space': 'space',
  'archive-space': 'space',
  'reopen-space': 'space',
  'send-harvest': 'anywhere',
  'read-pins': 'space',
  admit: 'space',
  remove: 'anywhere',
  'make-member': 'space',
  'make-facilitator': 'space',
  'unmake-facilitator': 'space',
  post: 'anywhere',
  revise: 'anywhere',
  redraw: 'anywhere',
  'server-roles': 'anywhere',
  forum: 'anywhere',
  'show-home': 'anywhere',
  pin: 'space',
  'open-thread': 'space',
  'pin-document': 'space',
  'unpin-document': 'space',
  'share-file': 'space',
  'keep-file': 'anywhere',
  'send-file': 'anywhere',
  'send-meeting': 'anywhere',
  'send-records': 'anywhere',
  forget: 'anywhere',
  whisper: 'space',
  answer: 'anywhere',
};

export const inSpace = (Object.keys(places) as WishKind[]).filter(kind => places[kind] === 'space');

/**
 * `intended`: begun, and perhaps done on the platform. `parked`: a human has to mend something first.
 * `skipped`: what it needed did not come to be.
 */
export type EffectState = 'waiting' | 'intended' | 'parked' | 'done' | 'failed' | 'skipped';

/** Yet to be done, and not for somebody to mend something first: what waits for that holds up only what needs it. */
export const isUnderWay = (state: EffectState | undefined): boolean => state === 'waiting' || state === 'intended';

/** It is not to be done any more. */
export const isNeedless = ({ state, error }: Pick<Effect, 'state' | 'error'>): boolean =>
  state === 'skipped' || (state === 'failed' && error !== undefined && isOver(error));

export interface Effect {
  readonly id: EffectId;
  readonly lane: Lane;
  readonly wish: Wish;
  readonly state: EffectState;
  /** Effects that must be done first. */
  readonly needs: readonly EffectId[];
  /** Effects that come first, whatever becomes of them. */
  readonly follows: readonly EffectId[];
  /** What came from one invocation, or from one consequence. */
  readonly batch: string;
  /** The press that it goes back to, as the log calls it; none of what nobody pressed. */
  readonly press: string | undefined;
  /** What to do, in a transaction, if it can never be done. */
  readonly onFailure: Consequence | undefined;
  readonly attempts: number;
  /** Those of the attempts that were merely told to wait. */
  readonly waits: number;
  readonly dueAt: number;
  readonly intendedAt: number | undefined;
  /** What kept it from being done the last time. */
  readonly error: Trouble | undefined;
}
