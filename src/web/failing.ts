/** What can't be answered just now, as while the database is away: whoever asks is to come again, and why is for the log alone. The framework itself would print the whole error, past all that keeps words and tokens out of what is logged. */
import type { Context, Hono } from 'hono';
import { type Log, seldom } from '../platform/log.ts';

const soon = 'Back in a moment.\nGleich wieder da.\n';

export const comeAgain = (c: Context): Response =>
  c.text(soon, 503, { 'retry-after': '30', 'cache-control': 'no-store' });

export function whenItFails(app: Hono, log: Log | undefined): void {
  const quiet = log && seldom(log);
  app.onError((err, c) => {
    quiet?.error({ err }, 'a page could not be answered');
    return comeAgain(c);
  });
}
