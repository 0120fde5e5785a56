/** Where who pressed, or the bot, may not write: Discord tells what either may do, with the press. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
import { type APIInteraction, PermissionFlagsBits } from 'discord.js';
import type { Invocation } from '../../platform/chat-platform.ts';

type Acted = Exclude<APIInteraction, { type: 1 }>;
type Barred = NonNullable<Invocation['barred']>;

const toWrite = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
const toPost = toWrite | PermissionFlagsBits.EmbedLinks;
const lacks = (held: string | undefined, needed: bigint): boolean =>
  held !== undefined && (BigInt(held) & needed) !== needed;

interface Named {
  readonly channels?: Readonly<Record<string, { readonly permissions?: string }>>;
}

/** What the bot may do is told of the channel where it was typed alone. In a thread, other rights count. */
export function barredIn(interaction: Acted): Barred | undefined {
  const { guild_id, channel, member, app_permissions } = interaction;
  if (!guild_id) return undefined;
  const named = interaction.data && 'resolved' in interaction.data ? (interaction.data.resolved as Named) : undefined;
  const barred: Record<string, Barred[string]> = {};
  for (const [id, { permissions }] of Object.entries(named?.channels ?? {}))
    if (lacks(permissions, toWrite)) barred[id] = 'presser';
  const isThread = channel && 'thread_metadata' in channel;
  if (channel && !isThread && lacks(member?.permissions, toWrite)) barred[channel.id] = 'presser';
  else if (channel && !isThread && lacks(app_permissions, toPost)) barred[channel.id] = 'bot';
  return Object.keys(barred).length > 0 ? barred : undefined;
}
