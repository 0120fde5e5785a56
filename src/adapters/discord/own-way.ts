/** The bot's own way in: what it may see and do, as a server's people change it. https://docs.discord.com/developers/events/gateway-events */
import { Events, type Guild, type GuildBasedChannel, type GuildChannel, PermissionFlagsBits as may } from 'discord.js';
import type { Happening } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { channelOf } from './invocation.ts';
import { forgettingLeft } from './left-meanwhile.ts';
import type { Reach } from './reach.ts';
import { isObfuscated } from './sight.ts';

type Place = GuildChannel & GuildBasedChannel;

export function hearingOfOwnWay({ guilds: { client }, now }: Reach, log: Log, tell: (event: Happening) => void): void {
  const allowed = ({ id }: Guild) => tell({ kind: 'allowed', workspace: { platform: 'discord', id } });
  client.on(Events.GuildRoleUpdate, (before, after) => {
    const mine = after.guild.members.me?.roles.cache.has(after.id);
    const gained = after.permissions.bitfield & ~before.permissions.bitfield;
    if (mine && (gained !== 0n || after.position !== before.position)) allowed(after.guild);
  });
  client.on(Events.GuildMemberUpdate, (_before, after) => {
    if (after.id === client.user.id) allowed(after.guild); // another role
  });
  client.on(Events.GuildCreate, allowed);
  forgettingLeft(client);
  client.on(Events.GuildDelete, ({ id, name }) =>
    log.error(
      {
        server: id,
        name,
        remedy: "open the bot's invitation link (README) and add it again: it goes on where it stopped",
      },
      'the bot was taken out of a Discord server; all that belongs to it rests',
    ),
  );
  client.on(Events.ChannelUpdate, (before, after) => {
    if (before.isDMBased() || after.isDMBased()) return;
    const event = changed(before as Place, after as Place, now());
    if (event) tell(event);
  });
}

/** A role that was changed counts in both already: there Discord's own mark alone tells whether the bot saw it before. */
function changed(before: Place, after: Place, now: number): Happening | undefined {
  const me = after.guild.members.me;
  if (!me) return undefined;
  const mine = (place: Place) => (isObfuscated(place) ? 0n : place.permissionsFor(me).bitfield);
  const [then, thereafter] = [before, after].map(mine) as [bigint, bigint];
  const space = channelOf(after.guildId, after.id);
  const sees = (thereafter & may.ViewChannel) !== 0n;
  const saw = isObfuscated(after) ? !isObfuscated(before) : (then & may.ViewChannel) !== 0n;
  if (saw && !sees) return { kind: 'bot-out', id: `${after.id}/out/${now}`, space };
  return sees && (thereafter & ~then) !== 0n ? { kind: 'bot-in', id: `${after.id}/in/${now}`, space } : undefined;
}
