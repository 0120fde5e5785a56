/**
 * What is to happen on a platform, as a command says it: by what things are, never by a platform's ids. Saved with the change it
 * follows from, and performed after commit, in order within its lane.
 */
import type { CopId, DocumentId, EffectId, JoinRequestId, NominationId, PersonId } from './ids.ts';

export type Lane = `cop:${string}` | `person:${string}` | `workspace:${string}`;
export const lane = {
  cop: (id: CopId): Lane => `cop:${id}`,
  person: (id: PersonId): Lane => `person:${id}`,
} as const;

/** The record that a message tells of. */
export type About =
  | { readonly kind: 'cop'; readonly id: CopId }
  | { readonly kind: 'join-request'; readonly id: JoinRequestId }
  | { readonly kind: 'nomination'; readonly id: NominationId }
  | { readonly kind: 'document'; readonly id: DocumentId }
  | { readonly kind: 'effect'; readonly id: EffectId };

/** A posted message, on its platform. */
export interface Copy {
  readonly channel: string;
  readonly id: string;
}

/** An effect before it has an id. `cop` says in whose workspace and space it happens. */
export type Wish =
  | { readonly kind: 'open-space'; readonly cop: CopId }
  | { readonly kind: 'describe-space'; readonly cop: CopId }
  | { readonly kind: 'admit'; readonly cop: CopId; readonly people: readonly PersonId[] }
  | { readonly kind: 'remove'; readonly cop: CopId; readonly people: readonly PersonId[] }
  | { readonly kind: 'make-facilitator'; readonly cop: CopId; readonly person: PersonId }
  | { readonly kind: 'unmake-facilitator'; readonly cop: CopId; readonly person: PersonId }
  /** Into the CoP's space, or to a person. */
  | {
      readonly kind: 'post';
      readonly cop: CopId;
      readonly to: 'space' | PersonId;
      readonly message: string;
      readonly about: About;
    }
  /** Every copy of a message about a record, but the one that the answer has drawn anew already; or one copy only. */
  | {
      readonly kind: 'revise';
      readonly cop: CopId;
      readonly message: string;
      readonly about: About;
      readonly except?: Copy;
      readonly only?: Copy;
    }
  | { readonly kind: 'pin'; readonly cop: CopId; readonly posted: EffectId }
  | { readonly kind: 'pin-document'; readonly cop: CopId; readonly document: DocumentId }
  | { readonly kind: 'unpin-document'; readonly cop: CopId; readonly document: DocumentId }
  /** To one person in the space, seen by nobody else. */
  | {
      readonly kind: 'whisper';
      readonly cop: CopId;
      readonly to: PersonId;
      readonly message: string;
      readonly about: About;
    }
  /** The private answer, drawn anew while what it waits for goes on; `reply` is sealed. */
  | {
      readonly kind: 'answer';
      readonly cop: CopId;
      readonly message: string;
      readonly about: About;
      readonly to: PersonId;
      readonly reply: string | undefined;
    };

export type WishKind = Wish['kind'];

/**
 * `intended`: begun, and perhaps done on the platform. `parked`: a human has to mend something first.
 * `skipped`: what it needed did not come to be.
 */
export type EffectState = 'waiting' | 'intended' | 'parked' | 'done' | 'failed' | 'skipped';

export interface Effect {
  readonly id: EffectId;
  readonly lane: Lane;
  readonly wish: Wish;
  readonly state: EffectState;
  /** Effects that must be done first. */
  readonly needs: readonly EffectId[];
  /** The invocation it came from. */
  readonly batch: string;
  /** What to do, in a transaction, if it can never be done. */
  readonly onFailure: { readonly command: string; readonly options: Readonly<Record<string, string>> } | undefined;
  readonly attempts: number;
  readonly dueAt: number;
  readonly intendedAt: number | undefined;
  readonly error: string | undefined;
}
