import type { CopId, DifferenceId, NetworkId, PersonId } from './ids.ts';
import type { MembershipRole } from './membership.ts';
import { Refusal } from './refusal.ts';

/** Somebody who was in a space, and what they were there. */
export interface WasIn {
  readonly id: PersonId;
  readonly role: MembershipRole;
}

/** Who sees a space besides those who were let in: whoever has a role there, people of another organisation, or everybody. */
export interface Onlookers {
  readonly id: string;
  /** Its name; nothing: everybody, or people from elsewhere. */
  readonly role?: string;
  /** They are of another organisation, and come into it by its word; what it is called, the platform doesn't tell. */
  readonly elsewhere?: true;
}

/** In the place of the id of an organisation that the platform doesn't name. */
export const unnamed = 'elsewhere';

/** Of a channel that was chosen for few. */
export type Readers = 'everybody' | 'elsewhere';

export const isEverybody = ({ role, elsewhere }: Onlookers): boolean => role === undefined && !elsewhere;

/**
 * What was found to be otherwise than it was left, and is too much to be believed unasked. `people`: they are out of the space, and read
 * nothing; what they were is kept. `space`: it is out of the bot's reach, and the platform doesn't tell why. `opened`: others see it too.
 * `rights`: a facilitator may do less in it. Until somebody says that it is right, nothing ends.
 */
export interface Difference {
  readonly id: DifferenceId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly kind: 'people' | 'space' | 'opened' | 'rights';
  readonly people: readonly WasIn[];
  readonly seenBy: readonly Onlookers[];
  readonly foundAt: number;
  readonly settledAt: number | undefined;
  readonly settledAs: 'put-back' | 'right' | undefined;
}

/** A facilitator and others at once, or more than a third of at least three. */
export const isMuch = (out: readonly WasIn[], of: number): boolean =>
  (out.length > 1 && out.some(one => one.role === 'facilitator')) || (of >= 3 && out.length * 3 > of);

/** Nobody else is out: it is for them to say whether it is right. */
export const areFacilitators = ({ kind, people }: Pick<Difference, 'kind' | 'people'>): boolean =>
  kind === 'people' && people.every(one => one.role === 'facilitator');

/** So long a facilitator who was put out may take it back without asking anybody. */
const ownWordMs = 2 * 24 * 3600_000;
export const ownWordUntil = ({ foundAt }: Pick<Difference, 'foundAt'>): number => foundAt + ownWordMs;

/** As somebody settles it. */
export function settledBy(
  difference: Difference,
  by: PersonId,
  settledAs: NonNullable<Difference['settledAs']>,
  now: number,
): Difference {
  if (difference.settledAt !== undefined) throw new Refusal('difference-settled', { difference });
  const isOut = difference.kind === 'people' && difference.people.some(one => one.id === by);
  if (isOut && now > ownWordUntil(difference)) throw new Refusal('closed-door', {});
  return { ...difference, settledAt: now, settledAs };
}

type What = Pick<Difference, 'people' | 'seenBy'>;

/** Whether all that is found now was found before. An organisation that isn't named may be any other that was, or is. */
export function covers(before: What, found: What): boolean {
  const isKnown = (one: Onlookers): boolean => before.seenBy.some(other => other.id === one.id);
  const fresh = found.seenBy.filter(one => !isKnown(one));
  const isNobodyNew = found.people.every(one => before.people.some(other => other.id === one.id));
  return isNobodyNew && (fresh.length === 0 || (fresh.every(isElsewhere) && areAsMany(before, found)));
}

const isElsewhere = ({ elsewhere }: Onlookers): boolean => elsewhere === true;

function areAsMany(before: What, found: What): boolean {
  const [then, now] = [before.seenBy.filter(isElsewhere), found.seenBy.filter(isElsewhere)];
  return [...then, ...now].some(one => one.id === unnamed) && now.length <= then.length;
}
