/** One call of a Web API method by the app, and how its arguments are read: form fields and JSON bodies alike. */

import { botSees } from './channels.ts';
import type { Tier } from './limits.ts';
import { limits } from './limits.ts';
import { isHidden } from './plan.ts';
import { refuse } from './refusal.ts';
import type { Channel, ChannelKind, Json, Loose, Message, Team } from './state.ts';
import type { World } from './world.ts';
import { isDirect, isIn, messageAt } from './world.ts';

export interface Call {
  readonly world: World;
  readonly team: Team;
  readonly args: Json;
}

export interface Method {
  readonly tier: Tier;
  /** Bot scopes, any of which will do; none needed if left out. */
  readonly scopes?: readonly string[];
  readonly needs?: readonly string[];
  /** Takes an app-level token rather than a bot's. */
  readonly appToken?: boolean;
  /** Needs no token. */
  readonly open?: boolean;
  readonly run: (call: Call) => Json;
}

export const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
export const flag = (value: unknown): boolean => value === true || value === 'true' || value === '1' || value === 1;

/** A nested argument: JSON text in a form, itself in a JSON body. */
export function nested(value: unknown, error: string): Loose {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return refuse(error);
  }
}

const byKind: Record<'read' | 'write' | 'history', Record<ChannelKind, readonly string[]>> = {
  read: { public: ['channels:read'], private: ['groups:read'], im: ['im:read'], mpim: ['mpim:read'] },
  write: {
    public: ['channels:manage', 'channels:write'],
    private: ['groups:write'],
    im: ['im:write'],
    mpim: ['mpim:write'],
  },
  history: { public: ['channels:history'], private: ['groups:history'], im: ['im:history'], mpim: ['mpim:history'] },
};

export function needScope(team: Team, scopes: readonly string[]): void {
  if (scopes.length && !scopes.some(s => team.scopes.includes(s))) {
    refuse('missing_scope', [], { needed: scopes[0], provided: team.scopes.join(',') });
  }
}
export const kindScopes = (kind: ChannelKind, what: 'read' | 'write' | 'history'): readonly string[] =>
  byKind[what][kind];

/** The channel that an argument names, if the bot may see it and holds the scope that its kind asks for. */
export function channelOf({ team, args }: Call, what?: 'read' | 'write' | 'history', key = 'channel'): Channel {
  const channel = team.channels.find(c => c.id === text(args[key]));
  if (!channel || !botSees(team, channel)) refuse('channel_not_found');
  if (what) needScope(team, kindScopes(channel.kind, what));
  return channel;
}

export function memberChannel(call: Call, what?: 'read' | 'write' | 'history', key?: string): Channel {
  const channel = channelOf(call, what, key);
  if (!isIn(channel, call.team.botUserId)) refuse('not_in_channel');
  return channel;
}

export function notDirect(channel: Channel): Channel {
  if (isDirect(channel)) refuse('method_not_supported_for_channel_type');
  return channel;
}

export function messageOf({ world, team }: Call, channel: Channel, at: unknown): Message {
  const found = messageAt(channel, text(at));
  const isThere = found && found.subtype !== 'tombstone' && !isHidden(world, team, found);
  return isThere ? found : refuse('message_not_found');
}

/** One page of a list and the cursor of the next, as docs.slack.dev/apis/web-api/pagination has it. */
export function page<T>({ args, world }: Call, all: readonly T[], usual = 100): { items: T[]; next: Json } {
  const limit = args.limit === undefined || args.limit === '' ? usual : Number(args.limit);
  if (!Number.isInteger(limit) || limit < 0 || limit > limits.pageMost) refuse('invalid_limit');
  const cursor = text(args.cursor);
  const from = cursor
    ? Number(
        Buffer.from(cursor, 'base64')
          .toString()
          .match(/^next:(\d+)$/)?.[1] ?? Number.NaN,
      )
    : 0;
  if (Number.isNaN(from) || from > all.length) refuse('invalid_cursor');
  const to = from + Math.min(limit || usual, world.telling.aPage);
  const next_cursor = to < all.length ? Buffer.from(`next:${to}`).toString('base64') : '';
  return { items: all.slice(from, to), next: { response_metadata: { next_cursor } } };
}
