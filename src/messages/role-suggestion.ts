/** A member thinks of another for a role: what is asked, and what comes back. */
import type { Cop } from '../domain/cop.ts';
import { limits, type Role, type RoleSuggestion } from '../domain/core-role.ts';
import type { Known } from '../domain/person.ts';
import { type Block, type Button, type Card, type FormOf, optional, type Text, text } from '../platform/card.ts';
import { rolesButton } from './doable.ts';
import { who } from './people.ts';
import { lineOf, nameOf } from './role.ts';

export interface RoleSuggestionView {
  readonly suggestion: RoleSuggestion;
  readonly cop: Cop;
  readonly role: Role;
  readonly person: Known;
  readonly suggester: Known;
}

export const suggestErrors = {
  nobody: 'Choose one of the members.',
  aBot: 'That is a bot. Choose one of the members.',
  yourself: 'That is you: press Volunteer beside the role instead.',
  notIn: "They aren't in this CoP yet. Only its members can be asked.",
  carries: 'They already carry it. Choose somebody else.',
  asked: "They have already been asked, and haven't answered yet.",
} as const;

export function suggestForm(
  cop: Cop,
  role: Role,
  values: { readonly person?: string; readonly words?: string } = {},
  error?: string,
): FormOf<'role suggest'> {
  return {
    title: 'Suggest someone',
    intro: text`They are asked privately whether they'd like to be **${nameOf(role)}** of **${cop.name}**. A no is fine, and only you hear of it.`,
    fields: [
      {
        kind: 'people',
        name: 'person',
        label: 'Who would be good at it?',
        hint: 'One of the members',
        required: true,
        most: 1,
        value: values.person ? [values.person] : [],
        ...(error && { error }),
      },
      {
        kind: 'words',
        name: 'words',
        label: 'Why them?',
        optional,
        hint: 'A kind word; they read it',
        long: true,
        max: limits.words,
        ...(values.words && { value: values.words }),
      },
    ],
    submit: 'Ask them',
    does: { command: 'role suggest', options: { cop: cop.id, role: role.key } },
  };
}

/** To the one who suggests. */
export const suggestedCard = (
  { suggestion, cop, role }: Omit<RoleSuggestionView, 'person' | 'suggester'>,
  person: Pick<Known, 'name' | 'accountId'>,
): Card => ({
  body: [
    {
      kind: 'text',
      text: text`I'm asking ${who(person, cop)} whether they'd like to be **${nameOf(role)}** of **${cop.name}**. You'll get their answer by direct message.`,
    },
  ],
  buttons: [
    { label: 'Withdraw the suggestion', does: { command: 'role withdraw', options: { suggestion: suggestion.id } } },
  ],
});

export const takenBackCard = ({ cop, role, person }: RoleSuggestionView): Card => ({
  body: [
    {
      kind: 'text',
      text: text`Done: ${who(person, cop)} isn't asked to be **${nameOf(role)}** of **${cop.name}** any more.`,
    },
  ],
});

const answers = (suggestion: RoleSuggestion, more: { readonly panel?: string } = {}): readonly Button[] => [
  {
    label: 'Yes, gladly',
    does: { command: 'role accept', options: { suggestion: suggestion.id, ...more } },
    style: 'primary',
  },
  { label: 'Not now', does: { command: 'role decline', options: { suggestion: suggestion.id, ...more } } },
];

/** To the one who is asked. */
export function suggestionCard({ suggestion, cop, role, suggester }: RoleSuggestionView): Card {
  const asked: Block = {
    kind: 'text',
    text: text`${who(suggester, cop)} thinks of you as **${nameOf(role)}** of **${cop.name}**. ${lineOf(role)}`,
  };
  const when = { at: suggestion.decidedAt ?? suggestion.createdAt, style: 'ago' } as const;
  const settled = (words: Text, buttons: readonly Button[] = []): Card => ({
    body: [asked, { kind: 'text', text: words }],
    buttons,
  });
  switch (suggestion.state) {
    case 'accepted':
      return settled(
        text`You said yes ${when}. ${{ slash: 'role show' }} shows it; you can step back whenever you like.`,
        [rolesButton(cop)],
      );
    case 'declined':
      return settled(
        text`You said “not now” ${when}. That is fine. Should you change your mind: ${{ slash: 'role show' }}.`,
        [rolesButton(cop)],
      );
    case 'withdrawn':
      return settled(text`This was taken back ${when}, so there's nothing left for you to do.`);
    case 'pending':
      return {
        body: [
          asked,
          ...(suggestion.words
            ? [{ kind: 'text' as const, tone: 'quoted' as const, text: text`${suggestion.words}` }]
            : []),
          {
            kind: 'text',
            text: text`It is an offer: carry it alone or with others, your own way, and step back whenever you like.`,
          },
        ],
        buttons: answers(suggestion),
      };
  }
}

/** What waits for an answer of mine, for the home view. */
export const suggestionLine = (
  { suggestion, cop, role }: Pick<RoleSuggestionView, 'suggestion' | 'cop' | 'role'>,
  here: { readonly panel?: string },
): Block => ({
  kind: 'text',
  text: text`You are thought of as **${nameOf(role)}** of **${cop.name}**. ${lineOf(role)}`,
  buttons: answers(suggestion, here),
});

/** To the one who suggested. */
export function suggestionAnsweredCard({ suggestion, cop, role, person }: RoleSuggestionView): Card {
  return {
    body: [
      {
        kind: 'text',
        text:
          suggestion.state === 'accepted'
            ? text`${who(person, cop)} said yes, and is **${nameOf(role)}** of **${cop.name}** now. Thank you for thinking of them.`
            : text`${who(person, cop)} can't be **${nameOf(role)}** of **${cop.name}** just now. That is fine; perhaps somebody else would like to.`,
      },
    ],
    buttons: [{ label: 'See the roles', does: { command: 'role show', options: { cop: cop.id } } }],
  };
}

/** To the one who suggested, where the question could not be brought to them. */
export function notDeliveredCard(view: RoleSuggestionView): Card {
  const { suggestion, cop, role, person } = view;
  if (suggestion.state === 'accepted' || suggestion.state === 'declined')
    return {
      body: [
        {
          kind: 'text',
          text: text`I couldn't write to ${who(person, cop)} about being **${nameOf(role)}** of **${cop.name}** at first. They have answered since.`,
        },
      ],
      buttons: [{ label: 'See the roles', does: { command: 'role show', options: { cop: cop.id } } }],
    };
  if (suggestion.state === 'withdrawn' && cop.state === 'closed') return takenBackCard(view);
  return {
    body: [
      {
        kind: 'text',
        text:
          suggestion.state === 'withdrawn'
            ? text`I couldn't ask ${who(person, cop)} whether they'd like to be **${nameOf(role)}** of **${cop.name}**: they are no longer here. Perhaps somebody else would like to.`
            : text`I couldn't write to ${who(person, cop)}, so they don't know yet that you thought of them as **${nameOf(role)}** of **${cop.name}**. ${{ slash: 'home show' }} shows it to them; a word from you helps.`,
      },
    ],
    buttons: [{ label: 'See the roles', does: { command: 'role show', options: { cop: cop.id } } }],
  };
}

export const suggestionDecided = ({ state, decidedAt, createdAt }: RoleSuggestion): Text =>
  ({
    pending: text`This hasn't been answered yet.`,
    accepted: text`This was answered with a yes ${{ at: decidedAt ?? createdAt, style: 'ago' }}. ${{ slash: 'role show' }} shows who carries what.`,
    declined: text`The answer was “not now” ${{ at: decidedAt ?? createdAt, style: 'ago' }}. ${{ slash: 'role show' }} is always open.`,
    withdrawn: text`This was taken back, so there's nothing left for you to do.`,
  })[state];
