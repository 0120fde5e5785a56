/** What Discord and the way to it say when they say no, as one of the port's kinds. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { PlatformError, type PlatformErrorKind } from '../../platform/platform-error.ts';
import { bounded, retryAfterMs } from '../../platform/retry-after.ts';

/** By Discord's code; what isn't here is our bug. */
const kinds: Readonly<Record<number, PlatformErrorKind>> = {
  10002: 'gone', // application
  10003: 'gone', // channel
  10004: 'gone', // guild
  10007: 'gone', // member
  10008: 'gone', // message
  10009: 'gone', // permission overwrite
  10011: 'gone', // role
  10013: 'gone', // user
  10015: 'gone', // webhook: an interaction's token after its 15 minutes
  10062: 'gone', // interaction
  50027: 'gone', // webhook token
  50083: 'gone', // the thread is archived
  20016: 'rate-limited', // slow mode
  20028: 'rate-limited', // writes to one channel
  20029: 'rate-limited', // writes to the server
  40062: 'rate-limited',
  20026: 'forbidden', // the bot was flagged by the anti-spam system
  30003: 'forbidden', // 250 pins
  30005: 'forbidden', // 250 roles
  30013: 'forbidden', // 500 channels
  30030: 'forbidden', // categories
  30032: 'forbidden', // application commands
  30033: 'forbidden', // participants of a thread
  30034: 'forbidden', // 200 command creates a day
  30046: 'forbidden', // edits of an old message
  30060: 'forbidden', // 1000 overwrites
  40001: 'unreachable', // token
  40005: 'forbidden', // larger than files may be
  40003: 'rate-limited', // opening direct messages too fast
  40333: 'unreachable', // Cloudflare
  50001: 'forbidden', // no access
  50007: 'forbidden', // takes no direct messages
  50009: 'forbidden', // verification level
  50013: 'forbidden', // no permission
  50014: 'unreachable', // token
  50278: 'forbidden', // no server in common
  60003: 'forbidden', // two-factor authentication
  130000: 'unreachable', // overloaded
  160002: 'forbidden', // may not read the history
  160005: 'forbidden', // thread locked
  160006: 'forbidden', // active threads
};

/** A token that isn't taken is the bot's own trouble: nothing was done, and nobody who is waiting for it is to be told no. */
const byStatus: Readonly<Record<number, PlatformErrorKind>> = {
  401: 'unreachable',
  403: 'forbidden',
  404: 'gone',
  429: 'rate-limited',
};
const ofToken = new Set(['401', '40001', '50014']);
export const isOfToken = (error: unknown): boolean => error instanceof PlatformError && ofToken.has(error.code);
/** Nothing was sent. */
const unsent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** In seconds: where Discord says no more. */
const minute = 60;

/** A channel's name that Discord doesn't take, as server discovery's rules forbid some words (50035, `INVALID_COMMUNITY_PROPERTY_NAME`). */
export const refusedName = '50035.name';

/** Never carries what was sent: a request's address holds an interaction's token, and its body what people wrote. */
export function toPlatformError(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof RateLimitError) {
    const told = [error.retryAfter, error.timeToReset, error.sublimitTimeout].map(bounded);
    return new PlatformError('rate-limited', '429', { retryAfterMs: Math.max(...told) });
  }
  if (error instanceof DiscordAPIError) return refused(error);
  if (error instanceof HTTPError) return new PlatformError('unknown-outcome', String(error.status));
  return unheard(error);
}

function refused(error: DiscordAPIError): PlatformError {
  const code = Number(error.code);
  const kind = kinds[code] ?? (code ? undefined : byStatus[error.status]) ?? 'invalid';
  const wait = (error.rawError as { retry_after?: number | string }).retry_after;
  const { errors } = error.rawError as { errors?: object };
  const ofName = code === 50035 && Object.keys(errors ?? {}).join() === 'name';
  return new PlatformError(kind, ofName ? refusedName : String(code || error.status), {
    message: `${kind}: ${code || error.status} ${error.message}`,
    ...(kind === 'rate-limited' && { retryAfterMs: retryAfterMs(wait ?? minute) }),
  });
}

function unheard(error: unknown): PlatformError {
  const { name, code: given, message } = error instanceof Error ? (error as Error & { code?: unknown }) : {};
  const code = typeof given === 'string' ? given : undefined; // an AbortError's is a number
  if (code && unsent.has(code)) return new PlatformError('unreachable', code);
  if (name === 'AbortError' || code?.startsWith('UND_ERR') || code?.startsWith('E'))
    return new PlatformError('unknown-outcome', code ?? 'timeout');
  return new PlatformError('invalid', 'bug', { message: `invalid: ${message ?? 'unknown'}`, cause: error });
}
