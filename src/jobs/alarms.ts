/** When a lane wants to be looked at again, if nobody wakes it sooner: one alarm a lane, the latest that was asked for. */
import type { Lane } from '../domain/effect.ts';
import type { Clock } from './clock.ts';

export interface Alarms {
  /** Instead of the one there was; none at no time. */
  set(lane: Lane, time: number | undefined, ring: () => void): void;
  callOff(): void;
}

export function alarms(clock: Clock): Alarms {
  const waiting = new Map<Lane, () => void>();
  return {
    set(lane, time, ring) {
      waiting.get(lane)?.();
      waiting.delete(lane);
      if (time === undefined) return;
      const rings = () => {
        waiting.delete(lane);
        ring();
      };
      waiting.set(lane, clock.at(time, rings));
    },
    callOff() {
      for (const callOff of waiting.values()) callOff();
      waiting.clear();
    },
  };
}
