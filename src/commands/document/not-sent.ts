import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { notSentCard } from '../../messages/document-file.ts';
import { command } from '../command.ts';
import { post } from '../effects.ts';

export const fileNotSent = command({
  name: 'document not-sent',
  summary: 'A kept file could not be sent; who asked for it is told',
  about: 'document',
  may: ['the-bot'],
  answers: 'privately',

  async run({ subject, options, after }) {
    const to = options.for as PersonId;
    after(lane.person(to), post(subject.cop, 'document-not-sent', to, { kind: 'document', id: subject.document.id }));
    return { say: notSentCard(subject) };
  },
});
