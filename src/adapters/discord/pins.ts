/** What is pinned in a channel, fifty a call. Who pinned it isn't told. And whether a message still stands. https://docs.discord.com/developers/resources/message#get-channel-pins */
import { type APIMessage, ChannelType, Routes } from 'discord.js';
import type { Channel, Pin, Posted } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { away } from './guilds.ts';
import type { Reach } from './reach.ts';
import { toSharedMessage } from './shared-message.ts';

interface Page {
  readonly items: readonly { readonly pinned_at: string; readonly message: APIMessage }[];
  readonly has_more: boolean;
}

const aPage = '50';
/** Four times as many as a channel takes. */
const most = 1000;

/** However large Discord's pages are. All of them, or it fails: what a list that breaks off leaves out would count as unpinned. */
export async function pinsOf({ calls, guilds }: Reach, space: Channel, within = space.id): Promise<readonly Pin[]> {
  guilds.expectHere(space.workspace);
  const pins: Pin[] = [];
  for (let before: string | undefined; pins.length < most; ) {
    const query = { limit: aPage, ...(before && { before }) };
    const { items, has_more } = await calls.ask<Page>('GET', Routes.channelMessagesPins(within), { query });
    pins.push(
      ...items.map(({ pinned_at, message }) => ({
        message: toSharedMessage(message, space, within),
        at: Date.parse(pinned_at),
      })),
    );
    if (!has_more) return pins;
    const last = items.at(-1)?.pinned_at;
    if (last === undefined || last === before) break;
    before = last;
  }
  throw new PlatformError('unreachable', 'no_end_of_pins');
}

/** Its threads, but private ones, in which something was pinned at some time. Of those in the archive nobody tells: in them nothing can be, as long as they are. */
export function pinnedWithin({ guilds }: Reach, { workspace, id: space }: Channel): readonly string[] {
  const channels = guilds.channelsOf(workspace);
  if (!channels) throw away();
  return [...channels.values()]
    .filter(one => one.isThread() && one.parentId === space && one.type !== ChannelType.PrivateThread)
    .filter(one => 'lastPinTimestamp' in one && one.lastPinTimestamp)
    .map(one => one.id);
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
