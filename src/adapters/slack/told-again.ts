/**
 * What Slack tells again happened once: whoever left and is back would leave a second time. It comes again at once or minutes later, under
 * an envelope's id of its own perhaps; when it happened, and all else of the event, stays. docs.slack.dev/apis/events-api#retries
 */
import { createHash } from 'node:crypto';
import type { App } from '@slack/bolt';
import { remembering } from '../../platform/remembering.ts';

/** Slack gives up after some minutes; so many events come in that time, and more. */
const most = 5000;

interface Event {
  readonly event_ts?: unknown;
}

const markOf = (event: Event): string => createHash('sha256').update(JSON.stringify(event)).digest('base64url');

export function passingOverToldAgain(app: App): void {
  const told = remembering<true>({ most, forMs: Number.POSITIVE_INFINITY, now: () => 0 });
  app.use(async ({ body, next }) => {
    const { event } = body as { readonly event?: Event };
    if (typeof event?.event_ts === 'string') {
      const mark = markOf(event);
      if (told.recall(mark)) return;
      told.keep(mark, true);
    }
    await next();
  });
}
