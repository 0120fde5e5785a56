/**
 * The card that was pressed is drawn anew by the answer. That answer may be lost, with a crash or in a platform's bad moment: so an effect
 * that draws the same is kept with the decision, and due a little later. Once the answer stands, it is spared without a call.
 */
import { lane, type Wish } from '../../domain/effect.ts';
import type { EffectId } from '../../domain/ids.ts';
import { isHere } from '../../messages/home.ts';
import type { Card } from '../../platform/card.ts';
import * as audit from '../../store/audit.ts';
import * as cops from '../../store/cops.ts';
import * as effects from '../../store/effects.ts';
import type { Tx } from '../../store/engine.ts';
import { drawHomes } from '../drawing/homes.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes, wishing } from '../wishes.ts';
import type { Pressing } from './scope.ts';

/** Long enough for the answer to come first. */
const afterMs = 5000;

export interface Pressed {
  readonly effect: effects.StoredEffect;
  /** The answer says what is only begun: this draws on the same card what comes of it, perhaps sooner than the answer. */
  readonly follows: EffectId | undefined;
}

/** Nothing, where nothing was decided or nothing is drawn anew. */
export async function drawPressedLater(
  { bot, tx, now, place, actor, command, invocation, found, wishes }: Pressing,
  say: Card,
): Promise<Pressed | undefined> {
  const { seal } = bot;
  const { on, panel, options } = invocation;
  const here = isHere(options);
  if (command.reads || !(here || (command.answers === 'on-the-card' && (on || panel)))) return undefined;
  const cop = found.cop ?? (await cops.anyIn(tx, place.network, place.workspace));
  if (!cop) return undefined; // where there is no CoP yet, nobody has decided anything
  if (here && !panel) {
    await drawHomes(tx, wishes, cop, [actor.id], now);
    return undefined;
  }
  const follows = on && wishes.effects.find(({ wish }) => wish.kind === 'revise' && wish.only?.id === on.id)?.id;
  const wish: Wish = {
    kind: 'redraw',
    cop: cop.id,
    to: actor.id,
    about: { kind: command.about, id: found.recordId },
    at: now,
    ...(!here && { card: seal.close(JSON.stringify(say), actor.id) }),
    ...(follows && { goesOn: true }),
    ...(on ? { on: { channel: on.channel.id, id: on.id } } : { reply: seal.close(JSON.stringify(panel), actor.id) }),
  };
  const id = wishing(wishes, now)(lane.pressed(actor.id), { cop, wish }, { notBefore: now + afterMs });
  const effect = wishes.effects.find(one => one.id === id);
  return effect && { effect, follows };
}

/**
 * What is there needn't be drawn again; but where more was decided or came of it by now, a late answer stands over that. Where what was to
 * stand in for the answer has been drawn already, or is at this moment, a late answer stands over that too: it is drawn once more. So it may
 * where nobody knows whether it came to stand.
 */
export const sparing =
  (bot: Bot, { effect, follows }: Pressed): ((sure?: 'perhaps') => Promise<void>) =>
  async sure => {
    try {
      await bot.store.db.transaction().execute(async tx => {
        const now = bot.clock.now();
        const states = await effects.states(tx, [effect.id, ...(follows ? [follows] : [])]);
        if (states.get(effect.id) !== 'waiting') return drawOver(bot, tx, effect);
        if (sure === 'perhaps') return;
        if (follows && states.get(follows) !== 'waiting') return;
        if (await isOvertaken(tx, effect)) return;
        await effects.settle(tx, [effect], 'done', now);
      });
    } catch (err) {
      bot.log.warn({ err, effect: effect.id }, 'a card stands, but that could not be noted: it is drawn once more');
    }
  };

const isOvertaken = async (tx: Tx, { networkId, wish }: effects.StoredEffect): Promise<boolean> =>
  wish.kind === 'redraw' && (await audit.actorsSince(tx, networkId, wish.about, wish.at)).length > 0;

/** As it is now. */
async function drawOver(bot: Bot, tx: Tx, { lane, wish, networkId, copId: id, workspace }: effects.StoredEffect) {
  const wishes = noWishes();
  wishing(wishes, bot.clock.now())(lane, { cop: { networkId, id, workspace }, wish });
  await saveWishes(bot.jobs, tx, wishes, workspace);
}
