/** What was taken out of a library can be had back for a day, and offers wait no longer than that: then nothing of them is kept. */
import { dayMs } from '../../domain/document.ts';
import { seldom } from '../../platform/log.ts';
import { tidyCopies } from '../../store/copies.ts';
import * as documentFiles from '../../store/document-files.ts';
import type { Tx } from '../../store/engine.ts';
import * as libraries from '../../store/libraries.ts';
import { pruning } from '../../store/prune.ts';
import type { Bot } from '../the-bot.ts';
import type { KeptFiles } from './kept-files.ts';

const minute = 60_000;
const hour = 60 * minute;
const filesAtOnce = 100;

/** Now, and every hour from now on, with what is kept of closed CoPs; sooner where it could not be done. Answers how to end it. */
export function forgetting(
  { store, clock, log, files }: Pick<Bot, 'store' | 'clock' | 'log' | 'files'>,
  letClosedGo: () => Promise<number>,
): () => Promise<void> {
  let cancel = () => {};
  let doing = Promise.resolve();
  let ended = false;
  const quiet = seldom(log, hour);
  const prune = pruning();

  const steps: readonly (() => Promise<void>)[] = [
    () =>
      store.db.transaction().execute(async tx => {
        const before = clock.now() - dayMs;
        await documentFiles.forget(tx, before);
        await libraries.forget(tx, before);
      }),
    async () => tidyCopies(store, clock.now()),
    async () => {
      const gone = await prune(store.db, clock.now());
      if (gone > 0) log.info({ rows: gone }, 'what was over long ago is pruned');
    },
    async () => {
      const closed = await letClosedGo();
      if (closed > 0) log.info({ rows: closed }, 'what was kept of CoPs that were closed long ago is gone');
    },
    async () => {
      if (files) await tidied(files); // where they are may be away
    },
  ];

  /** One that fails holds up none of the others. */
  async function all(): Promise<void> {
    const failed: unknown[] = [];
    for (const step of steps) await step().catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw failed[0];
  }

  async function tidied(from: KeptFiles): Promise<void> {
    await from.tidy();
    while ((await store.db.transaction().execute(tx => unneededFiles(tx, from))) === filesAtOnce);
  }

  /** Off the disc before the commit: whoever keeps the same content meanwhile waits for it, and writes it anew. */
  async function unneededFiles(tx: Tx, from: KeptFiles): Promise<number> {
    const { looked, unneeded } = await documentFiles.unneeded(tx, clock.now() - hour, filesAtOnce);
    for (const sha256 of unneeded) await from.remove(sha256);
    return looked;
  }

  const again = (after: number) => {
    if (!ended) cancel = clock.at(clock.now() + after, forget);
  };
  const forget = () => {
    doing = all().then(
      () => again(hour),
      (err: unknown) => {
        quiet.error({ err }, 'what was removed could not be forgotten; tried again in a minute');
        again(minute);
      },
    );
  };
  forget();
  return () => {
    ended = true;
    cancel();
    return doing;
  };
}
