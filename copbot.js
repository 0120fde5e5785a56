#!/usr/bin/env node
// `npx copbot …`, on whatever Node the machine has (20 or later): plain JavaScript, no dependencies. Sets up what isn't there yet, then
// hands on to the Node that this project runs on.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const typedIn = process.env.INIT_CWD ?? process.cwd();
process.chdir(import.meta.dirname);
await import('./setup.js');

const own = path.resolve('node_modules/.bin/node');
const node = existsSync(own) ? own : process.execPath;
const child = spawn(node, ['src/copbot/copbot.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, INIT_CWD: typedIn },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
