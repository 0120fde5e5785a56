import type { Deed } from '../domain/deed.ts';
import type { Typed } from '../domain/slash.ts';
import { type Block, type Button, type Card, joined, type Text, text, textOf } from '../platform/card.ts';
import { help } from './addressed.ts';

export interface Offered {
  readonly typed: Typed;
  readonly summary: string;
}

/** What can be typed, by whom it is for. */
export interface HelpView {
  readonly anyone: readonly Offered[];
  readonly members: readonly Offered[];
  readonly facilitators: readonly Offered[];
  readonly support: readonly Offered[];
  readonly admins: readonly Offered[];
  /** What was typed and is nothing; and what may have been meant. */
  readonly unknown: string;
  readonly meant: { readonly typed: Typed; readonly does: Deed } | undefined;
}

/** Only what its reader may do, and the one thing that is in a message's menu; of what is almost a command, that alone. */
export function helpCard({ anyone, members, facilitators, support, admins, unknown, meant }: HelpView): Card {
  const title = unknown ? text`I don't know “/cop ${unknown}”` : text`What you can do here`;
  if (meant) return { title, ...didYouMean(meant) };
  return {
    title,
    body: [
      {
        kind: 'text',
        text: text`A Community of Practice (CoP) is people who care about the same thing and learn from each other, in a private space of their own.`,
      },
      ...group(text`**For everybody**`, anyone),
      ...group(text`**In your CoPs**`, members),
      ...group(text`**As a facilitator**`, facilitators),
      ...group(text`**For the Support Team**`, support),
      ...group(text`**As an administrator**`, admins),
      ...(members.length > 0
        ? [
            {
              kind: 'text',
              text: text`In the menu of a message in your CoP's space: **Save to the library**.`,
              tone: 'quiet',
            } as const,
          ]
        : []),
    ],
  };
}

const group = (heading: Text, lines: readonly Offered[]): readonly Block[] =>
  lines.length === 0
    ? []
    : [
        {
          kind: 'text',
          text: joined(
            [heading, ...lines.map(({ typed, summary }) => text`${{ slash: typed }}: ${textOf(summary)}`)],
            '\n',
          ),
        },
      ];

function didYouMean({ typed, does }: NonNullable<HelpView['meant']>): Pick<Card, 'body' | 'buttons'> {
  const yes: Button = { label: 'Yes, do that', does, style: 'primary' };
  return { body: [{ kind: 'text', text: text`Did you mean ${{ slash: typed }}?` }], buttons: [yes, help] };
}
