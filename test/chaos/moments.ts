/** Every moment of an act at which the process could die: what would be left of it then. */
import type { Image } from './base.ts';
import type { Chance } from './seeded.ts';
import type { Moment, World } from './world.ts';

export interface Recorded {
  /** Before and after each call, before and after each commit. */
  points: number;
  /** The names of the calls, in their order. */
  readonly calls: string[];
  /** Those that differ in what they leave. */
  readonly moments: { readonly moment: Moment; readonly at: string }[];
}

export const nothingRecorded = (): Recorded => ({ points: 0, calls: [], moments: [] });

/** Its calls alone: moments are large, and reading each of them takes longer than all else. */
export function callsOf({ playground }: World): Recorded {
  const recorded = nothingRecorded();
  playground.watch((moment, call) => {
    recorded.points += 1;
    if (moment === 'before') recorded.calls.push(call.name);
  });
  return recorded;
}

/** `one`: a single one of its moments is kept, by chance. All of many lives side by side are more than a process holds. */
export function recording(world: World, one?: Chance): Recorded {
  const { playground } = world;
  const recorded = nothingRecorded();
  let version = -1;
  let whole = '';
  let seen = '';
  let many = 0;
  let image: Moment['image'] | undefined;

  function note(at: string): void {
    const written = world.version();
    const state = playground.state();
    if (written === version && state === whole) return;
    const held = lasting(state);
    whole = state;
    if (written !== version) recorded.points += 2;
    if (written === version && held === seen) return;
    if (written !== version) image = undefined;
    version = written;
    seen = held;
    many += 1;
    if (one && one.below(many) > 0) return; // what isn't kept need not be read: that takes a while, and people wait
    const now = image ? { platform: world.platform, at: world.time(), image } : world.now();
    image = now.image;
    const found = { moment: { ...now, state }, at };
    if (one) recorded.moments[0] = found;
    else recorded.moments.push(found);
  }
  note('the beginning');
  recorded.points = 0;
  let noted = false;
  world.onMove(what => {
    if (what === 'change' && noted) return;
    noted = true;
    queueMicrotask(() => {
      noted = false;
    });
    note(what);
  });
  playground.watch((moment, call) => {
    recorded.points += 1;
    if (moment === 'before') recorded.calls.push(call.name);
    note(`${moment === 'before' ? 'before' : 'after'} ${call.name}`);
  });
  return recorded;
}

/** On PostgreSQL each statement that writes may have been a commit: what was left is known once it has been read. */
export async function differing(moments: Recorded['moments']): Promise<Recorded['moments']> {
  const found: Recorded['moments'] = [];
  let [left, seen]: [Image | undefined, string] = [undefined, ''];
  for (const one of moments) {
    const [now, held] = [await one.moment.image, lasting(one.moment.state)];
    if (now === left && held === seen) continue;
    [left, seen] = [now, held];
    found.push(one);
  }
  return found;
}

/** Without what is over in a moment anyway: open forms, what can still be answered, numbers yet to be given. */
function lasting(state: string): string {
  const { seq, micros, lastId, interactions, forms, commandCreates, ...held } = JSON.parse(state);
  for (const team of held.teams ?? [])
    Object.assign(team, { modals: undefined, triggers: undefined, replyUrls: undefined });
  for (const { channels } of held.teams ?? [held])
    for (const channel of channels)
      channel.messages = channel.messages.filter((one: { onlyFor?: string }) => one.onlyFor === undefined);
  return JSON.stringify(held);
}
