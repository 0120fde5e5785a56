/** What is to be looked at when its time has come: a consequence, of how things stand then. */
import type { Consequence } from './consequence.ts';
import type { PersonId } from './ids.ts';
import type { RecordKind, Records } from './record.ts';

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
/** They are a workspace's, and set in the name of any CoP there: they ring though that one is closed. */
export const ofWorkspace = ['invite'] as const satisfies readonly ClockStepOf<'cop'>[];

/** Of such a record's. */
export type ClockStepOf<K extends RecordKind> = K extends keyof Steps ? Steps[K] : never;

export interface ClockOf<K extends keyof Steps> {
  /** The record that it is about. */
  readonly about: { readonly kind: K; readonly id: Records[K] };
  readonly step: Steps[K];
  readonly dueAt: number;
  readonly does: Consequence;
  /** In whose hours: somebody's own, or the workspace's. Without, whenever it is due. */
  readonly minding?: PersonId | 'workspace' | undefined;
}
export type SetClock = { [K in keyof Steps]: ClockOf<K> }[keyof Steps];

/** One that is set once a message has reached its reader: so long after that. */
export type Later = { [K in keyof Steps]: Omit<ClockOf<K>, 'dueAt'> & { readonly after: number } }[keyof Steps];
