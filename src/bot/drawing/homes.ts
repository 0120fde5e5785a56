/** The bot's own tab, kept current for those who look at it: what happens to them is drawn a moment later, once for all of it. */
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Tx } from '../../store/engine.ts';
import * as homes from '../../store/homes.ts';
import { type Wishes, wishing } from '../wishes.ts';

/** What happens within this time is one drawing. */
const soonMs = 1000;

export async function drawHomes(
  tx: Tx,
  wishes: Wishes,
  cop: Pick<Cop, 'id' | 'networkId' | 'workspace'>,
  whose: readonly PersonId[],
  now: number,
): Promise<void> {
  for (const person of await homes.toBeDrawn(tx, cop.networkId, cop.workspace, whose))
    wishing(wishes, now)(
      lane.home(person),
      { cop, wish: { kind: 'show-home', cop: cop.id, person } },
      { notBefore: now + soonMs },
    );
}
