/** What is to be looked at when its time has come: a consequence, of how things stand then. */
import type { Consequence } from './deed.ts';
import type { PersonId } from './ids.ts';
import type { Records } from './record.ts';

/** The record that it is about. */
export type Ticking = { readonly [K in keyof Records]: { readonly kind: K; readonly id: Records[K] } }[keyof Records];

export interface SetClock {
  readonly about: Ticking;
  /** What of the record's life it is for: there is one clock for each, and setting it again moves it. */
  readonly step: string;
  readonly dueAt: number;
  readonly does: Consequence;
  /** In whose hours: somebody's own, or the workspace's. Without, whenever it is due. */
  readonly minding?: PersonId | 'workspace' | undefined;
}

/** One that is set once a message has reached its reader: so long after that. */
export type Later = Omit<SetClock, 'dueAt'> & { readonly after: number };
