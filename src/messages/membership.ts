/** Going out of a CoP: by one's own word, or taken out by a facilitator. */
import type { Cop } from '../domain/cop.ts';
import type { OptionsOf } from '../domain/deed.ts';
import { limits } from '../domain/membership.ts';
import type { Known } from '../domain/person.ts';
import type { Said } from '../domain/said.ts';
import {
  type Block,
  type Button,
  type Card,
  type FormOf,
  optional,
  type Text,
  text,
  type Who,
} from '../platform/card.ts';
import { closeOrCallOffButton } from './closing.ts';
import { findButton, requestButton } from './directory.ts';
import { handOverButton } from './facilitator.ts';
import { personField, who } from './people.ts';

/** Who would be asked to find somebody, if its last facilitator went. `alone`: nobody else is in it, and there is no member to ask. */
export interface GoingLast {
  readonly asked: 'support' | 'members';
  readonly alone: boolean;
}

const line = (words: Text): Block => ({ kind: 'text', text: words });
const quiet = (words: Text): Block => ({ kind: 'text', text: words, tone: 'quiet' });

const goes = (cop: Cop, label: string, sure: OptionsOf<'membership go'>['sure'], style?: 'danger'): Button => ({
  label,
  does: { command: 'membership go', options: { cop: cop.id, sure } },
  ...(style && { style }),
});

/** Nothing is asked but whether they are sure; the last facilitator may hand over first. */
export function leaveCard(cop: Cop, last: GoingLast | undefined): Card {
  const stays = goes(cop, 'Stay', 'no');
  if (!last)
    return {
      body: [
        line(
          text`Leave **${cop.name}**? You're out of its space at once. What you put into its library stays, with your name, and you're welcome back: you can ask to join again whenever you like.`,
        ),
      ],
      buttons: [goes(cop, 'Leave', 'yes', 'danger'), stays],
    };
  return {
    body: [
      line(
        last.alone
          ? text`Nobody else is in **${cop.name}**. Would you ask somebody to take over before you go, or close it?`
          : text`Nobody else facilitates **${cop.name}**. Would you ask somebody to take over before you go?`,
      ),
      quiet(whatFollows(last)),
    ],
    buttons: [
      handOverButton(cop, 'primary'),
      ...(last.alone ? [closeOrCallOffButton(cop)] : []),
      goes(cop, 'Leave all the same', 'as-the-last', 'danger'),
      stays,
    ],
  };
}

function whatFollows({ asked, alone }: GoingLast): Text {
  if (alone)
    return asked === 'support'
      ? text`If you leave now, the Support Team hears that nobody is in it. Requests to join wait meanwhile; nothing is deleted.`
      : text`If you leave now, nobody looks after it until an administrator does. Requests to join wait meanwhile; nothing is deleted.`;
  return asked === 'support'
    ? text`If you leave now, the Support Team is asked to find somebody with the members. Requests to join wait meanwhile; nothing is deleted.`
    : text`If you leave now, its members are asked who would look after it. Requests to join wait meanwhile; nothing is deleted.`;
}

export const staysCard = (cop: Cop): Card => ({ body: [line(text`You stay in **${cop.name}**. Good to have you.`)] });

export const leftCard = (cop: Cop, last: GoingLast | undefined): Card => ({
  body: [
    line(
      text`You've left **${cop.name}**. What you put into its library stays, with your name. You're welcome back whenever you like.`,
    ),
    ...(last ? [line(thanks(last))] : []),
  ],
  buttons: [requestButton(cop, 'Ask to join again')],
});

function thanks({ asked, alone }: GoingLast): Text {
  if (asked === 'support')
    return text`I'm telling the Support Team that nobody looks after it. Thank you for doing so until now.`;
  return alone
    ? text`An administrator can look after it from now on. Thank you for doing so until now.`
    : text`I'm asking its members who would look after it. Thank you for doing so until now.`;
}

export const removeErrors = {
  nobody: 'Please choose who is to be taken out.',
  yourself: "That's you. To go yourself, leave the CoP.",
  aBot: "That's a bot. Please choose a person.",
  notIn: "They aren't in this CoP.",
  facilitates: 'They facilitate it with you. Ask them to step down first.',
} as const;

export const removeForm = (
  cop: Cop,
  given: OptionsOf<'membership remove'>,
  error?: string,
): FormOf<'membership remove'> => ({
  title: 'Take somebody out',
  intro: text`They're out of the space of **${cop.name}** at once, and hear it from me privately. I tell nobody else.`,
  fields: [
    personField('Who?', given.person, error),
    {
      kind: 'words',
      name: 'words',
      label: 'Why?',
      hint: 'For them alone; not kept.',
      optional,
      long: true,
      max: limits.reason,
      ...(given.words && { value: given.words }),
    },
    {
      kind: 'choice',
      name: 'again',
      label: 'May they ask to join again?',
      choices: [
        { value: 'any-time', label: 'Whenever they like' },
        { value: 'month', label: 'Not for a month' },
        { value: 'three-months', label: 'Not for three months' },
        { value: 'year', label: 'Not for a year' },
      ],
      value: given.again ?? 'any-time',
    },
  ],
  submit: 'Take them out',
  does: { command: 'membership remove', options: { cop: cop.id } },
});

/** To the facilitator who took them out; `isIn`: they had been let in. */
export const removedCard = (
  cop: Cop,
  person: Pick<Known, 'name' | 'accountId'>,
  again: number | undefined,
  isIn: boolean,
): Card => ({
  body: [
    line(
      isIn
        ? text`${who(person, cop)} is no longer in **${cop.name}**, and hears it from me privately. What they put into its library stays. ${theyAsk(again)}`
        : text`${who(person, cop)} isn't coming into **${cop.name}** after all, and hears it from me privately. ${theyAsk(again)}`,
    ),
  ],
});

const theyAsk = (again: number | undefined): Text =>
  again === undefined
    ? text`They can ask to join again whenever they like.`
    : text`They can ask to join again from ${{ at: again }}.`;

const youAsk = (again: number | undefined): Text =>
  again === undefined
    ? text`You can ask to join again whenever you like.`
    : text`You can ask to join again from ${{ at: again }}.`;

/** To who was taken out, or was told yes and is not let in after all; what was said: for them alone. */
export const endedCard = (
  cop: Cop,
  { words: reason, onTheWayIn }: Pick<Said, 'words' | 'onTheWayIn'> = { words: undefined },
  again?: number,
): Card => ({
  body: [
    line(onTheWayIn ? notAfterAll(cop, reason) : takenOut(cop, reason)),
    ...(reason ? [{ kind: 'text', text: text`${reason}`, tone: 'quoted' } as const] : []),
    line(
      onTheWayIn ? youAsk(again) : text`What you put into its library stays there, with your name. ${youAsk(again)}`,
    ),
  ],
  buttons: again === undefined ? [requestButton(cop, 'Ask to join again')] : [findButton('See all CoPs')],
});

const takenOut = (cop: Cop, reason: string | undefined): Text =>
  reason
    ? text`You're no longer in **${cop.name}**. Its facilitators took you out, and write:`
    : text`You're no longer in **${cop.name}**: its facilitators took you out.`;

const notAfterAll = (cop: Cop, reason: string | undefined): Text =>
  reason
    ? text`You aren't coming into **${cop.name}** after all. Its facilitators have decided so since, and write:`
    : text`You aren't coming into **${cop.name}** after all: its facilitators have decided so since.`;

/** To the facilitator who took them out, where they could not be written to. */
export const endUntoldCard = (cop: Cop, person: { who: Who }): Card => ({
  body: [
    line(
      text`I couldn't write to ${person}, so they don't know from me that they are no longer in **${cop.name}**. A word from you would be kind.`,
    ),
  ],
});

export const notForNow = (cop: Cop, again: number): Card => ({
  body: [
    line(
      text`The facilitators of **${cop.name}** would rather you didn't join for now. You can ask again from ${{ at: again }}.`,
    ),
  ],
  buttons: [findButton('See all CoPs')],
});
