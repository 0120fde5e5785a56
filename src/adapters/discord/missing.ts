/**
 * Discord says no with one code for many reasons. What really lacks is reckoned from what the bot may do: in the whole server, in the
 * one channel, or by its role's place in the list. https://docs.discord.com/developers/topics/permissions
 */
import { type Guild, PermissionFlagsBits as may, PermissionsBitField } from 'discord.js';
import { higherRole, noView, timedOut } from '../../domain/trouble.ts';
import type { EffectKind } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { addAgain } from './codes.ts';
import type { Reach } from './reach.ts';

const speaking = may.ViewChannel | may.SendMessages | may.ReadMessageHistory | may.EmbedLinks;
const pinning = may.ViewChannel | may.ReadMessageHistory | may.PinMessages;
const granting = may.ViewChannel | may.ManageRoles;
/** To be granted, they have to be held: so what a space's people get is asked for too. */
const opening = may.ManageChannels | granting | speaking | may.PinMessages | may.ManageMessages | may.ManageThreads;

const needs: Readonly<Record<EffectKind | 'pins', bigint>> = {
  pins: may.ViewChannel | may.ReadMessageHistory,
  'open-space': opening,
  'describe-space': may.ViewChannel | may.ManageChannels,
  'rename-space': may.ViewChannel | may.ManageChannels,
  'close-space': granting,
  'archive-space': granting | may.ManageChannels,
  'reopen-space': granting | may.ManageChannels,
  admit: granting,
  remove: granting,
  'make-member': granting,
  'make-facilitator': granting | may.ManageMessages | may.ManageThreads | may.ManageChannels,
  'unmake-facilitator': granting,
  'give-server-role': may.ManageRoles,
  'take-server-role': may.ManageRoles,
  post: speaking,
  'send-file': speaking | may.AttachFiles,
  revise: may.ViewChannel | may.EmbedLinks,
  'open-thread': may.ViewChannel | may.CreatePublicThreads | may.SendMessagesInThreads,
  pin: pinning,
  unpin: pinning,
  whisper: 0n,
  answer: 0n,
  'show-home': 0n,
};

export const effectKinds = Object.keys(needs).filter((kind): kind is EffectKind => kind !== 'pins');

/** As much of an effect as says where it was to be done. */
interface Meant {
  readonly workspace?: { readonly id: string };
  readonly to?:
    | { readonly id: string; readonly workspace: string }
    | { readonly person: { readonly workspace: string } }
    | { readonly below: { readonly channel: { readonly id: string; readonly workspace: string } } };
  readonly space?: { readonly id: string; readonly workspace: string };
  readonly message?: { readonly channel: { readonly id: string; readonly workspace: string } };
  readonly who?: { readonly workspace: string } | readonly unknown[];
}

/** What was the bot's own trouble, and of what it was in want. */
export function inView({ guilds }: Reach, kind: keyof typeof needs, error: PlatformError, meant: Meant): PlatformError {
  const { space, message, to, who, workspace } = meant;
  const direct = to && 'person' in to ? to.person : undefined;
  const channel = space ?? (to && 'below' in to ? to.below : message)?.channel ?? (to && 'id' in to ? to : undefined);
  const one = who && 'workspace' in who ? who : undefined;
  const home = workspace?.id ?? (channel ?? direct ?? one)?.workspace;
  if (home === undefined || !isRefusal(error)) return error;
  const guild = guilds.client.guilds.cache.get(home);
  if (!guild) return error.told({ kind: 'forbidden', whose: 'bot', remedy: addAgain });
  if (error.whose !== 'bot' || direct || error.remedy) return error; // what helps is known already
  const { needed, place } = lacking(guild, needs[kind], channel?.id);
  if (needed.length === 0 && isInTimeout(guild)) return error.told({ needed: timedOut, remedy: endTimeout });
  if (needed.length === 0 && isOfRole(kind)) return error.told({ needed: higherRole, remedy: raise });
  const names = needed.length > 0 ? needed.join(',') : undefined;
  return error.told({ needed: names, place, remedy: remedyFor(needed, place) });
}

/** Where Discord wouldn't say no, but answer with nothing: what is pinned, for who may not read what was said. */
export function mustReadPins(
  { guilds }: Reach,
  { workspace, id }: { readonly workspace: string; readonly id: string },
): void {
  const guild = guilds.client.guilds.cache.get(workspace);
  if (!guild?.channels.cache.has(id)) return;
  const { needed, place } = lacking(guild, needs.pins, id);
  if (needed.length === 0) return;
  const remedy = remedyFor(needed, place);
  throw new PlatformError('forbidden', '50013', { whose: 'bot', needed: needed.join(','), place, remedy });
}

const isRefusal = ({ kind }: PlatformError): boolean => kind === 'forbidden' || kind === 'gone';
const isOfRole = (kind: keyof typeof needs): boolean => kind === 'give-server-role' || kind === 'take-server-role';

/** discord.js reckons with it nowhere. https://docs.discord.com/developers/topics/permissions#permissions-for-timed-out-members */
const isInTimeout = ({ members: { me } }: Guild): boolean =>
  me?.isCommunicationDisabled() === true && !me.permissions.has(may.Administrator);

/** In the whole server, if it lacks there; else in the channel alone. */
function lacking(guild: Guild, wanted: bigint, channel: string | undefined) {
  const mine = guild.members.me;
  if (!mine) return { needed: [], place: channel };
  const everywhere = missingIn(mine.permissions.bitfield, wanted);
  if (everywhere.length > 0) return { needed: everywhere, place: undefined };
  const place = channel === undefined ? undefined : guild.channels.cache.get(channel);
  if (!place) return { needed: [], place: channel };
  const here = place.permissionsFor(mine).bitfield;
  if ((here & may.ViewChannel) === 0n) return { needed: [noView], place: channel };
  return { needed: missingIn(here, wanted), place: channel };
}

function missingIn(held: bigint, wanted: bigint): readonly string[] {
  if ((held & may.Administrator) !== 0n) return [];
  return new PermissionsBitField(wanted & ~held).toArray();
}

const endTimeout = 'the bot is in a timeout in that server: a moderator there can remove it, else it ends by itself';
const raise = "drag the bot's role above the other in the server's settings, under Roles";

function remedyFor(needed: readonly string[], place: string | undefined): string {
  const which =
    needed.length > 0 ? `give the bot ${needed.join(', ')}` : 'give the bot the permissions of its invitation link';
  return place === undefined
    ? `${which}, in the server's settings under Roles`
    : `${which}, in the settings of channel ${place}`;
}
