/** How far a CoP has come, as those see it who look after the network. */
import type { Cop } from './cop.ts';
import { isResting } from './rest.ts';

export const stages = ['alone', 'starting', 'young', 'mature', 'resting', 'closed'] as const;
export type CopStage = (typeof stages)[number];

/** About so long a community needs to coalesce. */
export const youngMs = 183 * 24 * 3600_000;

/** `alone`: nobody facilitates it. */
export function stageOf(cop: Cop, now: number): CopStage {
  if (cop.state === 'closed') return 'closed';
  if (cop.unattendedSince !== undefined) return 'alone';
  if (cop.state !== 'open') return 'starting';
  if (isResting(cop)) return 'resting';
  return cop.createdAt > now - youngMs ? 'young' : 'mature';
}

export const stageCalled = (words: string | undefined): CopStage | undefined => stages.find(one => one === words);
