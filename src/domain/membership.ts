import type { Calendar } from './hours.ts';
import type { CopId, NetworkId, PersonId } from './ids.ts';
import { monthsAfter } from './months.ts';

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

export const limits = { reason: 500 } as const;

/** From when on who was taken out may ask again, in months. */
const months = { 'any-time': undefined, month: 1, 'three-months': 3, year: 12 } as const;
export type AskAgain = keyof typeof months;

/** In the middle of the day that is told. Nothing: at once. */
export function askAgainFrom(
  chosen: AskAgain | undefined,
  now: number,
  { noonOf }: Pick<Calendar, 'noonOf'>,
): number | undefined {
  const many = months[chosen ?? 'any-time'];
  return many === undefined ? undefined : noonOf(monthsAfter(now, many));
}
