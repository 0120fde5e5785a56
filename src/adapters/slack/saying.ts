/** Acknowledgements. What was heard on a connection that ended is acknowledged on the next, if that comes soon. */
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
  let way = Promise.withResolvers<Say>();
  return {
    by: own => way.resolve(own),
    none() {
      way = Promise.withResolvers();
    },
    async say(...given) {
      const heard = new AbortController();
      try {
        const own = await Promise.race([way.promise, pausing(patienceMs, AbortSignal.any([ending, heard.signal]))]);
        if (!own) throw new Error('no connection came soon enough');
        await own(...given);
      } catch (error) {
        log.warn({ err: error }, 'Slack could not be told that something has come in');
      } finally {
        heard.abort();
      }
    },
  };
}
