/** Where who pressed, or the bot, may not write: Discord tells what either may do, with the press. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
import { type APIInteraction, PermissionFlagsBits } from 'discord.js';
import type { Invocation } from '../../platform/chat-platform.ts';

type Acted = Exclude<APIInteraction, { type: 1 }>;
type Barred = NonNullable<Invocation['barred']>;

/** A card of components embeds nothing: it takes no Embed Links. github.com/discord/discord-api-docs/issues/8462 */
const toWrite = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
const lacks = (held: string | undefined, needed: bigint): boolean =>
  held !== undefined && (BigInt(held) & needed) !== needed;

interface Named {
  /** `app_permissions`: since July 2026. github.com/discord/discord-api-docs/pull/8443 */
  readonly channels?: Readonly<Record<string, { readonly permissions?: string; readonly app_permissions?: string }>>;
}

/** Of the channel where it was typed, and of those that were chosen. In a thread, other rights count. */
export function barredIn(interaction: Acted): Barred | undefined {
  const { guild_id, channel, member, app_permissions } = interaction;
  if (!guild_id) return undefined;
  const named = interaction.data && 'resolved' in interaction.data ? (interaction.data.resolved as Named) : undefined;
  const barred: Record<string, Barred[string]> = {};
  const bar = (id: string, presser: string | undefined, bot: string | undefined) => {
    if (lacks(presser, toWrite)) barred[id] = 'presser';
    else if (lacks(bot, toWrite)) barred[id] = 'bot';
  };
  for (const [id, one] of Object.entries(named?.channels ?? {})) bar(id, one.permissions, one.app_permissions);
  const isThread = channel && 'thread_metadata' in channel;
  if (channel && !isThread) bar(channel.id, member?.permissions, app_permissions);
  return Object.keys(barred).length > 0 ? barred : undefined;
}
