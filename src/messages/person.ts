/** What somebody is told of what is held about them. */
import type { Language } from '../domain/language.ts';
import { type Card, flat, joined, plural, type Text, text, textOf, writtenTime } from '../platform/card.ts';
import { plainIn, textIn } from './language.ts';

export interface HeldLine {
  readonly cop: string | undefined;
  readonly at: number | undefined;
  readonly as: keyof typeof states | undefined;
  readonly words: readonly string[];
}

export interface HeldPart {
  readonly what: keyof typeof aboutYou;
  readonly many: number;
  readonly rows: readonly HeldLine[];
}

/** By where it stands. */
export const aboutYou = {
  'persons.id': 'Your name, as it was shown here',
  'accounts.person_id': 'Your account here, and the language it was told in',
  'homes.person_id': 'That your Home tab is drawn',
  'support_people.person_id': "That you're in the Support Team's channel",
  'forum_people.person_id': "That you're in the Facilitators' forum, or left it",
  'server_role_grants.person_id': 'Server roles that the bot gave you',
  'audit.actor_id': 'What you did with the bot, and when; never the words',
  'cops.starter_id': 'CoPs that you started',
  'memberships.person_id': 'CoPs that you are in, or were',
  'closings.asked_by': 'CoPs that you closed, or would have, with the stories that you told',
  'closings.waits_for': 'CoPs that you asked to wait with closing',
  'statements.by': 'Core statements that you wrote down',
  'differences.inside': 'Changes by hand that concern you',
  'core_roles.person_id': 'Roles that you carry, or carried',
  'clocks.minding': 'What the bot looks at later, in your hours',
  'clocks.inside': 'What the bot looks at later and that concerns you',
  'effects.inside': 'What the bot did for you or told you of late',
  'join_requests.person_id': 'Where you asked to join, and what you wrote',
  'join_requests.decided_by': 'Requests that you answered',
  'reminders.reader': 'Requests that you were reminded of',
  'unreached.person_id': 'Requests that you could not be told of',
  'talks.facilitator_id': 'Words that you had with applicants (not what was said)',
  'invitations.invitee_id': 'Invitations to you',
  'invitations.inviter_id': 'Invitations by you',
  'nominations.nominee_id': 'When you were asked to facilitate',
  'nominations.nominator_id': 'When you asked somebody to facilitate',
  'role_suggestions.person_id': 'Roles that somebody thought of you for',
  'role_suggestions.suggester_id': 'Roles that you thought of somebody for',
  'stand_ins.person_id': 'CoPs that you offered to look after',
  'stand_ins.decider_id': 'Offers to look after a CoP that you decided on',
  'first_conversations.person_id': 'First conversations that you asked for',
  'first_conversations.taken_by': 'First conversations that you took',
  'documents.shared_by': 'Papers in libraries that you posted',
  'documents.saved_by': 'Papers that you saved to a library',
  'meetings.called_by': 'Meetings that you called',
  'meetings.notes_by': 'Meetings that you wrote up',
  'meeting_votes.person_id': 'Dates of meetings that you voted for',
  'meeting_answers.person_id': 'Meetings that you are coming to, or said no to',
  'meeting_questions.person_id': 'Questions that you brought to meetings',
  'meeting_parts.person_id': 'Parts that you took in a meeting',
  'meeting_calendars.person_id': 'Meetings that you have in your calendar',
  'promises.person_id': 'What you promised at meetings',
  'promises.written_by': 'Promises that you wrote down',
  'calendar_feeds.person_id': 'That you have a private calendar address',
  'documents.steward_id': 'Papers that you look after',
} as const;

/** By how it stands. */
const states = {
  pending: 'waits for an answer',
  approved: 'was answered with yes',
  accepted: 'was answered with yes',
  declined: 'was answered with no',
  withdrawn: "doesn't stand any more",
  left: 'you have left it',
  member: "you're in it",
  joining: "you're on your way in",
  kept: 'is in the library',
  offered: 'was offered, not kept',
  removed: 'was taken out',
  asked: 'waits for somebody to take it',
  taken: 'was taken by somebody',
  done: 'is done',
  proposed: 'is not started yet',
  starting: 'is being started',
  open: 'is open',
  'not-started': 'was not started',
  closed: 'is closed',
  announced: 'is to be closed',
  waits: 'is not to be closed for now',
  'called-off': 'was called off',
  waiting: 'is about to be done',
  intended: 'is being done',
  parked: 'waits for somebody to mend something',
  failed: 'could not be done',
  skipped: 'did not have to be done any more',
  drafted: 'is not called yet',
  voting: 'its date is voted for',
  called: 'is to come',
  over: 'was held',
  cancelled: 'is cancelled',
} as const;

const shown = { lines: 3, letters: 2600 } as const;

const counted = ({ what, many }: HeldPart): Text => text`${textOf(aboutYou[what])}: ${many}`;

function lineOf({ cop, at, as, words }: HeldLine, time: (at: number) => Text): Text {
  const state = as === undefined ? undefined : states[as];
  const parts = [
    ...(at === undefined ? [] : [time(at)]),
    ...(cop === undefined ? [] : [text`${cop}`]),
    ...words.map(one => text`“${one}”`),
    ...(state ? [textOf(state)] : []),
  ];
  return joined(parts, ' · ');
}

const moreOf = (many: number): Text => plural(many, text`and one more`, text`and ${many} more`);

const intro = text`This is what the bot holds about you, here on this network. Only you see this message.`;

/** Longer than a card shows. */
export const isLong = (parts: readonly HeldPart[]): boolean =>
  parts.some(({ many }) => many > shown.lines) ||
  lengthOf(parts.map(part => partOf(part, shown.lines, undated))) > shown.letters;

const undated = () => text`${'2026-01-01'}`;

/** As much as a card holds; `isSent`: the whole of it follows. */
export function dataCard(parts: readonly HeldPart[], isSent: boolean): Card {
  const whole = parts.map(part => partOf(part, shown.lines, at => text`${{ at }}`));
  const told = lengthOf(whole) <= shown.letters ? joined(whole, '\n\n') : joined(parts.map(counted), '\n');
  return {
    title: text`What is held about you`,
    body: [
      { kind: 'text', text: intro },
      ...(parts.length > 0 ? [{ kind: 'text', text: told } as const] : []),
      ...(isSent ? [{ kind: 'text', text: sentLater } as const] : []),
      { kind: 'text', text: rights, tone: 'quiet' },
    ],
  };
}

const sentLater = text`The whole of it is on its way to you, as a file by direct message. If it doesn't come, allow direct messages from here and ask again.`;
const rights = text`What it is for, who sees it and how long it is kept: ask whoever runs this bot for its privacy page. What stands in channels is on Slack or Discord, under their rules.`;

const lengthOf = (texts: readonly Text[]): number =>
  texts.reduce((sum, one) => sum + plainIn(one, 'en').length + 12, 0);

function partOf({ what, many, rows }: HeldPart, most: number, time: (at: number) => Text): Text {
  const lines = rows.slice(0, most).map(row => lineOf(row, time));
  const told = lines.filter(line => line.length > 0);
  const left = many - told.length;
  return joined(
    [
      text`**${textOf(aboutYou[what])}** (${many})`,
      ...told.map(line => text`• ${line}`),
      ...(told.length > 0 && left > 0 ? [moreOf(left)] : []),
    ],
    '\n',
  );
}

/** All of it, to be kept. */
export function dataFile(parts: readonly HeldPart[], language: Language): string {
  const written = (at: number) => text`${writtenTime(at, 'day')}`;
  const all = parts.map(part => partOf(part, part.rows.length, written));
  return [intro, ...all, rights].map(one => plainIn(unmarked(textIn(one, language)), language)).join('\n\n');
}

/** Nothing of ours is in bold there; what people wrote is as they wrote it. */
const unmarked = (words: Text): Text =>
  flat(words).map(part => (part.kind === 'words' ? { ...part, words: part.words.replaceAll('**', '') } : part));

export const dataFileName = 'what-is-held-about-me.txt';

/** With the file. `most`: so many of each kind stand in it, the latest; the file says of how many. */
export function dataSentCard(parts: readonly HeldPart[], most: number): Card {
  const isWhole = parts.every(({ many }) => many <= most);
  return {
    body: [
      {
        kind: 'text',
        text: isWhole
          ? text`Here is all that the bot holds about you, table by table.`
          : text`Here is what the bot holds about you, table by table: of each the latest ${most} at most, and how many there are. The rest you get from whoever runs this bot.`,
      },
    ],
  };
}
