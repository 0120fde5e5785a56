import type { Cop } from '../domain/cop.ts';
import type { FirstConversation } from '../domain/first-conversation.ts';
import type { Language } from '../domain/language.ts';
import { type Chosen, conversationFirst } from '../domain/settings.ts';
import { type Block, type Card, type Text, text, textOf } from '../platform/card.ts';
import type { Channel } from '../platform/chat-platform.ts';
import { languageNames } from './language.ts';
import { idIn } from './people.ts';
import { ownRolesButton } from './role.ts';
import { type Section, sectionBlocks } from './sections.ts';
import { choosing, keptFor, timesAreTyped } from './settings-form.ts';
import { emptyBlock } from './stand-in.ts';
import { wayInLine } from './way-in.ts';

/** All of it: what is chosen, of what isn't what follows from that, and a form for each part. */
export const setupCard = (settings: Chosen, now: number, zone: string, waiting: WaitsForAdmin = {}): Card => ({
  title: text`Set up`,
  body: [
    {
      kind: 'text',
      text: text`All of this can wait, and can be changed with ${{ slash: 'settings choose' }} at any time.`,
    },
    ...waitingBlocks(waiting),
    ...sectionBlocks(sectionsOf(settings, now, zone)),
  ],
  buttons: [ownRolesButton],
});

/** For any administrator, where there is no Support Team. */
export interface WaitsForAdmin {
  readonly toStart?: readonly ToStart[];
  /** Nobody is in them, and nobody looks after them. */
  readonly empty?: readonly Cop[];
}

/** A CoP that was to be talked over with a Support Team that is no more, where only administrators start one. */
export interface ToStart {
  readonly cop: Pick<Cop, 'name' | 'domain'>;
  readonly conversation: Pick<FirstConversation, 'id'>;
}

/** What was started or taken up makes room for the next. */
export const mostToStart = 5;

const waitingBlocks = ({ toStart = [], empty = [] }: WaitsForAdmin): readonly Block[] =>
  [...toStart.map(startBlock), ...empty.map(cop => emptyBlock(cop))].slice(0, mostToStart);

const startBlock = ({ cop, conversation }: ToStart): Block => ({
  kind: 'text',
  text: text`**${cop.name}** waits to be started: ${cop.domain}. There is no Support Team any more, and only administrators start CoPs.`,
  buttons: [
    {
      label: 'Start it now',
      does: { command: 'first-conversation start', options: { conversation: conversation.id } },
      style: 'primary',
    },
  ],
});

/** The same once some of it was chosen. */
export const chosenCard = (
  settings: Chosen,
  now: number,
  zone: string,
  { isOpen, waiting }: { readonly isOpen: boolean; readonly waiting: WaitsForAdmin },
): Card => ({
  title: text`Saved`,
  body: [
    ...(isOpen ? [openToAll(settings)] : []),
    ...waitingBlocks(waiting),
    ...sectionBlocks(sectionsOf(settings, now, zone)),
    {
      kind: 'text',
      tone: 'quiet',
      text: namesChannel(settings)
        ? text`I can only post where I am: if I'm not in a channel you chose, please invite me there. You can change all of this with ${{ slash: 'settings choose' }}.`
        : text`You can change all of this with ${{ slash: 'settings choose' }}.`,
    },
  ],
  buttons: [ownRolesButton],
});

const namesChannel = ({ supportChannel, forumChannel }: Chosen): boolean =>
  supportChannel !== undefined || forumChannel !== undefined;

/** Whoever talks with the Support Team tells more than everybody need read. */
const openToAll = (settings: Chosen): Block => ({
  kind: 'text',
  text: text`**Everybody here can read ${channelOf(settings, settings.supportChannel ?? '')}**, so the notes of conversations could be read by everybody here. In a private channel only the Support Team reads them.`,
  buttons: [
    {
      label: 'Make one',
      does: { command: 'settings choose', options: { section: 'support', team: 'make' } },
      style: 'primary',
    },
  ],
});

/** `zone`: the machine's, an IANA name. */
const sectionsOf = (settings: Chosen, now: number, zone: string): readonly Section[] => [
  {
    label: 'Support Team and starting',
    now: text`**Support Team**: ${supportLine(settings)}\n**Who may start a CoP**: ${startLine(settings)}`,
    does: choosing('support'),
  },
  {
    label: 'Forum',
    now: text`**Facilitators' forum**: ${forumLine(settings, settings.forumChannel)}`,
    does: choosing('forum'),
  },
  {
    label: 'Language and time zone',
    now: text`**Language in channels**: ${languageLine(settings.language)}\n**Time zone**: ${zoneLine(settings, zone)}`,
    does: choosing('language'),
  },
  {
    label: 'People from outside',
    now: text`**People from outside**: ${wayInLine(settings.wayIn, now)}`,
    does: choosing('way-in'),
  },
  {
    label: 'What is kept',
    now: text`**Answered requests to join**: ${textOf(keptFor[settings.keepsRequests])}\n**Who did what**: ${textOf(keptFor[settings.keepsAudit])}\n**Closed CoPs**: ${textOf(keptFor[settings.keepsClosed])}`,
    does: choosing('kept'),
  },
];

const supportLine = (settings: Chosen): Text =>
  settings.supportChannel
    ? text`${channelOf(settings, settings.supportChannel)}: whoever is in it hears about new CoPs.`
    : text`None yet. Nobody hears about new CoPs, and nobody can be asked for a conversation.`;

const languageLine = (chosen: Language | undefined): Text =>
  chosen === undefined ? text`That of whoever starts the CoP` : text`${languageNames[chosen]}`;

/** Where each picks a time, they do so in their own hours; where it is typed, nobody's own is known. */
function zoneLine(settings: Chosen, machines: string): Text {
  if (settings.timeZone) return text`${settings.timeZone}`;
  return timesAreTyped(settings)
    ? text`${machines}, that of the machine I run on`
    : text`Each person's own, as far as I can see it`;
}

function forumLine(settings: Chosen, channel: string | undefined): Text {
  if (settings.forum === 'none') return text`None yet. Facilitators have no place of their own.`;
  if (channel === undefined) return text`I'll make it as soon as somebody facilitates a CoP.`;
  return text`${channelOf(settings, channel)}: facilitators are let in, for as long as they facilitate.`;
}

function startLine(settings: Chosen): Text {
  const first = conversationFirst(settings);
  if (settings.starters === 'anyone')
    return first ? text`Anyone, after a conversation with the Support Team.` : text`Anyone, straight away.`;
  return first ? text`Only admins, after a conversation with the Support Team.` : text`Only admins, straight away.`;
}

const channelOf = ({ workspace }: Chosen, id: string): { space: Channel; name: string } => ({
  space: idIn(workspace, id),
  name: 'that channel',
});

/** Once, under the answer to an administrator. */
export const withOffer = (card: Card): Card => ({
  ...card,
  body: [
    ...card.body,
    { kind: 'divider' },
    {
      kind: 'text',
      text: text`You're an administrator here: would you like to choose where the Support Team is, and who may start CoPs? Everything works without it, too.`,
      buttons: [{ label: 'Set up', does: { command: 'settings choose', options: {} } }],
    },
  ],
});

/** The database may be another than the one that was meant. */
export const withUnknown = (card: Card): Card => ({
  ...card,
  body: [
    ...card.body,
    { kind: 'divider' },
    {
      kind: 'text',
      text: text`You're an administrator here, so please know: there are channels of CoPs here that I made, and my records hold none of them. I may have been started with the wrong records. Nothing is lost or changed; please ask whoever runs me to look, best before anybody starts a CoP.`,
    },
  ],
});

/** The channel that the bot makes for the Support Team. */
export const supportWords = {
  name: 'support-team',
  topic: 'For the Support Team: who starts a Community of Practice, and who would like to talk',
  purpose: 'Whoever is in here is the Support Team. New CoPs and the wish for a conversation come here.',
} as const;

/** The forum that the bot makes. */
export const forumWords = {
  name: 'facilitators-forum',
  topic: 'For all who facilitate a Community of Practice here',
  purpose: 'Ask each other, show what worked, and say what did not. You are in it for as long as you facilitate a CoP.',
} as const;
