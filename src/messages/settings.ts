import { type Language, languages } from '../domain/language.ts';
import { type Chosen, conversationFirst } from '../domain/settings.ts';
import { type Card, type FormOf, optional, type Text, text } from '../platform/card.ts';
import type { Channel, PlatformName } from '../platform/chat-platform.ts';
import { languageNames } from './language.ts';
import { ownRolesButton } from './role.ts';
import { type Section, sectionBlocks } from './sections.ts';
import { wayInForm, wayInLine, wayInValues } from './way-in.ts';

export const settingSections = ['support', 'forum', 'language', 'way-in'] as const;
export type SettingSection = (typeof settingSections)[number];
export const settingSectionCalled = (name: string | undefined): SettingSection | undefined =>
  settingSections.find(one => one === name);

export interface ChoiceValues {
  readonly support?: string;
  readonly forum?: string;
  readonly forumChannel?: string;
  readonly start?: string;
  readonly timeZone?: string;
  readonly language?: string;
  readonly how?: string;
  readonly link?: string;
  readonly person?: string;
}
type Errors = Readonly<Record<string, string>>;

/** What the form shows of what was chosen before. */
export const chosenValues = (settings: Chosen): ChoiceValues => ({
  support: settings.supportChannel,
  forum: { none: 'none', wanted: 'make', there: 'take' }[settings.forum],
  forumChannel: settings.forumChannel,
  start: `${settings.starters} ${settings.startPolicy}`,
  timeZone: settings.timeZone,
  language: settings.language,
  ...wayInValues(settings),
});

export const chooseErrors = {
  noForum: 'Choose the channel here, or let me make one.',
  noSupport: 'For a conversation first, choose the channel of the Support Team who would have it.',
  aSpace: "That channel is a CoP's own space. Please choose another.",
  noTimeZone: "I don't know that time zone. Write it like Europe/London or Asia/Kolkata.",
} as const;

export const chooseForm = (section: SettingSection, values: ChoiceValues, errors: Errors = {}) =>
  forms[section](values, errors);

const does = (section: SettingSection): FormOf<'settings choose'>['does'] => ({
  command: 'settings choose',
  options: { section },
});

const supportForm = (values: ChoiceValues, errors: Errors): FormOf<'settings choose'> => ({
  title: 'Support Team',
  intro: text`It hears about new CoPs. Without one, nobody can be asked for a conversation.`,
  fields: [
    {
      kind: 'channel',
      name: 'support',
      label: "The Support Team's channel",
      hint: 'Whoever is in it hears about new CoPs and has the first conversations.',
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
  does: does('support'),
});

const forumForm = (values: ChoiceValues, errors: Errors): FormOf<'settings choose'> => ({
  title: 'Forum',
  intro: text`Facilitators are let in, for as long as they facilitate.`,
  fields: [
    {
      kind: 'choice',
      name: 'forum',
      label: "The Facilitators' forum",
      hint: 'A private channel of all who facilitate a CoP',
      choices: [
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
  does: does('forum'),
});

const languageForm = (values: ChoiceValues, errors: Errors): FormOf<'settings choose'> => ({
  title: 'Language and time zone',
  intro: text`For what several read at once, and for when reminders come.`,
  fields: [
    {
      kind: 'choice',
      name: 'language',
      label: 'Language in channels',
      hint: 'What one person reads is in their own language always',
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
      hint: "For reminders, where I can't see a person's own. For example Europe/London",
      max: 60,
      value: values.timeZone,
      error: errors.timeZone,
    },
  ],
  submit: 'Save',
  does: does('language'),
});

const forms = {
  support: supportForm,
  forum: forumForm,
  language: languageForm,
  'way-in': (values: ChoiceValues, errors: Errors): FormOf<'settings choose'> => ({
    ...wayInForm(values, errors),
    does: does('way-in'),
  }),
} as const;

/** All of it: what is chosen, of what isn't what follows from that, and a form for each part. */
export const setupCard = (settings: Chosen): Card => ({
  title: text`Set up`,
  body: [
    {
      kind: 'text',
      text: text`All of this can wait, and can be changed with ${{ slash: 'settings choose' }} at any time.`,
    },
    ...sectionBlocks(sectionsOf(settings)),
  ],
  buttons: [ownRolesButton],
});

/** The same once some of it was chosen. */
export const chosenCard = (settings: Chosen): Card => ({
  title: text`You're all set up`,
  body: [
    ...sectionBlocks(sectionsOf(settings)),
    {
      kind: 'text',
      tone: 'quiet',
      text: text`I can only post where I am: if I'm not in a channel you chose, please invite me there. You can change all of this with ${{ slash: 'settings choose' }}.`,
    },
  ],
  buttons: [ownRolesButton],
});

const sectionsOf = (settings: Chosen): readonly Section[] => [
  {
    label: 'Support Team and starting',
    now: text`**Support Team**: ${supportLine(settings)}\n**Who may start a CoP**: ${startLine(settings)}`,
    does: does('support'),
  },
  {
    label: 'Forum',
    now: text`**Facilitators' forum**: ${forumLine(settings, settings.forumChannel)}`,
    does: does('forum'),
  },
  {
    label: 'Language and time zone',
    now: text`**Language in channels**: ${languageLine(settings.language)}\n**Time zone**: ${
      settings.timeZone ? text`${settings.timeZone}` : text`each person's own, as far as I can see it`
    }`,
    does: does('language'),
  },
  {
    label: 'People from outside',
    now: text`**People from outside**: ${wayInLine(settings.wayIn)}`,
    does: does('way-in'),
  },
];

const supportLine = (settings: Chosen): Text =>
  settings.supportChannel
    ? text`${channelOf(settings, settings.supportChannel)}: whoever is in it hears about new CoPs.`
    : text`None yet: nobody hears about new CoPs, and nobody can be asked for a conversation.`;

const languageLine = (chosen: Language | undefined): Text =>
  chosen === undefined ? text`that of whoever starts the CoP` : text`${languageNames[chosen]}`;

function forumLine(settings: Chosen, channel: string | undefined): Text {
  if (settings.forum === 'none') return text`None: facilitators have no place of their own yet.`;
  if (channel === undefined) return text`I make it as soon as there is a first facilitator to be in it.`;
  return text`${channelOf(settings, channel)}: facilitators are let in, for as long as they facilitate.`;
}

function startLine(settings: Chosen): Text {
  const first = conversationFirst(settings);
  if (settings.starters === 'anyone')
    return first ? text`Anyone, after a conversation with the Support Team.` : text`Anyone, straight away.`;
  return first ? text`Only admins, after a conversation with the Support Team.` : text`Only admins, straight away.`;
}

function channelOf({ workspace }: Chosen, id: string): { space: Channel; name: string } {
  const cut = workspace.indexOf(':');
  const platform = workspace.slice(0, cut) as PlatformName;
  return { space: { platform, workspace: workspace.slice(cut + 1), id }, name: 'that channel' };
}

/** Once, under the answer to an administrator. */
export const withOffer = (card: Card): Card => ({
  ...card,
  body: [
    ...card.body,
    { kind: 'divider' },
    {
      kind: 'text',
      text: text`You administer this workspace: would you like to choose where the Support Team is, and who may start CoPs? Everything works without it, too.`,
      buttons: [{ label: 'Set up', does: { command: 'settings choose', options: {} } }],
    },
  ],
});

/** The forum that the bot makes. */
export const forumWords = {
  name: 'facilitators-forum',
  topic: 'For all who facilitate a Community of Practice here',
  purpose: 'Ask each other, show what worked, and say what did not. You are in it for as long as you facilitate a CoP.',
} as const;
