/** `copbot export`: a CoP's records, for whoever asks the operator for them. */
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { recordsZip } from '../bot/files/records-zip.ts';
import { everyCop } from '../store/cops-told.ts';
import type { Reader } from '../store/engine.ts';
import { recordsOf } from '../store/records-of.ts';
import type { Counter } from './counter.ts';
import { table } from './table.ts';
import { unwritten } from './unwritten.ts';
import { oneCop } from './which-cop.ts';

interface Options {
  readonly to?: string;
  readonly json?: boolean;
}

export function exporting(program: Command, counter: Counter): void {
  program
    .command('export')
    .argument('[cop]', 'its name, address or id; without one, all that there are')
    .summary("a CoP's records as a zip")
    .description(
      "A CoP's records, as /cop tend export gives them to one who facilitates it: statements, members, roles, open requests, the library's list, as JSON and CSV in one zip. What facilitators answered stays theirs. Hand it to nobody else: it names people.",
    )
    .addOption(new Option('--to <file>', 'where it goes; its name.zip here, if left out').conflicts('json'))
    .option('--json', 'the records themselves, and no file')
    .action((words: string | undefined, options: Options, own: Command) => {
      if (words === undefined && options.to !== undefined) own.error('error: --to takes a CoP: say which');
      return counter.reading(({ db }) =>
        words === undefined ? all(counter, db, options) : one(counter, db, words, options),
      );
    });
}

async function all(counter: Counter, db: Reader, { json }: Options): Promise<void> {
  const cops = await everyCop(db);
  counter.tell(json, cops, () => {
    if (cops.length === 0) return counter.say('There is no CoP yet.');
    const rows = cops.map(one => [one.id, one.name, `${one.members}`, one.state, one.workspace]);
    counter.say(table(['id', 'name', 'members', 'state', 'in'], rows, counter.columns));
  });
}

async function one(counter: Counter, db: Reader, words: string, { to, json }: Options): Promise<void> {
  const cop = await oneCop(db, words);
  if ('says' in cop) return counter.refuse(cop.says);
  const records = await recordsOf(db, cop.networkId, cop.id, undefined); // whoever is here facilitates nothing
  if (json) return counter.tell(json, records, () => {});
  const file = counter.pathOf(to ?? `${cop.slug}.zip`);
  const zip = recordsZip(records, counter.now);
  try {
    writeNew(file, zip);
    counter.say(`The records of ${cop.name} are in ${file}, for you alone to read.`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      return counter.refuse(`${file} is there already: name another with --to.`);
    counter.refuse(unwritten(error));
  }
}

/** Whole or not at all: half of it is of no use, and would be in the way. */
function writeNew(file: string, contents: Uint8Array): void {
  const opened = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(opened, contents);
  } catch (error) {
    rmSync(file);
    throw error;
  } finally {
    closeSync(opened);
  }
}
