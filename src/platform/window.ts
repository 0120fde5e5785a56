/** The calls of one kind within a sliding time, those made and those promised. */
export interface Limit {
  readonly most: number;
  /** Milliseconds. */
  readonly within: number;
  /** So many of them are left to what people wait for. */
  readonly reserve?: number;
  /** Nobody is worse off without it: above the limit it isn't asked at all, though the platform may allow more than it promises. */
  readonly dispensable?: true;
}

export interface Window {
  /** When one more may be made: behind all that is promised, or at once for who `was` promised it by now. */
  next(now: number, was?: number): number;
  /** Until when it would be a call too many, where that matters. */
  fullUntil(now: number): number;
  note(at: number): void;
  drop(at: number): void;
  /** The platform itself said no. */
  hold(until: number): void;
  heldUntil(): number;
  idle(now: number): boolean;
}

/** The platform counts when a call arrives, not when it was sent. */
const tolerance = 1.02;
/** After a no they come so many times faster than the limit, but one after the other: if it is too early still, one hears it. */
const rush = 10;

export function windowOf(limit: Limit | undefined): Window {
  const within = (limit?.within ?? 0) * tolerance;
  const most = limit ? limit.most - (limit.reserve ?? 0) : Number.POSITIVE_INFINITY;
  const gap = limit ? limit.within / limit.most / rush : 0;
  let noted: number[] = [];
  let held = 0;
  /** Behind what was held, one after the other. */
  let line = 0;

  function free(from: number, was: number | undefined): number {
    const counted = was === undefined ? noted : noted.filter(at => at <= from);
    const oldest = counted.at(-most);
    return oldest === undefined ? from : Math.max(from, oldest + within);
  }

  return {
    next(now, was) {
      noted = noted.filter(at => at > now - within);
      const from = Math.max(now, was ?? now);
      const at = free(from, was);
      if (at >= line || (was !== undefined && was >= held)) return at;
      const mine = line;
      line += gap;
      return mine;
    },
    fullUntil(now) {
      if (!limit?.dispensable) return 0;
      const oldest = noted.filter(at => at > now - within).at(-limit.most);
      return oldest === undefined ? 0 : oldest + within;
    },
    note(at) {
      if (!limit) return;
      const behind = noted.findLastIndex(one => one <= at);
      noted.splice(behind + 1, 0, at);
    },
    drop(at) {
      const found = noted.indexOf(at);
      if (found >= 0) noted.splice(found, 1);
    },
    hold(until) {
      held = Math.max(held, until);
      line = Math.max(line, until);
    },
    heldUntil: () => held,
    idle: now => held <= now && line <= now && noted.every(at => at <= now - within),
  };
}
