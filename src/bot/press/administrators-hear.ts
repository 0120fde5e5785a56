import { withOffer, withUnknown } from '../../messages/settings.ts';
import type { Card } from '../../platform/card.ts';
import * as settings from '../../store/settings.ts';
import type { Pressing } from './scope.ts';

/** Under an answer that it goes with: that the database may be the wrong one, as long as it may; else the offer to choose the settings, once. */
export async function withWhatAdministratorsHear(pressing: Pressing, card: Card): Promise<Card> {
  const { bot, command, invocation, place, wishes } = pressing;
  if (!command.offersSetup || invocation.by.admin !== true) return card;
  const more = bot.unknown.has(place.workspace)
    ? ({ draws: withUnknown, mark: 'tellsUnknown' } as const)
    : (await offered(pressing)) && ({ draws: withOffer, mark: 'offersSetup' } as const);
  if (!more) return card;
  wishes.effects.forEach((effect, n) => {
    if (effect.wish.kind === 'answer') wishes.effects[n] = { ...effect, wish: { ...effect.wish, [more.mark]: true } };
  });
  return more.draws(card);
}

/** The first administrator who comes by is. */
async function offered({ tx, now, place }: Pressing): Promise<boolean> {
  const here = place.settings;
  if (here.offeredAt !== undefined || here.chosenAt !== undefined) return false;
  return settings.offer(tx, here.networkId, here.workspace, now);
}
