/** What people do to messages in the platform's own way, and what of that a library has to know. */
import type { Cop } from '../../domain/cop.ts';
import { messageKey } from '../../domain/document.ts';
import type { WorkspaceKey } from '../../domain/ids.ts';
import { workspaceKey, workspaceOf } from '../../domain/workspace.ts';
import type { Channel, ChatPlatform, Happening, PlatformName } from '../../platform/chat-platform.ts';
import * as cops from '../../store/cops.ts';
import { spaceHere } from '../addresses.ts';
import type { Dispatch } from '../press/dispatch.ts';
import type { Bot } from '../the-bot.ts';
import { atItsPace } from './at-its-pace.ts';
import { cardsDeleted } from './cards-deleted.ts';
import { deletedInSpace } from './cards-gone.ts';
import { compareAll, comparePins } from './compare-pins.ts';
import { eachSpace } from './each-space.ts';
import { lookForMessages } from './look-for-messages.ts';
import { gone, pinned, press, type Tending, unpinned } from './pinned.ts';
import { deletedAtSupport } from './support-cards.ts';
import { unreadPins } from './unread-pins.ts';
import { workspacesOf } from './workspaces-of.ts';

export type Platforms = ReadonlyMap<PlatformName, ChatPlatform>;
export type Tended = Extract<
  Happening,
  { kind: 'pinned' | 'unpinned' | 'pins-unread' | 'message-deleted' | 'shared' | 'returned' }
>;

export interface TendingLibraries {
  (event: Tended): Promise<void>;
  /** The bot may do more there: what it could not read is read now. */
  again(workspace: WorkspaceKey): Promise<void>;
  /** What the platform did not answer on an earlier look. */
  lookAgain(platform: PlatformName): Promise<void>;
}

/** `ending`: the bot is being stopped, and nobody waits any more. */
export function tendingLibraries(
  bot: Bot,
  dispatch: Dispatch,
  platforms: Platforms,
  ending: AbortSignal | undefined,
): TendingLibraries {
  const tending: Tending = { bot, dispatch, platforms };
  const unread = unreadPins(bot);
  const asking = atItsPace(bot, platforms, ending);

  const tend = async (event: Tended): Promise<void> => {
    if (event.kind === 'returned') return catchUp(event);
    const isOfMessage = event.kind === 'pinned' || event.kind === 'shared';
    const cop = await copAt(bot, isOfMessage ? event.message.channel : event.space);
    if (event.kind === 'message-deleted') await cardsDeleted(bot, event.space, event.messages); // in another CoP's space too
    if (!cop && event.kind === 'message-deleted') return deletedAtSupport(bot, event.space, event.messages);
    if (!cop) return; // what else happens elsewhere is nobody's concern
    if (event.kind === 'pinned') await pinned(tending, cop, event.id, event.message, event.by);
    else if (event.kind === 'shared') await press(tending, cop, 'document offer', event.id, event.message, event.by);
    else if (event.kind === 'message-deleted') await deleted(bot, cop, event.messages);
    else if (event.kind === 'pins-unread') await (event.within === undefined ? lookAt(cop) : lookIn(cop, event, true));
    else if (event.message) await unpinned(bot, cop, [messageKey({ channel: event.space, id: event.message })]);
    else await lookIn(cop, event, false);
  };

  const lookAt = (cop: Cop) => unread.unless(cop, 'all', () => compareAll(tending, cop));
  const lookIn = (cop: Cop, { within }: { readonly within?: string }, adding: boolean) =>
    unread.unless(cop, 'a part', () => comparePins(tending, cop, within ?? spaceHere(cop).id, adding));

  async function lookAtUnread(platform: PlatformName, concerns: (workspace: WorkspaceKey) => boolean): Promise<void> {
    for (const cop of await unread.of(concerns))
      if ((await asking(platform, { cop: cop.id }, () => lookAt(cop))) === 'end') return;
  }

  /** Space after space, at the pace that the platform allows. Those that it doesn't come to are left for later. */
  async function catchUp({ platform, workspace: only }: Extract<Tended, { kind: 'returned' }>): Promise<void> {
    let ended = false;
    for (const workspace of await workspacesOf(bot.store.db, platform, only))
      for await (const cop of eachSpace(bot.store.db, workspace))
        if (ended) unread.leave(cop);
        else ended = (await asking(platform, { cop: cop.id }, () => lookAt(cop))) === 'end';
    if (!ended) await lookForMessages(tending, asking, platform, only);
  }

  return Object.assign(tend, {
    again: (workspace: WorkspaceKey) => lookAtUnread(workspaceOf(workspace).platform, one => one === workspace),
    lookAgain: (platform: PlatformName) => lookAtUnread(platform, one => workspaceOf(one).platform === platform),
  });
}

function copAt({ store }: Bot, { platform, workspace, id }: Channel): Promise<Cop | undefined> {
  return cops.bySpace(store.db, workspaceKey({ platform, id: workspace }), id);
}

async function deleted(bot: Bot, cop: Cop, messages: readonly string[]): Promise<void> {
  const messageKeys = messages.map(id => messageKey({ channel: { id: cop.spaceId ?? '' }, id }));
  await gone(bot, cop, { messageKeys });
  await deletedInSpace(bot, cop, cop.spaceId ?? '', messages);
}
