/** What Slack says about the line itself, and not about what people do. docs.slack.dev/apis/events-api/using-socket-mode */
import type { Log } from '../../platform/log.ts';

export interface LineHeard {
  /** More happened in an hour than Slack tells of: what it left out in that minute is told by nobody. docs.slack.dev/reference/events/app_rate_limited */
  leftOut(): void;
  /** So many connections the app has by now, this one among them. */
  connections(many: number): void;
}

export interface Envelope {
  readonly envelope_id?: string;
  readonly type?: string;
  /** Of a goodbye. */
  readonly reason?: string;
  readonly num_connections?: number;
  readonly payload?: { readonly type?: string };
}

/** Whether that was all of it. */
export function hears({ leftOut, connections }: LineHeard, { type, num_connections, payload }: Envelope): boolean {
  if (type === 'hello' && typeof num_connections === 'number') connections(num_connections);
  if (payload?.type !== 'app_rate_limited') return false;
  leftOut();
  return true;
}

/** Slack says so each minute for as long as it goes on. */
const quietMs = 2 * 60_000;

interface Listening {
  readonly log: Log;
  readonly signal: AbortSignal;
  /** No other process is to be connected. */
  readonly alone: boolean;
  readonly wait: (ms: number) => Promise<void>;
  /** At all that may have happened. */
  readonly look: () => Promise<void>;
}

export function heard({ log, signal, alone, wait, look }: Listening): LineHeard {
  let last = 0;
  let first = true;
  return {
    leftOut() {
      const own = ++last;
      log.warn({}, 'more happens on Slack than it tells an app in an hour: what it left out is looked for afterwards');
      void wait(quietMs).then(async () => {
        if (own === last && !signal.aborted) await look();
      });
    },
    /** Of later ones, the one before may be counted still. */
    connections(many) {
      if (first && alone && many > 1)
        log.warn(
          { connections: many },
          "Slack has other connections of this app, too: if another bot runs with the same tokens, each of them gets only a part of what people press, and knows nothing of the other's. Stop one of them, or give it an app of its own",
        );
      first = false;
    },
  };
}
