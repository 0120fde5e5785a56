/** Invites into a guild. discord.com/developers/docs/resources/channel#create-channel-invite and …/resources/invite */
import { randomBytes } from 'node:crypto';
import { type Call, id, type Routes } from '../call.ts';
import { limits } from '../limits.ts';
import { isThread, may } from '../permissions.ts';
import { refuse, refuseField } from '../refusal.ts';
import { checkBody } from '../schemas.ts';
import { channelShape, userShape } from '../shapes.ts';
import type { Invite, Json } from '../state.ts';
import { botId, guildOf, iso, theChannel, theUser, type World } from '../world.ts';

const usualAge = 86_400;
const unlike = ({ maxAge, maxUses, temporary, channelId }: Invite, other: Invite): boolean =>
  maxAge !== other.maxAge ||
  maxUses !== other.maxUses ||
  temporary !== other.temporary ||
  channelId !== other.channelId;

const overAt = ({ at, maxAge }: Invite): number => (maxAge === 0 ? Number.POSITIVE_INFINITY : at + maxAge * 1000);

const isGood = (world: World, one: Invite): boolean =>
  !one.takenBack && overAt(one) > world.now() && (one.maxUses === 0 || one.uses < one.maxUses);

const goodOnes = (world: World): Invite[] => (world.state.invites ?? []).filter(one => isGood(world, one));

/** What is no invite of the bot's is one of somebody's own: there are no others here. */
export function acceptInvite(world: World, code: string): void {
  const invite = world.state.invites?.find(one => one.code === code);
  if (!invite) return;
  if (!isGood(world, invite)) throw new Error('This invite may be expired, or you might not have permission to join.');
  invite.uses++;
  world.changed();
}

const shape = (world: World, invite: Invite): Json => {
  const channel = world.state.channels.find(one => one.id === invite.channelId) ?? refuse(10006);
  const guild = guildOf(world.state, channel) ?? refuse(10006);
  const over = overAt(invite);
  return {
    type: 0,
    code: invite.code,
    guild: { id: guild.id, name: guild.name },
    guild_id: guild.id,
    channel: { id: channel.id, name: channelShape(world, channel).name, type: channel.type },
    inviter: userShape(theUser(world, invite.inviterId)),
    expires_at: Number.isFinite(over) ? iso(over) : null,
    uses: invite.uses,
    max_uses: invite.maxUses,
    max_age: invite.maxAge,
    temporary: invite.temporary,
    created_at: iso(invite.at),
  };
};

/** Bounds that the published schema leaves out. discord.com/developers/docs/resources/channel#create-channel-invite */
const most = { max_age: 604_800, max_uses: 100 } as const;

function checkBounds(body: Json): void {
  for (const [field, bound] of Object.entries(most))
    if (Number(body[field] ?? 0) > bound)
      refuseField([field], 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${bound}.`);
}

/** Unless it is to be `unique`, one like it that is there already is the answer. */
function makeInvite(call: Call): Json {
  const { world, body } = call;
  checkBody('CreateGuildInviteRequest', body);
  checkBounds(body);
  const channel = theChannel(world, id(call), 'CREATE_INSTANT_INVITE');
  if (!channel.guildId) refuse(50003);
  if (isThread(channel) || channel.type === 4) refuse(50024);
  const wanted: Invite = {
    code: randomBytes(6).toString('base64url').replace(/[-_]/g, 'x'),
    channelId: channel.id,
    inviterId: botId(world),
    at: world.now(),
    maxAge: body.max_age ?? usualAge,
    maxUses: body.max_uses ?? 0,
    temporary: body.temporary ?? false,
    uses: 0,
    takenBack: false,
  };
  const there = goodOnes(world);
  const alike = body.unique ? undefined : there.find(one => !unlike(one, wanted));
  if (alike) return shape(world, alike);
  if (there.length >= limits.invites) refuse(30016);
  world.state.invites = [...(world.state.invites ?? []), wanted];
  world.changed();
  return shape(world, wanted);
}

function theInvite(call: Call): Invite {
  return goodOnes(call.world).find(one => one.code === id(call)) ?? refuse(10006);
}

/** For who may manage its channel, or the whole guild. */
function removeInvite(call: Call): Json {
  const { world } = call;
  const invite = theInvite(call);
  const channel = theChannel(world, invite.channelId);
  const own = botId(world);
  if (!may(world.state, own, channel, 'MANAGE_CHANNELS') && !may(world.state, own, channel, 'MANAGE_GUILD'))
    refuse(50013);
  invite.takenBack = true;
  world.changed();
  return shape(world, invite);
}

export const invites: Routes = {
  'POST /channels/:id/invites': makeInvite,
  'GET /invites/:code': call => shape(call.world, theInvite(call)),
  'DELETE /invites/:code': removeInvite,
};
