/** Being forgotten, and having somebody forgotten. */
import type { Cop } from '../domain/cop.ts';
import type { OptionsOf } from '../domain/deed.ts';
import type { Person } from '../domain/person.ts';
import {
  type Block,
  type Button,
  type Card,
  type FormOf,
  joined,
  plural,
  type Text,
  text,
  type Words,
} from '../platform/card.ts';
import { handOverButton } from './facilitator.ts';

interface Goes {
  readonly mine: readonly Cop[];
  /** Which of them nobody else facilitates. */
  readonly lasts: readonly Cop[];
}

const line = (words: Text): Block => ({ kind: 'text', text: words });

const forgets = (label: string, sure: OptionsOf<'person forget'>['sure'], style?: 'danger'): Button => ({
  label,
  does: { command: 'person forget', options: { sure } },
  ...(style && { style }),
});

const named = (cops: readonly Cop[]): Text =>
  joined(
    cops.map(cop => text`**${cop.name}**`),
    ', ',
  );

const leaves = ({ mine }: Goes): readonly Block[] =>
  mine.length === 0
    ? []
    : [
        line(
          plural(
            mine.length,
            text`You leave ${named(mine)} and its space at once.`,
            text`You leave ${named(mine)} and their spaces at once.`,
          ),
        ),
      ];

/** What will happen; asked once. */
export function forgetCard({ mine, lasts, hasSupport }: Goes & { readonly hasSupport: boolean }): Card {
  const [only] = lasts;
  return {
    title: text`Forget you?`,
    body: [
      ...leaves({ mine, lasts }),
      line(
        text`Your name and account, what you asked and answered, your own messages and files in libraries, and your name in the log of who did what go for good. What you saved of others, links you added and core statements you wrote down stay, without your name. Whatever waits for an answer is taken back.`,
      ),
      line(
        text`Cards of mine that name you are changed, except where what they tell of was settled more than 90 days ago. What you posted yourself stays on Slack or Discord: you delete it there. It can't be undone; if you come back, you're new here.`,
      ),
      ...(lasts.length > 0
        ? [
            line(
              hasSupport
                ? text`Nobody else facilitates ${named(lasts)}. You can hand over first; or the Support Team hears that nobody does, and looks for somebody.`
                : text`Nobody else facilitates ${named(lasts)}. You can hand over first; or other members, if there are any, are asked who would look after it.`,
            ),
          ]
        : []),
    ],
    buttons: [
      ...(only ? [handOverButton(only, 'primary')] : []),
      lasts.length > 0
        ? forgets('Forget me all the same', 'as-the-last', 'danger')
        : forgets('Forget me', 'yes', 'danger'),
      forgets('Stay', 'no'),
    ],
  };
}

export const staysKnownCard = (): Card => ({ body: [line(text`Nothing has changed. Good to have you.`)] });

export const forgettingCard = (): Card => ({
  body: [
    line(
      text`You're out of your CoPs, and as soon as their spaces have let you go, usually within a minute, nothing is held about you any more. Nothing is left for you to do. Take care.`,
    ),
    {
      kind: 'text',
      text: text`Backups hold what was until they go; a database that comes from one forgets you again.`,
      tone: 'quiet',
    },
  ],
});

export const forgetSomebodyErrors = {
  nobody: 'Nobody of that name or account is known here. The id of an account is on their profile.',
  several: 'Several people are called that. Please give the id of their account.',
  yourself: text`That's you. For yourself, use ${{ slash: 'person forget' }}.`,
} as const;

export const forgetSomebodyForm = (who: string | undefined, error?: Words): FormOf<'person forget-somebody'> => ({
  title: 'Forget somebody',
  intro: text`For somebody who has left, or has asked you to. You see what will happen before it does.`,
  fields: [
    {
      kind: 'words',
      name: 'who',
      label: 'Whom?',
      hint: 'Their name as it was shown here, or the id of their account',
      required: true,
      max: 100,
      ...(who && { value: who }),
      ...(error && { error }),
    },
  ],
  submit: 'Go on',
  does: { command: 'person forget-somebody', options: {} },
});

const somebody = (
  { id }: Person,
  label: string,
  sure: OptionsOf<'person forget-somebody'>['sure'],
  style?: 'danger',
): Button => ({
  label,
  does: { command: 'person forget-somebody', options: { person: id, sure } },
  ...(style && { style }),
});

export const forgetSomebodyCard = (person: Person, { mine, lasts }: Goes): Card => ({
  title: text`Forget ${person.name}?`,
  body: [
    ...(mine.length > 0
      ? [
          line(
            plural(
              mine.length,
              text`They leave ${named(mine)} and its space at once.`,
              text`They leave ${named(mine)} and their spaces at once.`,
            ),
          ),
        ]
      : []),
    line(
      text`Their name and account, what they asked and answered, their own messages and files in libraries, and their name in the log of who did what go for good. What they saved of others stays, without their name. It can't be undone, and they aren't told by me.`,
    ),
    ...(lasts.length > 0
      ? [line(text`Nobody else facilitates ${named(lasts)}: somebody is looked for, as when a facilitator leaves.`)]
      : []),
  ],
  buttons: [somebody(person, 'Forget them', 'yes', 'danger'), somebody(person, 'Leave it', 'no')],
});

export const somebodyStaysCard = (person: Person): Card => ({
  body: [line(text`Nothing has changed: **${person.name}** stays known here.`)],
});

export const somebodyForgottenCard = (person: Person): Card => ({
  body: [
    line(
      text`**${person.name}** is out of all CoPs. As soon as their spaces have let them go, nothing is held about them any more. This card is the last that names them; nobody else is told.`,
    ),
  ],
});
