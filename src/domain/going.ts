/** When all that is kept of a closed CoP goes, where an administrator chose that it does. */
import type { Cop } from './cop.ts';

const day = 24 * 3600_000;

/** Its facilitators and the Support Team hear of it so long before. */
export const noticeMs = 30 * day;
const anotherMs = 365 * day;

type Going = Pick<Cop, 'closedAt' | 'goesAt' | 'keptUntil'>;

/** `keptMs`: how long closed CoPs are kept there; nothing: for good. Nothing, too, of one that isn't closed. */
export function dueOf({ closedAt, keptUntil }: Going, keptMs: number | undefined): number | undefined {
  if (closedAt === undefined || keptMs === undefined) return undefined;
  return Math.max(closedAt + keptMs, keptUntil ?? 0);
}

/** What was told before it was kept for longer, or of an earlier end, counts no more. */
export const isTold = ({ goesAt }: Going, due: number): boolean => (goesAt ?? 0) >= due;

/** It is to be told now that it goes: then. */
export function goesOn(cop: Going, keptMs: number | undefined, now: number): number | undefined {
  const due = dueOf(cop, keptMs);
  if (due === undefined || due > now + noticeMs || isTold(cop, due)) return undefined;
  return Math.max(due, now + noticeMs);
}

/** It was told, and neither somebody nor what an administrator chose since keeps it for longer. */
export function stillGoes(cop: Going, keptMs: number | undefined): boolean {
  const due = dueOf(cop, keptMs);
  return due !== undefined && isTold(cop, due);
}

/** Somebody would have it for longer. */
export const keptLonger = (cop: Cop): Cop => ({ ...cop, keptUntil: (cop.goesAt ?? 0) + anotherMs });

/** They have asked for that already. */
export const isKeptLonger = ({ goesAt, keptUntil }: Going): boolean => (keptUntil ?? 0) > (goesAt ?? 0);
