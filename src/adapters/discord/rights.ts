/**
 * What each kind of person may do in a space. Everybody else can't see it. An overwrite may grant only what the bot itself holds,
 * or Discord refuses the whole of it; nobody is ever given MANAGE_ROLES. https://docs.discord.com/developers/topics/permissions
 */
import { type APIOverwrite, PermissionFlagsBits as may, OverwriteType } from 'discord.js';
import type { MembershipRole } from '../../domain/membership.ts';

/** Members pin: that is how the library grows. */
export const memberRights = may.ViewChannel | may.SendMessages | may.ReadMessageHistory | may.PinMessages;
export const facilitatorRights = may.ManageMessages | may.ManageThreads | may.ManageChannels;
export const botRights =
  memberRights |
  facilitatorRights |
  may.EmbedLinks |
  may.AttachFiles |
  may.CreatePublicThreads |
  may.CreatePrivateThreads |
  may.SendMessagesInThreads;

export const held = (wanted: bigint, mine: bigint): bigint =>
  (mine & may.Administrator) === may.Administrator ? wanted : wanted & mine;

/** What of it can't be handed on, as it is kept. */
export function lackingOf(wanted: bigint, mine: bigint): string | undefined {
  const lacking = wanted & ~held(wanted, mine);
  return lacking === 0n ? undefined : String(lacking);
}

/** What somebody's own overwrite says. */
export interface Overwrite {
  readonly allow: bigint;
  readonly deny: bigint;
}

export const isIn = (overwrite: Overwrite | undefined): boolean =>
  overwrite !== undefined && (overwrite.allow & may.ViewChannel) === may.ViewChannel;

export const granting = (before: Overwrite | undefined, rights: bigint): Overwrite => ({
  allow: (before?.allow ?? 0n) | rights,
  deny: (before?.deny ?? 0n) & ~rights,
});
export const withdrawing = (before: Overwrite, rights: bigint): Overwrite => ({
  allow: before.allow & ~rights,
  deny: before.deny,
});
export const alike = (a: Overwrite | undefined, b: Overwrite): boolean => a?.allow === b.allow && a.deny === b.deny;

/** What the bot can hand on by now and could not before: its own overwrite in a space that it made has what it held. Nothing that somebody denied it there. */
export const newlyHeld = (own: Overwrite | undefined, mine: bigint): bigint =>
  own && isIn(own) && (own.allow & may.ManageChannels) !== 0n // let in by hand, it has no more than a glance
    ? held(memberRights | facilitatorRights, mine) & ~own.allow & ~own.deny
    : 0n;

/** As whom somebody is to be given what is newly held. Who was given less by hand, or lost some of the rest, keeps what they have. */
export function owedAs({ allow, deny }: Overwrite, mine: bigint, fresh: bigint): readonly MembershipRole[] {
  const lacks = (rights: bigint, said: bigint) =>
    (rights & fresh & ~said) !== 0n && (held(rights, mine) & ~fresh & ~said) === 0n;
  const tending = memberRights | facilitatorRights;
  return [
    ...(lacks(memberRights, allow | deny) ? (['member'] as const) : []),
    ...(lacks(tending, allow) && (deny & tending) === 0n ? (['facilitator'] as const) : []),
  ];
}

/** Of a new space: closed to all, open to the bot first, for else it has locked itself out. A guild's id is also that of @everyone. */
export function overwritesOfSpace(
  guild: string,
  bot: string,
  mine: bigint,
  { facilitators, members }: { readonly facilitators: readonly string[]; readonly members: readonly string[] },
): APIOverwrite[] {
  const forOne = (id: string, rights: bigint): APIOverwrite => ({
    id,
    type: OverwriteType.Member,
    allow: String(held(rights, mine)),
    deny: '0',
  });
  return [
    { id: guild, type: OverwriteType.Role, allow: '0', deny: String(may.ViewChannel) },
    forOne(bot, botRights),
    ...facilitators.map(id => forOne(id, memberRights | facilitatorRights)),
    ...members.map(id => forOne(id, memberRights)),
  ];
}
