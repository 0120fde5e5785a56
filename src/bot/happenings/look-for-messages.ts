/**
 * What a library holds of messages that are pinned nowhere: no list of the platform's tells, after an absence, whether they still stand, so
 * each is a question. So many of each library, so many in all; which ones, and where it begins, goes by the day.
 */
import type { Cop } from '../../domain/cop.ts';
import { dayMs } from '../../domain/document.ts';
import type { PlatformName } from '../../platform/chat-platform.ts';
import { type StandingDocument, unpinned } from '../../store/unpinned.ts';
import { spaceHere } from '../addresses.ts';
import type { AtItsPace } from './at-its-pace.ts';
import { eachSpace } from './each-space.ts';
import { gone, type Tending } from './pinned.ts';
import { workspacesOf } from './workspaces-of.ts';

const most = { ofOne: 10, inAll: 500 } as const;

export async function lookForMessages(
  tending: Tending,
  asking: AtItsPace,
  name: PlatformName,
  only?: string,
): Promise<void> {
  const { bot } = tending;
  const { db } = bot.store;
  const all: Cop[] = [];
  for (const workspace of await workspacesOf(db, name, only))
    for await (const cop of eachSpace(db, workspace)) all.push(cop);
  let left: number = most.inAll;
  for (const [cop, turn] of inTurn(all, Math.floor(bot.clock.now() / dayMs))) {
    if (left <= 0) return;
    const space = spaceHere(cop).id;
    const page = { space, most: Math.min(most.ofOne, left), turn };
    const standing = await unpinned(db, cop.networkId, cop.id, page);
    left -= standing.length;
    if ((await lookIn(tending, asking, cop, standing)) === 'end') return;
  }
}

/** On each day as many as there are questions for, each with how often its turn has come: the next part of its library is asked after then. */
export function inTurn<T>(all: readonly T[], day: number): readonly (readonly [T, number])[] {
  const aDay = most.inAll / most.ofOne;
  const begun = day * aDay;
  const first = all.length && begun % all.length;
  return [...all.slice(first), ...all.slice(0, first)].map((one, n) => [
    one,
    Math.floor((begun + n) / Math.max(all.length, aDay)),
  ]);
}

async function lookIn(
  { bot, platforms }: Tending,
  asking: AtItsPace,
  cop: Cop,
  standing: readonly StandingDocument[],
): Promise<'end' | undefined> {
  const space = spaceHere(cop);
  const shut = new Set<string>();
  for (const { messageKey, place } of standing) {
    if (shut.has(place)) continue;
    const message = { channel: { ...space, id: place }, id: messageKey.slice(space.id.length + 1) };
    const heard = await asking(space.platform, { cop: cop.id }, async () =>
      platforms.get(space.platform)?.isThere(message),
    );
    if (heard === 'end') return 'end';
    if (heard === 'no' && place === space.id) return undefined; // what can't be asked of one can't be asked of the others
    if (heard === 'no')
      shut.add(place); // a thread that the bot may not see
    else if (heard.said === false) await gone(bot, cop, { messageKeys: [messageKey] });
  }
  return undefined;
}
