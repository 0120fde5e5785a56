import { limits } from '../../domain/document.ts';
import { cut, tidied } from '../../domain/words.ts';
import { askTitleCard } from '../../messages/document.ts';
import { noTitle, titleForm } from '../../messages/document-forms.ts';
import * as documents from '../../store/documents.ts';
import { command } from '../command.ts';
import { inLibrary } from './in-library.ts';

export const retitleDocument = command({
  name: 'document retitle',
  summary: 'Give a document in the library a title that people will look for',
  about: 'document',
  may: ['member', 'facilitator'],
  in: 'any CoP',
  answers: 'on-the-card',

  async form({ subject }) {
    inLibrary(subject.document);
    return titleForm(subject);
  },

  async run({ tx, subject, options }) {
    inLibrary(subject.document);
    const title = cut(tidied(options.title ?? ''), limits.title);
    if (!title) return { mend: titleForm(subject, noTitle) };
    const document = { ...subject.document, title, untitled: false };
    await documents.save(tx, document);
    return { say: askTitleCard({ ...subject, document }) };
  },
});
