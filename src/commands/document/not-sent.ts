import { lane } from '../../domain/effect.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';

export const fileNotSent = consequence({
  name: 'document not-sent',
  summary: 'A kept file could not be sent; who asked for it is told',
  about: 'document',

  async run({ subject, options, after }) {
    const to = options.for;
    after(lane.person(to), post(subject.cop, 'document-not-sent', to, { kind: 'document', id: subject.document.id }));
  },
});
