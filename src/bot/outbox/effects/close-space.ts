import { holdAgainst } from '../../../commands/difference/find.ts';
import * as cops from '../../../store/cops.ts';
import { spaceHere } from '../../addresses.ts';
import { working } from '../../in-work.ts';
import { type Doing, forAll, nobody } from '../doing.ts';

export const closeSpace: Doing<'close-space'> = {
  toOne: forAll,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform({ bot, platform, cop, effect }) {
    await platform.perform['close-space']({ space: spaceHere(cop) }, effect.id);
    return async (tx, wishes) => {
      const here = await cops.lock(tx, cop.networkId, cop.id);
      const found = { kind: 'opened', people: [], seenBy: [] } as const;
      if (here) await holdAgainst(working(tx, bot.clock.now(), wishes), here, found);
    };
  },
};
