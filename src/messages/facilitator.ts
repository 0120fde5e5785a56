/** Who facilitates a CoP: since when, together with whom, and how it passes on. */
import type { Cop } from '../domain/cop.ts';
import { isTogether, limits, type Nomination } from '../domain/nomination.ts';
import type { Known } from '../domain/person.ts';
import {
  type Block,
  type Button,
  type Card,
  type FormOf,
  joined,
  optional,
  plural,
  type Text,
  text,
  type Who,
} from '../platform/card.ts';
import { closeOrCallOffButton } from './closing.ts';
import { all, personField, who } from './people.ts';
import { restOrWakeButton } from './rest.ts';
import { willButton } from './stand-in.ts';

type Named = Pick<Known, 'name' | 'accountId'>;
const line = (words: Text): Block => ({ kind: 'text', text: words });
const quiet = (words: Text): Block => ({ kind: 'text', text: words, tone: 'quiet' });

const asks = (cop: Cop, label: string, way: 'with' | 'instead', style?: 'primary'): Button => ({
  label,
  does: { command: 'nomination ask', options: { cop: cop.id, way } },
  ...(style && { style }),
});
export const handOverButton = (cop: Cop, style?: 'primary'): Button => asks(cop, 'Hand over…', 'instead', style);

const stepsDown = (cop: Cop, label: string, sure?: 'support' | 'members'): Button => ({
  label,
  does: { command: 'facilitator step-down', options: { cop: cop.id, ...(sure && { sure }) } },
});

/** `asked`: who has yet to answer whether they would, and whether the question has reached them; for those alone who facilitate it. */
export function facilitatorsCard(
  cop: Cop,
  facilitators: readonly (Named & { readonly since: number })[],
  asked: readonly (Named & { readonly reached: boolean })[] | undefined,
  ebbAndFlow: readonly Block[] = [],
): Card {
  const reached = asked?.filter(one => one.reached) ?? [];
  const unreached = asked?.filter(one => !one.reached) ?? [];
  const lines = facilitators.map(one => text`${who(one, cop)}, since ${{ at: one.since }}`);
  const body = [
    line(lines.length > 0 ? joined(lines, '\n') : text`Nobody looks after it just now. Would you, even for a while?`),
    ...(reached.length > 0 ? [line(text`Asked, and still to answer: ${all(reached.map(one => who(one, cop)))}`)] : []),
    ...(unreached.length > 0
      ? [
          line(
            text`I couldn't reach ${all(unreached.map(one => who(one, cop)))} yet, so they may not know that they are asked. ${{ slash: 'home show' }} shows it to them; a word from you helps.`,
          ),
        ]
      : []),
    ...ebbAndFlow,
    quiet(
      text`Whoever facilitates a CoP welcomes people and answers those who ask to join. It can be shared, handed over and given back whenever you like.`,
    ),
  ];
  return {
    title: text`Who facilitates ${cop.name}`,
    body,
    buttons: asked
      ? [
          asks(cop, 'Ask somebody to facilitate with me…', 'with', 'primary'),
          handOverButton(cop),
          ...(cop.state === 'open'
            ? [stepsDown(cop, 'Step down'), restOrWakeButton(cop), closeOrCallOffButton(cop)]
            : []),
        ]
      : lines.length === 0 && cop.unattendedSince !== undefined
        ? [willButton(cop)]
        : [],
  };
}

export const nobodyChosen = 'Please choose who might facilitate it.';
export const facilitatesAlready = 'They already facilitate it. Please choose somebody else.';

/** A trial needs no word of excuse at its end. */
const forHowLong = (way: Nomination['way']): readonly [] | readonly [FormOf<'nomination ask'>['fields'][number]] =>
  isTogether({ way })
    ? [
        {
          kind: 'choice',
          name: 'term',
          label: 'For how long?',
          hint: 'After three months I ask them whether they would like to go on',
          choices: [
            { value: 'open', label: 'For as long as they like' },
            { value: 'three-months', label: 'For three months, to try it' },
          ],
          value: way === 'trial' ? 'three-months' : 'open',
        },
      ]
    : [];

/** Together with who asks, or in their place. */
export const askForm = (
  cop: Cop,
  way: Nomination['way'],
  given: { readonly person?: string; readonly words?: string },
  error?: string,
): FormOf<'nomination ask'> => ({
  title: isTogether({ way }) ? 'Facilitate together' : 'Hand over',
  intro: isTogether({ way })
    ? text`They are asked to facilitate ${cop.name} together with you, and come into its space to have a look. Once they say yes, they have what you have: the rights, the requests, the forum.`
    : text`They are asked to facilitate ${cop.name}, and come into its space to have a look. When they say yes, they facilitate it and you stay a member. Until then, it's you.`,
  fields: [
    personField('Who might facilitate it?', given.person, error),
    {
      kind: 'words',
      name: 'words',
      label: 'A line from you',
      hint: 'Why you thought of them',
      optional,
      long: true,
      max: limits.words,
      ...(given.words && { value: given.words }),
    },
    ...forHowLong(way),
  ],
  submit: 'Ask them',
  does: { command: 'nomination ask', options: { cop: cop.id, way: isTogether({ way }) ? 'with' : 'instead' } },
});

export const askedToFacilitateCard = (
  cop: Cop,
  nominee: Pick<Known, 'name' | 'accountId'>,
  { way, letsOff }: { readonly way: Nomination['way']; readonly letsOff: boolean },
): Card => ({
  body: [
    line(
      isTogether({ way })
        ? text`I'm asking ${who(nominee, cop)} whether they'll facilitate **${cop.name}** with you. You'll get their answer by direct message.`
        : text`I'm asking ${who(nominee, cop)} whether they'll facilitate **${cop.name}**. You'll get their answer by direct message; until then, it's you.`,
    ),
    ...(letsOff ? [line(text`Whoever you asked before need not answer any more.`)] : []),
  ],
});

/** To the only one, who would step down. */
export const lastFacilitatorCard = (cop: Cop, hasSupport: boolean): Card => ({
  body: [
    line(text`Nobody else facilitates **${cop.name}**. Who should find somebody?`),
    quiet(
      text`When you hand over, it's you until they say yes. Otherwise you step down now and stay a member; requests to join wait until somebody looks after it, and nothing is deleted.`,
    ),
  ],
  buttons: [
    handOverButton(cop, 'primary'),
    ...(hasSupport ? [stepsDown(cop, 'Ask the Support Team', 'support')] : []),
    stepsDown(cop, 'Ask the members', 'members'),
  ],
});

/** To who has stepped down. */
export const steppedDownCard = (
  cop: Cop,
  others: readonly Named[],
  finds: 'support' | 'members' | undefined,
): Card => ({
  body: [
    line(text`You're a member of **${cop.name}** now, and no longer facilitate it. Thank you for looking after it.`),
    line(
      finds === 'support'
        ? text`I'm asking the Support Team to find somebody with the members.`
        : finds === 'members'
          ? text`I'm asking the members, in its space, who would.`
          : plural(
              others.length,
              text`${all(others.map(one => who(one, cop)))} goes on with it, and hears that you stepped down.`,
              text`${all(others.map(one => who(one, cop)))} go on with it, and hear that you stepped down.`,
            ),
    ),
  ],
});

/** To each of the others. */
export const othersToldCard = (cop: Cop, person: { who: Who }): Card => ({
  body: [
    line(
      text`${person} no longer facilitates **${cop.name}**, and stays a member. You go on; it can be shared with somebody else.`,
    ),
  ],
  buttons: [asks(cop, 'Ask somebody to facilitate with me…', 'with')],
});

/** To each of those who go on: somebody is out of it, whoever's doing that was. */
export const goneCard = (cop: Cop, person: { who: Who }): Card => ({
  body: [
    line(
      text`${person} is no longer in **${cop.name}**, and doesn't facilitate it any more. You go on; it can be shared with somebody else.`,
    ),
  ],
  buttons: [asks(cop, 'Ask somebody to facilitate with me…', 'with')],
});
