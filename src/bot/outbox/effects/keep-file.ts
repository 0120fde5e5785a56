import { fileTitle, isProgram } from '../../../domain/file.ts';
import type { Download } from '../../../platform/chat-platform.ts';
import * as documentFiles from '../../../store/document-files.ts';
import * as documents from '../../../store/documents.ts';
import type { KeptFiles, Taken } from '../../files/kept-files.ts';
import { type Doing, forOne, nobody, nothing } from '../doing.ts';
import { messageOf } from './pin-document.ts';

/** A document's file into DOCUMENTS_DIR. On a repeat it is fetched anew: the same content comes to stand in the same place. */
export const keepFile: Doing<'keep-file'> = {
  toOne: forOne,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform(stage, wish) {
    const { bot, platform, cop, now } = stage;
    const { store, files, log } = bot;
    const found = await documents.withCop(store.db, cop.networkId, wish.document);
    if (!files || found?.document.state !== 'kept' || found.fileKeptAt !== undefined) return nothing;
    const download = await platform.download(await messageOf(stage, wish.document));
    const taken = await taking(files, download, Math.min(files.most, platform.capabilities.largestFile));
    if (typeof taken === 'string') {
      log.info({ document: wish.document, why: taken }, 'file kept: no');
      return nothing;
    }
    await documentFiles.note(store.db, taken.sha256, now);
    await taken.settle();
    const { sha256, bytes } = taken;
    const kept = { sha256, bytes, mime: download.type, name: fileTitle(download.name), keptAt: now };
    return async tx => {
      const still = await documents.withCop(tx, cop.networkId, wish.document);
      if (still?.document.state === 'kept') await documentFiles.add(tx, cop.networkId, wish.document, kept);
    };
  },
};

/** Where it isn't taken: why, for the log. What is larger than can be sent back isn't kept either. */
async function taking(
  files: KeptFiles,
  { name, type, bytes, body }: Download,
  most: number,
): Promise<Taken | 'too-large' | 'empty' | 'program'> {
  const declared = bytes > most ? 'too-large' : isProgram({ name, type }) ? 'program' : undefined;
  if (declared) {
    body.destroy();
    return declared;
  }
  const taken = await files.take(body, most);
  if (taken === 'too-large') return taken;
  const fault = taken.bytes === 0 ? 'empty' : isProgram({ name, type }, taken.beginning) ? 'program' : undefined;
  if (!fault) return taken;
  await taken.drop();
  return fault;
}
