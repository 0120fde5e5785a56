/** A CoP that rests for a while. */
import type { Cop } from '../domain/cop.ts';
import { isResting, type UnfitDay } from '../domain/rest.ts';
import {
  asking,
  type Block,
  type Button,
  type Card,
  type FormOf,
  optional,
  type Text,
  text,
} from '../platform/card.ts';
import { isTyped } from './meeting-form.ts';
import { space } from './people.ts';

const line = (words: Text): Block => ({ kind: 'text', text: words });
const quiet = (words: Text): Block => ({ kind: 'text', text: words, tone: 'quiet' });

const wakeButton = (cop: Pick<Cop, 'id'>): Button => ({
  label: 'Wake it up',
  does: { command: 'cop wake', options: { cop: cop.id } },
});
const restButton = (cop: Pick<Cop, 'id'>): Button => ({
  label: 'Let it rest…',
  does: { command: 'cop rest', options: { cop: cop.id } },
});
/** To its facilitators: the other of the two. */
export const restOrWakeButton = (cop: Cop): Button => (isResting(cop) ? wakeButton(cop) : restButton(cop));
/** What these two lead to is drawn on the card itself. */
const endButton = (cop: Cop): Button => ({
  label: 'Wake it up',
  does: { command: 'cop end-rest', options: { cop: cop.id } },
});
const changeButton = (cop: Cop): Button => ({
  label: 'Another date…',
  does: { command: 'cop change-rest', options: { cop: cop.id } },
});

/** Below its name, for whoever looks for one; nothing, if it is awake. */
export const restsLine = (cop: Cop): Text => {
  if (!isResting(cop)) return [];
  return cop.restingUntil === undefined
    ? text`\nResting for now; you can still ask to join.`
    : text`\nResting until ${{ at: cop.restingUntil }}; you can still ask to join.`;
};

/** On an invitation that stands in a channel. */
export const restsBlocks = (cop: Cop): readonly Block[] => {
  if (!isResting(cop)) return [];
  return [
    quiet(
      cop.restingUntil === undefined
        ? text`It rests for now; you can still ask to join.`
        : text`It rests until ${{ at: cop.restingUntil }}; you can still ask to join.`,
    ),
  ];
};

/** To who asks in. */
export const restsAsked = (cop: Cop): Text => {
  if (!isResting(cop)) return [];
  return cop.restingUntil === undefined
    ? text`\nIt rests for now. You can ask all the same; the answer may take a little longer.`
    : text`\nIt rests until ${{ at: cop.restingUntil }}. You can ask all the same; the answer may take a little longer.`;
};

/** In a row of one's own. */
export const restsShort = (cop: Cop): Text => {
  if (!isResting(cop)) return [];
  return cop.restingUntil === undefined ? text`, resting for now` : text`, resting until ${{ at: cop.restingUntil }}`;
};

export const unfitDays: Readonly<Record<UnfitDay, string>> = {
  unclear: "I can't tell which day that is. Try “1 September”, “six weeks” or “2026-09-01”, or leave it out.",
  past: 'That day is over, or it is today. Choose one that is still to come, or leave it out.',
  'too-far': 'A year at most. For longer, leave it out: it rests until somebody wakes it.',
};

/** `value`: 2026-09-01, or what was typed. */
const asksUntil = (cop: Cop, value: string | undefined, error: string | undefined) => ({
  title: 'Let it rest',
  intro: text`While **${cop.name}** rests, nobody gets prompts or reminders from me, only you of requests to join. Its space stays open, and everybody can write in it. It wakes by itself on the day you choose.`,
  fields: asking({
    kind: 'date',
    name: 'until',
    label: 'Until when?',
    hint: isTyped(cop)
      ? '“1 September” or “six weeks”; leave it out to let it rest until you wake it'
      : 'Leave it out to let it rest until you wake it',
    optional,
    ...(value && { value }),
    ...(error && { error }),
  }),
  submit: 'Let it rest',
});

export const restForm = (cop: Cop, value: string | undefined, error?: string): FormOf<'cop rest'> => ({
  ...asksUntil(cop, value, error),
  does: { command: 'cop rest', options: { cop: cop.id } },
});

/** Drawn on the card that says until when. */
export const changeRestForm = (cop: Cop, value: string | undefined, error?: string): FormOf<'cop change-rest'> => ({
  ...asksUntil(cop, value, error),
  does: { command: 'cop change-rest', options: { cop: cop.id } },
});

/** The answer to the facilitator who lets it rest; its buttons draw it anew. `meets`: when it meets all the same, meanwhile. */
export const restsCard = (cop: Cop, meets?: number): Card => ({
  body: [
    line(
      cop.restingUntil === undefined
        ? text`**${cop.name}** rests until you wake it. I've said so in ${space(cop)}; whoever looks for it sees that too, and can still ask to join.`
        : text`**${cop.name}** rests until ${{ at: cop.restingUntil }}, and wakes by itself then. I've said so in ${space(cop)}; whoever looks for it sees that too, and can still ask to join.`,
    ),
    ...(meets === undefined
      ? []
      : [
          line(
            text`A meeting is planned for ${{ at: meets }}. It stands, but while **${cop.name}** rests I remind nobody of it. Its card in the space has the buttons to move or cancel it.`,
          ),
        ]),
    quiet(text`Until then you get reminders of requests to join only. ${{ slash: 'cop wake' }} wakes it before.`),
  ],
  buttons: [endButton(cop), changeButton(cop)],
});

/** In the space, in one line; over, it says so. */
export const restingCard = (cop: Cop): Card => {
  if (!isResting(cop)) return { body: [line(text`**${cop.name}** rested for a while, and is awake again.`)] };
  return {
    body: [
      line(
        cop.restingUntil === undefined
          ? text`**${cop.name}** rests for now: no prompts and no reminders. Write here whenever you like.`
          : text`**${cop.name}** rests until ${{ at: cop.restingUntil }}: no prompts and no reminders till then. Write here whenever you like.`,
      ),
    ],
    buttons: [wakeButton(cop)],
  };
};

/** In the space, in one line. */
export const awakeCard = (cop: Cop): Card => ({
  body: [line(text`**${cop.name}** is awake again. What would you like to pick up first?`)],
});

export const wokenCard = (cop: Cop): Card => ({
  body: [line(text`**${cop.name}** is awake again, and ${space(cop)} knows.`)],
});

export const awakeAlready = (cop: Cop): Card => ({
  body: [line(text`**${cop.name}** is awake; there's nothing to wake.`)],
  buttons: [restButton(cop)],
});
