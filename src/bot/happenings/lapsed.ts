/**
 * Who has left a workspace, or was put out of it, and comes back asks in anew: what they were given in a space is taken out of it as soon
 * as they are found to be gone. While a last facilitator may take it back by their own word, theirs stays.
 */
import { remove } from '../../commands/effects.ts';
import type { Cop } from '../../domain/cop.ts';
import { areFacilitators, ownWordUntil } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import * as cops from '../../store/cops.ts';
import * as differences from '../../store/differences.ts';
import * as echoes from '../../store/echoes.ts';
import type { Tx } from '../../store/engine.ts';
import * as memberships from '../../store/memberships.ts';
import * as people from '../../store/people.ts';
import { spaceHere } from '../addresses.ts';
import { inWork } from '../in-work.ts';
import { echoing } from '../outbox/effects/index.ts';
import type { Bot } from '../the-bot.ts';
import type { Platforms } from './tend-libraries.ts';

/** To be called once the store knows who is out. */
export function lettingLapse(bot: Bot, platforms: Platforms): (cop: Cop) => Promise<void> {
  const { db } = bot.store;

  return async here => {
    const lapsed = (await platforms.get(workspaceOf(here.workspace).platform)?.lapsed(spaceHere(here))) ?? [];
    if (lapsed.length === 0) return;
    await db.transaction().execute(async tx => {
      const cop = await cops.lock(tx, here.networkId, here.id);
      if (cop?.state !== 'open' && cop?.state !== 'closed') return;
      const whom: PersonId[] = [];
      for (const one of lapsed) {
        const known = await people.whoIs(tx, cop.workspace, one);
        if (known?.person) whom.push(known.person.id);
      }
      const gone = await lettingGo(tx, cop, whom, bot.clock.now());
      if (gone.length === 0) return;
      await inWork(bot, tx, cop.workspace, async ({ after }) => after(lane.cop(cop.id), remove(cop, gone)));
    });
  };
}

/** Whom the bot itself is moving is left alone. */
async function lettingGo(
  tx: Tx,
  { networkId: network, id }: Cop,
  whom: readonly PersonId[],
  now: number,
): Promise<readonly PersonId[]> {
  const moving = await echoes.moving(tx, network, id, echoing('people'));
  if (moving === 'everybody') return [];
  const asked = await differences.openOf(tx, network, id, 'people');
  const isTheirs = asked && areFacilitators(asked) && now <= ownWordUntil(asked);
  const out = await memberships.outOf(tx, network, id, whom);
  return out.filter(one => !moving.has(one) && !(isTheirs && asked.people.some(other => other.id === one)));
}
