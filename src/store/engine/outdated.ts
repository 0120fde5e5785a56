/**
 * On PostgreSQL a newer process may bring the database up to date while an older one still runs. Where that breaks what the older one
 * does, it hears so at once. A notice can be missed (postgresql.org/docs/current/sql-notify.html: only who listens gets it), so it asks
 * as well whenever its connection is made anew, and every hour.
 *
 * In the same way processes side by side hear of people who are called otherwise now: a platform tells one of them alone.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { answerMs, cut, seenAs, session } from './session.ts';
import type { Store } from './store.ts';

export interface Heed {
  /** Resolves with the steps that this code doesn't know: it must stop. */
  readonly outdated: Promise<readonly string[]>;
  /** Somebody's account is otherwise than was known; nobody named: anybody's may be, a notice may have been missed. */
  hearsOfPeople(listener: (account: string | undefined) => void): void;
  stop(): Promise<void>;
}

/** Steps that break what older code does are told of here, in the transaction that does them. */
export const breaksChannel = 'cop_bot_breaks';
/** Of each other's accounts. */
export const peopleChannel = 'cop_bot_people';

const againMs = { first: 500, longest: 30_000 };

/** `unknown`: answers the breaking steps that this code doesn't know. */
export function heedNewer(
  store: Pick<Store, 'shared' | 'url'>,
  unknown: () => Promise<readonly string[]>,
  everyMs = 3_600_000,
): Heed {
  if (!store.shared) return { outdated: new Promise(() => {}), hearsOfPeople() {}, stop: async () => {} };
  const ending = new AbortController();
  const ended = () => ending.signal.aborted;
  const pause = (ms: number) => sleep(ms, undefined, { ref: false, signal: ending.signal }).catch(() => {});
  let client: Client | undefined;
  let tellOfPeople: (account: string | undefined) => void = () => {};

  /** As long as one connection lives. */
  async function whileItLives(listening: Client): Promise<readonly string[]> {
    let heard = Promise.withResolvers<void>();
    listening.on('notification', ({ channel, payload }) =>
      channel === peopleChannel ? tellOfPeople(payload) : heard.resolve(),
    );
    await listening.query(`listen ${breaksChannel}`);
    await listening.query(`listen ${peopleChannel}`);
    tellOfPeople(undefined);
    let alive = true;
    const over = cut(listening, ended).then(() => {
      alive = false;
    });
    for (;;) {
      heard = Promise.withResolvers<void>();
      const breaks = await unknown();
      if (breaks.length > 0 || !alive || ended()) return breaks;
      await Promise.race([heard.promise, over, pause(everyMs)]);
    }
  }

  async function heed(): Promise<readonly string[]> {
    for (let wait = againMs.first; !ended(); wait = Math.min(wait * 2, againMs.longest)) {
      client = await session(store.url, seenAs.newer, answerMs).catch(() => undefined);
      const breaks = client && (await whileItLives(client).catch(() => undefined));
      client?.end().catch(() => {});
      if (breaks && breaks.length > 0) return breaks;
      if (breaks) wait = againMs.first; // it lived for a while
      await pause(wait);
    }
    return [];
  }

  const heeding = heed();
  return {
    outdated: heeding.then(breaks => (breaks.length > 0 ? breaks : new Promise(() => {}))),
    hearsOfPeople(listener) {
      tellOfPeople = listener;
    },
    async stop() {
      ending.abort();
      await client?.end().catch(() => {});
      await heeding;
    },
  };
}
