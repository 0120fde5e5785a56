import { holdAgainst } from '../../../commands/difference/find.ts';
import * as cops from '../../../store/cops.ts';
import { newId } from '../../../store/ids.ts';
import { spaceHere } from '../../addresses.ts';
import { wishing } from '../../wishes.ts';
import { type Doing, forAll, nobody } from '../doing.ts';

export const closeSpace: Doing<'close-space'> = {
  toOne: forAll,
  concerns: nobody,

  async perform({ bot, platform, cop, effect }) {
    await platform.perform['close-space']({ space: spaceHere(cop) }, effect.id);
    return async (tx, wishes) => {
      const now = bot.clock.now();
      const working = { tx, now, after: wishing(wishes, now), newId: <T extends string>() => newId<T>(now) };
      const here = await cops.lock(tx, cop.networkId, cop.id);
      const found = { kind: 'opened', people: [], seenBy: [] } as const;
      if (here) await holdAgainst(working, here, found);
    };
  },
};
