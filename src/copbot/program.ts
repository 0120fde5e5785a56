/** The command line: what there is, in the order in which somebody needs it. One file each. */
import { Command } from 'commander';
import { version } from '../version.ts';
import { type Counter, codes } from './counter.ts';
import { doctor } from './doctor.ts';

const all: readonly ((program: Command, counter: Counter) => void)[] = [doctor];

const afterwards = `
Beside a running bot these only read; what would change the database asks you to stop the bot first.
Settings come from .env and the environment, as the bot's own do.

Ends with ${codes.fine} when all is well, ${codes.mend} when something is to be mended or failed, 2 when what was typed isn't understood,
${codes.running} when the bot has to be stopped first.`;

export function programWith(counter: Counter): Command {
  const program = new Command('copbot')
    .description('For whoever runs the bot: how it is, what waits, backup and restore.')
    .version(version, '--version', 'say which version this is')
    .helpOption('-h, --help', 'say what there is')
    .helpCommand('help [command]', 'say more about a command')
    .addHelpText('after', afterwards)
    .showHelpAfterError('See: npx copbot --help')
    .exitOverride();
  for (const one of all) one(program, counter);
  for (const one of program.commands) one.exitOverride().showHelpAfterError(`See: npx copbot ${one.name()} --help`);
  return program;
}
