/** What is so from when a message has reached its reader: a clock starts, and who was thought not to know of a request does. */
import { reviseCopies } from '../../commands/effects.ts';
import * as clocks from '../../store/clocks.ts';
import type { Tx } from '../../store/engine.ts';
import * as unreached from '../../store/unreached.ts';
import { type Wishes, wishing } from '../wishes.ts';
import type { Stage, WishOf } from './doing.ts';

export async function arrived(
  { bot, cop, effect }: Stage,
  tx: Tx,
  wishes: Wishes,
  wish: WishOf<'post'>,
): Promise<void> {
  const now = bot.clock.now();
  const { about, to, message, starts } = wish;
  if (starts) {
    const { after, ...clock } = starts;
    await clocks.set(tx, cop, { ...clock, dueAt: now + after });
  }
  if (about.kind !== 'join-request' || (message !== 'join-request' && message !== 'join-request-reminder')) return;
  if (to === 'space' || to === 'support' || typeof to === 'object') return;
  if (await unreached.reached(tx, cop.networkId, about.id, to))
    wishing(wishes, now)(effect.lane, reviseCopies(cop, 'join-request', about));
}
