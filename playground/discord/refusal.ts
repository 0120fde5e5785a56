/** Discord's own no: HTTP status, error code, message, and for 50035 the tree of fields. discord.com/developers/docs/topics/opcodes-and-status-codes#json */
import type { Json } from './state.ts';

/** HTTP status and message by error code. */
export const refusals: Readonly<Record<number, readonly [status: number, message: string]>> = {
  0: [401, '401: Unauthorized'],
  1: [404, '404: Not Found'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10005: [404, 'Unknown Integration'],
  10006: [404, 'Unknown Invite'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10009: [404, 'Unknown permission overwrite'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  20031: [
    400,
    'Your Stage topic, server name, server description, or channel names contain words that are not allowed',
  ],
  20028: [429, 'The write action you are performing on the channel has hit the write rate limit.'],
  20026: [403, 'Your bot has been flagged by our anti-spam system for abusive behavior'],
  30003: [400, 'Maximum number of pinned messages reached (250)'],
  30005: [400, 'Maximum number of guild roles reached (250)'],
  30013: [400, 'Maximum number of guild channels reached (500)'],
  30016: [400, 'Maximum number of invites reached (1000)'],
  30015: [400, 'Maximum number of attachments in a message reached (10)'],
  30034: [400, 'Maximum number of daily application command creates has been reached (200)'],
  30060: [400, 'Maximum number of channel permission overwrites reached (1000)'],
  40001: [401, 'Unauthorized'],
  40002: [403, 'You need to verify your account in order to perform this action.'],
  40005: [413, 'Request entity too large'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50003: [400, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50019: [400, 'A message can only be pinned in the channel it was sent in'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50028: [400, 'Invalid role'],
  50033: [400, 'Invalid Recipient(s)'],
  50034: [400, 'You can only bulk delete messages that are under 14 days old.'],
  50035: [400, 'Invalid Form Body'],
  50074: [400, 'Cannot delete a channel required for Community guilds'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  60003: [403, 'Two factor is required for this operation'],
  130000: [503, 'API resource is currently overloaded. Try again a little later'],
  160002: [403, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160006: [400, 'Maximum number of active threads reached'],
  200000: [400, 'Message was blocked by automatic moderation'],
  240000: [400, 'Message blocked by harmful links filter'],
  350003: [400, 'Onboarding channels must be readable by everyone'],
};

export interface FieldError {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export class Refused extends Error {
  readonly status: number;
  readonly body: Json;
  readonly headers: Record<string, string>;

  constructor(status: number, body: Json, headers: Record<string, string> = {}) {
    super(`${body.code}: ${body.message}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export function refuse(code: number, more: Json = {}): never {
  const [status, message] = refusals[code] ?? [400, `Error ${code}`];
  throw new Refused(status, { message, code: code === 1 ? 0 : code, ...more });
}

/** 429 with its header; `retryAfter` in seconds. */
export function refuseFor(
  retryAfter: number,
  code: number,
  more: Json = {},
  headers: Record<string, string> = {},
): never {
  const message = refusals[code]?.[1] ?? 'You are being rate limited.';
  throw new Refused(
    429,
    { message, retry_after: retryAfter, global: false, ...(code ? { code } : {}), ...more },
    { 'retry-after': String(Math.ceil(retryAfter)), 'x-ratelimit-scope': 'user', ...headers },
  );
}

/** 50035 with the errors hung into Discord's tree: `{components: {0: {custom_id: {_errors: [{code, message}]}}}}`. */
export function refuseFields(errors: readonly FieldError[]): never {
  const tree: Json = {};
  for (const { path, code, message } of errors) {
    const at = path.reduce((node: Json, key) => {
      node[key] ??= {};
      return node[key] as Json;
    }, tree);
    at._errors ??= [];
    at._errors.push({ code, message });
  }
  return refuse(50035, { errors: tree });
}

export const refuseField = (path: FieldError['path'], code: string, message: string): never =>
  refuseFields([{ path, code, message }]);
