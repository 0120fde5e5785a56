/** How a space stands, held against the store: there, open to the bot, called so, seen by nobody else. The same whether it was told or looked at. */
import { findDifference, holdAgainst } from '../../commands/difference/find.ts';
import { reviseCopies } from '../../commands/effects.ts';
import type { Cop } from '../../domain/cop.ts';
import { covers, type Onlookers } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import type { Presence } from '../../platform/chat-platform.ts';
import * as cops from '../../store/cops.ts';
import * as differences from '../../store/differences.ts';
import type { Tx } from '../../store/engine.ts';
import { newId } from '../../store/ids.ts';
import * as parked from '../../store/parked.ts';
import { spaceHere } from '../addresses.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes, type Wishes, wishing } from '../wishes.ts';
import { spaceGone } from './gone.ts';

type Reachable = Exclude<Presence, { state: 'deleted' }>;

/** Answers whether it is there to be looked at further. */
export function holdingPresence(bot: Bot): (cop: Cop, presence: Presence | undefined) => Promise<boolean> {
  const { db } = bot.store;

  return async (cop, presence) => {
    if (!presence) return false;
    if (presence.state === 'deleted') {
      const space = spaceHere(cop);
      await spaceGone(bot, { kind: 'closed', id: `${space.id}/deleted`, space, how: 'deleted' });
      return false;
    }
    if (await isNew(cop, presence)) await change(cop, (tx, now, wishes) => takeIn(tx, cop, presence, now, wishes));
    return presence.state === 'there';
  };

  async function isNew(cop: Cop, presence: Reachable): Promise<boolean> {
    const known = await differences.allHolding(db, cop.networkId, cop.id);
    const lost = known.get('space');
    const isLost = lost !== undefined && lost.settledAt === undefined;
    if ((presence.state === 'out of reach') !== isLost) return true;
    const opened = known.get('opened');
    const seenBy = seenIn(presence);
    const sees = seenBy && { people: [], seenBy };
    if (sees && (opened ? sees.seenBy.length === 0 || !covers(opened, sees) : sees.seenBy.length > 0)) return true;
    return presence.state === 'there' && presence.name !== cop.spaceName;
  }

  async function takeIn(
    tx: Tx,
    { networkId: network, id }: Cop,
    presence: Reachable,
    now: number,
    wishes: Wishes,
  ): Promise<void> {
    const cop = await cops.lock(tx, network, id);
    if (cop?.state !== 'open') return;
    const after = wishing(wishes, now);
    const working = { tx, now, after, newId: <T extends string>() => newId<T>(now) };
    if (presence.state === 'out of reach') {
      if (await parked.waitsForHelp(tx, network, id)) return; // those who can bring the bot back were asked already
      const found = { kind: 'space', people: [], seenBy: [] } as const;
      return findDifference(working, cop, found);
    }
    const { name = cop.spaceName } = presence.state === 'there' ? presence : {};
    if (name !== cop.spaceName) await cops.save(tx, { ...cop, spaceName: name });
    const lost = await differences.openOf(tx, network, id, 'space');
    if (lost) {
      await differences.isOver(tx, lost, now);
      after(lane.workspace(cop.workspace), reviseCopies(cop, 'is-it-right', { kind: 'difference', id: lost.id }));
    }
    const seenBy = seenIn(presence);
    const found = seenBy && ({ kind: 'opened', people: [], seenBy } as const);
    if (found) await holdAgainst(working, cop, found);
  }

  async function change(cop: Cop, work: (tx: Tx, now: number, wishes: Wishes) => Promise<void>): Promise<void> {
    await db.transaction().execute(async tx => {
      const wishes = noWishes();
      await work(tx, bot.clock.now(), wishes);
      await saveWishes(bot.jobs, tx, wishes, cop.workspace);
    });
  }
}

/** Nothing where it isn't told. */
const seenIn = (presence: Reachable): readonly Onlookers[] | undefined =>
  presence.state === 'out of reach' ? undefined : presence.seenBy;
