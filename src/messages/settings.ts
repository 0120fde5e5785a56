import { type Language, languages } from '../domain/language.ts';
import { type Chosen, conversationFirst } from '../domain/settings.ts';
import { type Block, type Button, type Card, type FormOf, optional, type Text, text } from '../platform/card.ts';
import type { Channel, PlatformName } from '../platform/chat-platform.ts';
import { languageNames } from './language.ts';
import { ownRolesButton } from './role.ts';

export interface ChoiceValues {
  readonly support?: string;
  readonly forum?: string;
  readonly forumChannel?: string;
  readonly start?: string;
  readonly timeZone?: string;
}

/** What the form shows of what was chosen before. */
export const chosenValues = (settings: Chosen): ChoiceValues => ({
  support: settings.supportChannel,
  forum: { none: 'none', wanted: 'make', there: 'take' }[settings.forum],
  forumChannel: settings.forumChannel,
  start: `${settings.starters} ${settings.startPolicy}`,
  timeZone: settings.timeZone,
});

export const chooseErrors = {
  noForum: 'Choose the channel here, or let me make one.',
  noSupport: 'For a conversation first, choose the channel of the Support Team who would have it.',
  aSpace: "That channel is a CoP's own space. Please choose another.",
  noTimeZone: "I don't know that time zone. Write it like Europe/London or Asia/Kolkata.",
} as const;

export function chooseForm(
  values: ChoiceValues,
  errors: Readonly<Record<string, string>> = {},
): FormOf<'settings choose'> {
  return {
    title: 'Set up',
    intro: text`All of this can wait, and can be changed with ${{ slash: 'settings choose' }} at any time.`,
    fields: [
      {
        kind: 'channel',
        name: 'support',
        label: "The Support Team's channel",
        hint: 'Whoever is in it hears of new CoPs and has the first conversations.',
        value: values.support,
        error: errors.support,
      },
      {
        kind: 'choice',
        name: 'forum',
        label: "The Facilitators' forum",
        hint: 'A private channel of all who facilitate a CoP',
        choices: [
          { value: 'none', label: 'None' },
          { value: 'make', label: 'Make one' },
          { value: 'take', label: 'Take the channel I choose below' },
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
    does: { command: 'settings choose', options: {} },
  };
}

const change: Button = { label: 'Change it', does: { command: 'settings choose', options: {} } };

/** What is chosen, and of what isn't, what follows from that. */
export function chosenCard(settings: Chosen): Card {
  const { supportChannel, forumChannel, timeZone } = settings;
  const quiet: Block = {
    kind: 'text',
    tone: 'quiet',
    text: text`I can only post where I am: if I'm not in a channel you chose, please invite me there. You can change all of this with ${{ slash: 'settings choose' }}.`,
  };
  return {
    title: text`That is set up`,
    body: [
      {
        kind: 'facts',
        facts: [
          {
            label: 'Support Team',
            value: supportChannel
              ? text`${channelOf(settings, supportChannel)}: whoever is in it hears of new CoPs.`
              : text`None yet: nobody hears of new CoPs, and nobody can be asked for a conversation.`,
          },
          { label: "Facilitators' forum", value: forumLine(settings, forumChannel) },
          { label: 'Who may start a CoP', value: startLine(settings) },
          {
            label: 'Time zone',
            value: timeZone ? text`${timeZone}` : text`Each person's own, as far as I can see it.`,
          },
        ],
      },
      languageBlock(settings.language),
      quiet,
    ],
    buttons: [change, ownRolesButton],
  };
}

/** What one person reads is in their own language always. */
const languageBlock = (chosen: Language | undefined): Block => ({
  kind: 'text',
  text:
    chosen === undefined
      ? text`What I post in a channel is in the language of whoever starts the CoP. It can be one for all:`
      : text`What I post in a channel is in ${languageNames[chosen]}. It can be another:`,
  buttons: languages
    .filter(one => one !== chosen)
    .map(language => ({
      label: languageNames[language],
      does: { command: 'settings speak', options: { language } },
    })),
});

function forumLine(settings: Chosen, channel: string | undefined): Text {
  if (settings.forum === 'none') return text`None: facilitators have no place of their own yet.`;
  if (channel === undefined) return text`I make it as soon as there is a first facilitator to be in it.`;
  return text`${channelOf(settings, channel)}: facilitators are let in, for as long as they are one.`;
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
      text: text`You administer this workspace: would you like to choose where the Support Team is, and who may start CoPs? All works without it, too.`,
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
