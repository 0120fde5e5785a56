/** What is pinned in a channel, fifty a call. Who pinned it isn't told. And whether a message still stands. https://docs.discord.com/developers/resources/message#get-channel-pins */
import { type APIMessage, Routes } from 'discord.js';
import type { Channel, Pin, Posted } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Reach } from './reach.ts';
import { toSharedMessage } from './shared-message.ts';

interface Page {
  readonly items: readonly { readonly pinned_at: string; readonly message: APIMessage }[];
  readonly has_more: boolean;
}

const mostPages = 5;

export async function pinsOf({ calls, guilds }: Reach, space: Channel, within = space.id): Promise<readonly Pin[]> {
  guilds.expectHere(space.workspace);
  const pins: Pin[] = [];
  let before: string | undefined;
  for (let n = 0; n < mostPages; n++) {
    const query: Record<string, string> = before ? { before } : {};
    const page: Page = await calls.ask<Page>('GET', Routes.channelMessagesPins(within), { query });
    pins.push(
      ...page.items.map(({ pinned_at, message }) => ({
        message: toSharedMessage(message, space, within),
        at: Date.parse(pinned_at),
      })),
    );
    before = page.items.at(-1)?.pinned_at;
    if (!page.has_more || !before) break;
  }
  return pins;
}

/** Deleted by itself, or with the thread that it stood in. */
export async function isThere({ calls, guilds }: Reach, { channel, id }: Posted): Promise<boolean> {
  guilds.expectHere(channel.workspace);
  try {
    await calls.ask('GET', Routes.channelMessage(channel.id, id));
    return true;
  } catch (error) {
    if (!isGone(error)) throw error;
    return false;
  }
}

/** Discord's own word for it: a 404 without one may be of whatever stands between. */
const codes = new Set(['10003', '10008']);
const isGone = (error: unknown): boolean => error instanceof PlatformError && codes.has(error.code);
