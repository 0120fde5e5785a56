/** What is asked before something is taken out of a library says what becomes of where it stands. */
import { expect, it } from 'vitest';
import type { Cop } from '../../src/domain/cop.ts';
import type { Document } from '../../src/domain/document.ts';
import { removeCard } from '../../src/messages/document.ts';

const asked = (document: Partial<Document>, isArchived: boolean) =>
  JSON.stringify(
    removeCard(
      {
        document: { kind: 'notes', title: 'Notes', ...document } as Document,
        cop: { name: 'Wound Care' } as Cop,
        sharer: undefined,
      },
      isArchived,
    ).body,
  );

it.each([
  ['that stand in the space', { place: 'C1' }, false, /says so then/],
  ['in one that is archived', { place: 'C1' }, true, /their card in the closed space stays as it is/],
  ['whose card was deleted', { place: 'C1', goneAt: 1 }, false, /Nobody finds them there any more, and for a day/],
  ['that were never posted', { place: undefined }, false, /Nobody finds them there any more, and for a day/],
] as const)('of notes %s', (_what, document, isArchived, says) => {
  expect(asked(document, isArchived)).toMatch(says);
});
