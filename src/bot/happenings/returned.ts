/**
 * Whenever the bot comes back, and every hour, each space is held against the platform: is it there, and who is in it. What differs
 * becomes true in the store, by the same functions as when the platform tells of it at once.
 */
import { findDifference } from '../../commands/difference/find.ts';
import { reviseCopies } from '../../commands/effects.ts';
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { WorkspaceKey } from '../../domain/ids.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import type { PlatformName, Presence } from '../../platform/chat-platform.ts';
import * as cops from '../../store/cops.ts';
import * as differences from '../../store/differences.ts';
import type { Tx } from '../../store/engine.ts';
import { newId } from '../../store/ids.ts';
import * as parked from '../../store/parked.ts';
import { spaceHere } from '../addresses.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes, type Wishes, wishing } from '../wishes.ts';
import { atItsPace } from './at-its-pace.ts';
import { spaceGone } from './gone.ts';
import { comparingMembers } from './members.ts';
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
  const lookedAt = new Map<string, number>();

  return async (name, since) => {
    const all = await cops.withSpaceOn(db, name);
    const there: Cop[] = [];
    for (const [workspace, here] of byWorkspace(all)) {
      const which = here.map(cop => spaceHere(cop).id);
      const platform = platforms.get(name);
      const place = { platform: name, id: workspaceOf(workspace).id };
      const heard = await asking(name, { workspace }, async () => platform?.spaces(place, which));
      if (heard === 'end') return;
      const presences = heard === 'no' ? undefined : heard.said;
      for (const cop of here) if (await stands(cop, presences?.get(spaceHere(cop).id))) there.push(cop);
    }
    const longestAgo = [...there].sort((a, b) => (lookedAt.get(a.id) ?? 0) - (lookedAt.get(b.id) ?? 0));
    for (const cop of since === 'an hour' ? longestAgo.slice(0, listsAnHour) : longestAgo) {
      if ((await asking(name, { cop: cop.id }, () => compareMembers(cop))) === 'end') return;
      lookedAt.set(cop.id, bot.clock.now());
    }
  };

  /** Whether it is there to be looked at further. */
  async function stands(cop: Cop, presence: Presence | undefined): Promise<boolean> {
    if (!presence) return false;
    const space = spaceHere(cop);
    if (presence.state === 'deleted') {
      await spaceGone(bot, { kind: 'closed', id: `${space.id}/deleted`, space, how: 'deleted' });
      return false;
    }
    const open = await differences.openOf(db, cop.networkId, cop.id, 'space');
    const isThere = presence.state === 'there';
    const called = isThere ? presence.name : cop.spaceName;
    if (isThere !== (open === undefined) || called !== cop.spaceName)
      await change(cop, (tx, now, wishes) => standsOtherwise(tx, cop, isThere, called, now, wishes));
    return isThere;
  }

  async function standsOtherwise(
    tx: Tx,
    { networkId: network, id }: Cop,
    isThere: boolean,
    called: string | undefined,
    now: number,
    wishes: Wishes,
  ): Promise<void> {
    const cop = await cops.lock(tx, network, id);
    if (cop?.state !== 'open') return;
    const after = wishing(wishes, now);
    if (!isThere) {
      if (await parked.waitsForHelp(tx, network, id)) return; // those who can bring the bot back were asked already
      const found = { kind: 'space', people: [] } as const;
      return findDifference({ tx, now, after, newId: () => newId(now) }, cop, found);
    }
    if (called !== cop.spaceName) await cops.save(tx, { ...cop, spaceName: called });
    const open = await differences.openOf(tx, network, id, 'space');
    if (!open) return;
    await differences.save(tx, { ...open, settledAt: now, settledAs: 'put-back' });
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'is-it-right', { kind: 'difference', id: open.id }));
  }

  async function change(cop: Cop, work: (tx: Tx, now: number, wishes: Wishes) => Promise<void>): Promise<void> {
    await db.transaction().execute(async tx => {
      const wishes = noWishes();
      await work(tx, bot.clock.now(), wishes);
      await saveWishes(bot.jobs, tx, wishes, cop.workspace);
    });
  }
}

const byWorkspace = (all: readonly Cop[]): ReadonlyMap<WorkspaceKey, readonly Cop[]> =>
  Map.groupBy(all, cop => cop.workspace);
