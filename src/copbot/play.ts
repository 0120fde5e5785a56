/** `copbot playground` and `copbot demo`: without an account anywhere, and never on the real database. */
import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import { hasPlayground } from '../has-playground.ts';
import type { Counter } from './counter.ts';

export function play(program: Command, counter: Counter): void {
  program
    .command('playground')
    .summary('a Slack and a Discord on this machine, with the bot in them')
    .description(
      'Opens a Slack and a Discord on this machine with the bot in them, and a page to be their people; whatever tokens and database you have are left alone. Ends on Ctrl-C.',
    )
    .option('--fresh', 'begin anew')
    .action(({ fresh }: { fresh?: boolean }) => run(counter, ['src/main.ts', ...(fresh ? ['--fresh'] : [])], ours));
  program
    .command('demo')
    .summary('a community started and joined, told as a story')
    .description(
      'Plays how somebody starts a CoP and another joins it, on both platforms, and says what each of them sees.',
    )
    .option('--year', 'a whole year of one community, with the time set')
    .action(({ year }: { year?: boolean }) =>
      run(counter, ['playground/demo/demo.ts', ...(year ? ['--year'] : [])], {}),
    );
}

/** A variable that is there, though empty, isn't read from .env. */
export const ours = {
  SLACK_BOT_TOKEN: '',
  SLACK_APP_TOKEN: '',
  DISCORD_TOKEN: '',
  SLACK_API_URL: '',
  DISCORD_API_URL: '',
  DATABASE_URL: '',
  DOCUMENTS_DIR: '',
  BACKUP_DIR: '',
  WEB_PORT: '',
  METRICS_PORT: '',
  PUBLIC_URL: '',
};

async function run(counter: Counter, what: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  if (!hasPlayground())
    return counter.refuse(
      'This installation has no playground: it was made for production. In a clone of the project "npm ci --include=dev" brings it; in a container there is none.',
    );
  const child = spawn(process.execPath, what, { stdio: 'inherit', env: { ...process.env, ...env } });
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass);
  return new Promise(resolve =>
    child.once('exit', code => {
      counter.ends(code ?? 1);
      resolve();
    }),
  );
}
