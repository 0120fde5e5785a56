import { homeOf } from '../../../commands/home/view.ts';
import { cardIn } from '../../../messages/language.ts';
import { accountOfPerson } from '../../addresses.ts';
import { languageOfPerson } from '../../drawing/languages.ts';
import { type Doing, forOne, nobody, nothing } from '../doing.ts';

export const showHome: Doing<'show-home'> = {
  toOne: forOne,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform(stage, { person }) {
    const { bot, platform, cop, effect } = stage;
    const { db } = bot.store;
    const of = await accountOfPerson(db, cop, person);
    const home = cardIn(
      await homeOf(db, { network: cop.networkId, workspace: cop.workspace, person, now: stage.now }),
      await languageOfPerson(stage, person),
    );
    await platform.perform['show-home']({ of, home }, effect.id);
    return nothing;
  },
};
