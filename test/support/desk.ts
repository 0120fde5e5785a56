/** Commands against a real store, with nobody performing what follows: what people press goes in, answers and rows come out. */
import { reconciling } from '../../src/bot/happenings/reconcile.ts';
import { stepOf } from '../../src/bot/outbox/effects/index.ts';
import { type Dispatch, dispatching } from '../../src/bot/press/dispatch.ts';
import { sealWith } from '../../src/bot/seal.ts';
import type { Bot } from '../../src/bot/the-bot.ts';
import { consequences } from '../../src/commands/consequences.ts';
import { commands } from '../../src/commands/index.ts';
import type { Inbox, Invocation } from '../../src/platform/chat-platform.ts';
import type { Store } from '../../src/store/engine.ts';
import { ourGuides } from './guides.ts';
import { migratedStore } from './store.ts';
import { answerWords } from './words.ts';

export interface Desk extends Dispatch {
  readonly store: Store;
  readonly bot: Bot;
  readonly happened: Inbox['happened'];
  /** Statements run so far. */
  readonly statements: string[];
  /** What the presser reads. */
  presses(who: Presser, command: string, options?: Record<string, string>, more?: Partial<Invocation>): Promise<string>;
  passes(ms: number): void;
}

export interface Presser {
  readonly id: string;
  readonly name: string;
  /** A guild's id; none in a direct message. */
  readonly workspace?: string;
  readonly admin?: boolean;
}

let presses = 0;

export function invocation(
  who: Presser,
  command: string,
  options: Record<string, string> = {},
  more: Partial<Invocation> = {},
): Invocation {
  const by = {
    platform: 'discord' as const,
    id: who.id,
    name: who.name,
    ...(who.workspace && { workspace: who.workspace }),
    ...(who.admin && { admin: who.admin }),
  };
  return { id: `press-${++presses}`, by, locale: 'en-GB', from: 'slash', command, options, ...more };
}

export async function desk(url?: string, image?: Buffer): Promise<Desk> {
  const statements: string[] = [];
  return deskOn(await migratedStore(url, sql => statements.push(sql), image), statements);
}

/** One that has every table already. */
export function deskOn(store: Store, statements: string[] = []): Desk {
  let now = Date.UTC(2026, 2, 3, 9);
  const silent = () => {};
  const bot = {
    store,
    clock: { now: () => now, at: () => silent },
    jobs: { start: async () => {}, wake: async () => {}, stop: async () => {} },
    seal: sealWith('test'),
    log: { debug: silent, info: silent, warn: silent, error: (fields: object) => failures.push(fields) },
    commands,
    consequences,
    stepOf,
    paced: () => [],
    guides: ourGuides,
    publicUrl: 'https://cops.example.org',
    files: undefined,
    timeZone: 'Europe/London',
    forgottenFile: undefined,
    unknown: new Map(),
  };
  const failures: object[] = [];
  const dispatch = dispatching(bot);
  return {
    ...dispatch,
    bot,
    happened: reconciling(bot, dispatch).happened,
    store,
    statements,
    async presses(who, command, options, more) {
      const answer = await dispatch.invoke(invocation(who, command, options, more));
      if (failures.length > 0)
        throw new Error(
          `a command failed: ${JSON.stringify(failures, (_key, value) => (value instanceof Error ? value.stack : value))}`,
        );
      return answerWords(answer);
    },
    passes: ms => {
      now += ms;
    },
  };
}
