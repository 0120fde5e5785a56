/** A space that is closed: read by its members, written in by nobody, and out of the way in a category of its own. */
import { type APIOverwrite, type APITextChannel, OverwriteType, Routes } from 'discord.js';
import type { Channel, ChatPlatform } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { type Categories, categories, closedTitle } from './categories.ts';
import { limits } from './limits.ts';
import { closing, type Here, opening } from './quiet.ts';
import type { Reach } from './reach.ts';
import { facilitatorRights, lackingOf, memberRights } from './rights.ts';

type Perform = Pick<ChatPlatform['perform'], 'archive-space' | 'reopen-space'>;

export function archiving(reach: Reach): Perform {
  const { client } = reach.guilds;
  const closed = categories(client, reach.calls, closedTitle);
  const open = categories(client, reach.calls);
  return {
    async 'archive-space'({ space, how }) {
      try {
        if (how === 'deleted') await reach.calls.ask('DELETE', Routes.channel(space.id));
        else await changed(reach, closed, space, closing);
      } catch (error) {
        if (!(error instanceof PlatformError && error.kind === 'gone' && error.whose === 'place')) throw error;
      }
    },
    async 'reopen-space'({ space, facilitators }) {
      const tending = new Set(facilitators.map(one => one.id));
      await changed(reach, open, space, (before, here) => opening(before, here, tending));
      return lackingOf(memberRights | facilitatorRights, reach.guilds.rightsIn(space.workspace));
    },
  };
}

type Rewriting = (before: readonly APIOverwrite[], here: Here) => APIOverwrite[];

/**
 * In one call with its way to another category, where Discord takes all at once: not of very many, nor perhaps where one of them has left
 * meanwhile. Then each by a call of its own. What people may do counts more than where the space stands: where there is no category for
 * it, it stays where it is.
 */
async function changed(reach: Reach, places: Categories, space: Channel, rewrite: Rewriting): Promise<void> {
  const { calls } = reach;
  const channel = Routes.channel(space.id);
  const { permission_overwrites: before = [], parent_id: parent } = await calls.ask<APITextChannel>('GET', channel);
  const after = rewrite(before, hereIn(reach, space.workspace));
  const others = after.filter(one => {
    const was = before.find(other => other.id === one.id);
    return one.allow !== (was?.allow ?? '0') || one.deny !== (was?.deny ?? '0');
  });
  const isThere = places.has(space.workspace, parent);
  const set = (body: object): Promise<unknown> => calls.ask('PATCH', channel, { body });
  const moves = (rights: object): Promise<unknown> =>
    places.under(space.workspace, parent_id => set({ parent_id, ...rights }));
  const rights = { permission_overwrites: after };
  const isTogether = others.length > 0 && after.length <= limits.channel.overwrites;
  const together = async (): Promise<PlatformError | undefined> => {
    const error = isThere ? undefined : await moves(rights).then(nothingWrong, unlessRefused);
    if (isThere || (error && !isNobodys(error))) return set(rights).then(nothingWrong, unlessNobodys);
    return error;
  };
  if (isTogether && !(await together())) return;
  for (const { id, ...body } of others)
    await calls.ask('PUT', Routes.channelPermission(space.id, id), { body }).catch(unlessNobodys);
  if (!isThere) await moves({}).catch(unlessRefused);
}

const nothingWrong = () => undefined;

/** Theirs who have left, or of a role that was deleted: nobody writes by it. */
const nobodys = new Set(['10007', '10009', '10011', '10013']);
const isNobodys = (error: unknown): error is PlatformError => error instanceof PlatformError && nobodys.has(error.code);
function unlessNobodys(error: unknown): PlatformError {
  if (isNobodys(error)) return error;
  throw error;
}

/** Of its category: as many channels as there may be, a right that lacks in the whole server, a name that is refused. */
function unlessRefused(error: unknown): PlatformError {
  if (isNobodys(error)) return error;
  if (error instanceof PlatformError && (error.kind === 'forbidden' || error.kind === 'invalid')) return error;
  throw error;
}

const hereIn = ({ guilds }: Reach, workspace: string): Here => ({
  everybody: workspace,
  bot: guilds.bot,
  note: guilds.ownRole(workspace),
  mine: guilds.rightsIn(workspace),
  isLeft: one => one.id === guilds.bot || (one.type === OverwriteType.Role && guilds.isOfBot(one)),
});
