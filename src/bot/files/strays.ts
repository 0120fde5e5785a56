/** Copies that a database from a backup knows nothing of: they were kept since it was made. */
import * as documentFiles from '../../store/document-files.ts';
import type { Bot } from '../the-bot.ts';

/** As long as the database that was there before may still be put back. */
const spared = 30 * 24 * 3600_000;

/** What is pinned is found again, and its copy with it; the rest go a month later. Where the folder can't be had, nothing is noted, and they stay. */
export async function noteStrays({ store, clock, files, log }: Pick<Bot, 'store' | 'clock' | 'files' | 'log'>) {
  if (!files) return;
  try {
    await documentFiles.noteStrays(store.db, await files.all(), clock.now() + spared);
  } catch (err) {
    log.warn(
      { err },
      'copies of files that were made since that time could not be looked for; they stay in the folder',
    );
  }
}
