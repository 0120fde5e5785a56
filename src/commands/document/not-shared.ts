import type { Cop } from '../../domain/cop.ts';
import { type Document, remove } from '../../domain/document.ts';
import { type Effect, lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as documents from '../../store/documents.ts';
import { consequence, type Scope } from '../command.ts';
import { post } from '../effects.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after'>;

/** An entry without its file would be a promise nobody can keep. */
export const fileNotShared = consequence({
  name: 'document not-shared',
  summary: 'A file that was added could not be posted; its entry goes, and who added it is told',
  about: 'document',

  async run(scope) {
    const { cop, document } = scope.subject;
    await takeBack(scope, cop, document, scope.options.for);
  },
});

/** Its CoP was closed before they could be posted. */
export async function filesNotShared(
  working: Working,
  cop: Cop,
  left: readonly Pick<Effect, 'wish' | 'onFailure'>[],
): Promise<void> {
  for (const { wish, onFailure } of left) {
    if (wish.kind !== 'share-file' || onFailure?.command !== 'document not-shared') continue;
    const added = await documents.withCop(working.tx, cop.networkId, wish.document);
    if (added) await takeBack(working, cop, added.document, onFailure.options.for);
  }
}

async function takeBack({ tx, now, after }: Working, cop: Cop, document: Document, to: PersonId): Promise<void> {
  if (document.state === 'kept') await documents.save(tx, remove(document, now));
  after(lane.person(to), post(cop, 'document-not-shared', to, { kind: 'document', id: document.id }));
}
