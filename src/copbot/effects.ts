/** `copbot effects`: what the bot has still to do on the platforms, what waits for somebody, and what could not be done. */
import { type Command, Option } from 'commander';
import type { EffectId } from '../domain/ids.ts';
import { stepsBetween } from '../domain/steps.ts';
import type { Trouble } from '../domain/trouble.ts';
import type { Tx } from '../store/engine.ts';
import { mustFit } from '../store/migrate.ts';
import { callOff, listed, retry, story, type ToldEffect, type Which } from '../store/outbox-told.ts';
import type { Counter } from './counter.ts';
import { firstOf, some } from './some.ts';
import { long, table, when } from './table.ts';

interface Options {
  readonly parked?: boolean;
  readonly waiting?: boolean;
  readonly failed?: boolean;
  readonly most: number;
  readonly json?: boolean;
}

export function effects(program: Command, counter: Counter): void {
  const own = program
    .command('effects')
    .summary('what waits, is parked or failed on the platforms; retry or drop one')
    .description(
      'What the bot has still to do on the platforms. Parked is what waits until somebody has mended something, or something is heard of a platform again after hours; failed is what a platform refused for good. Nothing that people wrote is shown.',
    )
    .addOption(only('parked', 'those that wait for somebody'))
    .addOption(only('waiting', 'those that are to be done'))
    .addOption(only('failed', 'those that could not be done (kept for 90 days)'))
    .allowExcessArguments() // told below, with what may be meant; what stands below it would take them, too
    .option('--most <number>', 'the latest so many', some, 50)
    .option('--json', 'the same for machines')
    .action(async (options: Options) => {
      const [slip] = own.args;
      if (slip === undefined) return show(counter, options);
      const meant = own.commands.find(one => stepsBetween(slip, one.name()) <= 2);
      own.error(`error: unknown command '${slip}'${meant ? `\n(Did you mean ${meant.name()}?)` : ''}`);
    });
  own
    .command('story')
    .allowExcessArguments(false)
    .argument('<id>', 'as the list shows it, or the log')
    .description('All of one, with what came of the same press. Nothing that people wrote is shown.')
    .summary('all of one, with what came of the same press')
    .option('--json', 'the same for machines')
    .action(async (id: string, { json }: Pick<Options, 'json'>) => tellStory(counter, id, json));
  own
    .command('retry')
    .allowExcessArguments(false)
    .argument('<id>', 'as the list shows it, or the log')
    .description(
      'With the bot stopped: at its next start it tries this one again, whatever it was put off for. Takes back a drop that the bot has not heard of yet.',
    )
    .summary('try one again at the next start, whatever it was put off for')
    .option('--json', 'the same for machines')
    .action((id: string, { json }: Pick<Options, 'json'>) =>
      change(counter, id, json, retry, 'is tried again as soon as the bot starts'),
    );
  own
    .command('drop')
    .allowExcessArguments(false)
    .argument('<id>', 'as the list shows it, or the log')
    .description(
      'With the bot stopped: at its next start it gives this one up, with what needs it, puts right what follows from that, and tells whom it concerns. Until then, retry takes it back.',
    )
    .summary('give one up: what follows is put right at the next start, and people are told')
    .option('--json', 'the same for machines')
    .action((id: string, { json }: Pick<Options, 'json'>) =>
      change(
        counter,
        id,
        json,
        callOff,
        'is given up as soon as the bot starts, with what needs it; whom it concerns is told',
      ),
    );
}

const states = ['parked', 'waiting', 'failed'] as const;

const only = (state: (typeof states)[number], words: string): Option =>
  new Option(`--${state}`, `only ${words}`).conflicts(states.filter(one => one !== state));

const whichOf = ({ parked, waiting, failed }: Options): Which =>
  parked ? 'parked' : waiting ? 'waiting' : failed ? 'failed' : 'open';

async function show(counter: Counter, options: Options): Promise<void> {
  const all = await counter.reading(({ db }) => listed(db, whichOf(options), options.most + 1));
  const { some: latest, more } = firstOf(all.toReversed(), options.most);
  const found = latest.toReversed();
  counter.tell(options.json, found, () => {
    if (found.length === 0) return counter.say(nothing[whichOf(options)]);
    const rows = found.map(one => [
      one.id,
      stateOf(one),
      whatOf(one),
      one.cop,
      one.settledAt ? when(one.settledAt) : dueIn(one, counter.now),
      whyOf(one.trouble),
    ]);
    counter.say(table(['id', 'state', 'what', 'cop', 'when', 'why not yet'], rows, counter.columns));
    if (more) counter.say(more);
    counter.say();
    counter.say('All of one: npx copbot effects story ID');
  });
}

const nothing: Readonly<Record<Which, string>> = {
  open: 'Nothing waits.',
  parked: 'Nothing is parked.',
  waiting: 'Nothing waits.',
  failed: 'Nothing has failed in the last 90 days.',
};

function stateOf({ state, begunAt, settledAt, trouble }: ToldEffect): string {
  if (!settledAt && trouble?.code === 'called_off') return 'dropped';
  return state === 'waiting' && begunAt ? 'intended' : state;
}

const whatOf = ({ kind, message }: ToldEffect): string => (message ? `${kind} ${message}` : kind);

function tried({ attempts, waits }: ToldEffect): string {
  if (attempts === 0) return 'not yet';
  const times = attempts === 1 ? 'once' : `${attempts} times`;
  return waits === 0 ? times : `${times}, ${waits} of them told to wait`;
}

function dueIn({ dueAt }: ToldEffect, now: number): string {
  if (dueAt <= now) return 'now';
  return `in ${long(dueAt - now)}`;
}

function whyOf(trouble: Trouble | undefined): string {
  if (!trouble) return '';
  const { code, whose, needed, place } = trouble;
  return [code, `(${whose})`, needed && `lacks ${needed}`, place && `in ${place}`].filter(Boolean).join(' ');
}

async function tellStory(counter: Counter, id: string, json: boolean | undefined): Promise<void> {
  const found = await counter.reading(({ db }) => story(db, id));
  if (!found) return missing(counter, id);
  counter.tell(json, found, () => {
    const { effect, others } = found;
    const lines: [string, string][] = [
      ['what', whatOf(effect)],
      ['state', stateOf(effect)],
      ['of the CoP', effect.cop],
      ['in', effect.workspace],
      ['lane', effect.lane],
      ['tried', tried(effect)],
      ['begun', when(effect.begunAt)],
      effect.settledAt ? ['over since', when(effect.settledAt)] : ['next try', dueIn(effect, counter.now)],
      ['why not yet', whyOf(effect.trouble)],
      ['needs', effect.needs.join(' ')],
      ['if given up', effect.otherwise ?? ''],
    ];
    for (const [name, value] of lines) if (value) counter.say(`${name.padEnd(12)} ${value}`);
    if (others.length === 0) return;
    counter.say('\nFrom the same press:');
    const rows = others.map(one => [
      one.id,
      stateOf(one),
      whatOf(one),
      one.needs.includes(effect.id) ? 'needs it' : '',
    ]);
    counter.say(table(['id', 'state', 'what', ''], rows, counter.columns));
  });
}

async function change(
  counter: Counter,
  id: string,
  json: boolean | undefined,
  how: (tx: Tx, id: EffectId, now: number) => Promise<boolean>,
  what: string,
): Promise<void> {
  await counter.alone(async ({ db }) => {
    await mustFit(db);
    const found = await story(db, id);
    if (!found) return missing(counter, id);
    const { effect } = found;
    if (await db.transaction().execute(tx => how(tx, effect.id, counter.now)))
      return counter.tell(json, (await story(db, id))?.effect, () =>
        counter.say(`${whatOf(effect)} of ${effect.cop} ${what}.`),
      );
    counter.refuse(
      `${whatOf(effect)} of ${effect.cop} is over (${effect.state}, ${when(effect.settledAt)}): nothing was changed.`,
    );
  });
}

const missing = (counter: Counter, id: string): void =>
  counter.refuse(`There is no effect ${id}. "npx copbot effects" lists them; what was settled 90 days ago is gone.`);
