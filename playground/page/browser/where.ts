/** Where one is, in the address, so that a reload and a second tab stay there; and what this browser remembers. */
import type { Screen } from '../../screen.ts';
import type { About, Platform } from './api.ts';
import { direct } from './sidebar.ts';

export interface Where {
  readonly platform: Platform;
  /** Whom I am. */
  readonly as: string;
  readonly channel: string;
  /** A platform's own address that somebody from outside came by. */
  readonly by?: string;
}

/** `#/slack/Amira%20Haddad/C1`, or `#/in/https%3A…` from a public page; what isn't there falls back to the first. */
export function whereFrom(hash: string, { platforms, people }: About): Where {
  const [, platform, as = '', channel = ''] = hash.split('/');
  if (platform === 'in') return cameBy(decodeURIComponent(as), { platforms, people });
  const name = decodeURIComponent(as);
  return {
    platform: platforms.find(one => one === platform) ?? platforms[0] ?? 'slack',
    as: people.some(one => one.name === name) ? name : (people[0]?.name ?? ''),
    channel: decodeURIComponent(channel),
  };
}

/** Whoever follows a link of a public page is the one from outside: the last of the people. */
function cameBy(by: string, { people }: Pick<About, 'platforms' | 'people'>): Where {
  const channel = /\/(?:channels|client)\/\w+\/(\w+)|[?&]channel=(\w+)|[?&]id=(\w+)/.exec(by);
  return {
    platform: by.includes('discord') ? 'discord' : 'slack',
    as: people.at(-1)?.name ?? '',
    channel: channel?.[1] ?? channel?.[2] ?? channel?.[3] ?? '',
    by,
  };
}

/** The first public channel, or else the direct messages. */
export const firstWhere = ({ channels }: Screen): string =>
  (
    channels.find(one => one.kind === 'public' && one.joined) ??
    channels.find(one => one.kind !== 'direct' && one.joined)
  )?.id ?? direct;

/** Where a step of the tour takes place. */
export const placeFor = (opens: 'direct message' | 'private' | undefined, screen: Screen): string => {
  if (opens === 'direct message') return screen.channels.find(one => one.kind === 'direct')?.id ?? direct;
  const mine = screen.channels.findLast(one => one.kind === 'private' && one.joined && !one.archived);
  return (opens === 'private' && mine?.id) || firstWhere(screen);
};

export function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(`playground ${key}`) ?? undefined;
  } catch {
    return undefined; // a browser that keeps nothing
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(`playground ${key}`, value);
  } catch {
    // Then the next visit begins as the first.
  }
}
