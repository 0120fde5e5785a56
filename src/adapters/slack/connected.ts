import type { DrawnHomes, Effects } from '../../platform/chat-platform.ts';
import type { SlackClient } from './client.ts';
import type { Line, Me, SlackOptions } from './connection.ts';
import { permalinkOf } from './shared-message.ts';

/** What every call needs to know. */
export interface Reach {
  readonly client: SlackClient;
  readonly team: string;
  readonly botUserId: string;
  /** The team's own address, `https://team.slack.com/`. */
  readonly home: string;
  readonly token: string;
  /** Another than Slack's own. */
  readonly apiUrl: string | undefined;
  /** First answers under way, by where they go: what follows them there comes after them. */
  readonly answering: Map<string, Promise<void>>;
  readonly drawn: DrawnHomes;
  readonly now: () => number;
  /** The bot is being stopped. */
  readonly ended: AbortSignal;
}

export const connectionOf = (
  { client }: Line,
  { team_id: team, user_id: botUserId, url }: Me,
  { botToken: token, apiUrl, now = Date.now }: SlackOptions,
  drawn: DrawnHomes,
  ended: AbortSignal,
): Reach => ({
  client,
  team: team ?? '',
  botUserId: botUserId ?? '',
  home: url ?? 'https://slack.com/',
  token,
  apiUrl,
  answering: new Map(),
  drawn,
  now,
  ended,
});

export const placeIn = ({ team }: Reach, id: string) => ({ platform: 'slack', workspace: team, id }) as const;

/** `thread`: of a reply, as Slack tells it. */
export const posted = (
  { team, home }: Reach,
  channel: string,
  { ts = '', thread_ts: thread }: { readonly ts?: string; readonly thread_ts?: string },
): Effects['post']['out'] => ({
  channel: { platform: 'slack', workspace: team, id: channel },
  id: ts,
  permalink: permalinkOf(home, channel, ts, thread),
});
