/** To who has just come in, and two weeks later. */
import type { Cop } from '../domain/cop.ts';
import type { Document } from '../domain/document.ts';
import type { Meeting } from '../domain/meeting.ts';
import { limits } from '../domain/newcomer.ts';
import type { Known } from '../domain/person.ts';
import { type Block, type Card, type FormOf, joined, type Text, text, type Who } from '../platform/card.ts';
import { libraryButton, shareButton, spaceButton } from './doable.ts';
import { titleOf } from './document.ts';
import { helloButton } from './hello.ts';
import { aboutOf, comeButton, whenAndWhere } from './meeting.ts';
import { all, space, who } from './people.ts';

/** What a newcomer finds: the papers that were pinned, the oldest first; and when they meet next. */
interface Awaiting {
  readonly pinned: readonly Document[];
  readonly next: Meeting | undefined;
}

const line = (words: Text): Block => ({ kind: 'text', text: words });
const quoted = (words: string | undefined): Block => ({ kind: 'text', text: text`${words ?? ''}`, tone: 'quoted' });

/** Privately, however they came: first the facilitators' own words. */
export function admittedCard(cop: Cop, { pinned, next }: Awaiting): Card {
  return {
    title: text`You're in: ${cop.name}`,
    body: [
      ...(cop.welcome ? [quoted(cop.welcome)] : []),
      line(
        text`Welcome. The space is ${space(cop)}. What is pinned there tells how this community works; start with the welcome. ${{ slash: 'document find' }} looks things up in its library.`,
      ),
      ...(pinned.length > 0 ? [line(text`**Pinned by members**\n${joined(pinned.map(titleOf), '\n')}`)] : []),
      ...(next ? [meetsNext({ meeting: next, cop })] : []),
    ],
    buttons: [...spaceButton(cop), libraryButton(cop), helloButton(cop)],
  };
}

const meetsNext = (view: { readonly meeting: Meeting; readonly cop: Cop }): Block => ({
  kind: 'text',
  text: text`**We meet next:** ${aboutOf(view)}\n${whenAndWhere(view)}`,
  buttons: [comeButton(view.meeting)],
});

/** `since`: when they came in. */
export const settledInCard = (cop: Cop, since: number): Card => ({
  body: [
    line(text`You've been in **${cop.name}** since ${{ at: since }}. Have you found what you came for?`),
    { kind: 'text', text: text`Nobody is told what you answer, and you aren't asked again.`, tone: 'quiet' },
  ],
  buttons: [
    { label: 'Yes', does: { command: 'newcomer found', options: { cop: cop.id } }, style: 'primary' },
    { label: 'Not yet', does: { command: 'newcomer not-yet', options: { cop: cop.id } } },
  ],
});

export const foundCard = (cop: Cop): Card => ({
  body: [line(text`Good to hear. If somebody comes to mind who would care about **${cop.name}**, too: tell them.`)],
  buttons: [shareButton(cop, 'Share it')],
});

/** Whom a newcomer can turn to. */
export interface TurnTo {
  readonly people: readonly Known[];
  /** Community Keepers, or where there are none who facilitates it. */
  readonly as: 'keepers' | 'facilitators';
}

const named = (cop: Cop, { people }: TurnTo): Text => all(people.map(one => who(one, cop)));

export function notYetFoundCard(cop: Cop, to: TurnTo): Card {
  if (to.people.length === 0) return nobodyThereCard(cop);
  return {
    body: [
      line(
        to.as === 'keepers'
          ? text`It can take a while. Turn to ${named(cop, to)}: they look out for newcomers in **${cop.name}**, and would like to hear what you're after. Write to them, or leave a word here.`
          : text`It can take a while. Turn to ${named(cop, to)}: they look after **${cop.name}**, and would like to hear what you're after. Write to them, or leave a word here.`,
      ),
    ],
    buttons: [
      {
        label: 'Leave a word…',
        does: { command: 'newcomer ask', options: { cop: cop.id } },
        style: 'primary',
      },
    ],
  };
}

export const nobodyThereCard = (cop: Cop): Card => {
  return {
    body: [
      line(
        text`Nobody else looks after **${cop.name}** just now. Ask in ${space(cop)} what you'd like to know: somebody there may have wondered, too.`,
      ),
    ],
    buttons: spaceButton(cop),
  };
};

export const nothingWritten = 'Write what you are looking for.';

export const askKeeperForm = (cop: Cop, to: TurnTo, error?: string): FormOf<'newcomer ask'> => ({
  title: 'Leave a word',
  intro: text`Only ${named(cop, to)} reads it, by direct message, with your name. It isn't kept.`,
  fields: [
    {
      kind: 'words',
      name: 'words',
      label: 'What are you looking for?',
      required: true,
      long: true,
      max: limits.words,
      error,
    },
  ],
  submit: 'Send',
  does: { command: 'newcomer ask', options: { cop: cop.id } },
});

export const askingCard = (cop: Cop, to: TurnTo, said: string): Card => ({
  body: [
    line(text`On its way to ${named(cop, to)}. An answer comes from them, by direct message or in ${space(cop)}.`),
    quoted(said),
  ],
});

/** To who looks out for newcomers. */
export const newcomerAsksCard = (cop: Cop, by: { who: Who } | undefined, said: string | undefined): Card => ({
  body: [
    line(
      by
        ? text`${by} is new in **${cop.name}**, and hasn't found yet what they came for:`
        : text`Somebody who is new in **${cop.name}** hasn't found yet what they came for:`,
    ),
    quoted(said),
    { kind: 'text', text: text`A word from you helps most: write to them.`, tone: 'quiet' },
  ],
});

/** To who wrote it. */
export const newcomerNotHadCard = (cop: Cop, person: { who: Who }): Card => ({
  body: [
    line(
      text`I couldn't bring your word about **${cop.name}** to ${person}: they take no direct messages from me. You could write to them yourself, or ask in ${space(cop)}.`,
    ),
  ],
});
