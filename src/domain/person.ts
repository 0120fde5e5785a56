import type { NetworkId, PersonId } from './ids.ts';

/** A human in a network; on each platform they have at most one account a workspace. */
export interface Person {
  readonly id: PersonId;
  readonly networkId: NetworkId;
  readonly name: string;
}
