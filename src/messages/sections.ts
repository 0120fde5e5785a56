/** A form of more than five fields comes in sections: a private card that says how all of it is set, with a button each that opens its own form. */
import type { Deed } from '../domain/deed.ts';
import type { Block, Text } from '../platform/card.ts';

export interface Section {
  /** What is in it. */
  readonly label: string;
  /** How it is set. */
  readonly now: Text;
  readonly does: Deed;
}

export const sectionBlocks = (sections: readonly Section[]): readonly Block[] =>
  sections.map(({ label, now, does }) => ({ kind: 'text', text: now, buttons: [{ label, does }] }));
