/** What each command of the line has at hand: how things are set, the database, and where to say something. */
import path from 'node:path';
import { type Config, configFrom, ownDatabase } from '../config.ts';
import { inWords } from '../store/engine/in-words.ts';
import { isAtWork } from '../store/engine/postgres.ts';
import { holdStore, openReading, openStore, type Store, StoreTaken, Unusable } from '../store/engine.ts';
import { mustBeOurs, mustFit } from '../store/migrate.ts';

/** 2 is a slip in what was typed. */
export const codes = { fine: 0, mend: 1, running: 3 } as const;

/** The bot is at work on the database, and what was asked for would change it. */
export class BotRuns extends Error {
  constructor() {
    super(
      'The bot is running, and this changes its database. Stop it first (Ctrl-C where it runs, or however you started it), then run this again. What it had begun goes on at its next start.',
    );
  }
}

export interface Counter {
  readonly now: number;
  /** Of the terminal; none where nobody looks at one. */
  readonly columns: number | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** Fails with ConfigError. */
  config(): Config;
  /** Beside a running bot, too; closed when the work is done. Fails where it isn't of this version. */
  reading<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** The same, whichever version it is of. */
  looking<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** With nobody else at it: fails with BotRuns; and where there is none, unless it is to be made. */
  alone<T>(work: (store: Store) => Promise<T>, given?: { readonly made: boolean }): Promise<T>;
  say(line?: string): void;
  /** Where it was asked for in JSON, that; else what `people` says. */
  tell(json: boolean | undefined, value: unknown, people: () => void): void;
  ends(code: number): void;
  /** What can't be done, and why: apart from what was asked for, which a program may read. */
  refuse(says: string): void;
  /** A path as it was typed, from where it was typed. */
  pathOf(typed: string): string;
}

interface Around {
  readonly env: NodeJS.ProcessEnv;
  /** What .env holds. Fails with ConfigError. */
  written(): Readonly<Record<string, string>>;
  readonly now: number;
  readonly columns: number | undefined;
  say(line: string): void;
  complain(line: string): void;
  ends(code: number): void;
  pathOf(typed: string): string;
}

export function counterWith({ env, written, now, columns, say, complain, ends, pathOf }: Around): Counter {
  const config = () => configFrom(env, written());
  const looking: Counter['looking'] = async work => within(await opened(config()), work);
  return {
    now,
    columns,
    env,
    config,
    ends,
    pathOf,
    say: (line = '') => say(line),
    tell: (json, value, people) => (json ? say(JSON.stringify(value, null, 2)) : people()),
    refuse(says) {
      complain(says);
      ends(codes.mend);
    },
    looking,
    reading: work =>
      looking(async store => {
        await mustFit(store.db);
        return work(store);
      }),
    async alone(work, { made } = { made: false }) {
      const { databaseUrl } = config();
      if (!made) await looking(({ db }) => mustBeOurs(db)); // before anything is written into it
      const held = await holdStore(databaseUrl).catch((error: unknown) => {
        throw error instanceof StoreTaken ? new BotRuns() : error;
      });
      try {
        return await within(
          await openStore(databaseUrl, undefined, { held, checked: true, copbot: true }),
          async store => {
            if (store.shared && (await isAtWork(store.db))) throw new BotRuns();
            return work(store);
          },
        );
      } finally {
        held.letGo();
      }
    },
  };
}

/** Without a token all is of the playground: whoever meant the bot's own is told where its settings were looked for. */
async function opened({ databaseUrl, slack, discord }: Config): Promise<Store> {
  try {
    return await openReading(databaseUrl);
  } catch (error) {
    if (!(error instanceof Unusable) || slack || discord || databaseUrl !== ownDatabase) throw error;
    throw new Unusable(
      `${error.message} No token is set, so this is the playground's; a bot's own settings are read from ${path.resolve('.env')}.`,
      { cause: error },
    );
  }
}

async function within<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } catch (error) {
    throw inWords(store, error);
  } finally {
    await store.close();
  }
}
