/** What was taken out of a library can be had back for a day, and offers wait no longer than that: then nothing of them is kept. */
import { dayMs } from '../domain/document.ts';
import * as libraries from '../store/libraries.ts';
import type { Bot } from './shared.ts';

const hour = 60 * 60_000;

/** Now, and every hour from now on. Answers how to end it. */
export function forgetting({ store, clock, log }: Pick<Bot, 'store' | 'clock' | 'log'>): () => Promise<void> {
  let cancel = () => {};
  let doing = Promise.resolve();
  const forget = () => {
    doing = store.db
      .transaction()
      .execute(tx => libraries.forget(tx, clock.now() - dayMs))
      .catch((err: unknown) => log.error({ err }, 'what was removed could not be forgotten; tried again in an hour'));
    cancel = clock.at(clock.now() + hour, forget);
  };
  forget();
  return () => {
    cancel();
    return doing;
  };
}
