/**
 * Core roles are offers: nobody carries one who did not say so themselves. Several people may share a role, one may carry several,
 * and whoever carries one steps back when they like.
 */
import { answering } from './asked.ts';
import { type Cop, nameKey } from './cop.ts';
import type { CarriedRoleId, CopId, NetworkId, NetworkRoleId, PersonId, RoleSuggestionId } from './ids.ts';
import { monthsAfter } from './months.ts';
import { Refusal } from './refusal.ts';

export const coreRoles = [
  'agenda-activist',
  'critical-friend',
  'social-reporter',
  'external-messenger',
  'community-keeper',
] as const;
export type CoreRole = (typeof coreRoles)[number];
export type RoleKey = CoreRole | NetworkRoleId;

export const isCoreRole = (key: string): key is CoreRole => coreRoles.some(one => one === key);

/** One of the five, or one that the network has added: then its words are its own. */
export interface Role {
  readonly key: RoleKey;
  readonly own: { readonly name: string; readonly line: string } | undefined;
}

export interface NetworkRole {
  readonly id: NetworkRoleId;
  readonly networkId: NetworkId;
  readonly name: string;
  /** What whoever carries it does. */
  readonly line: string;
  /** Offered no longer. */
  readonly removedAt: number | undefined;
  readonly version: number;
  readonly createdAt: number;
}

/** All that is offered in a network: the five, then its own. */
export const rolesWith = (own: readonly NetworkRole[]): readonly Role[] => [
  ...coreRoles.map(key => ({ key, own: undefined })),
  ...own.map(one => ({ key: one.id, own: one })),
];

/** Characters; and how many roles a network may add to the five. */
export const limits = { name: 40, line: 120, words: 300, own: 20 } as const;

export type RoleFault = 'empty' | 'too-long' | 'taken';

/** What can't be taken of a role's words. Two names are the same as those of CoPs are; the five are taken. */
export function faultsIn(
  given: { readonly name: string; readonly line: string },
  others: readonly Pick<NetworkRole, 'name'>[],
): { readonly name?: RoleFault; readonly line?: RoleFault } {
  const key = nameKey(given.name);
  const taken = [...coreRoles.map(one => one.replaceAll('-', ' ')), ...others.map(one => one.name)];
  const name = lengthFault(given.name, limits.name) ?? (taken.some(one => nameKey(one) === key) ? 'taken' : undefined);
  const line = lengthFault(given.line, limits.line);
  return { ...(name && { name }), ...(line && { line }) };
}

function lengthFault(words: string, most: number): RoleFault | undefined {
  if (nameKey(words) === '') return 'empty';
  return [...words].length > most ? 'too-long' : undefined;
}

/** `three-months`: then they are asked, kindly, whether they'd like to go on. */
export type Term = 'open' | 'three-months';
export const termOf = (word: string | undefined): Term => (word === 'three-months' ? word : 'open');

/** Somebody carries a role in a CoP, or did. */
export interface CarriedRole {
  readonly id: CarriedRoleId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly personId: PersonId;
  readonly role: RoleKey;
  readonly since: number;
  /** When their term is over; none where they carry it until they step back. */
  readonly endsAt: number | undefined;
  /** They have stepped back, or left. */
  readonly endedAt: number | undefined;
  readonly version: number;
}

type Beginning = Pick<CarriedRole, 'id' | 'networkId' | 'copId' | 'personId' | 'role'>;

export const takenUp = (one: Beginning, term: Term, now: number): CarriedRole => ({
  ...one,
  since: now,
  endsAt: endOf(term, now),
  endedAt: undefined,
  version: 1,
});

/** From now on for another term, or until they step back. */
export function goOn(carried: CarriedRole, term: Term, now: number): CarriedRole {
  if (carried.endedAt !== undefined) throw new Refusal('role-ended', { carried });
  return { ...carried, endsAt: endOf(term, now) };
}

export function stepBack(carried: CarriedRole, now: number): CarriedRole {
  if (carried.endedAt !== undefined) throw new Refusal('role-ended', { carried });
  return { ...carried, endedAt: now };
}

const endOf = (term: Term, now: number): number | undefined =>
  term === 'three-months' ? threeMonthsAfter(now) : undefined;

/** A term that ran out while nobody could ask ends when they are asked: so they have all the time to answer. */
export const endingNow = (carried: CarriedRole, now: number): CarriedRole => ({
  ...carried,
  endsAt: now,
});

/** So long may the question at a term's end go unanswered; then the term shows as over, and the role stays with them. */
const silenceMs = 14 * 24 * 3600_000;

export const isOver = ({ endsAt }: Pick<CarriedRole, 'endsAt'>, now: number): boolean =>
  endsAt !== undefined && endsAt + silenceMs <= now;

export const threeMonthsAfter = (time: number): number => monthsAfter(time, 3);

/** A young CoP is left in peace: what nobody carries is named in its welcome from then on. */
export const offeredFrom = ({ createdAt }: Pick<Cop, 'createdAt'>): number => threeMonthsAfter(createdAt);

const mostOffered = 2;

/** Of the five, those that nobody carries, to be named in the welcome. */
export function toOffer(
  cop: Pick<Cop, 'createdAt'>,
  carried: readonly Pick<CarriedRole, 'role'>[],
  now: number,
): readonly Role[] {
  if (now < offeredFrom(cop)) return [];
  return rolesWith([])
    .filter(role => !carried.some(one => one.role === role.key))
    .slice(0, mostOffered);
}

/** A member thinks of another for a role, who is asked. */
export interface RoleSuggestion {
  readonly id: RoleSuggestionId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly role: RoleKey;
  readonly personId: PersonId;
  readonly suggesterId: PersonId;
  /** Why them, if a word was given. */
  readonly words: string | undefined;
  readonly state: 'pending' | 'accepted' | 'declined' | 'withdrawn';
  readonly decidedAt: number | undefined;
  readonly version: number;
  readonly createdAt: number;
}

export const { accept, decline, withdraw } = answering<RoleSuggestion>(
  suggestion => new Refusal('suggestion-decided', { suggestion }),
);
