import { guideCard } from '../../messages/guide.ts';
import { command } from '../command.ts';

/** Of its format, in the reader's language. */
export const showAgenda = command({
  name: 'meeting agenda',
  summary: 'Read the agenda of a meeting',
  typedAs: 'meeting list',
  about: 'meeting',
  may: ['member', 'its-author'],
  in: 'any CoP',
  answers: 'privately',
  reads: true,

  async run({ subject: { meeting }, guides }) {
    return { say: guideCard(guides[meeting.format]) };
  },
});
