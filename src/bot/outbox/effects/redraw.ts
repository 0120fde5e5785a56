import { homeOf } from '../../../commands/home/view.ts';
import { cardIn } from '../../../messages/language.ts';
import type { Card } from '../../../platform/card.ts';
import type { ReplyRef } from '../../../platform/chat-platform.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as audit from '../../../store/audit.ts';
import type { Db, Tx } from '../../../store/engine.ts';
import * as posts from '../../../store/posts.ts';
import { channel } from '../../addresses.ts';
import { draw } from '../../drawing/draw.ts';
import { languageOfPerson } from '../../drawing/languages.ts';
import type { Wishes } from '../../wishes.ts';
import { catchUp } from '../copies.ts';
import { type Doing, forOne, nobody, nothing, type Stage, type WishOf } from '../doing.ts';

type Redraw = WishOf<'redraw'>;

/** As it was answered; if more was decided about it since, or came of it, as it is now. */
export const redraw: Doing<'redraw'> = {
  toOne: forOne,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform(stage, wish) {
    const card = await cardNow(stage, wish);
    if (!card) return nothing;
    try {
      await show(stage, wish, card);
    } catch (error) {
      if (!(error instanceof PlatformError && error.kind === 'gone' && error.whose !== 'bot')) throw error; // deleted, or its address is good no longer
      return nothing;
    }
    return (tx, wishes) => overtaken(stage, tx, wishes, wish, card);
  },
};

/** What stands there by now, if it is a message that goes on; as which it is drawn. */
async function standing({ cop }: Stage, reader: Db | Tx, { on, about, at, goesOn }: Redraw) {
  const post = on && (await posts.at(reader, cop.workspace, on));
  const since = await audit.actorsSince(reader, cop.networkId, about, at);
  const isOn = post && (since.length > 0 || goesOn);
  return { post, since, as: isOn ? ({ ...post, kind: 'revise', cop: cop.id } as WishOf<'revise'>) : undefined };
}

/** What came of it while this was on its way may have been drawn sooner, from another lane, and this over it. */
async function overtaken(stage: Stage, tx: Tx, wishes: Wishes, wish: Redraw, card: Card): Promise<void> {
  const { post, as } = await standing(stage, tx, wish);
  if (!as || !wish.on) return;
  const posted = { channel: channel(stage.cop, wish.on.channel), id: wish.on.id };
  await catchUp(stage, tx, wishes, as, { posted, card, language: post?.language ?? 'en' }, wish.to);
}

async function cardNow(stage: Stage, wish: Redraw): Promise<Card | undefined> {
  const { bot, cop } = stage;
  const { db } = bot.store;
  const { to } = wish;
  const { post, since, as } = await standing(stage, db, wish);
  if (as) return draw(stage, db, as, post?.language ?? 'en', to);
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
