import type { PersonId } from './ids.ts';

/** What the core statement was from then on: the latest is the one that holds. */
export interface Statement {
  /** None: it was taken out. */
  readonly words: string | undefined;
  readonly by: PersonId;
  readonly at: number;
}
