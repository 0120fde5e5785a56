/** Every moment of an act at which the process could die: what would be left of it then. */
import type { Moment, World } from './world.ts';

export interface Recorded {
  /** Before and after each call, before and after each commit. */
  points: number;
  /** Those that differ in what they leave. */
  readonly moments: { readonly moment: Moment; readonly at: string }[];
}

export function recording(world: World): Recorded {
  const { playground, reader } = world;
  const recorded: Recorded = { points: 0, moments: [] };
  let version = -1;
  let seen = '';
  let image: Buffer | undefined;

  function note(at: string): void {
    const written = reader.pragma('data_version', { simple: true }) as number;
    const held = lasting(playground.state());
    if (written !== version) recorded.points += 2;
    if (written === version && held === seen) return;
    if (written !== version || !image) image = reader.serialize();
    version = written;
    seen = held;
    recorded.moments.push({ moment: { ...world.now(), image }, at });
  }
  note('the beginning');
  recorded.points = 0;
  world.onMove(what => note(what));
  playground.watch((moment, call) => {
    recorded.points += 1;
    note(`${moment === 'before' ? 'before' : 'after'} ${call.name}`);
  });
  return recorded;
}

/** Not what is over in a moment anyway: open forms, what can still be answered, numbers yet to be given. */
const fleeting = new Set(
  ['seq', 'micros', 'modals', 'triggers', 'replyUrls', 'lastId', 'interactions', 'forms', 'commandCreates'].values(),
);

const lasting = (state: string): string =>
  JSON.stringify(JSON.parse(state), (key, value) => {
    if (fleeting.has(key)) return undefined;
    if (key === 'messages') return value.filter((one: { onlyFor?: string }) => one.onlyFor === undefined);
    return value;
  });
