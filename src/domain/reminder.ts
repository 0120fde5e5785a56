/** Who is reminded of a join request that waits, and after how long. Nobody is twice a day; a talk stops the clock. */
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

/** What it has come to by now; and when to look again, as long as there is more to come. */
export function stepAt(
  { createdAt, heldMs }: WaitingClock,
  now: number,
): { readonly step: ReminderStep | undefined; readonly nextAt: number | undefined } {
  const times = steps.map(step => ({ step, at: createdAt + heldMs + after[step] }));
  return {
    step: times.filter(({ at }) => at <= now).at(-1)?.step,
    nextAt: times.find(({ at }) => at > now)?.at,
  };
}

/** Those that were asked before then, without the time in which their clock stood still, have come to the last of it. */
export const lastStepBefore = (now: number): number => now - after.last;
