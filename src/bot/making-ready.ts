import { type Language, languageOf } from '../domain/language.ts';
import { workspaceKey } from '../domain/workspace.ts';
import type { ChatPlatform, Inbox, Invocation, PlatformName } from '../platform/chat-platform.ts';
import { isDeed } from '../platform/invoke.ts';
import * as people from '../store/people.ts';
import type { Bot } from './the-bot.ts';

/** While somebody fills in the form of a new CoP, the picture that stands in its space is made ready: that takes longer than all else. */
export function makingReady(
  bot: Pick<Bot, 'guides' | 'store' | 'log'>,
  platforms: ReadonlyMap<PlatformName, Pick<ChatPlatform, 'ready'>>,
  form: Inbox['form'],
): Inbox['form'] {
  return async invocation => {
    const answer = await form(invocation);
    if (isDeed(invocation, 'cop start') && 'show' in answer)
      void makeReady(invocation).catch((err: unknown) => bot.log.debug({ err }, 'a picture lies not ready yet'));
    return answer;
  };

  async function makeReady(invocation: Invocation): Promise<void> {
    const language = await languageOfSpace(bot, invocation);
    const picture = language && bot.guides[language]['virtuous-circle'].picture;
    if (picture) platforms.get(invocation.by.platform)?.ready({ kind: 'picture', ...picture });
  }
}

/** That it will have, if who is asking starts it. Nothing as long as theirs isn't told: the form is asked for again once it is. */
async function languageOfSpace(
  { store }: Pick<Bot, 'store'>,
  { by, locale }: Invocation,
): Promise<Language | undefined> {
  const known = by.workspace
    ? await people.whoIs(store.db, workspaceKey({ platform: by.platform, id: by.workspace }), by.id)
    : undefined;
  return known?.settings.language ?? (locale === undefined ? undefined : languageOf(locale));
}
