import { lane } from '../../domain/effect.ts';
import { Refusal } from '../../domain/refusal.ts';
import { documentCard } from '../../messages/document.ts';
import { onItsWay } from '../../messages/document-file.ts';
import { command } from '../command.ts';
import { sendFile } from '../effects.ts';
import { inLibrary } from './in-library.ts';

/** The copy that is kept here, whatever became of the one on the platform. */
export const sendDocumentFile = command({
  name: 'document send-file',
  summary: 'Have the kept copy of a file sent to you',
  about: 'document',
  may: ['member', 'facilitator'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ subject, actor, keepsFiles, after }) {
    const { document, cop } = subject;
    const { title } = inLibrary(document);
    if (!keepsFiles || subject.fileKeptAt === undefined) throw new Refusal('no-file-kept', { title });
    after(lane.person(actor.id), sendFile(cop, document.id, actor.id), {
      onFailure: { command: 'document not-sent', options: { document: document.id, for: actor.id } },
    });
    return { say: documentCard(subject, onItsWay) };
  },
});
