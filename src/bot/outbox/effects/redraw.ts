import { homeOf } from '../../../commands/home/view.ts';
import type { Language } from '../../../domain/language.ts';
import { cardIn } from '../../../messages/language.ts';
import type { Card } from '../../../platform/card.ts';
import type { Posted, ReplyRef } from '../../../platform/chat-platform.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as audit from '../../../store/audit.ts';
import * as posts from '../../../store/posts.ts';
import { channel } from '../../addresses.ts';
import { draw } from '../../drawing/draw.ts';
import { languageOfPerson } from '../../drawing/languages.ts';
import { catchUp } from '../copies.ts';
import { type Doing, forOne, nobody, nothing, type Stage, type WishOf } from '../doing.ts';

type Redraw = WishOf<'redraw'>;

/** As it was answered; if more was decided about it since, or came of it, as it is now. */
export const redraw: Doing<'redraw'> = {
  toOne: forOne,
  concerns: nobody,

  async perform(stage, wish) {
    const now = await cardNow(stage, wish);
    if (!now) return nothing;
    const { card, as } = now;
    try {
      await show(stage, wish, card);
    } catch (error) {
      if (!(error instanceof PlatformError && error.kind === 'gone' && error.whose !== 'bot')) throw error; // deleted, or its address is good no longer
      return nothing;
    }
    return as ? (tx, wishes) => catchUp(stage, tx, wishes, as.wish, { ...as, card }, wish.to) : nothing;
  },
};

interface Now {
  readonly card: Card;
  /** As what it is drawn, where it is drawn as things are at this moment: what comes of it meanwhile may be drawn sooner, from another lane. */
  readonly as?: { readonly wish: WishOf<'revise'>; readonly posted: Posted; readonly language: Language };
}

async function cardNow(stage: Stage, wish: Redraw): Promise<Now | undefined> {
  const { bot, cop } = stage;
  const { db } = bot.store;
  const { to, on } = wish;
  const post = on && (await posts.at(db, cop.workspace, on));
  const since = await audit.actorsSince(db, cop.networkId, wish.about, wish.at);
  if (post && (since.length > 0 || wish.goesOn)) {
    const { language = 'en' } = post;
    const again = { ...post, kind: 'revise', cop: cop.id } as WishOf<'revise'>;
    const posted = { channel: channel(cop, on.channel), id: on.id };
    return { card: await draw(stage, db, again, language, to), as: { wish: again, posted, language } };
  }
  const language = post?.language ?? (await languageOfPerson(stage, to));
  const sealed = wish.card;
  if (sealed === undefined) {
    const home = await homeOf(db, { network: cop.networkId, workspace: cop.workspace, person: to, now: stage.now });
    return { card: cardIn(home, language) };
  }
  if (since.includes(to)) return undefined; // their next answer stands where this would
  const opened = bot.seal.open(sealed, to);
  return opened ? { card: cardIn(JSON.parse(opened) as Card, language) } : undefined;
}

async function show({ bot, platform, cop, effect, now }: Stage, { on, reply, to }: Redraw, card: Card): Promise<void> {
  if (on)
    return platform.perform.revise({ message: { channel: channel(cop, on.channel), id: on.id }, card }, effect.id);
  const opened = reply && bot.seal.open(reply, to);
  const ref = opened ? (JSON.parse(opened) as ReplyRef) : undefined;
  if (ref && ref.expiresAt > now) await platform.perform.answer({ reply: ref, card }, effect.id);
}
