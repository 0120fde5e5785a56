/** What people did in Discord's own way: a message pinned, somebody brought into a space or taken out of it, a channel deleted. */
import { isDeepStrictEqual } from 'node:util';
import {
  type APIGuildMember,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayThreadDeleteDispatchData,
  type GuildBasedChannel,
  type GuildChannel,
  OverwriteType,
  Routes,
} from 'discord.js';
import { untilAnswered } from '../../platform/again.ts';
import type { Happening, Inbox, Visitor } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { hearingWords } from './addressed.ts';
import { channelOf, nameOf } from './invocation.ts';
import { hearingOfOwnWay } from './own-way.ts';
import { hearingPins, spaceOf } from './pinning.ts';
import { standing } from './presence.ts';
import type { Reach } from './reach.ts';
import { facilitatorRights, isIn } from './rights.ts';
import { hearingOfRoles } from './roles.ts';
import { isSaid, toSharedMessage } from './shared-message.ts';
import { isHidden } from './sight.ts';

export function hearing(reach: Reach, log: Log, inbox: Pick<Inbox, 'happened' | 'addressed'>): void {
  const { guilds } = reach;
  const tell = (events: Promise<readonly Happening[]>) =>
    void events
      .then(all => Promise.all(all.map(event => inbox.happened(event))))
      .catch((err: unknown) => {
        if (!reach.ended.aborted)
          log.warn({ err }, 'something that happened in a Discord server could not be looked at');
      });

  hearingWords(reach, log, inbox);
  hearingOfOwnWay(reach, log, event => tell(Promise.resolve([event])));
  hearingOfRoles(reach, events => tell(Promise.resolve(events)));
  hearingPins(reach, tell);
  guilds.client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) =>
    tell(Promise.resolve(shared(reach, message))),
  );
  guilds.client.ws.on(GatewayDispatchEvents.MessageDelete, ({ id, ...place }: GatewayMessageDeleteDispatchData) =>
    tell(Promise.resolve(deleted(reach, [id], place))),
  );
  guilds.client.ws.on(
    GatewayDispatchEvents.MessageDeleteBulk,
    ({ ids, ...place }: GatewayMessageDeleteBulkDispatchData) => tell(Promise.resolve(deleted(reach, ids, place))),
  );
  guilds.client.on(Events.ChannelUpdate, (before, after) => {
    if ('permissionOverwrites' in before && 'permissionOverwrites' in after)
      tell(moved(reach, before as Place, after as Place));
  });
  guilds.client.ws.on(
    GatewayDispatchEvents.ThreadDelete,
    ({ id, guild_id, parent_id }: GatewayThreadDeleteDispatchData) => {
      const space = channelOf(guild_id, parent_id);
      tell(Promise.resolve([{ kind: 'unpinned', id: `${id}/deleted`, space, within: id }])); // looked at, it is found to be gone
    },
  );
  guilds.client.on(Events.GuildAvailable, ({ id: workspace }) => {
    if (guilds.channelsOf(workspace)) tell(Promise.resolve([{ kind: 'returned', platform: 'discord', workspace }])); // of those of a new session all is asked together
  });
  guilds.client.on(Events.ChannelDelete, channel => {
    if (channel.isDMBased()) return;
    const space = channelOf(channel.guildId, channel.id);
    tell(Promise.resolve([{ kind: 'closed', id: `${channel.id}/deleted`, space, how: 'deleted' }]));
  });
}

/** Without the Message Content intent the files of a message aren't told. What is forwarded has them one floor down. */
function shared({ guilds }: Reach, message: GatewayMessageCreateDispatchData): Happening[] {
  const { guild_id: workspace, channel_id, author, member, attachments, message_snapshots: forwarded } = message;
  const files = [attachments ?? [], ...(forwarded ?? []).map(one => one.message.attachments ?? [])].flat();
  if (!workspace || author.bot || files.length === 0 || !isSaid(message)) return [];
  const by: Visitor = { platform: 'discord', workspace, id: author.id, name: nameOf(author, member) };
  const space = spaceOf(guilds, workspace, channel_id);
  return [{ kind: 'shared', id: `shared ${message.id}`, by, message: toSharedMessage(message, space, channel_id) }];
}

function deleted(
  { guilds }: Reach,
  messages: readonly string[],
  place: { channel_id: string; guild_id?: string },
): Happening[] {
  if (!place.guild_id) return [];
  const space = spaceOf(guilds, place.guild_id, place.channel_id);
  return [{ kind: 'message-deleted', id: `deleted ${messages[0]}`, space, messages }];
}

type Place = GuildChannel & GuildBasedChannel;

/**
 * Who came and who went, those together; and what else of it is otherwise now, for who sees it and who tends it. Of what the bot may not
 * see, nobody tells who is in it: that is looked at as a whole when it sees it again.
 */
async function moved(reach: Reach, before: Place, after: Place): Promise<Happening[]> {
  const { guilds, echoes, now } = reach;
  if (isHidden(after)) return []; // of its own going the bot hears apart
  const [then, thereafter] = [peopleIn(before), peopleIn(after)];
  const echoed = new Set(changedOverwrites(before, after).filter(id => echoes.heard(after.id, id)));
  const byHand = (id: string) => id !== guilds.bot && !echoed.has(id);
  const came = [...thereafter.keys()].filter(id => !then.has(id) && byHand(id));
  const went = [...then.keys()].filter(id => !thereafter.has(id) && byHand(id));
  const space = channelOf(after.guildId, after.id);
  const presence = standing(guilds, after);
  const changed = { kind: 'changed', id: `${after.id}/changed/${now()}`, space, presence } as const;
  if (isHidden(before)) return [{ ...changed, people: true }];
  const told: Happening[] = [];
  for (const id of came) {
    const who = await whoIs(reach, after.guildId, id);
    if (who) told.push({ kind: 'joined', id: `${after.id}/${id}/joined/${now()}`, space, who });
  }
  const [who, ...others] = went.map(id => ({ platform: 'discord', workspace: after.guildId, id, name: '' }) as const);
  if (who) told.push({ kind: 'left', id: `${after.id}/${who.id}/left/${now()}`, space, who, others });
  const tended = [...thereafter].some(
    ([id, may]) => byHand(id) && then.has(id) && tending(may) !== tending(then.get(id)),
  );
  if (tended || !isDeepStrictEqual(presence, standing(guilds, before)))
    told.push({ ...changed, ...(tended && { people: tended }) });
  return told;
}

const tending = (may = 0n): bigint => may & facilitatorRights;

const peopleIn = ({ permissionOverwrites }: Place): ReadonlyMap<string, bigint> =>
  new Map(
    permissionOverwrites.cache
      .filter(one => one.type === OverwriteType.Member)
      .filter(one => isIn({ allow: one.allow.bitfield, deny: one.deny.bitfield }))
      .map(one => [one.id, one.allow.bitfield]),
  );

/** An overwrite names a person by id alone. A bot is nobody, and so is who has left the server; of whom Discord doesn't tell otherwise, the next look does. */
async function whoIs({ calls, ended }: Reach, workspace: string, id: string): Promise<Visitor | undefined> {
  const route = Routes.guildMember(workspace, id);
  const member = await untilAnswered(() => calls.ask<APIGuildMember>('GET', route), ended).catch((error: unknown) => {
    if (!(error instanceof PlatformError)) throw error; // the bot is being stopped
    return undefined;
  });
  if (!member || member.user.bot) return undefined;
  return { platform: 'discord', workspace, id, name: nameOf(member.user, member) };
}

function changedOverwrites(before: Place, after: Place): string[] {
  const said = ({ permissionOverwrites }: Place) =>
    new Map(permissionOverwrites.cache.map(one => [one.id, `${one.allow.bitfield}/${one.deny.bitfield}`]));
  const [old, fresh] = [said(before), said(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter(id => old.get(id) !== fresh.get(id));
}
