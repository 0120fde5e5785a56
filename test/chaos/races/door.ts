/** Ways into one database: through this process, or through another one. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { openStore } from '../../../src/store/engine.ts';
import { type Desk, deskOn, type Presser } from '../../support/desk.ts';

export type Doing = Pressed | Gone;
interface Pressed {
  readonly who: Presser;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}
/** Somebody archives a channel by hand. */
interface Gone {
  readonly who: Presser;
  readonly gone: string;
}

/** Resolves when it is answered, whatever the answer is. */
export interface Door {
  does(doing: Doing, id: string): Promise<void>;
  /** Nobody goes in any more. */
  leaves(): Promise<void>;
}

export async function through(it: Desk, doing: Doing, id: string): Promise<void> {
  if ('gone' in doing)
    return it.happened({
      kind: 'closed',
      id,
      space: { platform: 'discord', workspace: 'here', id: doing.gone },
      how: 'archived',
    });
  await it.presses(doing.who, doing.command, doing.options, { id });
}

export interface Neighbour {
  /** Into another database. */
  opens(url: string): Promise<Door>;
  end(): void;
}

interface Answered {
  readonly n: number;
  readonly error: string;
}

interface Asked {
  readonly n?: number;
  readonly url?: string;
  readonly doing?: Doing;
  readonly id?: string;
}

/** A process beside this one. */
export function neighbour(): Neighbour {
  const child = spawn(process.execPath, [import.meta.filename, 'serve'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const waiting = new Map<number, (error: string) => void>();
  child.on('message', ({ n, error }: Answered) => {
    waiting.get(n)?.(error);
    waiting.delete(n);
  });
  let gone = '';
  child.once('exit', (code, signal) => {
    gone = `a process beside this one has ended by itself: ${signal ?? code}`;
    for (const tell of waiting.values()) tell(gone);
    waiting.clear();
  });
  let asked = 0;
  const ask = async (what: Asked): Promise<void> => {
    const n = ++asked;
    const error = await new Promise<string>(resolve => {
      if (gone) return resolve(gone);
      waiting.set(n, resolve);
      child.send({ ...what, n }, error => error && resolve(gone || error.message));
    });
    if (error) throw new Error(error);
  };
  return {
    async opens(url) {
      await ask({ url });
      return { does: (doing, id) => ask({ doing, id }), leaves: () => ask({ url: '' }) };
    },
    end: () => void child.kill('SIGKILL'),
  };
}

async function serve(): Promise<void> {
  let here: Desk | undefined;
  const answer = async ({ url, doing, id = '' }: Asked): Promise<void> => {
    if (url !== undefined) await here?.store.close();
    if (url !== undefined) here = url ? deskOn(await openStore(url)) : undefined;
    if (doing && here) await through(here, doing, id);
  };
  process.on('message', (asked: Asked) => {
    const { n } = asked;
    answer(asked).then(
      () => process.send?.({ n, error: '' }),
      error => process.send?.({ n, error: String(error?.stack ?? error) }),
    );
  });
  process.once('disconnect', () => process.exit());
}

if (process.argv[2] === 'serve' && path.resolve(process.argv[1] ?? '') === import.meta.filename) await serve();
