/** In which language something is said: to one person in theirs, in a channel in the network's, or in that of who started the CoP. */

import type { Cop } from '../../domain/cop.ts';
import type { Wish } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Language, languageOf } from '../../domain/language.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import { cardIn, formIn } from '../../messages/language.ts';
import type { Answer, ChatPlatform, Invocation } from '../../platform/chat-platform.ts';
import * as audit from '../../store/audit.ts';
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
async function toldOf({ bot, platform, cop }: Within, person: PersonId): Promise<string | undefined> {
  const known = await people.localeOf(bot.store.db, cop.networkId, cop.workspace, person);
  return known && (known.locale ?? (await platform.localeOf(channel(cop, known.account))));
}

/** Where nobody can tell (Discord, of who never pressed anything), what they read in the channels there. */
export async function languageOfPerson(within: Within, person: PersonId): Promise<Language> {
  const told = await toldOf(within, person);
  return told === undefined ? languageOfPlace(within) : languageOf(told);
}

/** The Support Team's: as it was chosen, else as whoever said where the team is reads. */
async function languageOfSupport(within: Within): Promise<Language> {
  const { bot, cop } = within;
  const { language } = await settings.of(bot.store.db, cop.networkId, cop.workspace);
  const chooser = language ?? (await audit.lastActor(bot.store.db, cop.networkId, cop.workspace, 'settings choose'));
  if (chooser === undefined) return languageOfPerson(within, cop.starterId);
  return language ?? languageOfPerson(within, chooser as PersonId);
}

/** What several read at once. */
export async function languageOfPlace(within: Within): Promise<Language> {
  const { bot, cop } = within;
  const { language } = await settings.of(bot.store.db, cop.networkId, cop.workspace);
  return language ?? languageOf(await toldOf(within, cop.starterId));
}

export function languageOfAddressee(
  within: Within,
  { to }: Pick<Extract<Wish, { kind: 'post' | 'answer' }>, 'to'>,
): Promise<Language> {
  if (to === 'support') return languageOfSupport(within);
  return typeof to === 'object' || to === 'space' ? languageOfPlace(within) : languageOfPerson(within, to);
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
