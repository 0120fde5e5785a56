/** What the bot has posted in a space at its start, deleted there by hand: heard of, or found after an absence. */
import { cardsGone } from '../../commands/cop/cards-gone.ts';
import { reviseCopies } from '../../commands/effects.ts';
import { underWay } from '../../domain/closing.ts';
import type { Cop } from '../../domain/cop.ts';
import { type Copy, lane } from '../../domain/effect.ts';
import { standing } from '../../domain/message.ts';
import * as closings from '../../store/closings.ts';
import * as posts from '../../store/posts.ts';
import { inWork } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';

export async function deletedInSpace(bot: Bot, cop: Cop, channel: string, ids: readonly string[]): Promise<void> {
  const deleted = ids.map(id => ({ channel, id }));
  await bot.store.db
    .transaction()
    .execute(tx => inWork(bot, tx, cop.workspace, working => cardsGone(working, cop, deleted)));
}

/** Found after an absence: what isn't pinned any more may only have been unpinned. Drawing it anew tells. */
export async function lookForCards(bot: Bot, cop: Cop, isPinned: (copy: Copy) => boolean): Promise<void> {
  const about = { kind: 'cop', id: cop.id } as const;
  const there = await posts.standing(bot.store.db, cop.networkId, standing, about);
  const isClosing = underWay(await closings.of(bot.store.db, cop.networkId, cop.id));
  const inDoubt = [
    ...[...there].filter(([, copy]) => !isPinned(copy)).map(([message]) => message),
    ...(isClosing ? (['cop-closing'] as const) : []), // it is pinned nowhere
  ];
  if (inDoubt.length === 0) return;
  await bot.store.db.transaction().execute(tx =>
    inWork(bot, tx, cop.workspace, async ({ after }) => {
      for (const message of inDoubt) after(lane.cop(cop.id), reviseCopies(cop, message, about));
    }),
  );
}
