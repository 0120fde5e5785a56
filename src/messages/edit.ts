/** Editing a CoP, and how its core statement has changed. */
import { type Cop, limits } from '../domain/cop.ts';
import type { OptionsOf } from '../domain/deed.ts';
import type { Known } from '../domain/person.ts';
import type { PlatformName } from '../domain/platforms.ts';
import type { Statement } from '../domain/statement.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { type Block, type Card, type ErrorsOf, type FormOf, type Text, text } from '../platform/card.ts';
import { space, who } from './people.ts';
import { type Section, sectionBlocks } from './sections.ts';

export const editSections = ['itself', 'newcomers'] as const;
export type EditSection = (typeof editSections)[number];
export const editSectionCalled = (name: string | undefined): EditSection | undefined =>
  editSections.find(one => one === name);

type EditValues = OptionsOf<'cop edit'>;
type Errors = ErrorsOf<'cop edit'>;

export const editForm = (
  section: EditSection,
  cop: Cop,
  values: EditValues,
  errors: Errors = {},
): FormOf<'cop edit'> => (section === 'itself' ? itselfForm(cop, values, errors) : newcomersForm(cop, values, errors));

const does = (section: EditSection, cop: Cop): FormOf<'cop edit'>['does'] => ({
  command: 'cop edit',
  options: { cop: cop.id, section },
});

/** All of it, and which form each part has. */
export const editCard = (cop: Cop): Card => ({
  title: text`Edit ${cop.name}`,
  body: sectionBlocks(sectionsOf(cop)),
});

const sectionsOf = (cop: Cop): readonly Section[] => [
  {
    label: 'Name and statement',
    now: text`**${cop.name}**: ${cop.domain}\nCore statement: ${cop.statement ?? text`none yet`}\nWho can find it: ${cop.unlisted ? text`only people who are told about it` : text`everybody here`}`,
    does: does('itself', cop),
  },
  {
    label: 'For newcomers',
    now: text`**For newcomers**\nAsked of people who want to join: ${cop.joinQuestion ?? text`What brings you here?`}\nRead by newcomers: ${cop.welcome ?? text`nothing of your own yet`}`,
    does: does('newcomers', cop),
  },
];

function itselfForm(cop: Cop, values: EditValues, errors: Errors): FormOf<'cop edit'> {
  const given = {
    name: cop.name,
    domain: cop.domain,
    statement: cop.statement,
    listed: cop.unlisted ? ('no' as const) : ('yes' as const),
    ...values,
  };
  return {
    title: 'Edit the CoP',
    intro: text`The channel's name and topic follow, and so does the pinned welcome.`,
    fields: [
      {
        kind: 'words',
        name: 'name',
        label: 'Name',
        required: true,
        max: limits.name,
        value: given.name,
        error: errors.name,
      },
      {
        kind: 'words',
        name: 'domain',
        label: 'What do you care about?',
        required: true,
        max: limits.domain,
        value: given.domain,
        error: errors.domain,
      },
      {
        kind: 'words',
        name: 'statement',
        label: 'Core statement',
        hint: 'We are …, who care about …, and meet to …, so that …',
        long: true,
        max: limits.statement,
        value: given.statement,
        error: errors.statement,
      },
      {
        kind: 'choice',
        name: 'listed',
        label: 'Who can find it?',
        required: true,
        choices: [
          { value: 'yes', label: text`Everybody here, with ${{ slash: 'cop find' }}` },
          { value: 'no', label: 'Only people who are told about it' },
        ],
        value: given.listed,
      },
    ],
    submit: 'Save',
    does: does('itself', cop),
  };
}

function newcomersForm(cop: Cop, values: EditValues, errors: Errors): FormOf<'cop edit'> {
  const { joinQuestion = cop.joinQuestion, welcome = cop.welcome } = values;
  return {
    title: 'For newcomers',
    intro: text`People who ask to join **${cop.name}** are asked your question; newcomers read your welcome, privately.`,
    fields: [
      {
        kind: 'words',
        name: 'joinQuestion',
        label: 'Your question to people who ask to join',
        hint: 'One short question. Left empty, it is “What brings you here?”',
        max: limits.joinQuestion,
        value: joinQuestion,
        error: errors.joinQuestion,
      },
      {
        kind: 'words',
        name: 'welcome',
        label: 'Your words of welcome',
        hint: 'What you would say at the door: how you meet, where to begin, whom to ask',
        long: true,
        max: limits.welcome,
        value: welcome,
        error: errors.welcome,
      },
    ],
    submit: 'Save',
    does: does('newcomers', cop),
  };
}

/** `until`: when the platform lets the channel be changed again. */
export type Following =
  | { readonly step: 'nothing to follow' | 'under way' | 'done' }
  | { readonly step: 'later'; readonly until: number }
  | { readonly step: 'trouble'; readonly words: Text };

export function editedCard(cop: Cop, following: Following): Card {
  return {
    title: text`Saved: ${cop.name}`,
    body: [{ kind: 'text', text: followingWords(cop, following) }],
    buttons: [{ label: 'Change something else', does: { command: 'cop edit', options: { cop: cop.id } } }],
  };
}

/** Why its channel has to wait. */
const laterWords: Readonly<Record<PlatformName, (when: { at: number; style: 'moment' }) => Text>> = {
  slack: when =>
    text`That's how it is from now on. Slack asks me to wait a little, so the channel follows by itself; next try: ${when}. There's nothing left for you to do.`,
  discord: when =>
    text`That's how it is from now on. Discord lets a channel's name and topic be changed only twice in ten minutes, so the channel follows by itself; next try: ${when}. There's nothing left for you to do.`,
};

function followingWords(cop: Cop, following: Following): Text {
  switch (following.step) {
    case 'nothing to follow':
      return text`That's how it is from now on.`;
    case 'under way':
      return text`That's how it is from now on. The channel's name and topic follow in a moment.`;
    case 'done':
      return text`That's how it is from now on, in ${space(cop)} too.`;
    case 'later':
      return laterWords[workspaceOf(cop.workspace).platform]({ at: following.until, style: 'moment' });
    case 'trouble':
      return following.words;
  }
}

export const nothingChangedCard = (cop: Cop): Card => ({
  body: [{ kind: 'text', text: text`Nothing was changed, so **${cop.name}** stays as it is.` }],
});

export interface Version extends Statement {
  readonly author: Known | undefined;
}

/** The statement; for members, how it came to be so. `mayEdit`: a facilitator, who can write the first there and then. */
export function statementCard(cop: Cop, history: readonly Version[], mayEdit = false): Card {
  const current: Block[] = cop.statement
    ? [{ kind: 'text', text: text`${cop.statement}`, tone: 'quoted' }]
    : [
        {
          kind: 'text',
          text: text`There is no core statement yet; it may take some conversations. What it cares about: ${cop.domain}`,
        },
      ];
  const [latest, ...earlier] = history;
  const since: Block[] = latest && cop.statement ? [{ kind: 'text', text: line(cop, latest) }] : [];
  const before: Block[] =
    earlier.length > 0 ? [{ kind: 'divider' }, { kind: 'text', text: text`**Before that**` }] : [];
  return {
    title: text`The core statement of ${cop.name}`,
    body: [
      ...current,
      ...since,
      ...before,
      ...earlier.flatMap((one): Block[] => [
        {
          kind: 'text',
          text: one.words ? text`${one.words}` : text`It had none for a while.`,
          tone: one.words ? 'quoted' : 'plain',
        },
        { kind: 'text', text: line(cop, one) },
      ]),
    ],
    buttons: mayEdit && !cop.statement ? [{ label: 'Write it', does: does('itself', cop) }] : [],
  };
}

const line = (cop: Cop, { author, at }: Version): Text =>
  author ? text`Written by ${who(author, cop)} on ${{ at }}` : text`Written on ${{ at }}`;
