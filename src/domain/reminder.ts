/**
 * Who is reminded of a join request that waits, and when. Nobody twice a day, nobody outside their hours; a talk stops the clock.
 * What a reader's hours are is told: that is arithmetic of time zones.
 */
import type { PersonId } from './ids.ts';

const day = 24 * 3600_000;
/** How long a talk between facilitator and applicant stops the clock, from its last word. */
export const talkMs = 3 * day;

/** The facilitators, all of them once more, and then the Support Team (where there is none: the facilitators a last time). */
export type ReminderStep = 'first' | 'second' | 'last';
const after: Readonly<Record<ReminderStep, number>> = { first: 2 * day, second: 5 * day, last: 10 * day };
const steps: readonly ReminderStep[] = ['first', 'second', 'last'];

/** How long a request has waited, without the time in which its clock stood still. */
export interface WaitingClock {
  readonly createdAt: number;
  readonly heldMs: number;
}

export const firstLook = (createdAt: number): number => createdAt + after.first;

export interface Hours {
  /** The first moment from then on at which it is no bother. */
  openFrom(time: number): number;
  /** The beginning of the day after. */
  nextDay(time: number): number;
  /** That day's name, for them: 2026-03-09. */
  dayOf(time: number): string;
}

export interface ReminderReader {
  readonly id: PersonId;
  readonly hours: Hours;
  /** What they were reminded of this request already. */
  readonly had: ReadonlySet<ReminderStep>;
  /** The latest day on which they were reminded of any. */
  readonly lastDay: string | undefined;
}

export interface Plan {
  readonly step: ReminderStep | undefined;
  /** Whom to remind now. */
  readonly remind: readonly ReminderReader[];
  readonly tellSupport: boolean;
  /** When to look again; never, where all has been said. */
  readonly lookAt: number | undefined;
}

/** `support`: none, where the network has no Support Team's channel. */
export function plan(
  clock: WaitingClock,
  now: number,
  readers: readonly ReminderReader[],
  support: { readonly hours: Hours; readonly told: boolean } | undefined,
): Plan {
  const zero = clock.createdAt + clock.heldMs;
  const passed = steps.filter(step => zero + after[step] <= now);
  const step = (support ? passed.filter(one => one !== 'last') : passed).at(-1);
  const turns = step ? readers.filter(one => !one.had.has(step)).map(one => ({ one, at: turnOf(one, now) })) : [];
  const supportAt = support && !support.told && passed.includes('last') ? support.hours.openFrom(now) : undefined;
  const coming = steps.map(one => zero + after[one]).filter(time => time > now);
  const later = [...turns.map(({ at }) => at), supportAt ?? now, ...coming].filter(time => time > now);
  return {
    step,
    remind: turns.filter(({ at }) => at <= now).map(({ one }) => one),
    tellSupport: supportAt !== undefined && supportAt <= now,
    lookAt: later.length > 0 ? Math.min(...later) : undefined,
  };
}

const turnOf = ({ hours, lastDay }: ReminderReader, now: number): number =>
  hours.openFrom(lastDay === hours.dayOf(now) ? hours.nextDay(now) : now);
