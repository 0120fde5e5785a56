/** Who takes which part in a meeting, for this once: the five core roles, one press each. */
import { type Meeting, type MeetingPart, parts } from '../domain/meeting.ts';
import { roleOfPart } from '../domain/meeting-part.ts';
import type { Known } from '../domain/person.ts';
import { type Block, type Button, type Card, joined, type Text, text } from '../platform/card.ts';
import { aboutOf, type MeetingView, whenAndWhere } from './meeting.ts';
import { andMore, unrung } from './people.ts';
import { lineOf, nameOf, seeRoles } from './role.ts';

/** A part that somebody takes. */
export interface PartTaken {
  readonly part: MeetingPart;
  readonly many: number;
  readonly first: readonly Known[];
  /** By who reads it, too. */
  readonly isMine: boolean;
}

/** As many names as a card has room for beside each. */
export const namesOfPart = 3;

const line = (words: Text): Block => ({ kind: 'text', text: words });

interface PartWords {
  readonly name: Text;
  readonly line: Text;
  /** To be pressed by who would. */
  readonly label: string;
}

const words: Readonly<Record<MeetingPart, PartWords>> = {
  open: {
    name: text`Open the meeting`,
    line: text`Welcome everybody, and say what it is about.`,
    label: "I'll open it",
  },
  time: {
    name: text`Keep time`,
    line: text`See that everybody gets to speak, and that it ends when it should.`,
    label: "I'll keep time",
  },
  write: {
    name: text`Write it up`,
    line: text`Note what was learned and promised. A few lines are plenty.`,
    label: "I'll write it up",
  },
  newcomers: {
    name: text`Look out for newcomers`,
    line: text`Greet whoever is there for the first time, and see that they get to speak.`,
    label: "I'll look out for them",
  },
  question: {
    name: text`Ask the awkward question`,
    line: text`Say kindly what nobody else says.`,
    label: "I'll ask it",
  },
};

type Id = Pick<Meeting, 'id'>;

const takeButton = ({ id }: Id, part: MeetingPart): Button => ({
  label: words[part].label,
  does: { command: 'meeting take-part', options: { meeting: id, part } },
});

const layDownButton = ({ id }: Id, part: MeetingPart): Button => ({
  label: 'Give it back',
  does: { command: 'meeting lay-down', options: { meeting: id, part } },
});

/** `Amira, Ben and 3 more`, named and not rung for. */
const takers = ({ many, first }: PartTaken, { cop }: Pick<MeetingView, 'cop'>): Text =>
  andMore(
    first.slice(0, namesOfPart).map(one => unrung(one, cop)),
    many,
  );

const whoDoes: Readonly<Record<MeetingPart, (names: Text) => Text>> = {
  open: names => text`**Opens it:** ${names}`,
  time: names => text`**Keeps time:** ${names}`,
  write: names => text`**Writes it up:** ${names}`,
  newcomers: names => text`**Looks out for newcomers:** ${names}`,
  question: names => text`**Asks the awkward question:** ${names}`,
};

export const whoWrites = (view: MeetingView, writer: PartTaken): Text => whoDoes.write(takers(writer, view));

/** On the card of the meeting: only what somebody takes. */
export const partLines = (view: MeetingView, taken: readonly PartTaken[]): readonly Block[] =>
  taken.length === 0
    ? []
    : [
        line(
          joined(
            taken.map(one => whoDoes[one.part](takers(one, view))),
            '\n',
          ),
        ),
      ];

/** To one person alone. `took`: what they have just pressed; it isn't theirs where they had said no. */
export function partsCard(view: MeetingView, taken: readonly PartTaken[], took?: MeetingPart): Card {
  const { meeting } = view;
  const mine = new Set(taken.filter(one => one.isMine).map(one => one.part));
  const saidNo = took !== undefined && !mine.has(took);
  return {
    title: text`Parts for this meeting`,
    body: [
      ...(took ? [line(saidNo ? saidNoWords(took) : tookWords(took))] : []),
      line(text`**${aboutOf(view)}**\n${whenAndWhere(view)}`),
      ...parts.map((part): Block => {
        const has = taken.find(one => one.part === part);
        const { name, line: what } = words[part];
        return {
          kind: 'text',
          text: has ? takenWords(text`**${name}**\n${what}`, has, view) : text`**${name}**\n${what}`,
          buttons: [mine.has(part) ? layDownButton(meeting, part) : takeButton(meeting, part)],
        };
      }),
      {
        kind: 'text',
        tone: 'quiet',
        text: text`A part is for this meeting only, and several people can share one. The card shows who takes which.`,
      },
    ],
    ...(saidNo && { buttons: [comesWithButton(meeting, took)] }),
  };
}

/** By name, where others share it. */
const takenWords = (part: Text, taken: PartTaken, view: MeetingView): Text =>
  taken.isMine && taken.many === 1 ? text`${part}\nTaken by you` : text`${part}\nTaken by ${takers(taken, view)}`;

const tookWords = (part: MeetingPart): Text =>
  text`It's yours: **${words[part].name}**. The card shows it, and that you're coming.`;

/** What they have said stays said, until they say otherwise. */
const saidNoWords = (part: MeetingPart): Text =>
  text`You said “not this time”. If it works out after all, this is yours: **${words[part].name}**.`;

const comesWithButton = ({ id }: Id, part: MeetingPart): Button => ({
  label: "I'll come after all, and do it",
  does: { command: 'meeting take-part', options: { meeting: id, part, sure: 'yes' } },
  style: 'primary',
});

const didWords: Readonly<Record<MeetingPart, (about: Text) => Text>> = {
  open: about => text`Thank you for opening **${about}**.`,
  time: about => text`Thank you for keeping time at **${about}**.`,
  write: about => text`Thank you for writing up **${about}**.`,
  newcomers: about => text`Thank you for looking out for newcomers at **${about}**.`,
  question: about => text`Thank you for asking the awkward question at **${about}**.`,
};

/** To who took one, once it is over; `part`: as long as it is known. */
export function enjoyedCard(view: MeetingView, part: MeetingPart | undefined): Card {
  const { cop } = view;
  if (!part) return { body: [line(text`Thank you for taking a part in **${aboutOf(view)}**.`)] };
  const role = { key: roleOfPart[part], own: undefined };
  return {
    title: text`Enjoyed it?`,
    body: [
      line(didWords[part](aboutOf(view))),
      line(
        text`You could carry it for three months, as **${nameOf(role)}** of **${cop.name}**: ${lineOf(role)} You can step back at any time.`,
      ),
      {
        kind: 'text',
        tone: 'quiet',
        text: text`If not, there's nothing to do. You won't be asked again for three months.`,
      },
    ],
    buttons: [
      {
        label: 'Carry it for three months',
        does: { command: 'role volunteer', options: { cop: cop.id, role: role.key, term: 'three-months' } },
        style: 'primary',
      },
      seeRoles(cop),
    ],
  };
}
