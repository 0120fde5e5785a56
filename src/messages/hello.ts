/** A newcomer's hello: the form, what they see of it before anybody does, and how it stands in the space. */
import type { Cop } from '../domain/cop.ts';
import { answers, type Hello, type HelloPart, limits } from '../domain/hello.ts';
import { type Block, type Button, type Card, type FormOf, text, type Who } from '../platform/card.ts';
import { spaceButton } from './doable.ts';
import { space } from './people.ts';

export const helloButton = (cop: Pick<Cop, 'id'>): Button => ({
  label: 'Say hello…',
  does: { command: 'newcomer hello', options: { cop: cop.id } },
});

const faults = {
  empty: 'A word about who you are is enough; the rest may stay empty.',
  'too-long': 'That is longer than 200 characters; one line is enough.',
} as const;

/** What is asked, and how the answer is introduced to the others. */
const fields = {
  who: { label: 'Who are you, in a line?', said: 'Who I am' },
  busy: { label: 'What are you working on, or stuck on?', said: 'What keeps me busy' },
  ask: { label: 'What could others ask you about?', said: 'Ask me about' },
} as const satisfies { readonly [A in HelloPart]: object };

type Wrong = Readonly<Partial<Record<HelloPart, keyof typeof faults>>>;

function asks(cop: Cop, given?: Hello, wrong: Wrong = {}) {
  const field = <A extends HelloPart>(name: A) =>
    ({
      kind: 'words',
      name,
      label: fields[name].label,
      required: name === 'who',
      max: limits.answer,
      ...(given?.[name] && { value: given[name] }),
      ...(wrong[name] && { error: faults[wrong[name]] }),
    }) as const;
  return {
    title: 'Your hello',
    intro: text`You see it first. It is posted in **${cop.name}**, in your name, only once you say so.`,
    fields: [field('who'), field('busy'), field('ask')],
    submit: 'Show me',
  } as const;
}

export const helloForm = (cop: Cop, given?: Hello, wrong?: Wrong): FormOf<'newcomer hello'> => ({
  ...asks(cop, given, wrong),
  does: { command: 'newcomer hello', options: { cop: cop.id } },
});

/** Drawn on the card that shows it. */
export const changeHelloForm = (cop: Cop, given?: Hello, wrong?: Wrong): FormOf<'newcomer change-hello'> => ({
  ...asks(cop, given, wrong),
  does: { command: 'newcomer change-hello', options: { cop: cop.id } },
});

const answered = (hello: Hello): Block => ({
  kind: 'facts',
  facts: answers.flatMap(one => (hello[one] ? [{ label: fields[one].said, value: text`${hello[one]}` }] : [])),
});

/** To them alone. `written`: when; whoever changed it since sees it once more before it is posted. */
export const helloPreviewCard = (cop: Cop, hello: Hello, written: number): Card => ({
  title: text`Your hello to ${cop.name}`,
  body: [
    {
      kind: 'text',
      text: text`This is what will be posted in ${space(cop)}, in your name. Nobody has seen it yet.`,
    },
    answered(hello),
  ],
  buttons: [
    {
      label: 'Post it',
      does: { command: 'newcomer post-hello', options: { cop: cop.id, written: String(written) } },
      style: 'primary',
    },
    { label: 'Change it…', does: { command: 'newcomer change-hello', options: { cop: cop.id } } },
  ],
});

export const helloOnItsWayCard = (cop: Cop): Card => ({
  body: [{ kind: 'text', text: text`Your hello is on its way to ${space(cop)}. Anybody there can answer you.` }],
  buttons: spaceButton(cop),
});

export const saidHelloCard = (cop: Cop, at: number): Card => ({
  body: [
    {
      kind: 'text',
      text: text`You said hello in ${space(cop)} on ${{ at }}; nothing was posted a second time. Whatever else you'd like to say, say it there.`,
    },
  ],
  buttons: spaceButton(cop),
});

/** It was written too long ago, or they left in between. */
export const helloLostCard = (cop: Cop): Card => ({
  body: [
    {
      kind: 'text',
      text: text`That hello isn't kept any more, so nothing was posted in **${cop.name}**. Would you write it once more?`,
    },
  ],
  buttons: [helloButton(cop)],
});

/** In the space. Who is forgotten has said nothing. */
export const helloCard = (by: { readonly who: Who } | undefined, hello: Hello | undefined): Card =>
  by && hello
    ? { body: [{ kind: 'text', text: text`${by} says hello.` }, answered(hello)] }
    : { body: [{ kind: 'text', text: text`Somebody who isn't here any more said hello.` }] };
