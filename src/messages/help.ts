import { type Card, text, textOf } from '../platform/card.ts';

/** All that can be typed, and the one thing that is in a message's menu. */
export const helpCard = (
  typed: readonly { readonly slash: string; readonly summary: string }[],
  unknown: string,
): Card => ({
  title: unknown ? text`I don't know “/cop ${unknown}”` : text`What you can do here`,
  body: [
    {
      kind: 'text',
      text: text`A Community of Practice (CoP) is people who care about the same thing and learn from each other, in a private space of their own.`,
    },
    { kind: 'facts', facts: typed.map(one => ({ label: `/${one.slash}`, value: textOf(one.summary) })) },
    { kind: 'text', text: text`In the menu of a message in your CoP's space: **Save to the library**.`, tone: 'quiet' },
  ],
});
