import { standsIn } from '../../domain/document.ts';
import { lane } from '../../domain/effect.ts';
import { Refusal } from '../../domain/refusal.ts';
import { documentCard, saidOf } from '../../messages/document.ts';
import * as documents from '../../store/documents.ts';
import { command } from '../command.ts';
import { pinDocument } from '../effects.ts';
import { inLibrary } from './in-library.ts';

export const pinTheDocument = command({
  name: 'document pin',
  summary: 'Pin a document in the space',
  about: 'document',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run({ tx, subject, actor, after }) {
    const before = inLibrary(subject.document);
    if (!standsIn(before, subject.cop)) throw new Refusal('nothing-to-pin', { cop: subject.cop });
    const document = { ...before, pinned: true };
    await documents.save(tx, document);
    after(lane.cop(subject.cop.id), pinDocument(subject.cop, document.id), {
      onFailure: { command: 'document not-pinned', options: { document: document.id, for: actor.id } },
    });
    return { say: documentCard({ ...subject, document }, saidOf.pinned) };
  },
});
