/** What Discord counts together. discord.js keeps to the buckets that it is told of; what it forgets is remembered under these names. https://docs.discord.com/developers/topics/rate-limits */
import { RateLimitError } from 'discord.js';
import type { Limit } from '../../platform/window.ts';
import { wholeMachine } from './whole-wait.ts';

export const everything = 'everything';

/** Discord's own, in all; what goes by an interaction's token isn't counted. https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
export const callsASecond = 50;

/** A few are left to what people wait for, and to calls that arrive nearer to each other than they were sent. None where nobody counts. */
export const inAll = (perSecond: number): Limit | undefined =>
  Number.isFinite(perSecond) ? { most: perSecond, within: 1000, reserve: 10 } : undefined;

/** Method and route, with its first id; a channel's name and topic are counted apart, two changes in ten minutes. */
export function bucketOf(method: string, route: string, body: unknown): string {
  const rest = route.replace(/\d{16,20}/g, (id, at: number) =>
    route.slice(0, at).search(/\d{16,20}/) < 0 ? id : ':id',
  );
  const named = method === 'PATCH' && /^\/channels\/\d+$/.test(route) && Object.keys(body ?? {}).some(isName);
  return `${method} ${rest}${named ? ' name' : ''}`;
}

/** The words of Discord's addresses; all else in one is somebody's, or something's, id, token or code. */
const words = new Set(
  '@me @original active applications archived bot callback channels commands gateway guilds interactions invites members messages permissions pins private public recipients roles search target-users thread-members threads users webhooks'.split(
    ' ',
  ),
);

/** Method and route without an id of anything, for who counts calls. */
export function methodOf(method: string, route: string): string {
  const parts = (route.split('?')[0] ?? '').split('/').slice(1);
  return `${method} /${parts.map(part => (words.has(part) ? part : ':id')).join('/')}`;
}

const isName = (key: string): boolean => key === 'name' || key === 'topic';

export const isGlobal = (error: unknown): boolean =>
  error instanceof RateLimitError && (error.global || String(error.scope) === wholeMachine);

/** Done once more, nothing is there twice: read, or a direct channel, which is the same one again. */
export const isSeen = (method: string, route: string): boolean => method !== 'GET' && route !== '/users/@me/channels';
