/** A category takes 50 channels. Spaces stand under `Communities of Practice`, then `Communities of Practice 2`, and so on; those that are closed under another. */
import { type APIChannel, ChannelType, type Client, Routes } from 'discord.js';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Calls } from './calls.ts';

const openTitle = 'Communities of Practice';
export const closedTitle = 'Closed communities';

interface Category {
  readonly id: string;
  readonly nth: number;
}

/** Discord's own word on it counts, not our count: channels that the bot can't see fill a category too. */
const isFullOrGone = (error: unknown): boolean =>
  error instanceof PlatformError && /CHANNEL_PARENT_(MAX_CHANNELS|INVALID)/.test(error.message);

export interface Categories {
  /** Makes something in the newest category, or in a new one where that is full. */
  under<T>(guild: string, create: (category: string) => Promise<T>): Promise<T>;
  /** Whether it is one of these. */
  has(guild: string, category: string | null | undefined): boolean;
}

export function categories(client: Client, calls: Calls, title = openTitle): Categories {
  const pattern = new RegExp(`^${title}(?: (\\d+))?$`);
  /** Those made just now, which the cache may not know yet. */
  const made = new Map<string, Category>();

  function newest(guild: string): Category | undefined {
    const known = [...(client.guilds.cache.get(guild)?.channels.cache.values() ?? [])].flatMap(
      (channel): Category[] => {
        const match = channel.type === ChannelType.GuildCategory ? pattern.exec(channel.name) : null;
        return match ? [{ id: channel.id, nth: Number(match[1] ?? 1) }] : [];
      },
    );
    const latest = made.get(guild);
    return [...known, ...(latest ? [latest] : [])].reduce<Category | undefined>(
      (best, one) => (best && best.nth >= one.nth ? best : one),
      undefined,
    );
  }

  async function make(guild: string, nth: number): Promise<Category> {
    const body = { type: ChannelType.GuildCategory, name: nth === 1 ? title : `${title} ${nth}` };
    const { id } = await calls.ask<APIChannel>('POST', Routes.guildChannels(guild), { body });
    const category = { id, nth };
    made.set(guild, category);
    return category;
  }

  return {
    has: (guild, category) =>
      category != null &&
      (made.get(guild)?.id === category ||
        pattern.test(client.guilds.cache.get(guild)?.channels.cache.get(category)?.name ?? '')),
    async under<T>(guild: string, create: (category: string) => Promise<T>): Promise<T> {
      const category = newest(guild) ?? (await make(guild, 1));
      try {
        return await create(category.id);
      } catch (error) {
        if (!isFullOrGone(error)) throw error;
        return create((await make(guild, category.nth + 1)).id);
      }
    },
  };
}
