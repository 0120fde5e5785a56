/** One word for many changes in a row: the page looks again by itself. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Playground } from '../driver.ts';

export const changes = (context: Context, playgrounds: readonly Playground[]) =>
  streamSSE(context, async stream => {
    let wake: () => void = () => {};
    let news = true;
    const listening = playgrounds.map(one =>
      one.onChange(() => {
        news = true;
        wake();
      }),
    );
    stream.onAbort(() => {
      for (const stop of listening) stop();
      wake();
    });
    while (!stream.aborted) {
      if (news) {
        news = false;
        await stream.writeSSE({ event: 'changed', data: '' });
        await stream.sleep(30);
      } else {
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, 15_000);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        if (!news && !stream.aborted) await stream.writeSSE({ event: 'still-here', data: '' });
      }
    }
  });
