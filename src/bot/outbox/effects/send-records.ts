import { partsOf } from '../../../commands/person/parts.ts';
import { cardIn } from '../../../messages/language.ts';
import { dataFile, dataFileName, dataSentCard } from '../../../messages/person.ts';
import { heldOf } from '../../../store/held-of.ts';
import { accountOfPerson } from '../../addresses.ts';
import { languageOfPerson } from '../../drawing/languages.ts';
import { temporarily } from '../../files/temporary.ts';
import { type Doing, forOne, nobody, nothing } from '../doing.ts';
import { findOrDo } from '../find-or-do.ts';

/** Records, as they are by then, to whoever asked for them: by direct message and nowhere else. */
export const sendRecords: Doing<'send-records'> = {
  toOne: forOne,
  concerns: nobody,

  async perform(stage, wish) {
    const { bot, cop } = stage;
    const person = await accountOfPerson(bot.store.db, cop, wish.to);
    const language = await languageOfPerson(stage, wish.to);
    const parts = partsOf(await heldOf(bot.store.db, cop.networkId, wish.to, most));
    const bytes = Buffer.from(dataFile(parts, language));
    await temporarily({ name: dataFileName, type: 'text/plain', bytes }, file =>
      findOrDo(stage, 'send-file', { to: { person }, card: cardIn(dataSentCard(), language), file }),
    );
    return nothing;
  },
};

/** Of each kind: more than anybody reads, and less than a message takes. */
const most = 2000;
