/**
 * What the bot may do is reckoned from its own member, which comes with each server; where it doesn't, it is asked for.
 * https://docs.discord.com/developers/events/gateway-events#guild-create
 */
import { type Client, Events, type Guild } from 'discord.js';
import { aFewTimes } from '../../platform/again.ts';
import type { Log } from '../../platform/log.ts';
import { toPlatformError } from './errors.ts';

/** Resolves once it is known wherever it can be just now. */
export async function knowingItself(client: Client<true>, log: Log, ended: AbortSignal): Promise<void> {
  const know = async (guild: Guild): Promise<void> => {
    if (!guild.available || guild.members.me) return;
    await aFewTimes(() => guild.members.fetchMe().catch(unanswered), ended).catch((err: unknown) => {
      if (!ended.aborted)
        log.warn({ err, server: guild.id }, 'it is not known what the bot may do in a Discord server');
    });
  };
  for (const event of [Events.GuildCreate, Events.GuildAvailable] as const) client.on(event, guild => void know(guild));
  await Promise.all(client.guilds.cache.map(know));
}

function unanswered(error: unknown): never {
  throw toPlatformError(error);
}
