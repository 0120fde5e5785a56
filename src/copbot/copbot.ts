/** Runs what was typed behind `copbot`. Does something by being imported, as main.ts does. */
import path from 'node:path';
import { CommanderError } from 'commander';
import dotenv from 'dotenv';
import { complaint } from '../complaint.ts';
import { readEnvFile } from '../env-file.ts';
import { BotRuns, codes, counterWith } from './counter.ts';
import { programWith } from './program.ts';

/** A slip in what was typed. */
const misunderstood = 2;

async function run(): Promise<number> {
  let code: number = codes.fine;
  const counter = counterWith({
    env: process.env,
    written: envFile(),
    now: Date.now(),
    columns: process.stdout.columns,
    say: line => void process.stdout.write(`${line}\n`),
    complain: line => void process.stderr.write(`${line}\n`),
    ends: told => {
      code = Math.max(code, told);
    },
    pathOf: typed => path.resolve(process.env.INIT_CWD ?? process.cwd(), typed),
  });
  await programWith(counter).parseAsync(process.argv);
  return code;
}

/** One that can't be read is the doctor's to tell, and anybody's who asks how things are set; nobody's who asks for help. */
function envFile(): () => Readonly<Record<string, string>> {
  try {
    const written = readEnvFile('.env');
    dotenv.populate(process.env as Record<string, string>, written);
    return () => written;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function codeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? codes.fine : misunderstood; // it has said so itself
  process.stderr.write(`${error instanceof BotRuns ? error.message : complaint(error)}\n`);
  return error instanceof BotRuns ? codes.running : codes.mend;
}

/** Whoever reads may have seen enough; a disk that is full has kept half of it, which nobody is to take for the whole. */
let lost = false;
for (const out of [process.stdout, process.stderr])
  out.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (lost || code === 'EPIPE') return;
    lost = true;
    process.exitCode = codes.mend;
    if (out === process.stdout) process.stderr.write(`What was asked for could not be written: ${message}\n`);
  });

/** Ended here, what is made by half goes; what serves the demo ends in its own way. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
for (const [signal, code] of Object.entries(signals))
  process.once(signal, () => {
    if (process.listenerCount(signal) > 0) return;
    process.stderr.write('Broken off: what was not finished is not there. Typed again, it begins anew.\n');
    process.exit(code);
  });

const code = await run().catch(codeOf);
for (const signal of Object.keys(signals)) process.removeAllListeners(signal); // by now all is done, and said
process.exitCode = lost ? Math.max(code, codes.mend) : code;
