import type { CopId, NetworkId, PersonId, WorkspaceKey } from './ids.ts';
import { Refusal } from './refusal.ts';
import { beginning, compared, folded, tidied } from './words.ts';

/**
 * `proposed` until a first conversation was had; `starting` until its space is there; `not-started` if it never came to be; `closed` once
 * its space is gone (the name of either is free again).
 */
export type CopState = 'proposed' | 'starting' | 'open' | 'not-started' | 'closed';

export interface Cop {
  readonly id: CopId;
  readonly networkId: NetworkId;
  readonly workspace: WorkspaceKey;
  readonly name: string;
  readonly domain: string;
  /** "We are [who], who care about [domain], and meet to [practice], so that [difference]". May come later. */
  readonly statement: string | undefined;
  readonly slug: string;
  readonly state: CopState;
  /** Its private channel, once there. */
  readonly spaceId: string | undefined;
  readonly spaceName: string | undefined;
  /** In nobody's list and on no page: who is told of it asks in, its members see it. */
  readonly unlisted: boolean;
  /** What whoever asks in is asked, in place of ours. */
  readonly joinQuestion: string | undefined;
  /** Its facilitators' own, for who has just come in. */
  readonly welcome: string | undefined;
  /** Set exactly while it is `closed`. */
  readonly closedAt: number | undefined;
  /** It rests since then: nobody is asked for anything. */
  readonly restingSince?: number | undefined;
  /** It wakes by itself then; without, when somebody wakes it. */
  readonly restingUntil?: number | undefined;
  /** It is to be closed then. */
  readonly closesAt?: number | undefined;
  /** Closed, and told of: all that is kept of it goes then, unless it is kept until later. */
  readonly goesAt?: number | undefined;
  readonly keptUntil?: number | undefined;
  /** Where it was before, if it lives on in another space. */
  readonly formerSpaceId?: string | undefined;
  readonly starterId: PersonId;
  /** Nobody facilitates it since then. */
  readonly unattendedSince?: number | undefined;
  readonly version: number;
  readonly createdAt: number;
}

/** Characters. The name must fit a channel's (80, Slack) with its prefix; the domain a topic (250, Slack); the question a label (45, Discord). */
export const limits = { name: 60, domain: 200, statement: 600, joinQuestion: 45, welcome: 500 } as const;

/** Two names are the same name if they differ in case, spaces or accents only, or in what nobody sees. */
export const nameKey = (name: string): string => folded(tidied(name)).replace(/\s/gu, '');

/** For a channel's name and an address: lower-case letters and digits of any script, joined by hyphens. */
export function slugOf(name: string): string {
  const slug = tidied(name)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return beginning(slug, 60).replace(/-+$/, '') || 'community';
}

/** The same in what every platform takes: the letters a to z, digits and hyphens. */
export const plainSlug = (slug: string): string =>
  compared(slug)
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '') || 'community';

/** The channel's name that is asked for; a platform adds a suffix where it is taken. */
export const spaceNameOf = (cop: Pick<Cop, 'slug'>): string => `cop-${cop.slug}`;

export type FieldFault = {
  readonly field: keyof typeof limits;
  readonly fault: 'empty' | 'too-long';
  readonly most: number;
};

/** What can't be taken of what was filled in, field by field. */
export function faultsIn(given: { readonly [F in keyof typeof limits]?: string }): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  for (const field of ['name', 'domain', 'statement', 'joinQuestion', 'welcome'] as const) {
    const words = given[field];
    if (words === undefined) continue;
    if (nameKey(words) === '' && (field === 'name' || field === 'domain'))
      faults.push({ field, fault: 'empty', most: limits[field] });
    else if ([...words].length > limits[field]) faults.push({ field, fault: 'too-long', most: limits[field] });
  }
  return faults;
}

const hour = 3600_000;

/** Somebody starts so many at most in so long a time: each asks for a space, and for somebody who looks after it. A network's whole first list fits in; what presses without end does not. */
export const startsAtMost = { many: 60, within: hour } as const;

/** From when on they may start another, where that isn't now. `started`: when they started the last ones, the latest first. */
export function startsAgain(started: readonly number[], now: number): number | undefined {
  const first = started[startsAtMost.many - 1];
  const again = (first ?? 0) + startsAtMost.within;
  return again > now ? again : undefined;
}

/** Its space was archived or deleted: nobody is let in any more; what is in the library stays. */
export const closed = (cop: Cop, now: number): Cop => ({
  ...cop,
  state: 'closed',
  closedAt: now,
  restingSince: undefined,
  restingUntil: undefined,
  closesAt: undefined,
});

/** Its space is there again. What was said of when it goes was said of that closing. */
export const reopened = (cop: Cop, name: string): Cop => ({
  ...cop,
  name,
  state: 'open',
  closedAt: undefined,
  goesAt: undefined,
});

/** The first of `Wound Care`, `Wound Care 2`, … that nobody has. */
export async function freeName(name: string, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${beginning(name, limits.name - 5).trim()} ${n}`;
    if (!(await isTaken(candidate))) return candidate;
  }
}

/**
 * In which CoP something can be done. `an open CoP`: it needs a space to happen in. `a living CoP`: open, or on its way there.
 * `any CoP`: also in one that is closed or was never started.
 */
export type Footing = 'an open CoP' | 'a living CoP' | 'any CoP';

const over: readonly CopState[] = ['closed', 'not-started'];

/** Throws the Refusal that says why it can't be done there. */
export function mustBe(footing: Footing, cop: Cop): void {
  if (footing === 'any CoP') return;
  if (over.includes(cop.state)) throw new Refusal(cop.state === 'closed' ? 'cop-closed' : 'not-started', { cop });
  if (footing === 'an open CoP' && cop.state !== 'open') throw new Refusal('not-open-yet', { cop });
}

/** The last ten characters of the id: unique over all networks of a store, and nobody's to guess. */
export const pageKeyOf = (cop: Pick<Cop, 'id'>): string => cop.id.slice(-10).toLowerCase();

/** What its public page is called. The name in it is for people; the key alone says which CoP. */
export const pageAddressOf = (cop: Pick<Cop, 'id' | 'slug'>): string => `${cop.slug}-${pageKeyOf(cop)}`;

export const pagePathOf = (cop: Pick<Cop, 'id' | 'slug'>): string => `/c/${encodeURIComponent(pageAddressOf(cop))}`;

/** The first of `wound-care`, `wound-care-2`, … that nobody has. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? slug : `${slug}-${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}
