/** The form that starts a CoP, and what may be wrong with what was filled in. */
import { type Cop, type FieldFault, limits, startsAtMost } from '../domain/cop.ts';
import type { OptionsOf } from '../domain/deed.ts';
import { type Chosen, conversationFirst } from '../domain/settings.ts';
import {
  asking,
  type ErrorsOf,
  type FieldOf,
  type FormOf,
  optional,
  type Text,
  text,
  type Words,
} from '../platform/card.ts';
import { wayChoices } from './first-conversation.ts';
import { peopleIn } from './people.ts';

type StartValues = OptionsOf<'cop start'>;

const faultWords = (fault: FieldFault): Words =>
  fault.fault === 'empty'
    ? {
        name: 'Give it a name that people will recognise.',
        domain: 'Say in a few words what it is about.',
      }[fault.field as 'name' | 'domain']
    : text`That is longer than ${fault.most} characters; a shorter one is easier to remember.`;

/** Of an unlisted one no more than that: who was told about it knows how to ask. */
export const nameTaken = (cop: Cop, members: number): Text =>
  cop.unlisted
    ? text`That name is taken. Choose another.`
    : text`That name is taken by ${cop.name} (${peopleIn(members)}). Choose another, or ask to join it with ${{ slash: 'join-request make' }}.`;

export const startedMany = (again: number): Text =>
  text`${startsAtMost.many} CoPs within an hour, and each needs somebody. From ${{ at: again, style: 'moment' }} on you can start another.`;

/** `alone`: where nobody else could be chosen. */
interface Asked {
  readonly errors?: ErrorsOf<'cop start'>;
  readonly alone?: boolean;
}

export function startForm(
  values: StartValues,
  settings: Chosen,
  { errors = {}, alone = false }: Asked = {},
): FormOf<'cop start'> {
  const first = conversationFirst(settings);
  return {
    title: 'Start a CoP',
    intro: first ? introFirst : intro,
    fields: asking(
      {
        kind: 'words',
        name: 'name',
        label: 'Name',
        hint: 'Short and plain: Wound Care, New Teachers, Rust at Work',
        required: true,
        max: limits.name,
        value: values.name,
        error: errors.name,
      },
      {
        kind: 'words',
        name: 'domain',
        label: 'What do you care about?',
        hint: 'The subject that brings you together, in one line',
        required: true,
        max: limits.domain,
        value: values.domain,
        error: errors.domain,
      },
      {
        kind: 'words',
        name: 'statement',
        label: 'Core statement',
        hint: 'It may come later: We are …, who care about …, and meet to …, so that …',
        optional,
        long: true,
        max: limits.statement,
        value: values.statement,
        error: errors.statement,
      },
      alone ? undefined : facilitatorField(values, errors),
      settings.supportChannel ? conversationField(values, first) : undefined,
    ),
    submit: 'Start it',
    does: { command: 'cop start', options: {} },
  };
}

const intro = text`For people who care about the same thing and learn from each other. You can change all of it later.`;
const introFirst = text`The Support Team talks it over with you; then your space is made. You can change it all later.`;

const facilitatorField = (values: StartValues, errors: ErrorsOf<'cop start'>): FieldOf<'cop start', 'facilitator'> => ({
  kind: 'people',
  name: 'facilitator',
  label: 'Facilitator',
  hint: 'You, unless you choose somebody else. They are asked first.',
  most: 1,
  value: values.facilitator ? [values.facilitator] : [],
  error: errors.facilitator,
});

/** Only where there is somebody to have it with. */
const conversationField = (values: StartValues, first: boolean): FieldOf<'cop start', 'conversation'> => ({
  kind: 'choice',
  name: 'conversation',
  label: 'How would you like your first conversation?',
  hint: 'A quick chat with the Support Team about your idea',
  choices: first ? wayChoices.filter(choice => choice.value !== 'not-now') : wayChoices,
  value: values.conversation ?? (first ? 'in-person' : 'not-now'),
});

export const faultErrors = (faults: readonly FieldFault[]): ErrorsOf<'cop start' | 'cop edit'> =>
  Object.fromEntries(faults.map(fault => [fault.field, faultWords(fault)]));
