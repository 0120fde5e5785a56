/**
 * How the process ends: what was opened last is ended first, each within its time. Who never answers holds nobody up: what was under
 * way was written down before it was begun, and is found again at the next start.
 */
import { performance } from 'node:perf_hooks';
import type { Log } from './platform/log.ts';

export interface WayOut {
  /** Ended on the way out, before what was opened earlier. */
  opened(what: string, end: () => Promise<unknown> | undefined, withinMs: number): void;
  /** Ends the process with this code; whoever was first says which. */
  leave(code: number, why?: Readonly<Record<string, unknown>>): Promise<void>;
  readonly leaving: boolean;
}

type Opened = { readonly what: string; readonly end: () => Promise<unknown> | undefined; readonly withinMs: number };

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** Ctrl-C reaches a whole group, and npm hands on what it got: the same signal comes twice. */
const oneSignalMs = 2000;

/** From now on the process lives until somebody ends it: a signal in order, and another at once. */
export function wayOut(log: Log): WayOut {
  setInterval(() => {}, 2 ** 30); // the connections come and go, and the timers of the rest keep nothing alive
  const open: Opened[] = [];
  let since: number | undefined;
  let whole: Promise<void> | undefined;

  async function inOrder(code: number): Promise<void> {
    for (let one = open.pop(); one; one = open.pop()) await inTime(one, log);
    process.exit(code);
  }

  const way: WayOut = {
    opened: (what, end, withinMs) => void open.push({ what, end, withinMs }),
    leave(code, why) {
      if (why && !whole) log.info(why, 'stopping');
      since ??= performance.now();
      whole ??= inOrder(code);
      return whole;
    },
    get leaving() {
      return whole !== undefined;
    },
  };
  for (const signal of Object.keys(codes) as (keyof typeof codes)[])
    process.on(signal, () => {
      if (since === undefined) void way.leave(0, { signal });
      else if (performance.now() - since > oneSignalMs) process.exit(codes[signal]);
    });
  return way;
}

async function inTime({ what, end, withinMs }: Opened, log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(resolve, withinMs, 'late');
  });
  try {
    if ((await Promise.race([end(), late])) === 'late')
      log.warn({ what, withinMs }, 'it did not end in time, and is left as it is; the next start goes on from there');
  } catch (error) {
    log.warn({ err: error, what }, 'it did not end as it should');
  } finally {
    clearTimeout(timer);
  }
}
