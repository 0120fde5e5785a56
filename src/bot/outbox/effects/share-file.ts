import { keepFile } from '../../../commands/effects.ts';
import { messageKey } from '../../../domain/document.ts';
import { lane } from '../../../domain/effect.ts';
import { fileTitle } from '../../../domain/file.ts';
import { sharedCard } from '../../../messages/document-file.ts';
import { cardIn } from '../../../messages/language.ts';
import type { GivenFile } from '../../../platform/chat-platform.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as documents from '../../../store/documents.ts';
import { personHere, spaceHere } from '../../addresses.ts';
import { languageOfPlace } from '../../drawing/languages.ts';
import { wishing } from '../../wishes.ts';
import { type Doing, forOne, nobody, nothing } from '../doing.ts';
import { findOrDo } from '../find-or-do.ts';

/** What somebody gave with a form, into the space. */
export const shareFile: Doing<'share-file'> = {
  toOne: forOne,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform(stage, wish) {
    const { bot, platform, cop } = stage;
    const { db } = bot.store;
    const found = await documents.withCop(db, cop.networkId, wish.document);
    if (found?.document.state !== 'kept') return nothing; // taken out again meanwhile
    const sealed = wish.given && bot.seal.open(wish.given, wish.by);
    if (!sealed) throw new PlatformError('gone', 'no_file', { whose: 'message' });
    const { name, type, bytes, at } = JSON.parse(sealed) as GivenFile;
    const sharer = await personHere(db, cop, wish.by);
    const { channel, id, permalink } = await findOrDo(stage, 'send-file', {
      to: spaceHere(cop),
      card: cardIn(sharedCard({ ...found, sharer }), await languageOfPlace(stage)),
      file: { name: fileTitle(name), type, bytes, open: async () => (await platform.download({ given: at })).body },
    });
    return async (tx, wishes) => {
      const stands = { messageKey: messageKey({ channel, id }), place: channel.id, permalink };
      await documents.stands(tx, cop.networkId, wish.document, stands);
      if (bot.files) wishing(wishes, stage.now)(lane.files(cop.id), keepFile(cop, wish.document));
    };
  },
};
