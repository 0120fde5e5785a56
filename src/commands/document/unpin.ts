import { lane } from '../../domain/effect.ts';
import { documentCard, saidOf } from '../../messages/document.ts';
import { roomCard } from '../../messages/review.ts';
import * as documents from '../../store/documents.ts';
import * as libraries from '../../store/libraries.ts';
import { command } from '../command.ts';
import { unpinDocument } from '../effects.ts';
import { inLibrary } from './in-library.ts';

export const unpinTheDocument = command({
  name: 'document unpin',
  summary: 'Unpin a document; the library keeps it',
  about: 'document',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run({ tx, network, subject, actor, options, after }) {
    const { cop } = subject;
    const document = { ...inLibrary(subject.document), pinned: false };
    await documents.save(tx, document);
    after(lane.cop(cop.id), unpinDocument(cop, document.id), {
      onFailure: { command: 'document not-pinned', options: { document: document.id, for: actor.id, stays: 'pinned' } },
    });
    if (options.after === 'room') return { say: roomCard(cop, await libraries.pinned(tx, network, cop.id, 5)) };
    return { say: documentCard({ ...subject, document }, saidOf.unpinned) };
  },
});
