import { isDeepStrictEqual } from 'node:util';
import type { Card } from '../../../platform/card.ts';
import type { ChatPlatform, ReplyRef } from '../../../platform/chat-platform.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import { accountOfPerson } from '../../addresses.ts';
import { draw, replyOf } from '../../drawing/draw.ts';
import { languageOfAddressee } from '../../drawing/languages.ts';
import { type Doing, forOne, nobody, nothing } from '../doing.ts';
import { findOrDo } from '../find-or-do.ts';

export const answer: Doing<'answer'> = {
  toOne: forOne,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform(stage, wish) {
    const { bot, platform, cop, effect } = stage;
    const { db } = bot.store;
    const card = await draw(stage, db, wish, await languageOfAddressee(stage, wish));
    if (isDeepStrictEqual(card, stage.stands)) return nothing; // on Slack, an answer to a slash command can't be drawn over: each is one more
    const reply = replyOf(bot.seal, wish);
    if (reply && reply.expiresAt > stage.now && (await answered(platform, reply, card, effect.id))) return nothing;
    await findOrDo(stage, 'post', { to: { person: await accountOfPerson(db, cop, wish.to) }, card });
    return nothing;
  },
};

/** Where the way back is closed, it is said by direct message. */
async function answered(platform: ChatPlatform, reply: ReplyRef, card: Card, key: string): Promise<boolean> {
  try {
    await platform.perform.answer({ reply, card }, key);
    return true;
  } catch (error) {
    if (error instanceof PlatformError && (error.kind === 'rate-limited' || error.kind === 'unreachable')) throw error;
    return false;
  }
}
