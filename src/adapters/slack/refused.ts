/** What a failure says about the bot's own way in: its tokens, its app, the network between. */
import { webApi } from '@slack/bolt';
import { soonThere } from '../../platform/again.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { newAppToken, tokenCodes } from './codes.ts';
import { toPlatformError } from './errors.ts';

/** About what the app or its workspace allows; of `apps.connections.open`. */
const ofApps = new Set([
  'not_allowed_token_type',
  'missing_scope',
  'missing_args',
  'forbidden_team',
  'no_permission',
  'access_denied',
  'org_login_required',
  'ekm_access_denied',
  'team_access_not_granted',
  'accesslimited',
  'two_factor_setup_required',
  'enterprise_is_restricted',
  'org_wide_token',
]);

function codeOf(error: unknown): string | undefined {
  if (error instanceof PlatformError) return error.code;
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

export const tokenRefused = (error: unknown): boolean => Object.hasOwn(tokenCodes, codeOf(error) ?? '');

const ofAppToken = new Set([...Object.keys(tokenCodes), 'not_allowed_token_type', 'missing_scope', 'missing_args']);

/** What mends it: the socket is opened with a token of its own. */
export const remedyOf = (error: unknown, part: 'socket' | 'token'): string | undefined =>
  part === 'socket' && ofAppToken.has(codeOf(error) ?? '') ? newAppToken : toPlatformError(error).remedy;

/** Slack knows the bot no more, until somebody mends it there. */
export const refused = (error: unknown): boolean => tokenRefused(error) || ofApps.has(codeOf(error) ?? '');

/**
 * Slack's own trouble or the network's, that ends by itself; at the start, anything else is the operator's to mend. `sure`: of its address,
 * so that whatever is on the way to it passes too.
 */
export function passes(error: unknown, sure: boolean): boolean {
  const { kind, code } = toPlatformError(error);
  if (sure && !refused(error) && (kind === 'unreachable' || kind === 'unknown-outcome')) return true;
  if (code === 'network') return timedOut(error); // the client itself wouldn't: an address that can't be
  return kind === 'rate-limited' || kind === 'unknown-outcome' || soonThere.has(code);
}

/** Nothing was heard for as long as the client waits. */
export function timedOut(error: unknown): boolean {
  const { name, original, cause } = (error ?? {}) as { name?: unknown; original?: unknown; cause?: unknown };
  const inner = original ?? cause;
  return name === 'TimeoutError' || (inner !== undefined && timedOut(inner));
}

const second = 1000;
const minute = 60 * second;

/** How long to wait before the next try. */
export interface Backoff {
  after(error?: unknown): number;
  /** It stood for a while. */
  reset(): void;
}

/** The first time at once: connections end every day. Where Slack refuses the bot, up to half an hour. */
export function backingOff(): Backoff {
  let troubles = 0;
  let refusals = 0;
  const doubled = (n: number, first: number, most: number): number => Math.min(first * 2 ** Math.min(n, 20), most);
  return {
    after(error) {
      if (refused(error)) return doubled(refusals++, 5 * second, 30 * minute);
      refusals = 0;
      const own = troubles++ === 0 ? 0 : doubled(troubles - 2, second, 30 * second);
      return Math.max(own, error === undefined ? 0 : (toPlatformError(error).retryAfterMs ?? 0));
    },
    reset() {
      troubles = 0;
      refusals = 0;
    },
  };
}
