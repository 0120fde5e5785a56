/** Brings what stands on the platform already up to date: every copy of a message, and of those that tell of the same in other words. */

import type { Copy, Wish } from '../../domain/effect.ts';
import type { Language } from '../../domain/language.ts';
import { kindred } from '../../domain/message.ts';
import type { Card } from '../../platform/card.ts';
import type { Posted } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as posts from '../../store/posts.ts';
import type { Stage } from './perform.ts';

type Revise = Extract<Wish, { kind: 'revise' }>;

export async function revised(
  stage: Stage,
  wish: Revise,
  draw: (wish: Revise, language: Language) => Promise<Card>,
  postedAt: (post: posts.Post) => Posted,
): Promise<void> {
  const { db, platform, cop, effect } = stage;
  for (const message of [wish.message, ...(kindred[wish.message] ?? [])]) {
    const copies = await posts.copiesOf(db, cop.networkId, message, wish.about);
    const wanted = copies.filter(one => !isAt(one, wish.except) && (!wish.only || isAt(one, wish.only)));
    if (wanted.length === 0) continue;
    const cards = new Map<Language, Card>();
    for (const copy of wanted) {
      const card = cards.get(copy.language) ?? (await draw({ ...wish, message }, copy.language));
      cards.set(copy.language, card);
      await platform.perform.revise({ message: postedAt(copy), card }, effect.id).catch((error: unknown) => {
        if (!(error instanceof PlatformError && error.kind === 'gone')) throw error; // somebody deleted that copy
      });
    }
  }
}

const isAt = (one: posts.Post, copy: Copy | undefined): boolean =>
  one.channelId === copy?.channel && one.messageId === copy.id;
