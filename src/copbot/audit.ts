/** `copbot audit`: who did what. Never what was said. */
import type { Command } from 'commander';
import { deeds } from '../store/audit-told.ts';
import type { Counter } from './counter.ts';
import { firstOf, moment, some } from './some.ts';
import { table, when } from './table.ts';
import { oneCop } from './which-cop.ts';

interface Options {
  readonly cop?: string;
  readonly command?: string;
  readonly since?: number;
  readonly most: number;
  readonly json?: boolean;
}

export function audit(program: Command, counter: Counter): void {
  program
    .command('audit')
    .summary('who did what, the latest first')
    .description('Who gave which command about what, the latest first. Never a word of what was said.')
    .option('--cop <name>', 'only what is about this CoP itself: its name, address or id')
    .option('--command <name>', 'only this command, or all of a kind: join-request')
    .option('--since <date>', 'only from then on: 2026-11-26', moment)
    .option('--most <number>', 'the latest so many', some, 50)
    .option('--json', 'the same for machines')
    .action(async ({ cop, command, since = 0, most, json }: Options) =>
      counter.reading(async ({ db }) => {
        const about = cop === undefined ? undefined : await oneCop(db, cop);
        if (about && 'says' in about) return counter.refuse(about.says);
        const all = await deeds(db, { since, most: most + 1, command, cop: about?.id });
        const { some: found, more } = firstOf(all, most);
        counter.tell(json, found, () => {
          if (found.length === 0) return counter.say('Nothing is noted that fits.');
          const rows = found.map(one => [
            when(one.at),
            one.who ?? (one.forgotten ? 'somebody forgotten' : 'the bot'),
            one.command,
            one.cop ?? [one.about, one.id].filter(Boolean).join(' '),
            one.workspace,
          ]);
          counter.say(table(['when', 'who', 'command', 'about', 'in'], rows, counter.columns));
          if (more) counter.say(more);
        });
      }),
    );
}
