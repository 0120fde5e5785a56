/** Words where a press was meant: one kind answer, and none again right after it. */
import { type Language, languageOf } from '../../domain/language.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import { addressedCard } from '../../messages/addressed.ts';
import { cardIn } from '../../messages/language.ts';
import type { Inbox, Visitor } from '../../platform/chat-platform.ts';
import * as people from '../../store/people.ts';
import type { Bot } from '../the-bot.ts';

const pauseMs = 60_000;
const most = { remembered: 1000, servers: 20 } as const;

export function addressing(bot: Bot): Inbox['addressed'] {
  const lately = new Map<string, number>();
  return async (by, how, locale) => {
    const now = bot.clock.now();
    const whose = `${by.platform} ${by.id} ${how}`;
    if ((lately.get(whose) ?? Number.NEGATIVE_INFINITY) > now - pauseMs) return undefined;
    lately.delete(whose);
    lately.set(whose, now);
    if (lately.size > most.remembered) lately.delete(lately.keys().next().value as string);
    return cardIn(addressedCard(how), locale === undefined ? await languageOfVisitor(bot, by) : languageOf(locale));
  };
}

/** As it was told with a press of theirs. A direct message on Discord tells no server: then any that knows them. */
async function languageOfVisitor({ store: { db }, log }: Bot, { platform, workspace, id }: Visitor): Promise<Language> {
  try {
    const known = workspace ? [workspaceKey({ platform, id: workspace })] : await people.workspacesOn(db, platform);
    for (const one of known.slice(0, most.servers)) {
      const told = await people.whoIs(db, one, id);
      if (told?.locale) return languageOf(told.locale);
    }
  } catch (err) {
    log.debug({ err }, 'in which language somebody reads could not be looked up');
  }
  return languageOf(undefined);
}
