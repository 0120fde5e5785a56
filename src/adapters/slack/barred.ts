/** Where who gave a command may not write. Slack lets an app post for anybody: whether they could themselves, it has to be asked. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandSpec, Invocation } from '../../platform/chat-platform.ts';
import type { SlackClient } from './client.ts';

interface Asking {
  readonly client: SlackClient;
  readonly specs: ReadonlyMap<string, CommandSpec>;
}

/** Somebody waits for the answer. */
const patienceMs = 1200;
const mostPages = 5;

/** Typed in a channel, one is in it; one that is named may be private, and only its members know who they are. */
export async function withBarred({ client, specs }: Asking, invocation: Invocation): Promise<Invocation> {
  const { options } = specs.get(invocation.command) ?? {};
  const option = Object.entries(options ?? {}).find(([, { kind }]) => kind === 'channel')?.[0];
  const channel = option && invocation.options[option];
  if (!channel || channel === invocation.at?.id) return invocation;
  const barred = await Promise.race([
    isBarred(client, channel, invocation.by.id),
    sleep(patienceMs, false, { ref: false }),
  ]);
  return barred ? { ...invocation, barred: { [channel]: 'presser' } } : invocation;
}

/** What the bot can't see it can't tell either; it can't post there. A public channel is open to whoever can name it. */
async function isBarred(client: SlackClient, channel: string, user: string): Promise<boolean> {
  try {
    const told = await client.conversations.info({ channel });
    if (told.channel?.is_private !== true) return false;
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page++) {
      const { members = [], response_metadata } = await client.conversations.members({ channel, limit: 999, cursor });
      if (members.includes(user)) return false;
      cursor = response_metadata?.next_cursor || undefined;
      if (!cursor) return true;
    }
    return false;
  } catch {
    return false;
  }
}
