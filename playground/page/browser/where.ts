/** Where one is, in the address, so that a reload and a second tab stay there; and what this browser remembers. */
import type { Screen } from '../../screen.ts';
import type { About, Platform } from './api.ts';
import { direct } from './sidebar.ts';

export interface Where {
  readonly platform: Platform;
  /** Whom I am. */
  readonly as: string;
  readonly channel: string;
}

/** `#/slack/Amira%20Haddad/C1`; what isn't there falls back to the first. */
export function whereFrom(hash: string, { platforms, people }: About): Where {
  const [, platform, as = '', channel = ''] = hash.split('/');
  const name = decodeURIComponent(as);
  return {
    platform: platforms.find(one => one === platform) ?? platforms[0] ?? 'slack',
    as: people.some(one => one.name === name) ? name : (people[0]?.name ?? ''),
    channel: decodeURIComponent(channel),
  };
}

/** The first public channel, or else the direct messages. */
export const firstWhere = ({ channels }: Screen): string =>
  (
    channels.find(one => one.kind === 'public' && one.joined) ??
    channels.find(one => one.kind !== 'direct' && one.joined)
  )?.id ?? direct;

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
