import { homeOf } from '../../../commands/home/view.ts';
import { cardIn } from '../../../messages/language.ts';
import type { Card } from '../../../platform/card.ts';
import type { ReplyRef } from '../../../platform/chat-platform.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as audit from '../../../store/audit.ts';
import * as posts from '../../../store/posts.ts';
import { channel } from '../../addresses.ts';
import { draw } from '../../drawing/draw.ts';
import { languageOfPerson } from '../../drawing/languages.ts';
import { type Doing, forOne, nobody, nothing, type Stage, type WishOf } from '../doing.ts';

type Redraw = WishOf<'redraw'>;

/** As it was answered; if more was decided about it since, or came of it, as it is now. */
export const redraw: Doing<'redraw'> = {
  toOne: forOne,
  concerns: nobody,

  async perform(stage, wish) {
    const card = await cardNow(stage, wish);
    if (!card) return nothing;
    try {
      await show(stage, wish, card);
    } catch (error) {
      if (!(error instanceof PlatformError && error.kind === 'gone' && error.whose !== 'bot')) throw error; // deleted, or its address is good no longer
    }
    return nothing;
  },
};

async function cardNow(stage: Stage, wish: Redraw): Promise<Card | undefined> {
  const { bot, cop } = stage;
  const { db } = bot.store;
  const { to, on } = wish;
  const post = on && (await posts.at(db, cop.workspace, on));
  const since = await audit.actorsSince(db, cop.networkId, wish.about, wish.at);
  if (post && (since.length > 0 || wish.goesOn))
    return draw(stage, db, { ...post, kind: 'revise', cop: cop.id }, post.language ?? 'en', to);
  const language = post?.language ?? (await languageOfPerson(stage, to));
  const sealed = wish.card;
  if (sealed === undefined) {
    const home = await homeOf(db, { network: cop.networkId, workspace: cop.workspace, person: to, now: stage.now });
    return cardIn(home, language);
  }
  if (since.includes(to)) return undefined; // their next answer stands where this would
  const opened = bot.seal.open(sealed, to);
  return opened ? cardIn(JSON.parse(opened) as Card, language) : undefined;
}

async function show({ bot, platform, cop, effect, now }: Stage, { on, reply, to }: Redraw, card: Card): Promise<void> {
  if (on)
    return platform.perform.revise({ message: { channel: channel(cop, on.channel), id: on.id }, card }, effect.id);
  const opened = reply && bot.seal.open(reply, to);
  const ref = opened ? (JSON.parse(opened) as ReplyRef) : undefined;
  if (ref && ref.expiresAt > now) await platform.perform.answer({ reply: ref, card }, effect.id);
}
