import { languageOf } from '../domain/language.ts';
import type { ChatPlatform, Inbox, PlatformName } from '../platform/chat-platform.ts';
import type { Bot } from './the-bot.ts';

/** While somebody fills in the form of a new CoP, the picture that stands in its space is made ready: that takes longer than all else. */
export function makingReady(
  { guides }: Pick<Bot, 'guides'>,
  platforms: ReadonlyMap<PlatformName, Pick<ChatPlatform, 'ready'>>,
  form: Inbox['form'],
): Inbox['form'] {
  return async invocation => {
    const answer = await form(invocation);
    const { picture } = guides[languageOf(invocation.locale)]['virtuous-circle'];
    if (invocation.command === 'cop start' && 'show' in answer && picture)
      platforms.get(invocation.by.platform)?.ready({ kind: 'picture', ...picture });
    return answer;
  };
}
