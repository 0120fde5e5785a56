import { forget as again, reviseCopies } from '../../../commands/effects.ts';
import { lane } from '../../../domain/effect.ts';
import { minute } from '../../../platform/again.ts';
import * as cops from '../../../store/cops.ts';
import type { Tx } from '../../../store/engine.ts';
import { erase, type StandingPost } from '../../../store/erasing.ts';
import * as forgotten from '../../../store/forgotten.ts';
import { keepForgotten } from '../../forgetting/list.ts';
import { type Wishes, wishing } from '../../wishes.ts';
import { type Doing, forOne, nobody, type Stage } from '../doing.ts';

/** A little after whatever waits for somebody to mend something is tried again. */
const againMs = 61 * minute;

/**
 * Somebody who has left all spaces, out of every table. Noted beside the database first: should this be cut off, it is done again.
 * For as long as a platform has not let them go, their account has to be known: forgotten, they would stay in a space, and nobody know who.
 */
export const forget: Doing<'forget'> = {
  toOne: forOne,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform(stage, { person }) {
    const { bot, cop, now } = stage;
    if (await forgotten.isStillIn(bot.store.db, cop.networkId, person))
      return async (_tx, wishes) => {
        wishing(wishes, now)(lane.person(person), again(cop, person), { notBefore: now + againMs });
      };
    const accounts = await forgotten.accountsOf(bot.store.db, cop.networkId, person);
    const at = bot.clock.now();
    const marked = accounts.map(one => ({ hash: bot.seal.mark(one.workspace, one.externalId), at }));
    await keepForgotten(bot.forgottenFile, marked);
    return async (tx, wishes) => {
      await forgotten.add(tx, marked);
      await draw(stage, tx, wishes, await erase(tx, cop.networkId, person, at));
    };
  },
};

/** What stands somewhere and named them, without their name. */
async function draw({ cop, now }: Stage, tx: Tx, wishes: Wishes, all: readonly StandingPost[]): Promise<void> {
  const after = wishing(wishes, now);
  for (const one of all) {
    const its = one.cop === cop.id ? cop : await cops.byId(tx, cop.networkId, one.cop);
    if (its) after(lane.workspace(its.workspace), reviseCopies(its, one.message, one.about as never));
  }
}
