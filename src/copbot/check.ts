/** `copbot check`: whether what the database holds belongs together. */
import type { Command } from 'commander';
import { type Checked, consistency } from '../store/consistency.ts';
import { type Counter, codes } from './counter.ts';

export function check(program: Command, counter: Counter): void {
  program
    .command('check')
    .summary('whether all that the database holds belongs together')
    .description(
      'Looks for rows that nothing belongs to, and for what contradicts itself; says what it looks at. Changes nothing; may be run beside the bot, on a large database in a quiet hour. Ends with 1 if something is found.',
    )
    .option('--json', 'the same for machines')
    .action(async ({ json }: { json?: boolean }) => {
      const all = await counter.reading(async store => [
        ...(await whole(store.broken)),
        ...(await consistency(store.db, counter.now)),
      ]);
      const found = all.filter(one => one.many > 0);
      counter.tell(json, all, () => {
        for (const { holds, many, which } of all)
          counter.say(many === 0 ? `  ✓ ${holds}` : `  ✗ ${holds}: not so ${many} times (${which.join(', ')})`);
        counter.say();
        counter.say(
          found.length === 0
            ? 'All of it holds.'
            : 'That is a bug of the bot: please report it with these lines. Nothing is to be mended by hand; the bot goes on.',
        );
      });
      counter.ends(found.length === 0 ? codes.fine : codes.mend);
    });
}

/** PostgreSQL sees to its own. */
async function whole(broken: (() => Promise<string | undefined>) | undefined): Promise<readonly Checked[]> {
  if (!broken) return [];
  const says = await broken();
  return [{ holds: 'each page of the file can be read', many: says ? 1 : 0, which: says ? [says] : [] }];
}
