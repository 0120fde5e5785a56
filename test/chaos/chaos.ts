/**
 * `npm run test:chaos`: harm of every kind, counted. `-- --short` takes samples of it; `--seed=7` the same ones again; `--only=crashes`
 * one part of it. Exits 1 where anything ends otherwise than undisturbed.
 */
import { parseArgs } from 'node:util';
import { parts } from './parts.ts';
import { inWords, type Line, table } from './report.ts';

const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, seed: { type: 'string' }, only: { type: 'string' } },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(seed)) throw new Error('--seed takes a whole number');
const chosen = parts.filter(part => values.only === undefined || values.only.split(',').includes(part.name));
if (chosen.length === 0)
  throw new Error(`--only takes, with commas between them, ${parts.map(part => part.name).join(', ')}`);

console.log(
  `seed ${seed}${values.short ? ', a sample' : ''} (again: npm run test:chaos -- ${values.short ? '--short ' : ''}--seed=${seed})`,
);
const began = Date.now();
const lines: Line[] = [];
for (const part of chosen)
  for await (const line of part.run({ seed, short: values.short })) {
    lines.push(line);
    console.log(table([line]));
    for (const one of line.wrong.slice(0, 20)) console.log(inWords(one));
  }
console.log(`\n${table(lines, 'heads')}`);
const wrong = lines.reduce((all, line) => all + line.wrong.length, 0);
const run = lines.reduce((all, line) => all + line.run, 0);
console.log(
  `\n${run} runs, ${wrong} otherwise than expected, in ${Math.round((Date.now() - began) / 1000)} s; seed ${seed}`,
);
process.exit(wrong === 0 && run > 0 ? 0 : 1);
