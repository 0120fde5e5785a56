/** What is to be looked at when its time has come: a consequence, of how things stand then. */
import type { Consequence } from './deed.ts';
import type { PersonId } from './ids.ts';
import type { RecordKind, Records } from './record.ts';

/** The record that it is about. */
export type Ticking = { readonly [K in keyof Records]: { readonly kind: K; readonly id: Records[K] } }[keyof Records];

/** What of a record's life a clock is for: there is one for each, and setting it again moves it. Behind the word, whose it is, where each has their own. */
interface Steps {
  cop: 'closing' | 'first-meeting' | 'invite' | 'nobody-yet' | 'offers' | 'rest' | `settles-in ${string}`;
  'join-request': 'tell-support' | 'waits' | `remind ${string}`;
  nomination: 'silence' | 'trial';
  'carried-role': 'term';
  difference: 'unanswered';
  'stand-in': 'counts';
  meeting: 'best' | 'day-before' | 'over' | 'unwritten' | 'writer' | `${'enjoyed' | 'news' | 'write-up'} ${string}`;
}
export type ClockStep = Steps[keyof Steps];
/** Of such a record's. */
export type ClockStepOf<K extends RecordKind> = K extends keyof Steps ? Steps[K] : never;

export interface SetClock {
  readonly about: Ticking;
  readonly step: ClockStep;
  readonly dueAt: number;
  readonly does: Consequence;
  /** In whose hours: somebody's own, or the workspace's. Without, whenever it is due. */
  readonly minding?: PersonId | 'workspace' | undefined;
}

/** One that is set once a message has reached its reader: so long after that. */
export type Later = Omit<SetClock, 'dueAt'> & { readonly after: number };
