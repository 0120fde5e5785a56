import { sentCard } from '../../../messages/document-file.ts';
import { cardIn } from '../../../messages/language.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as documentFiles from '../../../store/document-files.ts';
import * as documents from '../../../store/documents.ts';
import { accountOfPerson, personHere, spaceHere } from '../../addresses.ts';
import { languageOfPerson } from '../../drawing/languages.ts';
import { type Doing, forOne, nobody, nothing } from '../doing.ts';
import { findOrDo } from '../find-or-do.ts';

/** The kept file, to a member who asked for it. */
export const sendFile: Doing<'send-file'> = {
  toOne: forOne,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform(stage, wish) {
    const { bot, cop } = stage;
    const { store, files } = bot;
    const found = await documents.withCop(store.db, cop.networkId, wish.document);
    const kept = await documentFiles.of(store.db, cop.networkId, wish.document);
    const reader = await personHere(store.db, cop, wish.to);
    if (!reader?.role) return nothing; // has left meanwhile
    if (!files || !kept || found?.document.state !== 'kept')
      throw new PlatformError('gone', 'no_file', { whose: 'message' });
    await findOrDo(stage, 'send-file', {
      to: { person: await accountOfPerson(store.db, cop, wish.to), orIn: spaceHere(cop) },
      card: cardIn(sentCard({ ...found, sharer: undefined }), await languageOfPerson(stage, wish.to)),
      file: { name: kept.name, type: kept.mime, bytes: kept.bytes, open: () => files.open(kept.sha256, kept.bytes) },
    });
    return nothing;
  },
};
