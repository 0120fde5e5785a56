/** What is asked before something is taken out of a library says what becomes of where it stands. */
import { expect, it } from 'vitest';
import type { Cop } from '../../src/domain/cop.ts';
import type { Document } from '../../src/domain/document.ts';
import { removeCard } from '../../src/messages/document.ts';

const asked = (workspace: 'slack:T1' | 'discord:1', state: Cop['state']) =>
  JSON.stringify(
    removeCard({
      document: { kind: 'notes', title: 'Notes' } as Document,
      cop: { name: 'Wound Care', workspace, state } as Cop,
      sharer: undefined,
    }).body,
  );

it.each([
  ['slack:T1', 'open', /says so then/],
  ['discord:1', 'open', /says so then/],
  ['discord:1', 'closed', /says so then/], // it is quiet, and the bot may write there
  ['slack:T1', 'closed', /their card in the closed space stays as it is/],
] as const)('of notes, on %s, while it is %s', (workspace, state, says) => {
  expect(asked(workspace, state)).toMatch(says);
});
