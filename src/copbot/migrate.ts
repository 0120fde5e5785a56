/** `copbot migrate`: brings the database up to date, as the next start would. */
import type { Command } from 'commander';
import { copyBefore } from '../store/copies.ts';
import { migrate, stepsOf } from '../store/migrate.ts';
import type { Counter } from './counter.ts';
import { hanging } from './table.ts';

export function migrating(program: Command, counter: Counter): void {
  program
    .command('migrate')
    .summary('bring the database up to date, as the next start would')
    .description(
      'Does what the next start would do first: the steps that this version adds to the database. On SQLite a copy is made before. --dry only says which.',
    )
    .option('--dry', 'say which steps there are, and do none')
    .action(async ({ dry }: { dry?: boolean }) => {
      if (dry) return counter.looking(async ({ db }) => tell(counter, await stepsOf(db)));
      await counter.alone(
        async store => {
          const done = await migrate(store.db, async next => {
            const copy = await copyBefore(store, next);
            if (copy) counter.say(`Copied first, to ${copy}.`);
          });
          if (done.length === 0) counter.say('The database is up to date.');
          else counter.say(hanging('Done: ', `${done.join(', ')}.`, counter.columns));
        },
        { made: true },
      );
    });
}

function tell(counter: Counter, { pending, unknown }: Awaited<ReturnType<typeof stepsOf>>): void {
  if (unknown.length > 0)
    counter.refuse(`The database is of a newer version (${unknown.join(', ')}): this one can't be started on it.`);
  else if (pending.length === 0) counter.say('The database is up to date.');
  else counter.say(hanging('To come: ', `${pending.join(', ')}.`, counter.columns));
}
