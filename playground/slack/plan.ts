/**
 * On the free plan messages older than ninety days are hidden from everybody, and come back with another plan.
 * slack.com/help/articles/115002422943. Histories leave them out and say so (`is_limited`); what the methods answer that name one of them
 * is written down nowhere: here they are none, as those are that were deleted.
 */
import { limits } from './limits.ts';
import type { Message, Team } from './state.ts';
import type { World } from './world.ts';

export const isHidden = ({ now }: World, { plan }: Team, { ts }: Pick<Message, 'ts'>): boolean =>
  plan === 'free' && Number(ts) * 1000 < now() - limits.visibleMs;
