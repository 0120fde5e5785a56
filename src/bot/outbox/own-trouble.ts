/**
 * What stopped a lane without any platform's doing: the database's trouble, which passes, or a bug in what is written down. Either way
 * nothing is given up; the lane goes on by itself, after a pause that grows.
 */
import type { Lane } from '../../domain/effect.ts';
import { seldom } from '../../platform/log.ts';
import { isStoreTrouble } from '../../store/trouble.ts';
import type { Bot } from '../the-bot.ts';

const firstPauseMs = 200;
const longestMs = 5000;
const longestOfBugMs = 10 * 60_000;

interface Met {
  readonly times: number;
  readonly until: number;
  readonly passes: boolean;
}

export interface OwnTrouble {
  /** Until when the lane is left alone, whoever wakes it; nothing, where it may be tried. */
  rests(lane: Lane): number | undefined;
  /** Answers when it is tried again. */
  met(lane: Lane, error: unknown): number;
  over(lane: Lane): void;
}

export function ownTrouble({ clock, log }: Pick<Bot, 'clock' | 'log'>): OwnTrouble {
  const lanes = new Map<Lane, Met>();
  const quiet = seldom(log);
  return {
    /** Where only the database was away, being woken by a commit says that it is back. */
    rests(lane) {
      const met = lanes.get(lane);
      return met && !met.passes && met.until > clock.now() ? met.until : undefined;
    },
    met(lane, error) {
      const times = (lanes.get(lane)?.times ?? 0) + 1;
      const passes = isStoreTrouble(error);
      const pause = Math.min(firstPauseMs * 2 ** Math.min(times - 1, 20), passes ? longestMs : longestOfBugMs);
      const until = clock.now() + pause;
      lanes.set(lane, { times, until, passes });
      if (passes)
        quiet.error({ err: error, lane }, 'the database could not be read or written; what waits goes on by itself');
      else log.error({ err: error, lane }, 'a lane stopped at a bug; it is tried again later');
      return until;
    },
    over: lane => void lanes.delete(lane),
  };
}
