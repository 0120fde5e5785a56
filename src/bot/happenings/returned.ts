/**
 * Whenever the bot comes back, and every hour, each space is held against the platform: is it there, and who is in it. What differs
 * becomes true in the store, by the same functions as when the platform tells of it at once.
 */
import type { Settings } from '../../domain/settings.ts';
import { workspaceKey, workspaceOf } from '../../domain/workspace.ts';
import type { Channel, PlatformName, Presence, Workspace } from '../../platform/chat-platform.ts';
import * as closings from '../../store/closings.ts';
import * as settings from '../../store/settings.ts';
import * as spaces from '../../store/spaces.ts';
import { spaceHere } from '../addresses.ts';
import { takeBackAll } from '../press/own-invites.ts';
import type { Bot } from '../the-bot.ts';
import { otherIdsFound } from './another-id.ts';
import { atItsPace } from './at-its-pace.ts';
import { chosenChannels } from './chosen-channels.ts';
import { eachSpace } from './each-space.ts';
import { isOfTheStore } from './in-order.ts';
import { lookingForGone } from './left-workspace.ts';
import { listsAnHour, lookingAtMembers, type There } from './look-at-members.ts';
import { closedFound } from './open-again.ts';
import { holdingPresence } from './stands.ts';
import { comparingSupport } from './support.ts';
import { lookForConversationCards } from './support-cards.ts';
import type { Platforms } from './tend-libraries.ts';
import { hearingOfUntold } from './untold.ts';
import { workspacesOf } from './workspaces-of.ts';

export type Since = 'an absence' | 'an hour';

export interface LooksAfter {
  /** At one workspace of it alone, if one is named. */
  (platform: PlatformName, since: Since, only?: string): Promise<void>;
  /** Something happened in it: its turn comes sooner. */
  happenedIn(space: Channel): void;
}

export function lookingAfter(bot: Bot, platforms: Platforms, ending: AbortSignal | undefined): LooksAfter {
  const { db } = bot.store;
  const asking = atItsPace(bot, platforms, ending);
  const members = lookingAtMembers(bot, platforms, asking);
  const stands = holdingPresence(bot);
  const lookForGone = lookingForGone(bot, platforms, asking);
  const compareSupport = comparingSupport(bot, platforms, asking);
  const channels = chosenChannels(bot);
  const untold = hearingOfUntold(bot);

  /** What is wrong with one doesn't end the look at the others. */
  async function apart<T>(what: object, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (isOfTheStore(error)) throw error;
      bot.log.error({ err: error, ...what }, 'a space could not be looked at');
      return undefined;
    }
  }

  const lookForCards = (chosen: Settings, channel: string) =>
    apart({ workspace: chosen.workspace }, () => lookForConversationCards(bot, chosen, channel));

  const look = async (name: PlatformName, since: Since, only?: string): Promise<void> => {
    const chosenOn = async () => new Map((await settings.withChannelsOn(db, name)).map(one => [one.workspace, one]));
    let chosenIn = await chosenOn();
    const there: There = { open: [], closed: [] };
    for (const workspace of await workspacesOf(db, name, only)) {
      const spacesHere: string[] = [];
      for await (const cop of eachSpace(db, workspace)) spacesHere.push(spaceHere(cop).id);
      const closed = await spaces.closedIn(db, workspace);
      const quiet = closed.map(one => one.space);
      if (spacesHere.length + closed.length === 0) continue;
      const which = [...spacesHere, ...channelsOf(chosenIn.get(workspace))];
      const platform = platforms.get(name);
      const place = { platform: name, id: workspaceOf(workspace).id };
      const asked = bot.clock.now();
      const heard = await asking(name, { workspace }, async () => platform?.spaces(place, which, quiet));
      if (heard === 'end') return;
      const presences = heard === 'no' ? undefined : heard.said;
      const others = presences && (await apart({ workspace }, () => otherIdsFound(bot, place, presences)));
      if (others) chosenIn = await chosenOn();
      const chosen = chosenIn.get(workspace);
      if (chosen) await apart({ workspace }, () => channels.stand(chosen, presences));
      if (chosen?.supportChannel && since === 'an absence') await lookForCards(chosen, chosen.supportChannel);
      if (presences) await lookAtClosed(bot, apart, place, quiet, presences, asked);
      there.closed.push(...closed.filter(({ space }) => presences?.get(space)?.state === 'there'));
      for await (const cop of eachSpace(db, workspace)) {
        const { id } = spaceHere(cop);
        const found = await apart({ cop: cop.id }, () => stands(cop, presences?.get(id), asked));
        if (found && since === 'an hour') untold(cop, found);
        if (found?.isThere) there.open.push({ networkId: cop.networkId, id: cop.id, space: id });
      }
    }
    await compareSupport.all(name, only);
    await apart({ platform: name }, () => takeBackAll(bot, platforms, name));
    await members.in(name, there, since === 'an hour' ? listsAnHour : undefined);
    await apart({ platform: name }, () => lookForGone(name, only));
  };
  return Object.assign(look, { happenedIn: members.happenedIn });
}

type Apart = (what: object, work: () => Promise<void>) => Promise<unknown>;

async function lookAtClosed(
  bot: Bot,
  apart: Apart,
  { platform, id: workspace }: Workspace,
  closed: readonly string[],
  presences: ReadonlyMap<string, Presence>,
  asked: number,
): Promise<void> {
  const left = await closings.leftIn(bot.store.db, workspaceKey({ platform, id: workspace }));
  for (const id of closed)
    await apart({ space: id }, () =>
      closedFound(bot, { platform, workspace, id }, presences.get(id), left.get(id), asked),
    );
}

/** Looked at with the spaces. */
const channelsOf = (chosen: Settings | undefined): readonly string[] =>
  [chosen?.supportChannel, chosen?.forumChannel].filter(id => id !== undefined);
