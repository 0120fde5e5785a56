/** An offer to look after a CoP: what decides it, and what is said to who offered. */
import type { Cop } from '../domain/cop.ts';
import type { Known } from '../domain/person.ts';
import { asksBesidesFrom, countsFrom, isOverdue, type StandIn } from '../domain/stand-in.ts';
import { type Button, type Card, type Text, text } from '../platform/card.ts';
import { facilitatorsButton, spaceButton } from './doable.ts';
import { who } from './people.ts';
import { paragraph, type StandInView } from './stand-in.ts';

const takeBackButton = ({ id }: StandIn): Button => ({
  label: 'Take my offer back',
  does: { command: 'stand-in withdraw', options: { standIn: id } },
});

/** To who decides: the Support Team, or an administrator. */
export function standInCard({ standIn, cop, person }: StandInView, now = standIn.createdAt): Card {
  const asked = paragraph(text`${who(person, cop)} would look after **${cop.name}**, which has no facilitator.`);
  const when = { at: standIn.decidedAt ?? standIn.createdAt };
  if (standIn.state === 'accepted')
    return { body: [asked, paragraph(text`That is settled: they have looked after it since ${when}.`)] };
  if (standIn.state === 'declined')
    return { body: [asked, paragraph(text`That is settled: on ${when} it was decided to look for somebody else.`)] };
  if (standIn.state === 'withdrawn')
    return { body: [asked, paragraph(text`That is settled: the offer has not stood since ${when}.`)] };
  const contested = text`Somebody entitled to object would rather you decided; I don't say who.`;
  const overdue = text`They offered it ${{ at: standIn.createdAt, style: 'ago' }}, and wait for a yes or a no.`;
  const options = { standIn: standIn.id };
  return {
    body: [
      asked,
      ...(standIn.objectedAt === undefined ? [] : [paragraph(contested)]),
      ...(isOverdue(standIn, now) ? [paragraph(overdue)] : []),
    ],
    buttons: [
      { label: 'Yes, please', does: { command: 'stand-in accept', options }, style: 'primary' },
      { label: 'Somebody else', does: { command: 'stand-in decline', options } },
    ],
  };
}

/** To who offered, once something has become of it. */
export function standInAnsweredCard(view: StandInView, by: Deciding): Card {
  const { standIn, cop } = view;
  if (standIn.state === 'accepted')
    return {
      title: text`You look after ${cop.name} now`,
      body: [
        paragraph(
          text`Thank you. Requests made meanwhile come to you here, one by one. You can share it or hand it over whenever you like, with ${{ slash: 'facilitator show' }}.`,
        ),
      ],
      buttons: [...spaceButton(cop), facilitatorsButton(cop)],
    };
  if (standIn.state === 'pending')
    return { body: stillWaiting(view, by).map(one => paragraph(one)), buttons: [takeBackButton(standIn)] };
  if (standIn.state === 'declined')
    return {
      body: [
        paragraph(
          text`Thank you for offering to look after **${cop.name}**. This time we're looking for somebody else; you stay a member as before.`,
        ),
      ],
    };
  return { body: [paragraph(text`${overFor(cop)} Thank you for having offered it.`)] };
}

/** Who decides it by now, and when that is. */
export interface Deciding {
  readonly support: boolean;
  /** One has the question. */
  readonly admin: boolean;
  readonly now: number;
}

function stillWaiting({ standIn, cop }: StandInView, { support, admin, now }: Deciding): readonly Text[] {
  const contested = text`Somebody would rather have it decided who looks after **${cop.name}**. That is now for the Support Team or an administrator to decide, and I'll write to you. Somebody else may offer meanwhile.`;
  const says = [
    ...(standIn.objectedAt === undefined ? [] : [contested]),
    ...(support && now >= asksBesidesFrom(standIn) ? [unanswered(cop, admin)] : []),
  ];
  return says.length > 0 ? says : [standInRefusals.offered(cop, standIn, undefined)];
}

const unanswered = (cop: Cop, admin: boolean): Text =>
  admin
    ? text`The Support Team hasn't answered yet whether you look after **${cop.name}**. I've reminded it, and asked an administrator as well. Your offer stands until one of them decides, and then I'll write to you.`
    : text`The Support Team hasn't answered yet whether you look after **${cop.name}**. I've reminded it. Your offer stands until it decides, and then I'll write to you.`;

const overFor = (cop: Cop): Text => {
  if (cop.state === 'closed') return text`**${cop.name}** is closed, so nobody has to look after it any more.`;
  return cop.unattendedSince === undefined
    ? text`**${cop.name}** is looked after again, so your offer isn't needed any more.`
    : text`Your offer to look after **${cop.name}** doesn't stand any more: you have left its space, or somebody else has offered.`;
};

/** The answer to who offers. */
export const offeredCard = ({ standIn, cop }: StandInView, decides: 'support' | 'nobody'): Card => ({
  title: text`Thank you`,
  body: [
    paragraph(
      decides === 'support'
        ? text`The Support Team has been asked for its yes to you looking after **${cop.name}**, and I'll write to you.`
        : text`Unless somebody objects, you look after **${cop.name}** from ${{ at: countsFrom(standIn), style: 'moment' }} on, and I'll write to you then.`,
    ),
  ],
  buttons: [takeBackButton(standIn)],
});

export const objectedCard = (cop: Cop): Card => ({
  body: [
    paragraph(
      text`Done, and nobody is told that it was you. Who looks after **${cop.name}** is now for others to decide: the Support Team, or an administrator. Somebody else may offer as well; you, too.`,
    ),
  ],
});

export const offerTakenBackCard = (cop: Cop): Card => ({
  body: [
    paragraph(text`Done: your offer to look after **${cop.name}** is taken back. You can offer it again at any time.`),
  ],
});

export const standInRefusals = {
  lookedAfter: (cop: Cop): Text => text`**${cop.name}** is looked after again, so there's nothing left for you to do.`,
  offered: (cop: Cop, standIn: StandIn, person: Known | undefined): Text =>
    person
      ? text`${who(person, cop)} offered to look after **${cop.name}** ${{ at: standIn.createdAt, style: 'ago' }} already, and one at a time is enough. Have a word with them, if you'd like to help.`
      : text`You offered that ${{ at: standIn.createdAt, style: 'ago' }}, thank you. I'll write to you when it is settled.`,
  contested: (cop: Cop): Text =>
    text`Whether you look after **${cop.name}** is for others to decide by now: the Support Team, or an administrator.`,
  decided: (standIn: StandIn): Text =>
    text`That was settled ${{ at: standIn.decidedAt ?? standIn.createdAt, style: 'ago' }}, so there's nothing left for you to do.`,
  byOthers: (cop: Cop): Text =>
    text`Who looks after **${cop.name}** is for an administrator to decide, or the Support Team. One of them would have to press it.`,
};
