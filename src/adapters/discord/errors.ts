/** What Discord and the way to it say when they say no, as one of the port's kinds. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { PlatformError } from '../../platform/platform-error.ts';
import { bounded, retryAfterMs } from '../../platform/retry-after.ts';
import { isOfNetwork, unheardOf } from '../../platform/unheard-of.ts';
import { meaningOf, newToken, remedies, tokenCodes } from './codes.ts';

export const isOfToken = (error: unknown): boolean => error instanceof PlatformError && tokenCodes.has(error.code);
/** In seconds: where Discord says no more. */
const minute = 60;

/** A channel's name that Discord doesn't take, as server discovery's rules forbid some words (50035, `INVALID_COMMUNITY_PROPERTY_NAME`; or 20031). */
export const refusedName = '50035.name';

const forbiddenWords = 20031;

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

/** Nothing got to Discord. */
export const ofPage = (status: number): PlatformError => new PlatformError('unreachable', `page-${status}`);

function refused(error: DiscordAPIError): PlatformError {
  const code = Number(error.code);
  const [kind, whose] = meaningOf(code, error.status) ?? ['invalid', 'nobody'];
  const said = String(code || error.status);
  const wait = (error.rawError as { retry_after?: number | string }).retry_after;
  const { errors } = error.rawError as { errors?: object };
  const ofName = code === forbiddenWords || (code === 50035 && Object.keys(errors ?? {}).join() === 'name');
  return new PlatformError(kind, ofName ? refusedName : said, {
    message: `${kind}: ${said} ${error.message}`,
    whose,
    remedy: tokenCodes.has(said) ? newToken : remedies[code],
    ...(kind === 'rate-limited' && { retryAfterMs: retryAfterMs(wait ?? minute) }),
  });
}

function unheard(error: unknown): PlatformError {
  const { name, code, message } = error instanceof Error ? (error as Error & { code?: unknown }) : {};
  if (name === 'AbortError') return unheardOf('timeout'); // its code is a number
  if (name === 'SyntaxError') return unheardOf('no-json'); // cut, or of whatever stands between
  if (name === 'HTTPParserError') return unheardOf('no-http');
  if (typeof code === 'string' && isOfNetwork(code)) return unheardOf(code);
  return new PlatformError('invalid', 'bug', { message: `invalid: ${message ?? 'unknown'}`, cause: error });
}
