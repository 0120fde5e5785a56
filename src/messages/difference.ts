/** What was changed by hand and is too much to be believed unasked: told as one thing, with what can be said to it. */
import type { Cop } from '../domain/cop.ts';
import type { Difference } from '../domain/difference.ts';
import type { Known } from '../domain/person.ts';
import { type Button, type Card, joined, type Text, text } from '../platform/card.ts';
import { about } from './cop.ts';
import { all, peopleIn, space, who } from './people.ts';

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
    difference.settledAs === 'put-back'
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

/** To the Support Team: nobody looks after it any more. Who carries a role is named first. */
export function needsFacilitatorCard(cop: Cop, members: readonly Known[], carrying: readonly Known[]): Card {
  const named = [...carrying, ...members.filter(one => !carrying.some(other => other.id === one.id))].slice(0, shown);
  return {
    title: text`${cop.name} needs a facilitator`,
    body: [
      {
        kind: 'text',
        text: text`Nobody looks after **${cop.name}** any more: its last facilitator is no longer in ${space(cop)}. Could you find somebody with its members?`,
      },
      {
        kind: 'facts',
        facts: [
          ...about(cop),
          ...(named.length > 0 ? [{ label: 'Who is in it', value: all(named.map(one => who(one, cop))) }] : []),
        ],
      },
    ],
  };
}

/** To its members, in the space, and to whoever started it. */
export const whoLooksAfterItCard = (cop: Cop): Card => ({
  title: text`Who would look after ${cop.name}?`,
  body: [
    {
      kind: 'text',
      text: text`**${cop.name}** has no facilitator just now. It means welcoming people, saying yes or no to those who ask in, and keeping the conversation going; an hour or two a month. Who would do it, even for a while? Talk it over here. Requests to join wait meanwhile.`,
    },
  ],
});
