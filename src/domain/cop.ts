import type { CopId, NetworkId, PersonId, WorkspaceKey } from './ids.ts';
import { tidied } from './words.ts';

/** `proposed` until a first conversation was had; `starting` until its space is there; `not-started` if it never came to be (its name is free again). */
export type CopState = 'proposed' | 'starting' | 'open' | 'not-started';

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
  readonly starterId: PersonId;
  readonly version: number;
  readonly createdAt: number;
}

/** Characters. The name must fit a channel's (80, Slack) with its prefix; the domain a topic (250, Slack). */
export const limits = { name: 60, domain: 200, statement: 600 } as const;

/** Two names are the same name if they differ in case, spaces or accents only. */
export function nameKey(name: string): string {
  return tidied(name)
    .normalize('NFKD')
    .replace(/\p{M}|\s/gu, '')
    .toLowerCase();
}

/** For a channel's name and an address: lower-case letters and digits of any script, joined by hyphens. */
export function slugOf(name: string): string {
  const slug = tidied(name)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug || 'community';
}

/** The channel's name that is asked for; a platform adds a suffix where it is taken. */
export const spaceNameOf = (cop: Pick<Cop, 'slug'>): string => `cop-${cop.slug}`;

export type FieldFault = { readonly field: string; readonly fault: 'empty' | 'too-long'; readonly most: number };

/** What can't be taken of what was filled in, field by field. */
export function faultsIn(given: { name: string; domain: string; statement: string }): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  for (const field of ['name', 'domain', 'statement'] as const) {
    const words = given[field];
    if (nameKey(words) === '' && field !== 'statement') faults.push({ field, fault: 'empty', most: limits[field] });
    else if ([...words].length > limits[field]) faults.push({ field, fault: 'too-long', most: limits[field] });
  }
  return faults;
}
