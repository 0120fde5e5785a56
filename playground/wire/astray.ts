/** What goes wrong on the way: calls that fail, and events that are late, or lost. Whoever is late is overtaken. */
import type { Server } from 'node:http';
import type { Carried, Playground } from '../driver.ts';
import { type Faults, faults } from './faults.ts';

export interface Astray extends Pick<Faults, 'take'> {
  readonly hands: Pick<Playground, 'injects' | 'failsBy' | 'struck' | 'carries' | 'underWay'>;
  carry(event: string, give: () => void): void;
  /** The same server: calls that come to it are counted until they are answered. `more`: what else is under way. */
  minded(server: Server, more?: () => number): Server;
  stop(): void;
}

export function goingAstray(): Astray {
  const calls = faults();
  const timers = new Set<NodeJS.Timeout>();
  let calling = 0;
  let more = () => 0;
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
      struck: calls.struck,
      underWay: () => calling + timers.size + more(),
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
    minded(server, told = () => 0) {
      more = told;
      server.on('request', (_request, response) => {
        calling += 1;
        response.once('close', () => {
          calling -= 1;
        });
      });
      return server;
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
