/**
 * Servers that the bot was taken out of while its session was begun anew. Discord tells of none of them then: it leaves them out of those
 * that it names at the beginning. discord.js would keep them, as they were. github.com/discordjs/discord.js/issues/11546
 */
import { type Client, Events, GatewayDispatchEvents, type GatewayReadyDispatchData } from 'discord.js';

export function forgettingLeft(client: Client): void {
  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds }: GatewayReadyDispatchData, shard: number) => {
    const there = new Set(guilds.map(({ id }) => id));
    const left = client.guilds.cache.filter(guild => guild.shardId === shard && !there.has(guild.id));
    for (const guild of left.values()) {
      for (const id of guild.channels.cache.keys()) client.channels.cache.delete(id);
      client.guilds.cache.delete(guild.id);
      client.emit(Events.GuildDelete, guild);
    }
  });
}
