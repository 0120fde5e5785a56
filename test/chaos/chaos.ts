/**
 * `npm run test:chaos`: harm of every kind, counted. `-- --short` takes samples of it; `--seed=7` the same ones again; `--only=crashes`
 * one part of it, `--engine=postgres` and `--platform=discord` what is of these alone, `--acts='pin by hand'` what happens in these acts,
 * `--most=5` so many of each, and `--many=200` so many communities side by side. Exits 1 where anything ends otherwise than undisturbed.
 */
import { parseArgs } from 'node:util';
import { keepInMemory } from '../support/in-memory.ts';
import { platformNames } from '../support/stage.ts';
import { life } from './life/index.ts';
import { type Asked, partNames, parts } from './parts.ts';
import { type Line, table } from './report.ts';
import { inProcesses, sharesOf } from './shares.ts';

keepInMemory();
const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    ...{ seed: text, only: text, engine: text, platform: text, acts: text, most: text, many: text },
  },
});
const number = (name: 'seed' | 'most' | 'many'): number | undefined => {
  const said = values[name];
  if (said !== undefined && !/^\d+$/.test(said)) throw new Error(`--${name} takes a whole number`);
  return said === undefined ? undefined : Number(said);
};
/** Those that are named, with commas between them; all, where none is. */
function named<T>(option: 'only' | 'engine' | 'platform' | 'acts', all: readonly T[], nameOf: (one: T) => string) {
  const asked = values[option]?.split(',');
  const unknown = asked?.find(name => !all.some(one => nameOf(one) === name));
  if (unknown !== undefined)
    throw new Error(`--${option} takes, with commas between them, ${all.map(nameOf).join(', ')}; not "${unknown}"`);
  return all.filter(one => !asked || asked.includes(nameOf(one)));
}
const seed = number('seed') ?? Math.floor(Math.random() * 2 ** 31);
const asked: Asked = {
  seed,
  short: values.short,
  only: named('only', partNames, one => one),
  engines: named('engine', ['sqlite', 'postgres'] as const, one => one),
  platforms: named('platform', platformNames, one => one),
  acts: named('acts', life, act => act.name),
  most: number('most'),
  many: number('many'),
};

// What it began for itself, a server, folders, ends with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const { send } = process;
if (send) {
  process.once('disconnect', () => process.exit(1)); // whoever asked for this share is gone
  for (const { part } of sharesOf(parts, asked))
    for await (const line of part.run(asked)) await new Promise(told => send.call(process, line, told));
  process.exit(0);
}

console.log(
  `seed ${seed}${values.short ? ', a sample' : ''} (again: npm run test:chaos -- ${values.short ? '--short ' : ''}--seed=${seed})`,
);
const began = Date.now();
const lines: Line[] = [];
const given = Object.entries({ ...values, short: undefined, seed: String(seed) }).flatMap(([name, said]) =>
  said === undefined ? [] : [`--${name}=${said}`],
);
if (values.short) given.push('--short');
await inProcesses(import.meta.filename, sharesOf(parts, asked), given, line => {
  lines.push(line);
  console.log(table([line]));
});
console.log(`\n${table(lines, 'heads')}`);
const wrong = lines.reduce((all, line) => all + line.wrong.length, 0);
const run = lines.reduce((all, line) => all + line.run, 0);
console.log(
  `\n${run} runs, ${wrong} otherwise than expected, in ${Math.round((Date.now() - began) / 1000)} s; seed ${seed}`,
);
process.exit(wrong === 0 && run > 0 ? 0 : 1);
