/** `copbot`, as somebody types it: a process of its own. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { compiled } from '../../playground/demo/serve.ts';

const program = path.join(import.meta.dirname, '../../src/copbot/copbot.ts');

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `cwd`: where its .env would be. */
export function copbot(words: string, env: Readonly<Record<string, string>>, cwd: string): Promise<Said> {
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
  return new Promise(resolve => child.once('close', code => resolve({ code, ...said })));
}
