import { monthMs } from '../../domain/document.ts';
import { documentCard, saidOf } from '../../messages/document.ts';
import { editForm, noTitle } from '../../messages/document-forms.ts';
import * as documents from '../../store/documents.ts';
import * as people from '../../store/people.ts';
import { command } from '../command.ts';
import { inLibrary } from './in-library.ts';
import { saidIn } from './keeping.ts';

export const editDocument = command({
  name: 'document edit',
  summary: 'Change what a library says of a document, who looks after it, and when it is looked at again',
  about: 'document',
  may: ['member', 'facilitator'],
  in: 'any CoP',
  answers: 'privately',

  async form({ subject }) {
    inLibrary(subject.document);
    return editForm(subject);
  },

  async run({ tx, network, workspace, subject, options, now }) {
    const before = inLibrary(subject.document);
    const said = saidIn(options);
    if (!said.title) return { mend: editForm(subject, noTitle) };
    const asked = options.steward ? await people.whoIs(tx, workspace, options.steward) : undefined;
    const steward = asked?.person ? await inCop(asked.person.id) : undefined;
    const document = {
      ...before,
      ...said,
      untitled: false,
      stewardId: steward?.id ?? before.stewardId,
      reviewAt: reviewOf(options.review, before.reviewAt, now),
    };
    await documents.save(tx, document);
    const refused = options.steward !== undefined && !steward;
    return {
      say: documentCard(
        { ...subject, document, steward: steward ?? subject.steward },
        refused ? saidOf['saved but for the steward'] : saidOf.saved,
      ),
    };

    async function inCop(id: Parameters<typeof people.known>[3][number]) {
      const all = await people.known(tx, network, { workspace: subject.cop.workspace, cop: subject.cop.id }, [id]);
      const found = all.get(id);
      return found?.role ? found : undefined;
    }
  },
});

function reviewOf(choice: string | undefined, before: number | undefined, now: number): number | undefined {
  if (choice === 'never') return undefined;
  const months = Number(choice);
  return months > 0 ? now + months * monthMs : before;
}
