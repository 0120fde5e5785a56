import type { NetworkId, PersonId } from './ids.ts';
import type { MembershipRole } from './membership.ts';

/** A human in a network; on each platform they have at most one account a workspace. */
export interface Person {
  readonly id: PersonId;
  readonly networkId: NetworkId;
  readonly name: string;
}

/** Everybody who was forgotten in a network: one and the same, with the network's own id and without a name. */
export const nobodyOf = (network: NetworkId): PersonId => network as string as PersonId;

/** A person as a CoP knows them: their account in its workspace, and what they are in it, if anything. */
export interface Known extends Person {
  readonly accountId: string | undefined;
  readonly role: MembershipRole | undefined;
  /** They have a yes, and the platform has yet to let them in. Not told of those who are listed. */
  readonly joining?: boolean;
  /** They facilitated it once, whatever they are now. Not told of those who are listed. */
  readonly facilitatedBefore?: boolean;
}
