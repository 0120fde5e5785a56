/** In which language something is said: to one person in theirs, in a channel in the network's, or in that of who started the CoP. */

import type { Cop } from '../../domain/cop.ts';
import type { Wish } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Language, languageOf } from '../../domain/language.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import { cardIn, formIn } from '../../messages/language.ts';
import type { Answer, ChatPlatform, Invocation } from '../../platform/chat-platform.ts';
import type { Reader } from '../../store/engine.ts';
import * as people from '../../store/people.ts';
import * as posts from '../../store/posts.ts';
import * as settings from '../../store/settings.ts';
import { channel } from '../addresses.ts';
import type { Bot } from '../the-bot.ts';

interface Within {
  readonly bot: { readonly store: { readonly db: Reader } };
  readonly platform: Pick<ChatPlatform, 'localeOf'>;
  readonly cop: Cop;
}

/** Of who never pressed anything, the platform is asked. */
export async function languageOfPerson({ bot, platform, cop }: Within, person: PersonId): Promise<Language> {
  const known = await people.localeOf(bot.store.db, cop.networkId, cop.workspace, person);
  return languageOf(known && (known.locale ?? (await platform.localeOf(channel(cop, known.account)))));
}

/** What several read at once. */
export async function languageOfPlace(within: Within): Promise<Language> {
  const { bot, cop } = within;
  const { language } = await settings.of(bot.store.db, cop.networkId, cop.workspace);
  return language ?? languageOfPerson(within, cop.starterId);
}

export function languageOfAddressee(
  within: Within,
  { to }: Pick<Extract<Wish, { kind: 'post' | 'answer' }>, 'to'>,
): Promise<Language> {
  return typeof to === 'object' || to === 'space' || to === 'support'
    ? languageOfPlace(within)
    : languageOfPerson(within, to);
}

/** A card that others see as well stays in the language in which it was posted, whoever presses it. */
export async function languageOn(bot: Bot, { on, locale }: Invocation, answer: Answer): Promise<Language> {
  const stays = on && 'say' in answer && answer.shows === 'card';
  const { platform, workspace, id } = on?.channel ?? {};
  const posted =
    stays && platform && workspace && id
      ? await posts.at(bot.store.db, workspaceKey({ platform, id: workspace }), { channel: id, id: on.id })
      : undefined;
  return posted?.language ?? languageOf(locale);
}

export function answerIn(answer: Answer, language: Language): Answer {
  if ('mend' in answer) return { mend: formIn(answer.mend, language) };
  const lasting = answer.lasting && cardIn(answer.lasting, language);
  return { ...answer, say: cardIn(answer.say, language), ...(lasting && { lasting }) };
}
