/** One look at a platform at a time, or at one workspace of it; who comes before it has begun shares it. */
import { workspaceKey } from '../../domain/workspace.ts';
import type { PlatformName } from '../../platform/chat-platform.ts';
import type { InOrder } from './in-order.ts';
import type { Since } from './returned.ts';

export type Look = (platform: PlatformName, since: Since, only?: string) => Promise<void>;

export function oneLook(inTurn: InOrder, begin: Look): Look {
  const awaited = new Map<string, { readonly since: Since; readonly look: Promise<void> }>();

  return (platform, since, only) => {
    const what = only === undefined ? platform : workspaceKey({ platform, id: only });
    for (const waits of [awaited.get(platform), awaited.get(what)])
      if (waits && (waits.since === since || since === 'an hour')) return waits.look;
    const over = () => void (awaited.get(what)?.look === begun && awaited.delete(what)); // another may have come after it
    const begun: Promise<void> = inTurn(`returned ${platform}`, 'returned', () => {
      over();
      return begin(platform, since, only);
    }).finally(over); // it may have been let go of
    awaited.set(what, { since, look: begun });
    return begun;
  };
}
