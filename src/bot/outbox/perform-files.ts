/** Files on their way: into a space, into DOCUMENTS_DIR, and back to a member who asks. */
import { keepFile } from '../../commands/effects.ts';
import { messageKey } from '../../domain/document.ts';
import { lane } from '../../domain/effect.ts';
import { fileTitle, isProgram } from '../../domain/file.ts';
import { sentCard, sharedCard } from '../../messages/document-file.ts';
import { cardIn } from '../../messages/language.ts';
import type { Download, GivenFile } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as documentFiles from '../../store/document-files.ts';
import * as documents from '../../store/documents.ts';
import * as people from '../../store/people.ts';
import { accountOfPerson, spaceHere } from '../addresses.ts';
import { findOrDo } from './find-or-do.ts';
import type { KeptFiles, Taken } from '../files/kept-files.ts';
import { languageOfPerson, languageOfPlace } from '../drawing/languages.ts';
import type { Performers, Receipt, Stage } from './perform.ts';
import { messageOf } from './perform-documents.ts';
import { wishing } from '../wishes.ts';

const nothing: Receipt = async () => {};

export const filePerformers: Pick<Performers, 'share-file' | 'keep-file' | 'send-file'> = {
  async 'share-file'(stage, wish) {
    const { db, platform, seal, cop } = stage;
    const found = await documents.withCop(db, cop.networkId, wish.document);
    if (found?.document.state !== 'kept') return nothing; // taken out again meanwhile
    const sealed = wish.given && seal.open(wish.given, wish.by);
    if (!sealed) throw new PlatformError('gone', 'no_file');
    const { name, type, bytes, at } = JSON.parse(sealed) as GivenFile;
    const sharer = await personHere(stage, wish.by);
    const { channel, id, permalink } = await findOrDo(stage, 'send-file', {
      to: spaceHere(cop),
      card: cardIn(sharedCard({ ...found, sharer }), await languageOfPlace(stage)),
      file: { name: fileTitle(name), type, bytes, open: async () => (await platform.download({ given: at })).body },
    });
    return async (tx, wishes) => {
      const stands = { messageKey: messageKey({ channel, id }), place: channel.id, permalink };
      await documents.stands(tx, cop.networkId, wish.document, stands);
      if (stage.files) wishing(wishes, stage.now)(lane.files(cop.id), keepFile(cop, wish.document));
    };
  },

  /** On a repeat it is fetched anew: the same content comes to stand in the same place. */
  async 'keep-file'(stage, wish) {
    const { db, platform, files, cop, log, now } = stage;
    const found = await documents.withCop(db, cop.networkId, wish.document);
    if (!files || found?.document.state !== 'kept' || found.fileKeptAt !== undefined) return nothing;
    const download = await platform.download(await messageOf(stage, wish));
    const taken = await taking(files, download, Math.min(files.most, platform.capabilities.largestFile));
    if (typeof taken === 'string') {
      log.info({ document: wish.document, why: taken }, 'file kept: no');
      return nothing;
    }
    await documentFiles.note(db, taken.sha256, now);
    await taken.settle();
    const { sha256, bytes } = taken;
    const kept = { sha256, bytes, mime: download.type, name: fileTitle(download.name), keptAt: now };
    return async tx => {
      const still = await documents.withCop(tx, cop.networkId, wish.document);
      if (still?.document.state === 'kept') await documentFiles.add(tx, cop.networkId, wish.document, kept);
    };
  },

  async 'send-file'(stage, wish) {
    const { db, files, cop } = stage;
    const found = await documents.withCop(db, cop.networkId, wish.document);
    const kept = await documentFiles.of(db, cop.networkId, wish.document);
    const reader = await personHere(stage, wish.to);
    if (!reader?.role) return nothing; // has left meanwhile
    if (!files || !kept || found?.document.state !== 'kept') throw new PlatformError('gone', 'no_file');
    await findOrDo(stage, 'send-file', {
      to: { person: await accountOfPerson(db, cop, wish.to), orIn: spaceHere(cop) },
      card: cardIn(sentCard({ ...found, sharer: undefined }), await languageOfPerson(stage, wish.to)),
      file: { name: kept.name, type: kept.mime, bytes: kept.bytes, open: () => files.open(kept.sha256) },
    });
    return nothing;
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

async function personHere({ db, cop }: Stage, id: Parameters<typeof accountOfPerson>[2]) {
  return (await people.known(db, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [id])).get(id);
}
