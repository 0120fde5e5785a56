/** What the bot has posted in a space, deleted there by hand: heard of, or found after an absence. */
import { cardsGone } from '../../commands/cop/cards-gone.ts';
import { reviseCopies } from '../../commands/effects.ts';
import { drawCard } from '../../commands/meeting/card.ts';
import { underWay } from '../../domain/closing.ts';
import type { Cop } from '../../domain/cop.ts';
import { type Copy, lane } from '../../domain/effect.ts';
import { standing } from '../../domain/message.ts';
import * as closings from '../../store/closings.ts';
import * as meetings from '../../store/meetings.ts';
import * as posts from '../../store/posts.ts';
import { inWork } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';

export async function deletedInSpace(bot: Bot, cop: Cop, channel: string, ids: readonly string[]): Promise<void> {
  const deleted = ids.map(id => ({ channel, id }));
  await bot.store.db
    .transaction()
    .execute(tx => inWork(bot, tx, cop.workspace, working => cardsGone(working, cop, deleted)));
}

/** Those that are met at next: as many as /cop meetings shows at once, or so. */
const mostMeetings = 10;

/** Found after an absence: what isn't pinned any more may only have been unpinned. Drawing it anew tells. */
export async function lookForCards(
  bot: Bot,
  cop: Cop,
  isPinned: (copy: Copy) => boolean,
  after: 'an absence' | undefined,
): Promise<void> {
  const about = { kind: 'cop', id: cop.id } as const;
  const there = await posts.standing(bot.store.db, cop.networkId, standing, about);
  const isClosing = underWay(await closings.of(bot.store.db, cop.networkId, cop.id));
  const inDoubt = [
    ...[...there].filter(([, copy]) => !isPinned(copy)).map(([message]) => message),
    ...(isClosing ? (['cop-closing'] as const) : []), // it is pinned nowhere
  ];
  const called = after ? await meetings.toCome(bot.store.db, cop.networkId, cop.id, mostMeetings) : []; // their cards are pinned nowhere either
  if (inDoubt.length + called.length === 0) return;
  await bot.store.db.transaction().execute(tx =>
    inWork(bot, tx, cop.workspace, async working => {
      for (const message of inDoubt) working.after(lane.cop(cop.id), reviseCopies(cop, message, about));
      for (const meeting of called) await drawCard(working, cop, meeting);
    }),
  );
}
