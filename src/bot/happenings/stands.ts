/** How a space stands, held against the store: there, open to the bot, called so, seen by nobody else. The same whether it was told or looked at. */

import { spaceRenamed } from '../../commands/cop/space-renamed.ts';
import { findDifference, holdAgainst } from '../../commands/difference/find.ts';
import { reviseCopies } from '../../commands/effects.ts';
import type { Cop } from '../../domain/cop.ts';
import { covers, type Onlookers } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import type { Presence } from '../../platform/chat-platform.ts';
import * as cops from '../../store/cops.ts';
import * as differences from '../../store/differences.ts';
import * as echoes from '../../store/echoes.ts';
import * as parked from '../../store/parked.ts';
import { spaceHere } from '../addresses.ts';
import { inWork, type Working } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';
import { spaceGone } from './gone.ts';

const renaming = ['rename-space'] as const;

type Reachable = Exclude<Presence, { state: 'deleted' } | { state: 'another id' }>;

/** Whether it is there to be looked at further; and what people did to it that nobody had told of, nor the bot is doing itself. */
export interface Stands {
  readonly isThere: boolean;
  readonly news?: 'out' | 'renamed' | undefined;
}

/** `asked`: when the platform was, in epoch milliseconds; what it tells by itself is of now. */
type Holds = (cop: Cop, presence: Presence | undefined, asked?: number) => Promise<Stands>;

export function holdingPresence(bot: Bot): Holds {
  const { db } = bot.store;

  return async (cop, presence, asked = bot.clock.now()) => {
    if (!presence || presence.state === 'another id') return { isThere: false }; // that is taken over apart
    if (presence.state === 'deleted') {
      const space = spaceHere(cop);
      await spaceGone(bot, { kind: 'closed', id: `${space.id}/deleted`, space, how: 'deleted' });
      return { isThere: false };
    }
    const news = (await isNew(cop, presence)) ? await takenIn(cop, presence, asked) : undefined;
    return { isThere: presence.state === 'there', news };
  };

  async function isNew(cop: Cop, presence: Reachable): Promise<boolean> {
    const known = await differences.allHolding(db, cop.networkId, cop.id);
    const lost = known.get('space');
    const isLost = lost !== undefined && lost.settledAt === undefined;
    if ((presence.state === 'out of reach') !== isLost) return true;
    const opened = known.get('opened');
    const seenBy = seenIn(presence);
    const sees = seenBy && { people: [], seenBy };
    if (sees && (opened ? !covers(opened, sees) || !covers(sees, opened) : sees.seenBy.length > 0)) return true;
    return presence.state === 'there' && presence.name !== cop.spaceName;
  }

  function takenIn({ networkId: network, id }: Cop, presence: Reachable, asked: number): Promise<Stands['news']> {
    return db.transaction().execute(async tx => {
      const cop = await cops.lock(tx, network, id);
      if (cop?.state !== 'open') return undefined;
      return inWork(bot, tx, cop.workspace, working => takeIn(working, cop, presence, asked));
    });
  }

  async function takeIn(working: Working, cop: Cop, presence: Reachable, asked: number): Promise<Stands['news']> {
    const { tx, now, after } = working;
    const { networkId: network, id } = cop;
    if (presence.state === 'out of reach') {
      if (await parked.waitsForHelp(tx, network, id)) return undefined; // those who can bring the bot back were asked already
      const isKnown = await differences.openOf(tx, network, id, 'space');
      await findDifference(working, cop, { kind: 'space', people: [] });
      return isKnown ? undefined : 'out';
    }
    const { name = cop.spaceName } = presence.state === 'there' ? presence : {};
    const isOther = name !== cop.spaceName && !(await echoes.changedSince(tx, network, id, renaming, asked));
    const isRenamed = isOther && !(await echoes.stillChanging(tx, network, id, renaming));
    if (isOther) await cops.save(tx, { ...cop, spaceName: name });
    if (isRenamed) await spaceRenamed(working, cop);
    const lost = await differences.openOf(tx, network, id, 'space');
    if (lost) {
      await differences.isOver(tx, lost, now);
      after(lane.workspace(cop.workspace), reviseCopies(cop, 'is-it-right', { kind: 'difference', id: lost.id }));
    }
    const seenBy = seenIn(presence);
    const found = seenBy && ({ kind: 'opened', people: [], seenBy } as const);
    if (found) await holdAgainst(working, cop, found);
    return isRenamed ? 'renamed' : undefined;
  }
}

/** Nothing where it isn't told. */
const seenIn = (presence: Reachable): readonly Onlookers[] | undefined =>
  presence.state === 'out of reach' ? undefined : presence.seenBy;
