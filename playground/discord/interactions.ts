/** Interactions raised by people, as the app gets them. discord.com/developers/docs/interactions/receiving-and-responding#interaction-object */
import { randomBytes } from 'node:crypto';
import { guildLocale } from './guild-shape.ts';
import { limits } from './limits.ts';
import { attachmentShape, messageShape } from './message-shape.ts';
import { addMessage } from './messages.ts';
import { inChannel } from './permissions.ts';
import { channelShape, memberShape, memberWithPermissions, roleShape, userShape } from './shapes.ts';
import { nextId } from './snowflake.ts';
import type { Channel, Guild, Interaction, Json, Message, User } from './state.ts';
import { botId, isBotIn, theUser, type World } from './world.ts';

/** A person somewhere: in a channel of a guild, or in the direct message with the bot. */
export interface Spot {
  readonly world: World;
  readonly user: User;
  readonly channel: Channel;
  readonly guild?: Guild;
}

export interface Asked {
  readonly type: Interaction['type'];
  readonly data: Json;
  /** Whose component was used, or from whose component the form came. */
  readonly message?: Message;
  readonly name?: string;
}

/** What Discord says to the person when the app says nothing in time. */
export const silence: Readonly<Record<number, string>> = {
  2: 'The application did not respond',
  3: 'This interaction failed. The application did not respond.',
  5: 'Something went wrong. Try again. The application did not respond.',
};

const waiting = new WeakMap<Interaction, () => void>();

/** The first answer is there, or nobody waits for one any more. */
export function settle(interaction: Interaction, state: 'answered' | 'late'): void {
  interaction.state = state;
  waiting.get(interaction)?.();
  waiting.delete(interaction);
}

function payload(
  { world, user, channel, guild }: Spot,
  { type, data, message }: Asked,
  { id, token }: Interaction,
): Json {
  const { state } = world;
  const member = guild?.members.find(m => m.userId === user.id);
  const who =
    guild && member
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guildLocale(guild), features: [] },
          guild_locale: guildLocale(guild),
          member: memberWithPermissions(world, guild, member, channel),
        }
      : { user: userShape(user) };
  return {
    id,
    application_id: botId(world),
    type,
    data,
    ...who,
    channel_id: channel.id,
    channel: { ...actedIn(world, channel), permissions: String(inChannel(state, user.id, channel)) },
    token,
    version: 1,
    ...(message
      ? { message: { ...messageShape(world, message, true), ...(guild ? { guild_id: guild.id } : {}) } }
      : {}),
    app_permissions: String(inChannel(state, botId(world), channel)),
    locale: user.locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: { 0: guild?.id ?? '0' },
    context: guild ? 0 : 1,
    attachment_size_limit: limits.fileBytes,
  };
}

function record(spot: Spot, asked: Asked): Interaction {
  const { world } = spot;
  const interaction: Interaction = {
    id: nextId(world.state, world.now()),
    token: randomBytes(24).toString('base64url'),
    type: asked.type,
    guildId: spot.guild?.id,
    channelId: spot.channel.id,
    userId: spot.user.id,
    at: world.now(),
    name: asked.name,
    messageId: asked.message?.id,
    state: 'open',
  };
  const { interactions } = world.state;
  const old = interactions.findIndex(i => world.now() - i.at <= limits.tokenLife);
  interactions.splice(0, old < 0 ? interactions.length : old);
  interactions.push(interaction);
  return interaction;
}

/** Tells the app and waits for its first answer, or until it is too late for one; the person is then told so. */
export async function raise(spot: Spot, asked: Asked): Promise<Interaction> {
  const { world, channel, user, guild } = spot;
  const interaction = record(spot, asked);
  const settled = new Promise<void>(resolve => waiting.set(interaction, resolve));
  const timer = setTimeout(() => settle(interaction, 'late'), world.ackMs);
  const isThere = !guild || isBotIn(world, guild);
  if (!isThere || !world.ask(payload(spot, asked, interaction), interaction)) settle(interaction, 'late');
  for (let n = 1; n < world.repeats(); n += 1) {
    const again = record(spot, asked);
    world.ask(payload(spot, asked, again), again);
  }
  await settled;
  clearTimeout(timer);
  const said = asked.type === 5 ? undefined : silence[asked.type];
  if (interaction.state === 'late' && said)
    addMessage(world, channel, { authorId: botId(world), type: 20, content: said, flags: 64, onlyFor: user.id });
  world.changed();
  return interaction;
}

const byId = <T extends { id: string }>(items: readonly T[], shape: (item: T) => Json): Json =>
  Object.fromEntries(items.map(item => [item.id, shape(item)]));

export interface Named {
  readonly users?: readonly string[];
  readonly roles?: readonly string[];
  readonly channels?: readonly string[];
  readonly messages?: readonly Message[];
  readonly files?: readonly {
    readonly message: { readonly channelId: string };
    readonly file: Message['attachments'][number];
  }[];
}

/** Where somebody acted, or what they chose: told as it is, whether the bot may see it or not, but for who may do what there. docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure */
function actedIn(world: World, channel: Channel): Json {
  const { permission_overwrites: _, ...told } = channelShape(world, channel);
  return told;
}

/** The `resolved` of what a person chose. Members come without their user; messages with all their words. */
export function resolved({ world, guild, user }: Spot, named: Named): Json {
  const { state, customs } = world;
  const { ownRightsChosen } = customs;
  const users = (named.users ?? []).map(id => theUser(world, id));
  const members = (guild?.members ?? []).filter(m => named.users?.includes(m.userId));
  const channels = state.channels.filter(c => named.channels?.includes(c.id));
  const roles = (guild?.roles ?? []).filter(r => named.roles?.includes(r.id));
  const all: Json = {
    users: byId(users, userShape),
    members: Object.fromEntries(
      members.map(m => {
        const { permissions } = memberWithPermissions(world, guild!, m);
        return [m.userId, { ...memberShape(world, m, false), permissions }];
      }),
    ),
    roles: byId(roles, r => roleShape(r, botId(world))),
    channels: byId(channels, c => ({
      ...actedIn(world, c),
      permissions: String(inChannel(state, user.id, c)),
      ...(ownRightsChosen === 'told' && { app_permissions: String(inChannel(state, botId(world), c)) }),
    })),
    messages: byId(named.messages ?? [], m => messageShape(world, m, true)),
    attachments: Object.fromEntries(
      (named.files ?? []).map(({ message, file }) => [file.id, attachmentShape(world, message, file)]),
    ),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => Object.keys(value).length > 0));
}
