/** What was changed by hand and is too much to be believed unasked: told as one thing, with what can be said to it. */
import type { Cop } from '../domain/cop.ts';
import { areFacilitators, type Difference, ownWordUntil } from '../domain/difference.ts';
import type { Known } from '../domain/person.ts';
import { type Button, type Card, joined, type Text, text } from '../platform/card.ts';
import { peopleIn, space, who } from './people.ts';

export interface DifferenceView {
  readonly difference: Difference;
  readonly cop: Cop;
  /** Who is out. */
  readonly people: readonly Known[];
}

const shown = 20;

export function differenceCard(view: DifferenceView): Card {
  const { difference, cop } = view;
  const when = { at: difference.settledAt ?? difference.foundAt };
  const said: Text | undefined =
    cop.state === 'closed'
      ? text`**${cop.name}** is closed, so there's nothing left for you to do.`
      : difference.settledAs === 'put-back'
        ? text`That is settled: it was put back on ${when}.`
        : difference.settledAs === 'right'
          ? text`That is settled: it was meant so, as somebody said on ${when}.`
          : undefined;
  const body = difference.kind === 'people' ? peopleOut(view) : outOfReach(cop);
  return {
    title: text`${cop.name}: is this right?`,
    body: [{ kind: 'text', text: body }, ...(said ? [{ kind: 'text', text: said } as const] : [])],
    buttons: said ? [] : answers(difference),
  };
}

function peopleOut({ cop, people, difference }: DifferenceView): Text {
  const names = people.slice(0, shown).map(one => text`${who(one, cop)}`);
  return text`${peopleIn(difference.people.length)} can no longer get into the space of **${cop.name}**, all at once: ${joined(names, ', ')}. That looks like more than one person leaving, so I ask before anything ends. Until then their roles are kept for them, and they read nothing of its library.`;
}

const outOfReach = (cop: Cop): Text =>
  text`I can't get into the space of **${cop.name}** any more. It was archived or deleted, or I was taken out of it; I'm not told which. Nothing is closed and nothing is lost: **${cop.name}** rests until somebody brings me back. To do that, unarchive the channel if it is archived, and invite me in it.`;

const answers = ({ id, kind }: Difference): readonly Button[] => [
  {
    label: kind === 'people' ? 'Put it back' : "I've brought you back",
    does: { command: 'difference put-back', options: { difference: id } },
    style: 'primary',
  },
  {
    label: kind === 'people' ? "It's right" : "It's closed for good",
    does: { command: 'difference right', options: { difference: id } },
  },
];

/** A space that was out of reach: whether it is back shows when it is looked at. */
export function lookingAgainCard(view: DifferenceView): Card {
  const card = differenceCard(view);
  const line = text`Thank you. I'm trying again what waited; this card changes once I'm in.`;
  return { ...card, body: [...card.body, { kind: 'text', text: line }] };
}

/** To who facilitated it alone until then. */
export function takeItBackCard({ difference, cop }: DifferenceView): Card {
  const title = text`You're no longer in ${cop.name}`;
  const { settledAs, foundAt } = difference;
  if (cop.state === 'closed')
    return {
      title,
      body: [{ kind: 'text', text: text`**${cop.name}** is closed, so there's nothing left for you to do.` }],
    };
  if (settledAs === 'put-back')
    return { title, body: [{ kind: 'text', text: text`That is over: you look after **${cop.name}** again.` }] };
  if (settledAs === 'right')
    return {
      title,
      body: [
        {
          kind: 'text',
          text: text`You don't look after **${cop.name}** any more. Thank you for having done it. ${{ slash: 'join-request make' }} asks in again, should you want to.`,
        },
      ],
    };
  return {
    title,
    body: [
      {
        kind: 'text',
        text: text`Since ${{ at: foundAt, style: 'moment' }} you aren't in ${space(cop)} any more, so nobody looks after **${cop.name}**. I'm not told whether you left or somebody took you out.`,
      },
      {
        kind: 'text',
        text: text`If it wasn't meant so, take it back until ${{ at: ownWordUntil(difference), style: 'moment' }}: you're brought in again and look after it as before. Nothing of yours is lost until then. Meanwhile others are asked: Who would look after **${cop.name}**? Should you know somebody, a word from you helps.`,
      },
    ],
    buttons: [
      {
        label: 'Take it back',
        does: { command: 'difference put-back', options: { difference: difference.id } },
        style: 'primary',
      },
      { label: 'I meant to leave', does: { command: 'difference right', options: { difference: difference.id } } },
    ],
  };
}

/** As it stands on the card that was pressed. */
export const settledCard = (view: DifferenceView): Card =>
  areFacilitators(view.difference) ? takeItBackCard(view) : differenceCard(view);
