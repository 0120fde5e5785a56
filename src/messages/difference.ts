/** What was changed by hand and is too much to be believed unasked: told as one thing, with what can be said to it. */
import type { Cop } from '../domain/cop.ts';
import { areFacilitators, type Difference, ownWordUntil } from '../domain/difference.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Known } from '../domain/person.ts';
import { manners } from '../domain/platforms.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { type Button, type Card, joined, type Text, text } from '../platform/card.ts';
import { asksIn } from './directory.ts';
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
  return {
    title: text`${cop.name}: is this right?`,
    body: [
      { kind: 'text', text: found[difference.kind](view) },
      ...(said ? [{ kind: 'text', text: said } as const] : []),
    ],
    buttons: said ? [] : answers(view),
  };
}

/** To who no longer has a say in it. */
export const differenceForOthers = ({ cop }: DifferenceView): Card => ({
  title: text`${cop.name}: is this right?`,
  body: [
    {
      kind: 'text',
      text: text`Something about **${cop.name}** was changed by hand. You no longer facilitate it, so there's nothing left for you to do: whoever facilitates it now says whether it's right.`,
    },
  ],
});

const found: Readonly<Record<Difference['kind'], (view: DifferenceView) => Text>> = {
  people: peopleOut,
  space: ({ cop }) => outOfReach(cop),
  opened,
  rights: lessRights,
};

function peopleOut({ cop, people, difference }: DifferenceView): Text {
  if (difference.people.length === 0)
    return text`Everybody who could no longer get into the space of **${cop.name}** is in it again, and carries on as before.`;
  const names = people.slice(0, shown).map(one => text`${who(one, cop)}`);
  if (difference.people.length === 1)
    return text`Of those who could no longer get into the space of **${cop.name}**, one isn't back: ${joined(names, ', ')}. I ask before anything ends. Until then their roles are kept for them, and they read nothing of its library.`;
  return text`${peopleIn(difference.people.length)} can no longer get into the space of **${cop.name}**, all at once: ${joined(names, ', ')}. That looks like more than one person leaving, so I ask before anything ends. Until then their roles are kept for them, and they read nothing of its library.`;
}

/** Said to the facilitators alone: in the space it would be read by those who see it now. */
function opened({ cop, difference }: DifferenceView): Text {
  const roles = difference.seenBy.flatMap(({ role }) => (role === undefined ? [] : [text`**${role}**`]));
  if (difference.seenBy.some(one => one.elsewhere))
    return text`Somebody shared the space of **${cop.name}** with another organisation (Slack Connect): whoever comes into it from there can read what is said, and what was said before too. They aren't members: nothing else of **${cop.name}** is shown to them. Who may manage Slack Connect here, as administrators do, can end it: in the channel's details, under **Organisations**.`;
  if (!closes(cop))
    return text`Somebody made the space of **${cop.name}** public: everybody in the workspace can read it now, what was said before too. Only an administrator can make it private again, in the channel's settings.`;
  if (roles.length > shown)
    return text`Somebody opened the space of **${cop.name}**: whoever has one of ${roles.length} roles can read it now, what was said before too. Among them are ${joined(roles.slice(0, shown), ', ')}.`;
  return roles.length < difference.seenBy.length
    ? text`Somebody opened the space of **${cop.name}**: everybody on the server can read it now, what was said before too.`
    : text`Somebody opened the space of **${cop.name}**: whoever has the role ${joined(roles, ', ')} can read it now, what was said before too.`;
}

function lessRights({ cop, people }: DifferenceView): Text {
  const names = people.slice(0, shown).map(one => text`${who(one, cop)}`);
  return text`Somebody changed what ${joined(names, ', ')} may do in the space of **${cop.name}**: less than a facilitator needs to look after it. They are still facilitators.`;
}

const closes = (cop: Cop): boolean => manners[workspaceOf(cop.workspace).platform].closesSpaces;

const outOfReach = (cop: Cop): Text =>
  text`I can't get into the space of **${cop.name}** any more. It was archived or deleted, or I was taken out of it; I'm not told which. Nothing is closed and nothing is lost: **${cop.name}** rests until somebody brings me back. To do that, unarchive the channel if it is archived, and invite me in it.`;

const words: Readonly<Record<Difference['kind'], readonly [back: string, right: string]>> = {
  people: ['Put it back', "It's right"],
  space: ["I've brought you back", "It's closed for good"],
  opened: ['Close it again', "It's right"],
  rights: ['Put it back', "It's right"],
};

function answers({ cop, difference: { id, kind } }: DifferenceView): readonly Button[] {
  const [back, right] = words[kind];
  const options = { difference: id };
  return [
    ...(kind === 'opened' && !closes(cop)
      ? []
      : [{ label: back, does: { command: 'difference put-back', options }, style: 'primary' } as const]),
    { label: right, does: { command: 'difference right', options } },
  ];
}

/** A space that was opened: that it is closed again shows once it is. */
export function closingCard(view: DifferenceView): Card {
  const card = differenceCard(view);
  const line = text`I'm closing it; this card changes once nobody else sees it.`;
  return { ...card, body: [...card.body, { kind: 'text', text: line }] };
}

/** A space that was out of reach: whether it is back shows when it is looked at. */
export function lookingAgainCard(view: DifferenceView): Card {
  const card = differenceCard(view);
  const line = text`Thank you. I'm trying again what waited; this card changes once I'm in.`;
  return { ...card, body: [...card.body, { kind: 'text', text: line }] };
}

/** To who facilitated it alone until then; who has come in again some other way has taken it back by that. */
export function takeItBackCard({ difference, cop }: DifferenceView, reader?: PersonId): Card {
  const isBack = reader !== undefined && !isOut(difference, reader);
  const title = text`You're no longer in ${cop.name}`;
  const { settledAs, foundAt } = difference;
  if (cop.state === 'closed')
    return {
      title,
      body: [{ kind: 'text', text: text`**${cop.name}** is closed, so there's nothing left for you to do.` }],
    };
  if (settledAs === 'put-back' || isBack)
    return { title, body: [{ kind: 'text', text: text`That is over: you look after **${cop.name}** again.` }] };
  if (settledAs === 'right')
    return {
      title,
      body: [
        {
          kind: 'text',
          text: text`You don't look after **${cop.name}** any more. Thank you for having done it. If you'd like to come back, ${{ slash: 'join-request make' }} asks to join.`,
        },
      ],
      buttons: [asksIn(cop)],
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

const isOut = ({ people }: Difference, person: PersonId): boolean => people.some(one => one.id === person);

/** As it stands on the card that was pressed. */
export const settledCard = (view: DifferenceView, by: PersonId): Card =>
  areFacilitators(view.difference) && isOut(view.difference, by) ? takeItBackCard(view, by) : differenceCard(view);
