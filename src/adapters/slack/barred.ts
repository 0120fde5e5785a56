/** Where who gave a command may not write. Slack lets an app post for anybody: whether they could themselves, it has to be asked. */
import { setTimeout as sleep } from 'node:timers/promises';
import { passes } from '../../platform/again.ts';
import type { CommandSpec, Invocation } from '../../platform/chat-platform.ts';
import type { PlatformError } from '../../platform/platform-error.ts';
import type { SlackClient } from './client.ts';
import { toPlatformError } from './errors.ts';

interface Asking {
  readonly client: SlackClient;
  readonly specs: ReadonlyMap<string, CommandSpec>;
}

/** Somebody waits for the answer: what Slack hasn't told by then, it hasn't told. */
const patienceMs = 1200;

/** Typed in a channel, one is in it; one that is named may be private, and then only who is in it may write there. */
export async function withBarred({ client, specs }: Asking, invocation: Invocation): Promise<Invocation> {
  const { options } = specs.get(invocation.command) ?? {};
  const option = Object.entries(options ?? {}).find(([, { kind }]) => kind === 'channel')?.[0];
  const channel = option && invocation.options[option];
  if (!channel || channel === invocation.at?.id) return invocation;
  const barred = await Promise.race([
    barredFrom(client, channel, invocation.by.id),
    sleep(patienceMs, 'untold' as const, { ref: false }),
  ]);
  return barred ? { ...invocation, barred: { [channel]: barred } } : invocation;
}

/** What the bot can't see it can't tell either; it can't post there. A public channel is open to whoever can name it. */
async function barredFrom(
  client: SlackClient,
  channel: string,
  user: string,
): Promise<'presser' | 'untold' | undefined> {
  try {
    const told = await client.conversations.info({ channel });
    if (told.channel?.is_private !== true) return undefined;
  } catch (error) {
    const known = toPlatformError(error);
    return passes(known) || lacksScope(known) ? 'untold' : undefined;
  }
  const isIn = await shares(client, channel, user).catch(() => 'untold' as const);
  return isIn === true ? undefined : isIn || 'presser';
}

/** Of somebody's private channels Slack tells those that the bot is in: a few, however many people are in each. docs.slack.dev/reference/methods/users.conversations */
async function shares(client: SlackClient, channel: string, user: string): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const page = await client.users.conversations({ user, types: 'private_channel', limit: 999, cursor });
    if (page.channels?.some(({ id }) => id === channel)) return true;
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return false;
}

/** That for public channels the bot never asked for. */
const lacksScope = ({ code, needed }: PlatformError): boolean =>
  code === 'missing_scope' && needed?.split(',').includes('channels:read') !== true;
