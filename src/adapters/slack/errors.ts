/** What Slack's clients fail with → PlatformError. */
import { webApi } from '@slack/bolt';
import type { Posted } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { retryAfterMs } from '../../platform/retry-after.ts';
import { unheardOf } from '../../platform/unheard-of.ts';
import { meanings } from './codes.ts';

interface Details {
  readonly message?: string;
  readonly needed?: string | undefined;
  readonly cause?: unknown;
}

export function ofCode(code: string, details: Details = {}): PlatformError {
  const { kind, whose, remedy } = meanings[code] ?? { kind: 'invalid', whose: 'nobody' };
  const scope = details.needed && remedy ? remedy.replace('the scope', `the scope ${details.needed}`) : remedy;
  return new PlatformError(kind, code, { ...details, whose, remedy: scope });
}

/** What is about one channel alone. */
const ofPlaces = new Set([
  'channel_not_found',
  'invalid_channel',
  'not_in_channel',
  'is_archived',
  'is_inactive',
  'too_many_pins',
]);

/** Where a call was to go: a person's direct messages may be named by the person's id. */
interface Meant {
  readonly to?: { readonly id: string } | { readonly person: unknown } | { readonly below: Posted };
  readonly space?: { readonly id: string };
  readonly message?: { readonly channel: { readonly id: string } };
}

/** The same code means another thing of another call: a channel that isn't there is, of direct messages, a person who isn't. */
export function inView(error: PlatformError, { to, space, message }: Meant): PlatformError {
  if (!ofPlaces.has(error.code)) return error;
  const place =
    space?.id ?? (to && 'below' in to ? to.below : message)?.channel.id ?? (to && 'id' in to ? to.id : undefined);
  if ((to && 'person' in to) || place?.startsWith('D')) return error.told({ kind: 'gone', whose: 'person' });
  return error.told({ place });
}

export function toPlatformError(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new PlatformError('rate-limited', 'ratelimited', { retryAfterMs: retryAfterMs(error.retryAfter) });
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: code, response_metadata: metadata, needed } = error.data as typeof error.data & { needed?: string };
    if (!isCode(code)) return new PlatformError('unknown-outcome', 'no_json');
    return ofCode(code, { message: [code, ...(metadata?.messages ?? [])].join(' '), needed, cause: error });
  }
  if (error instanceof webApi.WebAPIHTTPError) return ofStatus(error.statusCode);
  if (!isNetwork(error)) return new PlatformError('invalid', 'bug', { cause: error });
  return unheardOf(codeOf(error));
}

/** Slack's client takes a web page for a code: that is of whatever stands between. */
const isCode = (said: unknown): said is string => typeof said === 'string' && /^\w+$/.test(said);

/** `terminated`: cut in the middle of an answer, which Slack's client reads past its own errors. */
const isNetwork = (error: unknown): boolean =>
  error instanceof webApi.WebAPIRequestError ||
  (error instanceof Error &&
    (/^(Timeout|Abort)Error$/.test(error.name) || /^(fetch failed|terminated)$/.test(error.message)));

export function ofAnswer({ status, headers }: Response): PlatformError {
  if (status !== 429) return ofStatus(status);
  return new PlatformError('rate-limited', '429', { retryAfterMs: retryAfterMs(headers.get('retry-after')) });
}

/** The host where files are left says `OK - 70000`; a page, with 200 as well, is of whatever stands between, and nothing was left. */
export async function mustBeLeft(answer: Response): Promise<void> {
  if (!answer.ok) throw ofAnswer(answer);
  const said = await answer.text().catch(() => '');
  if (isPage(said)) throw new PlatformError('unreachable', `page-${answer.status}`);
}

export const isPage = (said: string): boolean => said.trimStart().startsWith('<');

/** Slack's own no is a code: a status below 500 is of whatever stands between, a proxy or a wall, and nothing got to Slack. */
const ofStatus = (status: number): PlatformError =>
  new PlatformError(status >= 500 ? 'unknown-outcome' : 'unreachable', String(status));

/** The innermost cause's code: clients wrap the network's own errors. */
function codeOf(error: unknown): string {
  const { original, cause, code } = (error ?? {}) as { original?: unknown; cause?: unknown; code?: unknown };
  const inner = original ?? cause;
  if (inner) return codeOf(inner);
  return typeof code === 'string' ? code : 'network';
}
