/** Starts a bot as a process of its own, pointed at playgrounds by its environment: this one, or any other. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Playground } from '../driver.ts';

const root = path.join(import.meta.dirname, '../..');
/** Half of a start is making JavaScript of TypeScript and compiling it: done once, not at every start. */
export const compiled = { NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/compiled') };

export interface Served {
  readonly pid: number;
  /** What it has logged so far. */
  output(): string;
  running(): boolean;
  /** As the operator would: SIGTERM. */
  stop(): Promise<void>;
  /** As a power cut would: SIGKILL. */
  kill(): void;
  /** Resolves with the exit code or the signal. */
  readonly ended: Promise<number | string>;
}

/** What .env holds, a developer's or a real bot's, stays out of it: a variable that is there, though empty, is not read from the file. Its backups above all: the tidying would take them for this one's. */
export const unset = {
  SLACK_BOT_TOKEN: '',
  SLACK_APP_TOKEN: '',
  DISCORD_TOKEN: '',
  DATABASE_URL: '',
  SLACK_API_URL: '',
  DISCORD_API_URL: '',
  SECRET_KEY: '',
  GUIDES_DIR: '',
  DOCUMENTS_DIR: '',
  DOCUMENTS_MAX_MB: '',
  BACKUP_DIR: '',
  LOG_LEVEL: '',
  WEB_PORT: '',
  METRICS_PORT: '',
  METRICS_HOST: '',
  PUBLIC_URL: '',
  PLAYGROUND_PORT: '',
  HTTPS_PROXY: '',
  HTTP_PROXY: '',
  NO_PROXY: '',
  https_proxy: '',
  http_proxy: '',
  no_proxy: '',
};

/** An empty name of a proxy would win over the same one spelt otherwise. */
function unsetBut(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const set = new Set(Object.keys(given).map(name => name.toUpperCase()));
  return Object.fromEntries(Object.entries(unset).filter(([name]) => !set.has(name.toUpperCase())));
}

/** `folder`: another copy of the project than this one. */
export function launch(environment: Readonly<Record<string, string>>, folder = root): Served {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...compiled, ...unsetBut(environment), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const note = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  // Whoever began it may fail before it stops it: nothing of it outlives them.
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<number | string>(resolve =>
    child.once('close', (code, signal) => {
      process.off('exit', kill);
      resolve(code ?? signal ?? 1);
    }),
  );
  return {
    pid: child.pid ?? 0,
    output: () => output,
    running: () => child.exitCode === null && child.signalCode === null,
    ended,
    kill,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The project's own bot, on a database of its own that goes with it; ready when every platform has it connected. */
export async function serve(
  environment: Readonly<Record<string, string>>,
  playgrounds: readonly Playground[],
): Promise<Served> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cop-demo-'));
  const bot = launch({ DATABASE_URL: `sqlite:${folder}/cop.sqlite`, LOG_LEVEL: 'warn', ...environment });
  const failed = bot.ended.then(code => {
    throw new Error(`the bot ended (${code}) before it was connected:\n${bot.output()}`);
  });
  failed.catch(() => {});
  await Promise.race([
    failed,
    Promise.all(
      playgrounds.map(playground => playground.until(() => playground.connected(), 'the bot to be connected')),
    ),
  ]);
  const stop = async () => {
    await bot.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...bot, stop };
}
