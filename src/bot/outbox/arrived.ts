/** What is so from when a message has reached its reader: a clock starts, the notes of a meeting stand where they are pinned and opened, a hello is said, and who was thought not to know of a request does. */
import { reviseCopies } from '../../commands/effects.ts';
import { messageKey } from '../../domain/document.ts';
import type { Effects } from '../../platform/chat-platform.ts';
import * as clocks from '../../store/clocks.ts';
import * as documents from '../../store/documents.ts';
import type { Tx } from '../../store/engine.ts';
import * as hellos from '../../store/hellos.ts';
import * as unreached from '../../store/unreached.ts';
import { readerOf } from '../drawing/draw.ts';
import { type Wishes, wishing } from '../wishes.ts';
import type { Stage, WishOf } from './doing.ts';

export async function arrived(
  { bot, cop, effect }: Stage,
  tx: Tx,
  wishes: Wishes,
  wish: WishOf<'post'>,
  { channel, id, permalink }: Effects['post']['out'],
): Promise<void> {
  const now = bot.clock.now();
  const { about, message, shared, starts } = wish;
  if (starts) {
    const { after, ...clock } = starts;
    await clocks.set(tx, cop, { ...clock, dueAt: now + after });
  }
  if (about.kind === 'document' && message === 'meeting-notes')
    await documents.stands(tx, cop.networkId, about.id, {
      messageKey: messageKey({ channel, id }),
      place: channel.id,
      permalink,
    });
  if (message === 'hello' && shared) await hellos.isSaid(tx, cop.networkId, cop.id, shared.by, now);
  if (about.kind !== 'join-request' || (message !== 'join-request' && message !== 'join-request-reminder')) return;
  const reader = readerOf(wish);
  if (reader && (await unreached.reached(tx, cop.networkId, about.id, reader)))
    wishing(wishes, now)(effect.lane, reviseCopies(cop, 'join-request', about));
}
