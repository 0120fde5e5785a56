/**
 * Whenever the bot comes back, and every hour, each space is held against the platform: is it there, and who is in it. What differs
 * becomes true in the store, by the same functions as when the platform tells of it at once.
 */
import type { Cop } from '../../domain/cop.ts';
import type { Settings } from '../../domain/settings.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import type { PlatformName } from '../../platform/chat-platform.ts';
import * as cops from '../../store/cops.ts';
import * as settings from '../../store/settings.ts';
import { spaceHere } from '../addresses.ts';
import type { Bot } from '../the-bot.ts';
import { atItsPace } from './at-its-pace.ts';
import { chosenChannels } from './chosen-channels.ts';
import { comparingMembers } from './members.ts';
import { livesOn } from './open-again.ts';
import { holdingPresence } from './stands.ts';
import { comparingSupport } from './support.ts';
import type { Platforms } from './tend-libraries.ts';

export type Since = 'an absence' | 'an hour';

/** Lists of members asked for in an hour, whose spaces were looked at longest ago; after an absence, all. */
const listsAnHour = 500;

export function lookingAfter(
  bot: Bot,
  platforms: Platforms,
  ending: AbortSignal | undefined,
): (platform: PlatformName, since: Since) => Promise<void> {
  const { db } = bot.store;
  const asking = atItsPace(bot, platforms, ending);
  const compareMembers = comparingMembers(bot, platforms);
  const stands = holdingPresence(bot);
  const compareSupport = comparingSupport(bot, platforms, asking);
  const channels = chosenChannels(bot);
  const lookedAt = new Map<string, number>();

  return async (name, since) => {
    const open = Map.groupBy(await cops.withSpaceOn(db, name), cop => cop.workspace);
    const closedBy = await cops.closedOn(db, name);
    const chosenIn = new Map((await settings.withChannelsOn(db, name)).map(one => [one.workspace, one]));
    const there: Cop[] = [];
    for (const workspace of new Set([...open.keys(), ...closedBy.keys()])) {
      const [here, closed] = [open.get(workspace) ?? [], closedBy.get(workspace) ?? []];
      const chosen = chosenIn.get(workspace);
      const which = [...here.map(cop => spaceHere(cop).id), ...channelsOf(chosen)];
      const platform = platforms.get(name);
      const place = { platform: name, id: workspaceOf(workspace).id };
      const heard = await asking(name, { workspace }, async () => platform?.spaces(place, which, closed));
      if (heard === 'end') return;
      const presences = heard === 'no' ? undefined : heard.said;
      if (chosen) await channels.stand(chosen, presences);
      for (const id of closed)
        if (presences?.get(id)?.state === 'there') await livesOn(bot, { platform: name, workspace: place.id, id });
      for (const cop of here) if (await stands(cop, presences?.get(spaceHere(cop).id))) there.push(cop);
    }
    await compareSupport(name);
    const longestAgo = [...there].sort((a, b) => (lookedAt.get(a.id) ?? 0) - (lookedAt.get(b.id) ?? 0));
    for (const cop of since === 'an hour' ? longestAgo.slice(0, listsAnHour) : longestAgo) {
      if ((await asking(name, { cop: cop.id }, () => compareMembers(cop))) === 'end') return;
      lookedAt.set(cop.id, bot.clock.now());
    }
  };
}

/** Looked at with the spaces. */
const channelsOf = (chosen: Settings | undefined): readonly string[] =>
  [chosen?.supportChannel, chosen?.forumChannel].filter(id => id !== undefined);
