/**
 * Of 10,000 calls in ten minutes that Discord refuses, it shuts out the machine, and whatever else runs there. With a token that was reset
 * each call is one, and hundreds may wait: so after some in a row only one now and then is sent, and the others are told what it was told.
 * docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
import { Routes } from 'discord.js';
import { PlatformError } from '../../platform/platform-error.ts';
import { newToken } from './codes.ts';
import { isOfToken } from './errors.ts';

const atMost = 20;
const everyMs = 5000;

export interface RefusedToken {
  /** Fails where Discord would say once more that it doesn't take the token. */
  ask(route: string): void;
  /** What came of it; nothing, where it was done. */
  heard(error?: PlatformError): void;
}

export function refusedToken(now: () => number): RefusedToken {
  let inARow = 0;
  let next = 0;
  return {
    ask(route) {
      if (inARow < atMost || route === Routes.currentApplication()) return; // by that the token itself is asked about
      if (now() < next) throw new PlatformError('unreachable', '401', { whose: 'bot', remedy: newToken });
      next = now() + everyMs;
    },
    heard(error) {
      if (error && isOfToken(error)) inARow += 1;
      else if (!error || !unheard.has(error.kind)) inARow = 0;
    },
  };
}

/** Says nothing of the token. */
const unheard: ReadonlySet<string> = new Set(['unreachable', 'unknown-outcome', 'rate-limited']);
