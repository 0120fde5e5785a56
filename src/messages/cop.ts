import type { Cop } from '../domain/cop.ts';
import type { Known } from '../domain/person.ts';
import { manners } from '../domain/platforms.ts';
import { tidied } from '../domain/words.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { type Block, type Card, type Text, text, type Who } from '../platform/card.ts';
import type { Told } from '../platform/chat-platform.ts';
import { startButton } from './directory.ts';
import { inviteButton, libraryButton, rolesButton, spaceButton } from './doable.ts';
import { untilTheyAnswer } from './nomination.ts';
import { all, facilitatorsFact, space, who } from './people.ts';

/** To the facilitators: its channel is gone. */
export const closedCard = (cop: Cop, how: 'archived' | 'deleted'): Card => ({
  title: text`${cop.name} is closed`,
  body: [
    {
      kind: 'text',
      text:
        how === 'archived'
          ? text`Somebody archived its channel, so **${cop.name}** is closed: nobody can find it or ask to join any more. Its library and its people are kept.`
          : text`Somebody deleted its channel, so **${cop.name}** is closed: nobody can find it or ask to join any more. Its library and its people are kept.`,
    },
    {
      kind: 'text',
      text: text`If that is what you wanted, there's nothing left for you to do. Its name is free for a new start with ${{ slash: 'cop start' }}.`,
    },
  ],
  buttons: [{ label: 'Open it again', does: { command: 'cop reopen', options: { cop: cop.id } } }, startButton()],
});

/** To the facilitators: what is to be done by hand, if it is meant to go on. */
export const unarchivedCard = (cop: Cop): Card => ({
  title: text`The channel of ${cop.name} is open again`,
  body: [
    {
      kind: 'text',
      text: text`Somebody unarchived it. **${cop.name}** was closed when it was archived, and nobody brought me back with it. If it is to live on, somebody in it types **/invite** and chooses me; else there's nothing to do.`,
    },
  ],
});

/** To the facilitators. */
export const fromBackupCard = (cop: Cop, madeAt: number | undefined): Card => ({
  title: text`What I know of ${cop.name} is of an earlier time`,
  body: [
    {
      kind: 'text',
      text: text`What I had noted since ${{ at: madeAt ?? cop.createdAt, style: 'moment' }} is lost. Who is in the space and what is pinned there I find again by myself.`,
    },
    {
      kind: 'text',
      text: text`What was asked, answered or edited since then is gone. Whoever asked to join or was invited after that needs to ask again, and changes have to be made once more. Cards from that time do nothing any more.`,
    },
  ],
});

/** To the facilitators. */
export const livesOnCard = (cop: Cop, lapsed: readonly Known[]): Card => ({
  title: text`${cop.name} lives on`,
  body: [
    {
      kind: 'text',
      text: text`**${cop.name}** is open again in ${space(cop)}: people can find it and ask to join, and its library is as it was. What waited when it was closed stayed closed: anyone who had asked to join can ask again, and roles can be taken up again.`,
    },
    ...(lapsed.length > 0
      ? [
          {
            kind: 'text',
            text: text`Those who had asked to join were told that it was closed, and now that it is open again: ${all(lapsed.map(one => who(one, cop)))}. You could invite them.`,
          } as const,
        ]
      : []),
  ],
});

/** In the space, once it is back. */
export const reopenedCard = (cop: Cop): Card => ({
  title: text`${cop.name} is open again`,
  body: [
    {
      kind: 'text',
      text: text`Its people and its library are as they were. What was open when it was closed was settled then: requests to join, invitations, meetings, questions to you, and the roles you carried. Whatever still matters can be asked again; ${{ slash: 'role show' }} has the roles to take up.`,
    },
  ],
  buttons: [rolesButton(cop)],
});

/** The form came again: the answer to the first tells how it goes. */
export const startingAlreadyCard = (cop: Cop): Card => ({
  body: [
    {
      kind: 'text',
      text: text`I've got that already: **${cop.name}** is being started, and nothing was done twice. My first answer tells how it goes.`,
    },
  ],
});

const notABot = 'That is a bot. A facilitator is a person; choose one, or stay with yourself.';

const notHere = 'They are no longer here, so nobody can ask them. Choose somebody else, or stay with yourself.';

const notAGuest =
  "Guests can't be brought into a private channel by an app. Choose somebody who is a full member here, or ask an administrator to make them one.";

/** Why somebody can't be asked to facilitate, as far as the platform has told of them. */
export const whyNotThem = (told: Told | undefined): string | undefined =>
  told?.bot ? notABot : told?.gone ? notHere : told?.guest ? notAGuest : undefined;

/** How far starting has come. `trouble`: what didn't work, and what happens next. */
export interface Progress {
  readonly cop: Cop;
  readonly space: StepState;
  readonly people: StepState;
  readonly guides: StepState;
  readonly trouble: readonly Text[];
  /** Where a platform lets only so much be done a minute: how many others are before this one, and when all should be there (epoch milliseconds). */
  readonly line?: { readonly before: number; readonly until: number } | undefined;
  /** Somebody else, who was asked to facilitate it and hasn't answered. */
  readonly asked?: Pick<Known, 'name' | 'accountId'> | undefined;
}
export type StepState = 'to come' | 'under way' | 'done' | 'waiting for help' | 'did not work';

const stepWords: Readonly<Record<StepState, Text>> = {
  'to come': text`to come`,
  'under way': text`under way`,
  done: text`done`,
  'waiting for help': text`waiting for help`,
  'did not work': text`did not work`,
};

export function progressCard(progress: Progress): Card {
  const { cop } = progress;
  if (cop.state === 'closed')
    return {
      title: text`${cop.name} is closed`,
      body: [{ kind: 'text', text: text`Somebody archived or deleted its channel before all was there.` }],
    };
  const steps: Block = {
    kind: 'facts',
    facts: [
      { label: 'Private space', value: stepWords[progress.space] },
      { label: 'You in it', value: stepWords[progress.people] },
      { label: 'Welcome and guides', value: stepWords[progress.guides] },
    ],
  };
  const trouble = progress.trouble.map((words): Block => ({ kind: 'text', text: words }));
  if (progress.space !== 'done' || progress.people !== 'done' || progress.guides !== 'done') {
    const ended = [progress.space, progress.people, progress.guides].every(
      step => step === 'done' || step === 'did not work' || step === 'waiting for help',
    );
    return {
      title: ended ? text`${cop.name} isn't quite there` : text`Starting ${cop.name}`,
      body: [steps, ...trouble, ...(ended ? [] : inLine(progress))],
      buttons: spaceButton(cop),
    };
  }
  return {
    title: text`Your space is ready`,
    body: [
      { kind: 'text', text: text`${space(cop)} is there, and private. I've pinned a welcome and three guides in it.` },
      ...untilTheyAnswer(cop, progress.asked),
      ...trouble,
      {
        kind: 'text',
        text: text`Start with one thing: tell two people who would care. They find it with ${{ slash: 'cop find' }} and press **Request to join**; you decide.`,
      },
    ],
    buttons: [...spaceButton(cop), inviteButton(cop)],
  };
}

/** A time of the clock stays true, however seldom it is drawn anew. */
function inLine({ cop, line }: Progress): readonly Block[] {
  if (!line) return [];
  const { name } = manners[workspaceOf(cop.workspace).platform];
  const by = { at: line.until, style: 'moment' } as const;
  const waits =
    line.before === 0
      ? text`${name} lets me do only so much a minute, so this takes a little: all should be there by ${by}.`
      : line.before === 1
        ? text`${name} lets me do only so much a minute, and one other is before you: all should be there by ${by}.`
        : text`${name} lets me do only so much a minute, and ${line.before} others are before you: all should be there by ${by}.`;
  return [
    { kind: 'text', text: waits },
    { kind: 'text', tone: 'quiet', text: text`You needn't wait here: I tell you once all is there.` },
  ];
}

/** To the starter, where the answer could no longer say it. */
export const readyCard = (cop: Cop, asked?: Progress['asked']): Card =>
  progressCard({ cop, space: 'done', people: 'done', guides: 'done', trouble: [], asked });

/** What it is about, in facts. */
export const about = (cop: Cop): readonly { readonly label: string; readonly value: Text }[] => [
  { label: 'What we care about', value: text`${cop.domain}` },
  ...(cop.statement ? [{ label: 'Core statement', value: text`${cop.statement}` }] : []),
];

/** The last message in a new space, pinned. `roles`: who carries what, and what is there to take up. */
export function welcomeCard(
  cop: Cop,
  facilitators: readonly { who: Who }[],
  roles: readonly Block[] = [],
  meets?: number,
): Card {
  return {
    title: text`Welcome to ${cop.name}`,
    body: [
      {
        kind: 'facts',
        facts: [
          ...about(cop),
          facilitatorsFact(facilitators),
          ...(meets === undefined ? [] : [{ label: 'Meets next', value: text`${{ at: meets, style: 'moment' }}` }]),
        ],
      },
      ...roles,
      {
        kind: 'text',
        tone: 'quiet',
        text: text`What is said here stays with its members; only administrators may be able to read along. The facilitators administer this space. Pin a paper or a link, and it is kept in the library.`,
      },
    ],
    buttons: [
      libraryButton(cop),
      { label: 'Invite or share', does: { command: 'cop spread', options: { cop: cop.id } } },
    ],
  };
}

export const topicOf = (cop: Cop): string => cop.domain;
export const purposeOf = (cop: Cop): Text =>
  cop.statement
    ? text`${tidied(cop.statement)}`
    : text`${cop.name}: a Community of Practice. Members only; ask to join with ${{ slash: 'join-request make' }}.`;
