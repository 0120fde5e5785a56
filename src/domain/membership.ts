import type { CopId, NetworkId, PersonId } from './ids.ts';

/** `joining` until the platform has let them in. */
export type MembershipState = 'joining' | 'member' | 'left';
export type MembershipRole = 'member' | 'facilitator';

export interface Membership {
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly personId: PersonId;
  readonly state: MembershipState;
  readonly role: MembershipRole;
  readonly since: number;
}

export function joining(
  who: { networkId: NetworkId; copId: CopId; personId: PersonId },
  now: number,
  role: MembershipRole = 'member',
): Membership {
  return { networkId: who.networkId, copId: who.copId, personId: who.personId, state: 'joining', role, since: now };
}
