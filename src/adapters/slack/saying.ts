/**
 * Acknowledgements. What was heard on a connection that ended is acknowledged on the next, if that comes soon; also where it was only just
 * ending, and took nothing more.
 */
import type { Log } from '../../platform/log.ts';
import type { Say } from './socket.ts';
import { pausing } from './trying.ts';

/** Slack waits three seconds. */
const patienceMs = 2000;

export interface Saying {
  /** Never fails: what has come in is gone on with, though Slack may not hear that it came. */
  readonly say: Say;
  /** This is how from now on, until it is said that there is no way. */
  by(own: Say): void;
  none(): void;
}

export function saying(log: Log, ending: AbortSignal): Saying {
  const opened = () => ({ own: Promise.withResolvers<Say>(), over: Promise.withResolvers<void>() });
  let latest = opened();

  /** Another than one that was on its way out, and took no more. */
  async function next(failed: Say | undefined): Promise<Say> {
    for (;;) {
      const { own, over } = latest;
      const found = await own.promise;
      if (found !== failed) return found;
      await over.promise;
    }
  }

  return {
    by: own => latest.own.resolve(own),
    none() {
      latest.over.resolve();
      latest = opened();
    },
    async say(...given) {
      const heard = new AbortController();
      const late = pausing(patienceMs, AbortSignal.any([ending, heard.signal]));
      let lost: unknown = new Error('no connection came soon enough');
      try {
        for (let failed: Say | undefined; ; ) {
          const own = await Promise.race([next(failed), late]);
          if (!own) throw lost;
          try {
            return await own(...given);
          } catch (error) {
            [failed, lost] = [own, error];
          }
        }
      } catch (error) {
        log.warn({ err: error }, 'Slack could not be told that something has come in');
      } finally {
        heard.abort();
      }
    },
  };
}
