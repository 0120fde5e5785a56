/** Why Discord doesn't let the bot in, or no longer, and what helps. https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
import { type APIGatewaySessionStartLimit, GatewayCloseCodes } from 'discord.js';
import { soonThere } from '../../platform/again.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { retryAfterMs } from '../../platform/retry-after.ts';
import { isOfToken, toPlatformError } from './errors.ts';

const remedies: Readonly<Partial<Record<number, string>>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'it no longer takes the token; put the one that the Discord developer portal shows under Bot into .env, and start again',
  [GatewayCloseCodes.ShardingRequired]: 'the bot is in more servers than one connection may serve',
  [GatewayCloseCodes.DisallowedIntents]:
    'it asks for an intent that is not enabled; look under Bot in the Discord developer portal',
};
const ours = 'this is a fault of the bot; please report it';

/** The session is over, and the same again would end the same way. */
export const whyEnded = (code: number): PlatformError =>
  new PlatformError('forbidden', String(code), {
    message: `forbidden: ${code} ${GatewayCloseCodes[code] ?? ''}: ${remedies[code] ?? ours}`,
  });

/** One 401 at the Gateway's address says nothing yet of the token: it is looked at before each session. */
export function whyNoLogin(error: unknown): PlatformError {
  if (error instanceof Error && 'code' in error && error.code === 'TokenInvalid')
    return new PlatformError('unreachable', 'login-401');
  return toPlatformError(error);
}

/** A thousand a day. discord.js throws for it what looks like a bug. https://docs.discord.com/developers/events/gateway#session-start-limit-object */
export function mustHaveSessions({ remaining, reset_after: ms }: APIGatewaySessionStartLimit, now = Date.now()): void {
  if (remaining > 0) return;
  throw new PlatformError('rate-limited', 'no-sessions', {
    message: `rate-limited: Discord lets the bot begin no session before ${new Date(now + ms).toISOString()}`,
    retryAfterMs: retryAfterMs(ms / 1000),
    remedy:
      'leave it running: it comes in by itself then; each start takes one of the sessions that Discord gives a day',
  });
}

const forGood = new Set(['4004', '4010', '4011', '4012', '4013', '4014']);

/** It stays so until somebody mends it. */
export const isForGood = (error: PlatformError): boolean => forGood.has(error.code) || isOfToken(error);

export const isOfIntent = ({ code }: PlatformError): boolean => code === '4014';

/** At the very first try, nothing was ever heard of Discord: then its address is the operator's to look at. */
export const neverReached = ({ kind, code }: PlatformError): boolean =>
  kind === 'unreachable' && /^E|^UND/.test(code) && !soonThere.has(code);
export const isBug = ({ kind }: PlatformError): boolean => kind === 'invalid' || kind === 'gone';
