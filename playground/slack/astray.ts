/** What goes wrong on the way: calls that fail, and events that are late, or lost. Whoever is late is overtaken. */
import type { Carried, Playground } from '../driver.ts';
import { type Faults, faults } from './faults.ts';

export interface Astray extends Pick<Faults, 'take'> {
  readonly hands: Pick<Playground, 'injects' | 'failsBy' | 'carries'>;
  carry(event: string, give: () => void): void;
  stop(): void;
}

export function goingAstray(): Astray {
  const calls = faults();
  const timers = new Set<NodeJS.Timeout>();
  let how: ((event: string) => Carried) | undefined;

  function later(ms: number, give: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      give();
    }, ms);
    timers.add(timer);
  }

  return {
    take: calls.take,
    hands: {
      injects: calls.add,
      failsBy: calls.byChance,
      carries(told) {
        how = told;
      },
    },
    carry(event, give) {
      const carried = how?.(event);
      if (carried === 'lost') return;
      if (carried) later(carried, give);
      else give();
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
