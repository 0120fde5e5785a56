/** Who may see a space, and who may tend it: one overwrite a person. https://docs.discord.com/developers/resources/channel#edit-channel-permissions */
import { OverwriteType, Routes } from 'discord.js';
import type { Account, Channel, ChatPlatform } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Reach } from './reach.ts';
import { alike, facilitatorRights, granting, held, isIn, memberRights, type Overwrite, withdrawing } from './rights.ts';

type InAccess =
  | 'admit'
  | 'remove'
  | 'make-facilitator'
  | 'unmake-facilitator'
  | 'give-server-role'
  | 'take-server-role';

export function access(reach: Reach): Pick<ChatPlatform['perform'], InAccess> {
  return {
    async admit({ space, who }) {
      for (const one of who) await grant(reach, space, one, memberRights);
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
    'make-facilitator': ({ space, who }) => grant(reach, space, who, memberRights | facilitatorRights),
    async 'unmake-facilitator'({ space, who }) {
      const before = await reach.guilds.overwriteOf(space, who.id);
      if (!before || !isIn(before)) return;
      const next = withdrawing(before, facilitatorRights);
      if (!alike(before, next)) await overwrite(reach, space, who.id, next);
    },
  };
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
    throw error;
  }
}
