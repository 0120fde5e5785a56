/**
 * Looks at what is pinned in one place, of which the platform told no more than that something was: who comes before one has begun
 * shares it, so that many pins at once take one question or two. Where a pin itself is told in between, what comes after it looks anew.
 */
import type { Happening } from '../../platform/chat-platform.ts';
import type { InOrder } from './in-order.ts';

type Taken = (event: Happening, place: string, work: () => Promise<void>) => Promise<void>;

export function sharingLooks(inTurn: InOrder): Taken {
  const awaited = new Map<string, { readonly within: string | undefined; readonly look: Promise<void> }>();

  return (event, place, work) => {
    if (event.kind === 'pinned' || event.kind === 'unpinned') awaited.delete(place);
    if (event.kind !== 'pins-unread') return inTurn(place, event.kind, work);
    const { within } = event;
    const waits = awaited.get(place);
    if (waits && waits.within === within) return waits.look;
    const over = () => void (awaited.get(place)?.look === look && awaited.delete(place)); // another may have come after it
    const look: Promise<void> = inTurn(place, event.kind, () => {
      over();
      return work();
    }).finally(over); // it may have been let go of
    awaited.set(place, { within, look });
    return look;
  };
}
