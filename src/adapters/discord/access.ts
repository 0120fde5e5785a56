/** Who may see a space, and who may tend it: one overwrite a person. https://docs.discord.com/developers/resources/channel#edit-channel-permissions */
import { type APITextChannel, PermissionFlagsBits as may, OverwriteType, Routes } from 'discord.js';
import type { Account, Channel, ChatPlatform } from '../../platform/chat-platform.ts';
import { isOfWhoLeft, PlatformError } from '../../platform/platform-error.ts';
import { cachedIn } from './presence.ts';
import type { Reach } from './reach.ts';
import {
  alike,
  botRights,
  facilitatorRights,
  granting,
  held,
  isIn,
  lackingOf,
  memberRights,
  newlyHeld,
  type Overwrite,
  owedAs,
  withdrawing,
} from './rights.ts';

type InAccess =
  | 'close-space'
  | 'admit'
  | 'remove'
  | 'make-member'
  | 'make-facilitator'
  | 'unmake-facilitator'
  | 'give-server-role'
  | 'take-server-role';

export function access(reach: Reach): Pick<ChatPlatform['perform'], InAccess> {
  return {
    'close-space': ({ space }) => closeSpace(reach, space),
    async admit({ space, who }) {
      let gone: PlatformError | undefined;
      for (const one of who) gone = (await goneOr(letIn(reach, space, one))) ?? gone;
      if (gone) throw gone; // the others are in by now
      return lackingOf(memberRights, reach.guilds.rightsIn(space.workspace));
    },
    async remove({ space, who }) {
      for (const one of who)
        await overwrite(reach, space, one.id, undefined).catch((error: unknown) => {
          if (!(error instanceof PlatformError && error.kind === 'gone')) throw error;
        });
    },
    async 'give-server-role'({ who, role }) {
      await reach.calls.ask('PUT', Routes.guildMemberRole(who.workspace, who.id, role));
    },
    async 'take-server-role'({ who, role }) {
      await reach.calls.ask('DELETE', Routes.guildMemberRole(who.workspace, who.id, role));
    },
    async 'make-member'({ space, who }) {
      await makeMember(reach, space, who);
      await noteHeld(reach, space);
      return lackingOf(memberRights, reach.guilds.rightsIn(space.workspace));
    },
    async 'make-facilitator'({ space, who }) {
      await grant(reach, space, who, memberRights | facilitatorRights);
      await noteHeld(reach, space);
      return lackingOf(memberRights | facilitatorRights, reach.guilds.rightsIn(space.workspace));
    },
    async 'unmake-facilitator'({ space, who }) {
      const before = await reach.guilds.overwriteOf(space, who.id);
      if (!before || !isIn(before)) return;
      const next = withdrawing(before, facilitatorRights);
      if (!alike(before, next)) await overwrite(reach, space, who.id, next);
    },
  };
}

/** Discord may take what is given to somebody who has left the server, and nobody would ever say so. Of who is in already nothing is asked. github.com/discord/discord-api-docs/issues/2856 */
async function letIn(reach: Reach, space: Channel, who: Account): Promise<void> {
  if (!isIn(await reach.guilds.overwriteOf(space, who.id)))
    await reach.calls.ask('GET', Routes.guildMember(who.workspace, who.id));
  await grant(reach, space, who, memberRights);
}

/** Discord's own way lets somebody see a channel, and no more. */
async function makeMember(reach: Reach, space: Channel, { id }: Account): Promise<void> {
  const before = await reach.guilds.overwriteOf(space, id);
  if (!before || !isIn(before)) return;
  const next = granting(before, held(memberRights, reach.guilds.rightsIn(space.workspace)) & ~before.deny);
  if (!alike(before, next)) await overwrite(reach, space, id, next);
}

/** Once nobody is owed what the bot could not hand on before, its own overwrite says that it can: whoever lacks it from then on lost it by hand. */
async function noteHeld(reach: Reach, space: Channel): Promise<void> {
  const { guilds, echoes } = reach;
  const mine = guilds.rightsIn(space.workspace);
  const fresh = newlyHeld(await guilds.overwriteOf(space, guilds.bot), mine);
  const channel = guilds.channelsOf(space.workspace)?.get(space.id);
  if (fresh === 0n || !channel || !('permissionOverwrites' in channel)) return;
  const isOwed = (one: Overwrite): boolean => {
    const as = (one.allow & may.ManageChannels) === may.ManageChannels ? 'facilitator' : 'member';
    return owedAs(one, mine, fresh).includes(as);
  };
  const others = cachedIn(channel).filter(one => one.id !== guilds.bot && !echoes.pending(space.id, one.id));
  if (!others.some(isOwed)) await grant(reach, space, { ...space, id: guilds.bot }, fresh);
}

/** The bot first: with what it holds only as one of everybody it would lock itself out. */
async function closeSpace(reach: Reach, space: Channel): Promise<void> {
  const { calls, guilds } = reach;
  const fresh = newlyHeld(await guilds.overwriteOf(space, guilds.bot), guilds.rightsIn(space.workspace));
  await grant(reach, space, { ...space, id: guilds.bot }, botRights & ~fresh);
  const { permission_overwrites: now = [] } = await calls.ask<APITextChannel>('GET', Routes.channel(space.id));
  const everybody = now.find(one => one.id === space.workspace);
  const open = now.filter(
    one => one.type === OverwriteType.Role && (BigInt(one.allow) & may.ViewChannel) !== 0n && !guilds.isOfBot(one),
  );
  const { allow = '0', deny = '0' } = everybody ?? {};
  for (const one of open.filter(other => other !== everybody)) {
    const body = { type: one.type, allow: String(BigInt(one.allow) & ~may.ViewChannel), deny: one.deny };
    await calls.ask('PUT', Routes.channelPermission(space.id, one.id), { body });
  }
  if ((BigInt(deny) & may.ViewChannel) !== 0n) return;
  const closed = { allow: String(BigInt(allow) & ~may.ViewChannel), deny: String(BigInt(deny) | may.ViewChannel) };
  const body = { type: OverwriteType.Role, ...closed };
  await calls.ask('PUT', Routes.channelPermission(space.id, space.workspace), { body });
}

/** That somebody has left the server; nothing, where it was done. */
export async function goneOr(granting: Promise<void>): Promise<PlatformError | undefined> {
  try {
    await granting;
    return undefined;
  } catch (error) {
    if (isOfWhoLeft(error)) return error;
    throw error;
  }
}

/** Adds to what somebody may do; no call where they may already. */
export async function grant(reach: Reach, space: Channel, { id }: Account, wanted: bigint): Promise<void> {
  const before = await reach.guilds.overwriteOf(space, id);
  const next = granting(before, held(wanted, reach.guilds.rightsIn(space.workspace)));
  if (!alike(before, next)) await overwrite(reach, space, id, next);
}

async function overwrite(
  { calls, echoes }: Reach,
  space: Channel,
  person: string,
  next: Overwrite | undefined,
): Promise<void> {
  const route = Routes.channelPermission(space.id, person);
  echoes.expect(space.id, person);
  try {
    if (!next) return void (await calls.ask('DELETE', route));
    const body = { type: OverwriteType.Member, allow: String(next.allow), deny: String(next.deny) };
    await calls.ask('PUT', route, { body });
  } catch (error) {
    if (!(error instanceof PlatformError && error.kind === 'unknown-outcome')) echoes.unexpect(space.id, person);
    throw ofWhoIsNot(error);
  }
}

/** That there is no such overwrite, Discord was seen to say of whoever has left the server and is to be given one. github.com/Cog-Creators/Red-DiscordBot/pull/3627 */
export const ofWhoIsNot = (error: unknown): unknown =>
  error instanceof PlatformError && error.code === '10009' ? error.told({ whose: 'person' }) : error;
