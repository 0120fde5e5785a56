import { reopen } from '../../../commands/cop/reopen.ts';
import * as cops from '../../../store/cops.ts';
import * as lacks from '../../../store/lacks.ts';
import * as memberships from '../../../store/memberships.ts';
import { accountOf, spaceHere } from '../../addresses.ts';
import { working } from '../../in-work.ts';
import { everybody } from '../concerned.ts';
import { type Doing, forAll, nothing } from '../doing.ts';

/** Its people write in it again; then the CoP lives on. */
export const reopenSpace: Doing<'reopen-space'> = {
  toOne: forAll,
  concerns: everybody,
  step: undefined,
  echoes: 'people',

  async perform({ bot, platform, cop, effect }) {
    if (cop.state !== 'closed') return nothing;
    const all = await memberships.everybody(bot.store.db, cop.networkId, cop.id, cop.workspace, 'facilitator');
    const facilitators = all.flatMap(one => accountOf(one, cop) ?? []);
    const lacking = await platform.perform['reopen-space']({ space: spaceHere(cop), facilitators }, effect.id);
    return async (tx, wishes) => {
      const here = await cops.lock(tx, cop.networkId, cop.id);
      await lacks.note(tx, cop.networkId, cop.id, 'everybody', lacking);
      if (here?.state === 'closed') await reopen(working(tx, bot.clock.now(), wishes), here);
    };
  },
};
