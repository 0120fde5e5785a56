/** Channels and who may do what in them. discord.com/developers/docs/resources/channel and …/guild#create-guild-channel */
import { type Call, type Created, created, id, type Routes } from '../call.ts';
import {
  createChannel,
  deleteChannel,
  forbiddenName,
  isForbidden,
  normalName,
  removeOverwrite,
  setOverwrite,
  updateChannel,
} from '../channels.ts';
import { limits } from '../limits.ts';
import { bit, directPermissions, inChannel, isThread, may } from '../permissions.ts';
import { refuse, refuseField, refuseFor } from '../refusal.ts';
import { checkBody } from '../schemas.ts';
import { channelShape } from '../shapes.ts';
import { isHidden } from '../sight.ts';
import type { Channel, Guild, Json, Overwrite } from '../state.ts';
import { botId, guildOf, parentOf, theChannel, theGuild, theMember, type World } from '../world.ts';
import { needInGuild } from './guilds.ts';
import { changeThread } from './threads.ts';

const overwriteOf = ({ id: of, type, allow, deny }: Json): Overwrite => ({
  id: of,
  type: Number(type ?? 0),
  allow: String(allow ?? 0),
  deny: String(deny ?? 0),
});

/** An app may only allow and deny what it holds itself; who may manage permissions is for administrators to say. */
function mayGrant(held: bigint, isAdmin: boolean, { allow, deny }: Overwrite, before?: Overwrite): boolean {
  const changed = (BigInt(allow) ^ BigInt(before?.allow ?? 0)) | (BigInt(deny) ^ BigInt(before?.deny ?? 0));
  return isAdmin || !(changed & (~held | bit('MANAGE_ROLES')));
}

function needGrants(
  world: World,
  guild: Guild,
  held: bigint,
  after: readonly Overwrite[],
  before: readonly Overwrite[],
): void {
  const isAdmin = Boolean(needInGuild(world, guild) & bit('ADMINISTRATOR'));
  const changed = after.filter(
    o =>
      !mayGrant(
        held,
        isAdmin,
        o,
        before.find(b => b.id === o.id),
      ),
  );
  if (changed.length) refuse(50013);
}

/** Of several at once. Where strangers are refused at all, as strict as for one by itself: it is published nowhere. */
function needMembers(world: World, guild: Guild, after: readonly Overwrite[], before: readonly Overwrite[]): void {
  if (world.customs.strangersRights === 'taken') return;
  for (const { type, id } of after) if (type !== 0 && !before.some(b => b.id === id)) theMember(guild, id);
}

/** The category, with room in it. */
function checkParent(world: World, guild: Guild, parentId: unknown, own?: Channel): void {
  if (parentId == null || own?.parentId === parentId) return;
  const parent = world.state.channels.find(c => c.id === parentId && c.guildId === guild.id && c.type === 4);
  if (!parent) refuseField(['parent_id'], 'CHANNEL_PARENT_INVALID', 'Category does not exist');
  if (!may(world.state, botId(world), parent!, 'VIEW_CHANNEL')) refuse(50001);
  if (world.state.channels.filter(c => c.parentId === parentId).length >= limits.channelsInCategory)
    refuseField(['parent_id'], 'CHANNEL_PARENT_MAX_CHANNELS', 'Maximum number of channels in category reached (50)');
}

function checkTopic({ topic, type }: Json): void {
  if ((type ?? 0) === 0 && typeof topic === 'string' && [...topic].length > limits.topic)
    refuseField(['topic'], 'BASE_TYPE_MAX_LENGTH', 'Must be 1024 or fewer in length.');
}

function checkName(guild: Guild, name: string, type: number): void {
  if (normalName(name, type) === '') refuseField(['name'], 'BASE_TYPE_REQUIRED', 'This field is required');
  if (isForbidden(guild, name)) refuseField(['name'], 'INVALID_COMMUNITY_PROPERTY_NAME', forbiddenName);
}

/** With no overwrites of its own, a channel takes those of its category. */
function addChannel({ world, body, ids }: Call): Created {
  const guild = theGuild(world, ids[0]!);
  checkBody('CreateGuildChannelRequest', body);
  checkTopic(body);
  const type = body.type ?? 0;
  checkName(guild, body.name, type);
  const held = needInGuild(world, guild, 'MANAGE_CHANNELS');
  const given: Overwrite[] | undefined = body.permission_overwrites?.map(overwriteOf);
  if (given?.length) {
    needMembers(world, guild, given, []);
    needGrants(world, guild, held, given, []);
  }
  checkParent(world, guild, body.parent_id);
  if (world.state.channels.filter(c => c.guildId === guild.id && !isThread(c)).length >= limits.channels) refuse(30013);
  const parent = world.state.channels.find(c => c.id === body.parent_id);
  const channel = createChannel(world, guild, {
    type,
    name: body.name,
    topic: body.topic || null,
    parentId: body.parent_id ?? null,
    overwrites: given ?? structuredClone(parent?.overwrites ?? []),
    slowmode: body.rate_limit_per_user ?? 0,
    ...(body.position == null ? {} : { position: body.position }),
  });
  return created(channelShape(world, channel));
}

/** Name and topic: twice in ten minutes. */
function countWrite(world: World, channel: Channel): void {
  const { most, within } = limits.channelWrites;
  const now = world.now();
  const recent = channel.writes.filter(t => t > now - within);
  if (recent.length >= most) refuseFor((recent[0]! + within - now) / 1000, 20028);
  channel.writes = [...recent, now];
}

function changeChannel(call: Call): Json {
  const { world, body } = call;
  const channel = theChannel(world, id(call));
  if (isThread(channel)) return changeThread(call, channel);
  const guild = guildOf(world.state, channel) ?? refuse(50003);
  checkBody('UpdateGuildChannelRequestPartial', body);
  checkTopic({ ...body, type: channel.type });
  if (body.name !== undefined) checkName(guild, body.name, channel.type);
  const held = inChannel(world.state, botId(world), channel);
  const given: Overwrite[] | undefined = body.permission_overwrites?.map(overwriteOf);
  if (!(held & bit('MANAGE_CHANNELS')) || (given && !(held & bit('MANAGE_ROLES')))) refuse(50013);
  if (given) {
    needMembers(world, guild, given, channel.overwrites);
    needGrants(world, guild, grantable(world, channel), given, channel.overwrites);
  }
  checkParent(world, guild, body.parent_id, channel);
  const renamed = body.name !== undefined && normalName(body.name, channel.type) !== channel.name;
  if (renamed || (body.topic !== undefined && (body.topic || null) !== channel.topic)) countWrite(world, channel);
  const fields = {
    name: body.name,
    topic: body.topic === undefined ? undefined : body.topic || null,
    parentId: body.parent_id,
    position: body.position ?? undefined,
    slowmode: body.rate_limit_per_user ?? undefined,
    overwrites: given,
  };
  updateChannel(world, channel, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
  return channelShape(world, channel);
}

/** Positions of several at once. discord.com/developers/docs/resources/guild#modify-guild-channel-positions */
function moveChannels({ world, ids, body }: Call): void {
  const guild = theGuild(world, ids[0]!);
  if (!Array.isArray(body)) refuse(50035);
  needInGuild(world, guild, 'MANAGE_CHANNELS');
  for (const { id: which, position, parent_id: parentId } of body as Json[]) {
    const channel = world.state.channels.find(c => c.id === which && c.guildId === guild.id) ?? refuse(10003);
    checkParent(world, guild, parentId, channel);
    updateChannel(world, channel, {
      position: position ?? channel.position,
      ...(parentId === undefined ? {} : { parentId }),
    });
  }
}

/** What the bot may give away in a channel: what it holds in the guild, or there. */
function grantable(world: World, channel: Channel): bigint {
  const guild = guildOf(world.state, channel);
  const inAll = guild ? needInGuild(world, guild) : directPermissions;
  const parent = parentOf(world.state, channel);
  const inParent = parent ? inChannel(world.state, botId(world), parent) : 0n;
  return inAll | inParent | inChannel(world.state, botId(world), channel);
}

function removeChannel(call: Call): Json {
  const { world } = call;
  const channel = theChannel(world, id(call));
  if (!channel.guildId) return channelShape(world, channel);
  theChannel(world, id(call), isThread(channel) ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS');
  const shape = channelShape(world, channel);
  deleteChannel(world, channel);
  return shape;
}

/**
 * Of whoever is not in the guild, Discord was seen to say that there is no such overwrite (github.com/Cog-Creators/Red-DiscordBot/pull/3627),
 * and says itself that any id can be given one (github.com/discord/discord-api-docs/issues/2856).
 */
function putOverwrite(call: Call): void {
  const { world, body } = call;
  const channel = theChannel(world, id(call), 'MANAGE_ROLES');
  const guild = guildOf(world.state, channel) ?? refuse(50003);
  if (isThread(channel)) refuse(50024);
  checkBody('ChannelPermissionOverwriteRequest', { ...body, id: id(call, 1) });
  const overwrite = overwriteOf({ ...body, id: id(call, 1) });
  const isRole = overwrite.type === 0;
  if (isRole && !guild.roles.some(r => r.id === overwrite.id)) refuse(10011);
  const isStranger = !isRole && !guild.members.some(m => m.userId === overwrite.id);
  if (isStranger && world.customs.strangersRights === 'refused') refuse(10009);
  needGrants(world, guild, grantable(world, channel), [overwrite], channel.overwrites);
  const isNew = !channel.overwrites.some(o => o.id === overwrite.id);
  if (isNew && channel.overwrites.length >= limits.overwrites) refuse(30060);
  setOverwrite(world, channel, overwrite);
}

function deleteOverwrite(call: Call): void {
  const channel = theChannel(call.world, id(call), 'MANAGE_ROLES');
  if (!channel.overwrites.some(o => o.id === id(call, 1))) refuse(10009);
  removeOverwrite(call.world, channel, id(call, 1));
}

export const channels: Routes = {
  'GET /guilds/:id/channels': call =>
    call.world.state.channels
      .filter(c => c.guildId === theGuild(call.world, id(call)).id && !isThread(c) && !isHidden(call.world, c))
      .map(c => channelShape(call.world, c)),
  'POST /guilds/:id/channels': addChannel,
  'PATCH /guilds/:id/channels': moveChannels,
  'GET /channels/:id': call => channelShape(call.world, theChannel(call.world, id(call))),
  'PATCH /channels/:id': changeChannel,
  'DELETE /channels/:id': removeChannel,
  'PUT /channels/:id/permissions/:id': putOverwrite,
  'DELETE /channels/:id/permissions/:id': deleteOverwrite,
};
