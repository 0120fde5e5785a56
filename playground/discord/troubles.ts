/** What is not as it was when the bot was added. */
import { addedWith } from './founding.ts';
import { namesOf } from './permissions.ts';
import type { Guild } from './state.ts';
import { isBotIn, type World } from './world.ts';

export function botsPermissions(world: World, guild: Guild): { held: string[]; taken: string[] } {
  const held = BigInt(guild.roles.find(role => role.managed)?.permissions ?? 0);
  const taken = BigInt(addedWith(world.state.application)) & ~held;
  return { held: namesOf(held), taken: isBotIn(world, guild) ? namesOf(taken) : [] };
}

export function troublesOf(world: World): string[] {
  const { application, guilds } = world.state;
  const [guild] = guilds;
  if (!guild) return [];
  const { taken } = botsPermissions(world, guild);
  return [
    ...(world.token() === undefined ? ['the bot token was reset'] : []),
    ...(guild.down ? ['the server is in an outage'] : []),
    ...(isBotIn(world, guild) ? [] : ['the bot is not in the server']),
    ...(taken.length ? [`permissions taken away: ${taken.join(', ')}`] : []),
    ...(world.withoutCommands.has(guild.id) ? ['commands are not allowed: applications.commands is missing'] : []),
    ...(application.messageContent ? [] : ['the Message Content intent is off']),
    ...(guild.forbidden?.length ? [`words forbidden in names: ${guild.forbidden.join(', ')}`] : []),
  ];
}
