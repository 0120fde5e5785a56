/**
 * How a place stands, told again before it was taken in: the last of it counts. A role that is made or changed tells it of each of a
 * server's channels at once, and a few such roles would fill the queue with what is no longer so.
 */
import type { Happening } from '../../platform/chat-platform.ts';

type Changed = Extract<Happening, { kind: 'changed' }>;
type Taken = (event: Happening, place: string, work: () => Promise<void>) => Promise<void>;

interface Waiting {
  event: Changed;
  taken: Promise<void>;
}

/** Whatever else happens there in between parts what came before from what comes after. */
export function takingLatest<E extends Happening>(
  inTurn: Taken,
  takeIn: (event: E | Changed) => Promise<void>,
): (event: E | Changed, place: string) => Promise<void> {
  const awaited = new Map<string, Waiting>();

  return (event, place) => {
    const waits = awaited.get(place);
    if (event.kind === 'changed' && waits) {
      const { people, presence } = waits.event;
      const isLike = presence.state === event.presence.state; // each may tell a part of it
      waits.event = {
        ...event,
        ...(isLike && { presence: { ...presence, ...event.presence } as Changed['presence'] }),
        ...(people && { people }),
      };
      return waits.taken;
    }
    awaited.delete(place);
    if (event.kind !== 'changed') return inTurn(event, place, () => takeIn(event));
    const waiting: Waiting = { event, taken: Promise.resolve() };
    const over = () => void (awaited.get(place) === waiting && awaited.delete(place));
    awaited.set(place, waiting);
    waiting.taken = inTurn(event, place, () => {
      over();
      return takeIn(waiting.event);
    }).finally(over); // it may have been let go of
    return waiting.taken;
  };
}
