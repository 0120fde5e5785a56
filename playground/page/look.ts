/** What the page looks at: screens, what rings for whom, how far somebody is in the tour. */
import type { Screen } from '../screen.ts';
import type { PagePerson } from './exchange.ts';
import type { Played } from './hands/index.ts';
import { steps } from './tour.ts';

/** The newest message read, by platform, person and channel. */
export type Reading = Record<string, Record<string, string>>;

export interface Looking {
  readonly people: readonly PagePerson[];
  readonly read: Reading;
  readonly onRead?: (() => void) | undefined;
}

const readBy = (read: Reading, platform: string, person: string): Record<string, string> =>
  (read[`${platform} ${person}`] ??= {});

export function screenFor(
  playground: Played,
  { people, read, onRead }: Looking,
  { as = '', channel, looking }: { as?: string; channel?: string; looking?: string },
): Screen {
  if (!playground.isHere(as)) return outside(playground, people, as);
  const mine = readBy(read, playground.platform, as);
  const shown = playground.screen(as, { ...(channel ? { channel } : {}), read: { ...mine } });
  const newest = shown.open?.messages.at(-1)?.id;
  if (!channel || !newest || !looking || mine[channel] === newest) return shown;
  const { readUpTo } = shown.open ?? {};
  mine[channel] = newest;
  onRead?.();
  const now = playground.screen(as, { channel, read: { ...mine } });
  return now.open ? { ...now, open: { ...now.open, ...(readUpTo ? { readUpTo } : {}) } } : now;
}

/** Whoever has no account there, or none any more, sees nothing of it. */
function outside(playground: Played, people: Looking['people'], as: string): Screen {
  const somebody = people.find(({ name }) => playground.isHere(name));
  if (!somebody || !people.some(({ name }) => name === as)) throw new Error(`nobody is called “${as}”`);
  const { platform, workspace, connected } = playground.screen(somebody.name, { read: {} });
  const me = { id: '', name: as, bot: false, admin: false, guest: false, locale: 'en-GB', away: true };
  return {
    ...{ platform, workspace, connected, me, people: [], channels: [] },
    hasHome: false,
    directComposer: false,
    shortcuts: [],
  };
}

export function ringsFor(playground: Played, { people, read }: Looking): Record<string, number> {
  const rings = people.map(({ name }) => {
    if (!playground.isHere(name)) return [name, 0] as const;
    const { channels } = playground.screen(name, { read: readBy(read, playground.platform, name) });
    return [name, channels.reduce((sum, channel) => sum + channel.rings, 0)] as const;
  });
  return Object.fromEntries(rings);
}

/** Counts what a step of the tour leads to: once there is one more of it, the step is done. */
export const countedFor = (playground: Played, step: number): number => steps[step]?.counts?.(playground) ?? 0;
