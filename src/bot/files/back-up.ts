/** Every day a copy of the database, where whoever runs the bot has said where to. */

import { backUp, backupsIn, tidyBackups } from '../../store/engine/backups.ts';
import type { Bot } from '../the-bot.ts';

const hour = 3600_000;
const day = 24 * hour;

/** Now, if the last is older than a day, and every hour from then on. Answers how to end it. */
export function backingUp(
  { store, clock, log }: Pick<Bot, 'store' | 'clock' | 'log'>,
  named: string | undefined,
): () => Promise<void> {
  if (!named || !store.copyTo || store.url === ':memory:') return async () => {};
  const folder = named;
  let untidy = false;
  let cancel = () => {};
  let doing = Promise.resolve();
  let ended = false;

  async function look(): Promise<void> {
    const now = clock.now();
    const last = backupsIn(folder, store.url).find(one => one.at <= now); // one of a clock that was ahead says nothing
    const isDue = !last || last.at <= now - day;
    if (isDue) log.info({ file: await backUp(store, folder, now) }, 'the database was backed up');
    if (isDue || untidy) tidy();
  }

  /** There is one, whatever becomes of those before it. */
  function tidy(): void {
    untidy = true;
    try {
      tidyBackups(folder, store.url);
      untidy = false;
    } catch (err) {
      log.error(
        { err, folder },
        'older backups could not be tidied away; tried again in an hour. See that this process may delete in BACKUP_DIR',
      );
    }
  }
  const again = () => {
    doing = look()
      .catch((err: unknown) =>
        log.error(
          { err, folder },
          'the database could not be backed up; tried again in an hour. See that there is room in BACKUP_DIR, and that this process may write there',
        ),
      )
      .then(() => {
        if (!ended) cancel = clock.at(clock.now() + hour, again);
      });
  };
  again();
  return () => {
    ended = true;
    cancel();
    return doing;
  };
}
