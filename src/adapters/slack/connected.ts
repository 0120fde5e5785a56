import type { webApi } from '@slack/bolt';
import type { Posted } from '../../platform/chat-platform.ts';

/** What every call needs to know. */
export interface Connection {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly botUserId: string;
}

export const posted = (team: string, channel: string, ts: string): Posted => ({
  channel: { platform: 'slack', workspace: team, id: channel },
  id: ts,
});
