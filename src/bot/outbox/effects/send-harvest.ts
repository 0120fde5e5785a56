import { harvestOf } from '../../../commands/closing/harvest.ts';
import { plainSlug } from '../../../domain/cop.ts';
import { harvestCard, harvestIn } from '../../../messages/harvest.ts';
import { cardIn } from '../../../messages/language.ts';
import { accountOfPerson, spaceHere } from '../../addresses.ts';
import { languageOfPerson, languageOfPlace } from '../../drawing/languages.ts';
import { temporarily } from '../../files/temporary.ts';
import { type Doing, nobody, nothing } from '../doing.ts';
import { findOrDo } from '../find-or-do.ts';

/** What a CoP leaves behind, as it is by then: into its space, the last message there, or to somebody who was in it. */
export const sendHarvest: Doing<'send-harvest'> = {
  toOne: ({ to }) => to !== 'space',
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform(stage, { to }) {
    const { bot, cop } = stage;
    const { db } = bot.store;
    const isHere = to === 'space';
    const language = isHere ? await languageOfPlace(stage) : await languageOfPerson(stage, to);
    const view = await harvestOf(db, cop);
    if (!view) return nothing;
    const bytes = Buffer.from(harvestIn(view, language));
    const name = `${plainSlug(cop.slug)}.md`;
    const place = isHere ? spaceHere(cop) : { person: await accountOfPerson(db, cop, to) };
    await temporarily({ name, type: 'text/markdown', bytes }, file =>
      findOrDo(stage, 'send-file', { to: place, card: cardIn(harvestCard(view, isHere), language), file }),
    );
    return nothing;
  },
};
