/** What an interaction says of who did what, where and on which card. https://docs.discord.com/developers/interactions/receiving-and-responding */
import {
  type APIGuildMember,
  type APIInteraction,
  type APIMessage,
  type APIUser,
  ApplicationCommandType,
  ChannelType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { tidied } from '../../domain/words.ts';
import type { Channel, Invocation, Posted, ReplyRef, Visitor } from '../../platform/chat-platform.ts';
import type { Surface } from '../../platform/figures.ts';
import { barredIn } from './barred.ts';
import { quotedIn } from './quoted.ts';

type Acted = Exclude<APIInteraction, { type: 1 }>;
export type Interaction = Acted;

/** An interaction's token is good for this long. */
const tokenMs = 15 * 60_000;

export const channelOf = (workspace: string, id: string): Channel => ({ platform: 'discord', workspace, id });

/** What everybody is called, wherever it is told: the first of their names there that anybody can see, without what nobody sees, which would turn the words around it. */
export const nameOf = (
  user: Pick<APIUser, 'global_name' | 'username'>,
  member?: Partial<Pick<APIGuildMember, 'nick'>>,
): string => [member?.nick, user.global_name].map(name => tidied(name ?? '')).find(Boolean) ?? user.username;

export function surfaceOf(interaction: Acted): Surface {
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return 'suggestion';
    case InteractionType.MessageComponent:
      return 'button';
    case InteractionType.ModalSubmit:
      return 'form';
    case InteractionType.ApplicationCommand:
      return interaction.data.type === ApplicationCommandType.ChatInput ? 'slash' : 'menu';
  }
}

export function visitorOf(interaction: Acted): Visitor {
  const user = (interaction.member?.user ?? interaction.user) as APIUser;
  const { guild_id: workspace } = interaction;
  return {
    platform: 'discord',
    ...(workspace && { workspace }),
    id: user.id,
    name: nameOf(user, interaction.member),
    admin: administers(interaction),
  };
}

/** Who may manage the server; Discord tells what the presser may do in the channel. https://docs.discord.com/developers/resources/guild#guild-member-object */
function administers({ member }: Acted): boolean {
  const held = BigInt(member?.permissions ?? 0);
  return (held & (PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild)) !== 0n;
}

const threads: readonly (ChannelType | undefined)[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** Discord tells its id at least; of what kind it is, not always. */
export const channelIdOf = ({ channel, channel_id }: Acted): string | undefined => channel?.id ?? channel_id;

/** The channel it happened in; for a thread, the channel that it belongs to. None in a direct message. */
function placeOf(interaction: Acted): Channel | undefined {
  const { guild_id, channel } = interaction;
  const id = channelIdOf(interaction);
  if (!guild_id || !id) return undefined;
  const parent = channel && threads.includes(channel.type) && 'parent_id' in channel ? channel.parent_id : undefined;
  return channelOf(guild_id, parent ?? id);
}

/** Where a message counts as said: what stands in a private thread is not said in the space, though everything else of a thread is. */
export const placeOfMessage = (interaction: Acted): Channel | undefined =>
  interaction.guild_id && interaction.channel?.type === ChannelType.PrivateThread
    ? channelOf(interaction.guild_id, interaction.channel.id)
    : placeOf(interaction);

export const messageOf = (interaction: Acted): APIMessage | undefined =>
  'message' in interaction ? interaction.message : undefined;

const has = (message: APIMessage | undefined, flag: MessageFlags): boolean => ((message?.flags ?? 0) & flag) === flag;
export const isPrivate = (message: APIMessage | undefined): boolean => has(message, MessageFlags.Ephemeral);
export const isV2 = (message: APIMessage | undefined): boolean => has(message, MessageFlags.IsComponentsV2);

/** The pressed card, if others can see it too, or will still be able to. */
function pressedOn(interaction: Acted): Posted | undefined {
  const message = messageOf(interaction);
  if (!message || isPrivate(message)) return undefined;
  return { channel: channelOf(interaction.guild_id ?? '', message.channel_id), id: message.id };
}

/** What `answer` needs later: a webhook's address. */
export interface Token {
  readonly application: string;
  readonly token: string;
  /** None in a direct message. */
  readonly guild?: string;
}

function replyOf({ application_id, token, guild_id: guild }: Acted, now: number): ReplyRef {
  const words: Token = { application: application_id, token, ...(guild && { guild }) };
  return {
    platform: 'discord',
    token: JSON.stringify(words),
    expiresAt: now + tokenMs, // by our own clock, which is what it will be held against
  };
}

interface Resolved {
  readonly users?: Readonly<Record<string, APIUser>>;
  readonly members?: Readonly<Record<string, { readonly nick?: string | null }>>;
}

function peopleIn(resolved: Resolved | undefined): Invocation['people'] {
  const users = Object.values(resolved?.users ?? {});
  if (users.length === 0) return undefined;
  return Object.fromEntries(
    users.map(user => [user.id, { name: nameOf(user, resolved?.members?.[user.id]), bot: user.bot === true }]),
  );
}

/** All but the command itself. Whoever answers on a card that stays gets no way to go on: that would draw on the card. */
export function invocationOf(
  interaction: Acted,
  answersOnCard: boolean,
  now: number,
): Omit<Invocation, 'command' | 'options' | 'from'> {
  const at = placeOf(interaction);
  const on = pressedOn(interaction);
  const resolved =
    interaction.data && 'resolved' in interaction.data ? (interaction.data.resolved as Resolved) : undefined;
  const people = peopleIn(resolved);
  const barred = barredIn(interaction);
  const quoted = on && quotedIn(messageOf(interaction));
  const reply = replyOf(interaction, now);
  return {
    id: interaction.id,
    by: visitorOf(interaction),
    locale: 'locale' in interaction ? interaction.locale : 'en-US',
    ...(at && { at }),
    ...(on && { on }),
    ...(quoted !== undefined && { quoted }),
    ...(people && { people }),
    ...(barred && { barred }),
    ...(!(on && answersOnCard) && { reply }),
    ...(isPrivate(messageOf(interaction)) && { panel: reply }),
  };
}
