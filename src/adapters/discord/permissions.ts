/** The permissions that the invitation link asks for, and what goes without each: a server that the bot came to before one was added hasn't given it. */
import { type Guild, PermissionFlagsBits as may, type PermissionsString } from 'discord.js';
import type { Log } from '../../platform/log.ts';

export const costs = {
  ViewChannel: 'no channel can be seen',
  SendMessages: 'no message and no card can be posted',
  ReadMessageHistory: 'a message may be posted twice after a broken connection',
  EmbedLinks: 'no card with a guide can be posted',
  AttachFiles: 'files and whole guides can not be posted',
  ManageChannels: 'no private channel can be made or described',
  ManageRoles: 'nobody can be let into a space, or given a server role',
  ManageMessages: 'facilitators can not be given it in their own space',
  ManageThreads: 'facilitators can not be given it in their own space',
  PinMessages: 'nothing can be pinned, and members can not be let pin',
  CreatePublicThreads: 'the whole text of a guide has no thread below its card',
  CreatePrivateThreads: 'facilitators who take no direct messages are not reached',
  SendMessagesInThreads: 'facilitators who take no direct messages are not reached',
} as const satisfies { readonly [P in PermissionsString]?: string };

/** In the whole server; what is missing in one channel shows when something is to be done there. */
export function sayMissingPermissions(log: Log, { id: server, name, members: { me } }: Guild): void {
  const mine = me?.permissions.bitfield;
  if (mine === undefined || (mine & may.Administrator) !== 0n) return;
  const remedy = "open the bot's invitation link (README) again, for this server";
  for (const [permission, costing] of Object.entries(costs))
    if ((mine & may[permission as keyof typeof costs]) === 0n)
      log.warn({ server, name, permission, costs: costing, remedy }, 'the bot lacks a permission in a Discord server');
}
