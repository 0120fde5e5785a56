/** The command line: what there is, in the order in which somebody needs it. One file each. */
import { Command } from 'commander';
import { version } from '../version.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import { type Counter, codes } from './counter.ts';
import { doctor } from './doctor.ts';
import { effects } from './effects.ts';
import { exporting } from './export.ts';
import { migrating } from './migrate.ts';
import { play } from './play.ts';
import { restore } from './restore.ts';

const all: readonly ((program: Command, counter: Counter) => void)[] = [
  doctor,
  effects,
  audit,
  check,
  backup,
  restore,
  exporting,
  migrating,
  play,
];

const afterwards = `
Beside a running bot these only read; what would change the database asks you
to stop the bot first. Settings come from .env and the environment, as the bot's
own do.

Ends with ${codes.fine} when all is well, ${codes.mend} when something is to be mended or failed, 2 when
what was typed isn't understood, ${codes.running} when the bot has to be stopped first.`;

export function programWith(counter: Counter): Command {
  const program = new Command('copbot')
    .description('For whoever runs the bot: how it is, what waits, backup and restore.')
    .version(version, '--version', 'say which version this is')
    .helpOption('-h, --help', 'say what there is')
    .helpCommand(false)
    .addHelpText('after', afterwards)
    .showHelpAfterError('See: npx copbot --help')
    .enablePositionalOptions() // else "effects" would take what is typed behind "effects story"
    .exitOverride();
  for (const one of all) one(program, counter);
  helping(program);
  minding(program, 'copbot');
  return program;
}

/** Commander's own knows no command below another, and shows all there is for one that it doesn't know. */
function helping(program: Command): void {
  program
    .command('help')
    .argument('[command...]')
    .summary('say more about a command')
    .description('Says more about a command, as does --help behind it.')
    .action((words: readonly string[]) => {
      const found = words.reduce<Command | undefined>(
        (within, word) => within?.commands.find(one => one.name() === word),
        program,
      );
      if (found) found.help();
      else program.error(`error: unknown command '${words.join(' ')}'`);
    });
}

/** Each says where its own help is, and ends by throwing. */
function minding(command: Command, called: string): void {
  for (const one of command.commands) {
    one.exitOverride().showHelpAfterError(`See: npx ${called} ${one.name()} --help`);
    minding(one, `${called} ${one.name()}`);
  }
}
