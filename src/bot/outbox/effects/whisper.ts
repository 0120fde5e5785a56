import { accountOfPerson, spaceHere } from '../../addresses.ts';
import { draw } from '../../drawing/draw.ts';
import { languageOfPerson } from '../../drawing/languages.ts';
import { type Doing, forOne, nobody, nothing } from '../doing.ts';

/** Once begun, it may have been heard: it isn't said again. */
export const whisper: Doing<'whisper'> = {
  toOne: forOne,
  concerns: nobody,

  async perform(stage, wish) {
    const { bot, platform, cop, effect } = stage;
    const { db } = bot.store;
    if (effect.intendedAt !== undefined) return nothing;
    const card = await draw(stage, db, wish, await languageOfPerson(stage, wish.to));
    const to = await accountOfPerson(db, cop, wish.to);
    await platform.perform.whisper({ space: spaceHere(cop), to, card }, effect.id);
    return nothing;
  },
};
