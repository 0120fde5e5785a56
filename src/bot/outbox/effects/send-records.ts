import { partsOf } from '../../../commands/person/parts.ts';
import type { Language } from '../../../domain/language.ts';
import { recordsCard } from '../../../messages/export.ts';
import { cardIn } from '../../../messages/language.ts';
import { dataFile, dataFileName, dataSentCard } from '../../../messages/person.ts';
import { heldOf } from '../../../store/held-of.ts';
import { recordsOf } from '../../../store/records-of.ts';
import { accountOfPerson, personHere } from '../../addresses.ts';
import { languageOfPerson } from '../../drawing/languages.ts';
import { recordsZip } from '../../files/records-zip.ts';
import { temporarily } from '../../files/temporary.ts';
import { type Doing, forOne, nobody, nothing, type Stage, type WishOf } from '../doing.ts';
import { findOrDo } from '../find-or-do.ts';

/** Records, as they are by then, to whoever asked for them: by direct message and nowhere else. */
export const sendRecords: Doing<'send-records'> = {
  toOne: forOne,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform(stage, wish) {
    const { bot, cop } = stage;
    if (wish.of === 'cop' && (await personHere(bot.store.db, cop, wish.to))?.role !== 'facilitator') return nothing; // not any more
    const person = await accountOfPerson(bot.store.db, cop, wish.to);
    const language = await languageOfPerson(stage, wish.to);
    const { card, ...file } = await (wish.of === 'cop'
      ? copsRecords(stage, wish)
      : personsRecords(stage, wish, language));
    await temporarily(file, sent =>
      findOrDo(stage, 'send-file', { to: { person }, card: cardIn(card, language), file: sent }),
    );
    return nothing;
  },
};

/** Of each kind: more than anybody does in the years for which it is kept, and less than a message takes. */
const most = 20_000;

async function personsRecords({ bot, cop }: Stage, { to }: WishOf<'send-records'>, language: Language) {
  const parts = partsOf(await heldOf(bot.store.db, cop.networkId, to, most));
  return {
    card: dataSentCard(parts, most),
    name: dataFileName,
    type: 'text/plain',
    bytes: Buffer.from(dataFile(parts, language)),
  };
}

async function copsRecords({ bot, cop, now }: Stage, { to }: WishOf<'send-records'>) {
  const records = await recordsOf(bot.store.db, cop.networkId, cop.id, to);
  return { card: recordsCard(cop), name: `${cop.slug}.zip`, type: 'application/zip', bytes: recordsZip(records, now) };
}
