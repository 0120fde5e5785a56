/** Looks at the screen whenever something may have changed, one look at a time. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Screen } from '../../screen.ts';
import type { HandsShown } from '../exchange.ts';
import * as api from './api.ts';
import type { Where } from './where.ts';

export interface Look {
  readonly screen: Screen | undefined;
  readonly hands: HandsShown;
  readonly tick: number;
  readonly there: boolean;
  readonly ringing: Record<string, number>;
  look(): void;
}

const nothing: HandsShown = { verbs: [], roles: [], troubles: [] };

/** What only one person sees is gone once the page is loaded anew, as in the real clients. */
function withoutOldAnswers(screen: Screen): Screen {
  if (!screen.open) return screen;
  const messages = screen.open.messages.filter(one => !one.onlyYou || one.at >= performance.timeOrigin);
  return { ...screen, open: { ...screen.open, messages } };
}

export function useScreen(where: Where): Look {
  const [screen, setScreen] = useState<Screen>();
  const [hands, setHands] = useState<HandsShown>(nothing);
  const [ringing, setRinging] = useState<Record<string, number>>({});
  const [there, setThere] = useState(true);
  const [tick, setTick] = useState(0);
  const now = useRef(where);
  now.current = where;
  const state = useRef({ busy: false, again: false });
  const look = useCallback(async (): Promise<void> => {
    state.current.again = state.current.busy;
    if (state.current.busy) return;
    state.current.busy = true;
    const asked = now.current;
    try {
      const visible = document.visibilityState === 'visible';
      const [seen, rings, can] = await Promise.all([
        api.screen(asked.platform, asked.as, asked.channel, visible),
        api.rings(asked.platform),
        api.hands(asked.platform),
      ]);
      if (asked === now.current) {
        setScreen(withoutOldAnswers(seen));
        setHands(can);
      }
      setRinging(rings);
      setThere(true);
    } catch {
      // The line to the playground is down: listen() says so and comes back by itself.
    }
    setTick(t => t + 1);
    state.current.busy = false;
    if (state.current.again || asked !== now.current) await look();
  }, []);
  useEffect(() => void look(), [where]);
  useEffect(() => api.listen(() => void look(), setThere), []);
  return { screen, hands, tick, look, there, ringing };
}
