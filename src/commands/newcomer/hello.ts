import type { Cop } from '../../domain/cop.ts';
import type { Given } from '../../domain/deed.ts';
import { lane } from '../../domain/effect.ts';
import { answers, faultsIn, type Hello, type HelloPart, helloIn, linesOf } from '../../domain/hello.ts';
import { tidied } from '../../domain/words.ts';
import {
  changeHelloForm,
  helloForm,
  helloLostCard,
  helloOnItsWayCard,
  helloPreviewCard,
  saidHelloCard,
} from '../../messages/hello.ts';
import type { Card } from '../../platform/card.ts';
import * as hellos from '../../store/hellos.ts';
import { command, type ReadScope, type Scope, type Subjects, somebody } from '../command.ts';
import { suggested } from '../document/looking.ts';
import { postFor } from '../effects.ts';

/** Shown to them first: nobody else sees it until they say so. */
export const sayHello = command({
  name: 'newcomer hello',
  summary: 'Say hello in your CoP: three short answers, shown to you first',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true } },
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'privately',
  suggest: suggested,

  form: scope => opened(scope, helloForm),
  run: scope => written(scope, helloForm),
});

/** As long as it isn't posted. */
export const changeHello = command({
  name: 'newcomer change-hello',
  summary: 'Change the hello that you have seen',
  typedAs: 'newcomer hello',
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',
  form: scope => opened(scope, changeHelloForm),
  run: scope => written(scope, changeHelloForm),
});

type Asks<F> = (...given: Parameters<typeof helloForm>) => F;

async function opened<F>({ reader, subject: { cop }, actor }: ReadScope<Subjects['cop']>, asks: Asks<F>) {
  const said = await hellos.of(reader, cop.networkId, cop.id, somebody(actor).id);
  if (hellos.isPosted(said)) return { sections: postedCard(cop, said) };
  return asks(cop, said && helloIn(said.written));
}

async function written<F>(
  { tx, network, subject: { cop }, actor, options, now }: Scope<Subjects['cop'], HelloPart>,
  asks: Asks<F>,
) {
  const said = await hellos.of(tx, network, cop.id, actor.id);
  if (hellos.isPosted(said)) return { say: postedCard(cop, said) };
  const hello = givenIn(options);
  const faults = faultsIn(hello);
  if (Object.keys(faults).length > 0) return { mend: asks(cop, hello, faults) };
  await hellos.keep(tx, network, cop.id, actor.id, linesOf(hello), now);
  return { say: helloPreviewCard(cop, hello, now) };
}

const givenIn = (options: Given<HelloPart>): Hello =>
  Object.fromEntries(answers.map(one => [one, tidied(options[one] ?? '')])) as Record<(typeof answers)[number], string>;

const postedCard = (cop: Cop, hello: hellos.PostedHello): Card =>
  hello === 'on-its-way' ? helloOnItsWayCard(cop) : saidHelloCard(cop, hello.saidAt);

/** Once, and as they saw it: from when it has arrived it stands in the space alone. */
export const postHello = command({
  name: 'newcomer post-hello',
  summary: 'Post the hello that you have seen, in your name',
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run({ tx, network, subject: { cop }, actor, options, after }) {
    const said = await hellos.of(tx, network, cop.id, actor.id);
    if (!said) return { say: helloLostCard(cop) };
    if (hellos.isPosted(said)) return { say: postedCard(cop, said) };
    if (options.written !== String(said.at)) return { say: helloPreviewCard(cop, helloIn(said.written), said.at) };
    after(lane.cop(cop.id), postFor(cop, 'hello', 'space', { by: actor.id, words: said.written }));
    return { say: helloOnItsWayCard(cop) };
  },
});
