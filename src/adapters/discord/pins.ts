/** What is pinned in a channel, fifty a call. Who pinned it isn't told. https://docs.discord.com/developers/resources/message#get-channel-pins */
import { type APIMessage, Routes } from 'discord.js';
import type { Channel, Pin } from '../../platform/chat-platform.ts';
import type { Reach } from './reach.ts';
import { toSharedMessage } from './shared-message.ts';

interface Page {
  readonly items: readonly { readonly pinned_at: string; readonly message: APIMessage }[];
  readonly has_more: boolean;
}

const mostPages = 5;

export async function pinsOf({ calls }: Reach, space: Channel, within = space.id): Promise<readonly Pin[]> {
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
