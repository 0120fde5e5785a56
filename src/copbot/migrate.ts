/** `copbot migrate`: brings the database up to date, as the next start would. */
import type { Command } from 'commander';
import { copyBefore } from '../store/copies.ts';
import { migrate, stepsOf } from '../store/migrate.ts';
import type { Counter } from './counter.ts';
import { hanging } from './table.ts';

interface Options {
  readonly dry?: boolean;
  readonly json?: boolean;
}

export function migrating(program: Command, counter: Counter): void {
  program
    .command('migrate')
    .summary('bring the database up to date, as the next start would')
    .description(
      'Does what the next start would do first: the steps that this version adds to the database. On SQLite a copy is made before. --dry only says which.',
    )
    .option('--dry', 'say which steps there are, and do none')
    .option('--json', 'the same for machines')
    .action(async ({ dry, json }: Options) => {
      if (dry) return counter.looking(async ({ db }) => tell(counter, json, await stepsOf(db)));
      await counter.alone(
        async store => {
          let copy: string | undefined;
          const done = await migrate(store.db, async next => {
            copy = await copyBefore(store, next);
            if (copy && !json) counter.say(`Copied first, to ${copy}.`);
          });
          counter.tell(json, { done, copy: copy ?? null }, () => {
            if (done.length === 0) counter.say(upToDate);
            else counter.say(hanging('Done: ', `${done.join(', ')}.`, counter.columns));
          });
        },
        { made: true },
      );
    });
}

const upToDate = 'The database is up to date.';

function tell(counter: Counter, json: boolean | undefined, steps: Awaited<ReturnType<typeof stepsOf>>): void {
  const { pending, unknown } = steps;
  if (unknown.length > 0)
    counter.refuse(`The database is of a newer version (${unknown.join(', ')}): this one can't be started on it.`);
  else
    counter.tell(json, { pending }, () => {
      if (pending.length === 0) counter.say(upToDate);
      else counter.say(hanging('To come: ', `${pending.join(', ')}.`, counter.columns));
    });
}
