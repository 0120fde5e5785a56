/** A date is chosen among up to three. */
import { ahead, best, type Voted } from '../domain/meeting.ts';
import {
  type Block,
  type Button,
  type Card,
  type Field,
  type FormOf,
  joined,
  optional,
  type Text,
  text,
} from '../platform/card.ts';
import {
  aboutOf,
  type Coming,
  comeButton,
  type MeetingView,
  mentioned,
  notButton,
  wasLetPass,
  whenAndWhere,
} from './meeting.ts';
import { askedIn, isTyped, zoned } from './meeting-form.ts';
import { endedWords } from './meeting-news.ts';

const line = (words: Text): Block => ({ kind: 'text', text: words });

type Which = 'second' | 'third';

export function datesForm(
  { meeting, cop }: MeetingView,
  zone: string,
  given: { readonly [W in Which]?: string } = {},
  faults: { readonly [W in Which]?: string } = {},
): FormOf<'meeting offer'> {
  const field = (name: Which, label: Text | string): Field<Which> => ({
    kind: 'moment',
    name,
    label,
    optional,
    ...(isTyped(cop) && { hint: 'As you would write it: “Thursday 14:00”, “3 December 2pm”' }),
    ...(given[name] && { value: given[name] }),
    ...(faults[name] && { error: faults[name] }),
  });
  return {
    title: 'Offer more dates',
    intro: isTyped(cop)
      ? text`As well as ${{ at: meeting.startsAt ?? 0, style: 'appointment' }}. Times are in ${zoned(zone)}. People say which of them suit; you take one.`
      : text`As well as ${{ at: meeting.startsAt ?? 0, style: 'appointment' }}. People say which of them suit; you take one.`,
    fields: [field('second', 'A second date'), field('third', 'A third date')],
    submit: 'Show me the card',
    does: { command: 'meeting offer', options: { meeting: meeting.id, ...askedIn(cop, zone) } },
  };
}

const when = ({ startsAt }: Pick<Voted, 'startsAt'>): Text => text`**${{ at: startsAt, style: 'appointment' }}**`;

const suits = ({ yes, ifNeedBe }: Voted): Text => {
  if (ifNeedBe > 0) return text`✓ ${yes}, if need be ${ifNeedBe}`;
  return yes === 0 ? text`✓ nobody yet` : text`✓ ${yes}`;
};

const takeButton = ({ meeting }: MeetingView, startsAt: number): Button => ({
  label: 'Take this one',
  does: { command: 'meeting take', options: { meeting: meeting.id, at: String(startsAt) } },
});

/** On the card: a row a date. */
export const dateRows = (view: MeetingView, dates: readonly Voted[]): readonly Block[] =>
  dates.map(one => ({
    kind: 'text',
    text: text`${when(one)}\n${suits(one)}`,
    buttons: [
      vote(view, one.startsAt, 'yes', '✓ Suits me'),
      vote(view, one.startsAt, 'if-need-be', 'If need be'),
      takeButton(view, one.startsAt),
    ],
  }));

const vote = ({ meeting }: MeetingView, startsAt: number, says: 'yes' | 'if-need-be', label: string): Button => ({
  label,
  does: { command: 'meeting vote', options: { meeting: meeting.id, at: String(startsAt), says } },
});

/** To who has voted. */
export const votedCard = (startsAt: number, says: 'yes' | 'if-need-be' | undefined): Card => ({
  body: [
    line(
      says === undefined
        ? text`Taken back: ${when({ startsAt })}.`
        : says === 'yes'
          ? text`Noted: ${when({ startsAt })} suits you. Press again to take it back; you can change it until a date is taken.`
          : text`Noted: ${when({ startsAt })} would do if need be. Press again to take it back; you can change it until a date is taken.`,
    ),
  ],
});

export const notADateCard: Card = {
  body: [line(text`That date can't be chosen any more. The card shows those that can.`)],
};

/** To who took it. */
export const dateTakenCard = (view: MeetingView, voters: number): Card => ({
  body: [
    line(
      voters === 0
        ? text`It's settled: ${whenAndWhere(view)}. The card shows it; nobody has voted, so nobody had to be told.`
        : text`It's settled: ${whenAndWhere(view)}. Those who voted are told below the card, and can say whether they're coming.`,
    ),
  ],
});

/** Below the card, to those who voted: rung for, once. Afterwards there is nothing to answer any more. */
export const takenCard = (view: MeetingView, voters: Coming): Card => {
  const { meeting, cop } = view;
  if (meeting.state !== 'called') return { body: [line(endedWords(view, meeting.state))] };
  const settled = text`The date of **${aboutOf(view)}** is settled: ${whenAndWhere(view)}. Can you come?`;
  return {
    body: [line(joined([settled, mentioned(voters, cop)], ' '))],
    buttons: [comeButton(meeting), notButton(meeting)],
  };
};

/** To each who facilitates, and who called it. */
export function bestCard(view: MeetingView, all: readonly Voted[], now: number): Card {
  const { meeting } = view;
  if (meeting.state !== 'voting')
    return {
      body: [
        line(
          meeting.state === 'cancelled'
            ? wasLetPass({ meeting, dates: all })
              ? text`**${aboutOf(view)}** is off: no date was taken.`
              : text`**${aboutOf(view)}** is cancelled.`
            : text`**${aboutOf(view)}** has its date: ${whenAndWhere(view)}.`,
        ),
      ],
    };
  const dates = ahead(all, now);
  const [first, ...alike] = best(dates);
  return {
    body: [
      line(
        alike.length > 0
          ? text`**${aboutOf(view)}** has no date yet, and ${alike.length + 1} dates suit equally well so far. Take one of them, or another one: those who voted are told.`
          : first
            ? text`**${aboutOf(view)}** has no date yet, and ${when(first)} suits best so far. Take it, or another one: those who voted are told.`
            : text`**${aboutOf(view)}** has no date yet, and nobody has said which suits them. You can take one all the same; if none is taken, it is off.`,
      ),
      ...dates.map(
        (one): Block => ({
          kind: 'text',
          text: text`${when(one)}\n${suits(one)}`,
          buttons: [takeButton(view, one.startsAt)],
        }),
      ),
    ],
  };
}
