/** `copbot`, as somebody types it: a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { compiled } from '../../playground/demo/serve.ts';

export const program = path.join(import.meta.dirname, '../../src/copbot/copbot.ts');

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `cwd`: where its .env would be; `meanwhile`: what is done to it. */
export async function copbot(
  words: string,
  env: Readonly<Record<string, string>>,
  cwd: string,
  meanwhile?: (child: ChildProcess) => Promise<void>,
): Promise<Said> {
  const child = spawn(process.execPath, [program, ...words.split(' ').filter(Boolean)], {
    cwd,
    env: { PATH: process.env.PATH, ...compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', chunk => {
    said.out += chunk;
  });
  child.stderr.on('data', chunk => {
    said.err += chunk;
  });
  const over = new Promise<number | null>(resolve => child.once('close', resolve));
  await meanwhile?.(child);
  return { code: await over, ...said };
}
