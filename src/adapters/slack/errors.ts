/** What Slack's clients fail with → PlatformError. Codes: docs.slack.dev/reference/methods, each method's errors. */
import { webApi } from '@slack/bolt';
import { PlatformError, type PlatformErrorKind } from '../../platform/platform-error.ts';
import { retryAfterMs } from '../../platform/retry-after.ts';

const kinds: Readonly<Record<string, PlatformErrorKind>> = {
  ...all('forbidden', [
    'restricted_action',
    'cannot_create_channel',
    'missing_scope',
    'not_allowed_token_type',
    'no_permission',
    'user_is_restricted',
    'user_is_ultra_restricted',
    'ura_max_channels',
    'cant_invite',
    'not_in_channel',
    'not_authorized',
    'too_many_pins',
    'access_denied',
    'org_login_required',
    'ekm_access_denied',
    'team_access_not_granted',
    'cannot_dm_bot',
    'messages_tab_disabled',
    'file_uploads_disabled',
    'file_uploads_except_images_disabled',
    'file_type_not_allowed',
    'file_upload_size_restricted',
    'storage_limit_reached',
    'not_enabled', // the app's Home tab is switched off
  ]),
  ...all('gone', [
    'channel_not_found',
    'message_not_found',
    'is_archived',
    'user_not_found',
    'users_not_found',
    'user_disabled',
    'view_not_found',
    'file_not_found',
    'file_deleted',
    'thread_not_found',
    'not_found',
    'expired_url',
    'used_url',
    'no_such_view',
    'expired_trigger_id',
    'exchanged_trigger_id',
    'invalid_trigger_id',
    'cant_update_message',
    'edit_window_closed',
  ]),
  ...all('unknown-outcome', [
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
    'team_added_to_org',
  ]),
  /** About the bot's own token, whoever it was about to reach. It is seen to, and comes back. */
  ...all('unreachable', [
    'not_authed',
    'invalid_auth',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'user_removed_from_team',
    'team_disabled',
  ]),
  ratelimited: 'rate-limited',
};

function all(kind: PlatformErrorKind, codes: readonly string[]): Record<string, PlatformErrorKind> {
  return Object.fromEntries(codes.map(code => [code, kind]));
}

export const ofCode = (code: string, details: { message?: string } = {}): PlatformError =>
  new PlatformError(kinds[code] ?? 'invalid', code, details);

/** Refused before anything went out: nothing was done. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export function toPlatformError(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new PlatformError('rate-limited', 'ratelimited', { retryAfterMs: retryAfterMs(error.retryAfter) });
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: code, response_metadata: metadata } = error.data;
    return ofCode(code, { message: [code, ...(metadata?.messages ?? [])].join(' ') });
  }
  if (error instanceof webApi.WebAPIHTTPError) return ofStatus(error.statusCode);
  if (!isNetwork(error)) return new PlatformError('invalid', 'bug', { cause: error });
  const code = codeOf(error);
  return new PlatformError(neverSent.has(code) ? 'unreachable' : 'unknown-outcome', code);
}

const isNetwork = (error: unknown): boolean =>
  error instanceof webApi.WebAPIRequestError ||
  (error instanceof Error &&
    (error.name === 'TimeoutError' || error.name === 'AbortError' || error.message === 'fetch failed'));

export function ofAnswer({ status, headers }: Response): PlatformError {
  if (status !== 429) return ofStatus(status);
  return new PlatformError('rate-limited', '429', { retryAfterMs: retryAfterMs(headers.get('retry-after')) });
}

const ofStatus = (status: number): PlatformError =>
  new PlatformError(status >= 500 ? 'unknown-outcome' : 'invalid', String(status));

/** The innermost cause's code: clients wrap the network's own errors. */
function codeOf(error: unknown): string {
  const { original, cause, code } = (error ?? {}) as { original?: unknown; cause?: unknown; code?: unknown };
  const inner = original ?? cause;
  if (inner) return codeOf(inner);
  return typeof code === 'string' ? code : 'network';
}
