/** What is set up, a form a section, and what may be wrong with what was filled in. */
import type { OptionsOf } from '../domain/deed.ts';
import { languages } from '../domain/language.ts';
import { manners } from '../domain/platforms.ts';
import { type Chosen, type LongKept, longKept, type RequestsKept, requestsKept } from '../domain/settings.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { type ErrorsOf, type FormOf, optional, text } from '../platform/card.ts';
import { languageNames } from './language.ts';
import { wayInForm, wayInValues } from './way-in.ts';

export const settingSections = ['support', 'forum', 'language', 'way-in', 'kept'] as const;
export type SettingSection = (typeof settingSections)[number];
export const settingSectionCalled = (name: string | undefined): SettingSection | undefined =>
  settingSections.find(one => one === name);

type ChoiceValues = OptionsOf<'settings choose'>;

/** `before`: what there is, so that it can be kept by who can't see it: Slack shows nobody a private channel that they aren't in. */
interface Asked {
  readonly before: Pick<Chosen, 'workspace' | 'supportChannel' | 'forum'>;
  readonly errors?: ErrorsOf<'settings choose'>;
}

/** What the form shows of what was chosen before. */
export const chosenValues = (settings: Chosen): ChoiceValues => ({
  team: settings.supportChannel ? 'keep' : 'none',
  forum: ({ none: 'none', wanted: 'make', there: 'keep' } as const)[settings.forum],
  start: `${settings.starters} ${settings.startPolicy}`,
  timeZone: settings.timeZone,
  language: settings.language,
  requests: settings.keepsRequests,
  audit: settings.keepsAudit,
  closed: settings.keepsClosed,
  ...wayInValues(settings),
});

export const chooseErrors = {
  notMade: "I couldn't make a private channel just now. Please try again, or choose one that is there.",
  noTeam: 'Choose the channel here, or let me make a private one.',
  noForum: 'Choose the channel here, or let me make one.',
  noSupport: 'For a conversation first, choose the channel of the Support Team who would have it.',
  aSpace: "That channel is a CoP's own space. Please choose another.",
  theForum:
    "That channel is the Facilitators' forum. Please choose another: whoever is in it would be the Support Team.",
  theSupportTeams:
    "That channel is the Support Team's. Please choose another: every facilitator would read what is for the team.",
  noTimeZone: "I don't know that time zone. Write it like Europe/London or Asia/Kolkata.",
} as const;

export const chooseForm = (section: SettingSection, values: ChoiceValues, asked: Asked) =>
  forms[section](values, { errors: {}, ...asked });

export const choosing = (section: SettingSection): FormOf<'settings choose'>['does'] => ({
  command: 'settings choose',
  options: { section },
});

const supportForm = (values: ChoiceValues, { before, errors }: Required<Asked>): FormOf<'settings choose'> => ({
  title: 'Support Team',
  intro: text`It hears about new CoPs. Without one, nobody can be asked for a conversation.`,
  fields: [
    {
      kind: 'choice',
      name: 'team',
      label: 'The Support Team',
      hint: 'A channel: whoever is in it hears about new CoPs',
      choices: [
        ...(before.supportChannel ? [{ value: 'keep', label: 'The channel that is chosen' } as const] : []),
        { value: 'none', label: 'None' },
        { value: 'make', label: 'Make a private channel' },
        { value: 'take', label: 'Use the channel I choose below' },
      ],
      value: values.team ?? 'none',
      error: errors.team,
    },
    {
      kind: 'channel',
      name: 'support',
      label: "The Support Team's channel",
      hint: 'Best a private one, to which I have been invited',
      value: values.support,
      error: errors.support,
    },
    {
      kind: 'choice',
      name: 'start',
      label: 'Who may start a CoP, and how?',
      choices: [
        { value: 'anyone open', label: 'Anyone, straight away' },
        { value: 'anyone after-conversation', label: 'Anyone, after a conversation' },
        { value: 'admins open', label: 'Admins, straight away' },
        { value: 'admins after-conversation', label: 'Admins, after a conversation' },
      ],
      value: values.start ?? 'anyone open',
      error: errors.start,
    },
  ],
  submit: 'Save',
  does: choosing('support'),
});

const forumForm = (values: ChoiceValues, { before, errors }: Required<Asked>): FormOf<'settings choose'> => ({
  title: 'Forum',
  intro: text`Facilitators are let in, for as long as they facilitate.`,
  fields: [
    {
      kind: 'choice',
      name: 'forum',
      label: "The Facilitators' forum",
      hint: 'A private channel of all who facilitate a CoP',
      choices: [
        ...(before.forum === 'there' ? [{ value: 'keep', label: 'The one there is' } as const] : []),
        { value: 'none', label: 'None' },
        { value: 'make', label: 'Make one' },
        { value: 'take', label: 'Use the channel I choose below' },
      ],
      value: values.forum ?? 'none',
      error: errors.forum,
    },
    {
      kind: 'channel',
      name: 'forumChannel',
      label: 'A private channel for the forum',
      hint: 'One that I have been invited to; only if you have one already',
      private: true,
      value: values.forumChannel,
      error: errors.forumChannel,
    },
  ],
  submit: 'Save',
  does: choosing('forum'),
});

/** Then nobody's own time zone is known, and what they type is read in the network's. */
export const timesAreTyped = ({ workspace }: Pick<Chosen, 'workspace'>): boolean =>
  manners[workspaceOf(workspace).platform].moments === 'typed';

const languageForm = (values: ChoiceValues, { before, errors }: Required<Asked>): FormOf<'settings choose'> => ({
  title: 'Language and time zone',
  intro: text`For what several read at once, and for when reminders come.`,
  fields: [
    {
      kind: 'choice',
      name: 'language',
      label: 'Language in channels',
      hint: 'What one person reads is always in their own language',
      choices: [
        { value: 'own', label: 'That of whoever starts the CoP' },
        ...languages.map(one => ({ value: one, label: text`${languageNames[one]}` })),
      ],
      value: values.language ?? 'own',
      error: errors.language,
    },
    {
      kind: 'words',
      name: 'timeZone',
      label: 'Time zone',
      optional,
      hint: timesAreTyped(before)
        ? 'For reminders, and for the times people write. For example Europe/London'
        : "For reminders, where I can't see a person's own. For example Europe/London",
      max: 60,
      value: values.timeZone,
      error: errors.timeZone,
    },
  ],
  submit: 'Save',
  does: choosing('language'),
});

/** By their name in the settings. */
export const keptFor: Readonly<Record<RequestsKept | LongKept, string>> = {
  'three-months': 'Three months',
  year: 'A year',
  'two-years': 'Two years',
  'three-years': 'Three years',
  'five-years': 'Five years',
  always: 'For good',
};

const choicesOf = <Kept extends keyof typeof keptFor>(kept: Readonly<Record<Kept, unknown>>) =>
  (Object.keys(kept) as Kept[]).map(value => ({ value, label: keptFor[value] }));

const keptForm = (values: ChoiceValues, { errors }: Required<Asked>): FormOf<'settings choose'> => ({
  title: 'What is kept',
  intro: text`Facilitators can look back at answered requests to join for as long as you choose here. Then they go, with what was written in them.`,
  fields: [
    {
      kind: 'choice',
      name: 'requests',
      label: 'Answered requests to join',
      hint: 'Counted from the answer',
      choices: choicesOf(requestsKept),
      value: values.requests ?? 'year',
      error: errors.requests,
    },
    {
      kind: 'choice',
      name: 'audit',
      label: 'Who did what',
      hint: 'Which command, on which record, and when; never the words of a message',
      choices: choicesOf(longKept),
      value: values.audit ?? 'always',
      error: errors.audit,
    },
    {
      kind: 'choice',
      name: 'closed',
      label: 'Closed CoPs',
      hint: 'Then all of it goes. Whoever facilitated it hears a month before, and can keep it another year',
      choices: choicesOf(longKept),
      value: values.closed ?? 'always',
      error: errors.closed,
    },
  ],
  submit: 'Save',
  does: choosing('kept'),
});

const forms = {
  support: supportForm,
  forum: forumForm,
  language: languageForm,
  kept: keptForm,
  'way-in': (values: ChoiceValues, { before, errors }: Required<Asked>): FormOf<'settings choose'> => ({
    ...wayInForm(values, before, errors),
    does: choosing('way-in'),
  }),
} as const;
