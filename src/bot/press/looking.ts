/** Who looks, and where: the same for a press and for a form or a suggestion, which only look. */
import type { Command, ReadScope } from '../../commands/command.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Language, languageOf } from '../../domain/language.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Invocation } from '../../platform/chat-platform.ts';
import type { Tx } from '../../store/engine.ts';
import { calendarIn } from '../calendar.ts';
import type { Bot } from '../the-bot.ts';
import { type Found, findSubject } from './find-subject.ts';
import { type Place, placeOfPress } from './place-of-press.ts';
import { looked } from './scope.ts';
import { admitted } from './who-could.ts';

/** Where its record is looked for, and for whom. */
export const looking = (
  reader: Tx | Bot['store']['db'],
  command: Command,
  invocation: Invocation,
  place: Place,
  locking: boolean,
) => ({
  reader,
  network: place.network,
  actor: place.person?.id,
  spaceId: invocation.at?.id,
  workspace: place.workspace,
  command: command.name,
  fromDirectory: command.fromDirectory === true,
  amongClosed: command.amongClosed === true,
  isTended: command.may.every(one => one === 'facilitator'),
  takesWords: command.takesWords === true,
  locking,
});

export const presserOf = ({ by }: Invocation, { support, settings }: Place, id: PersonId | undefined) => ({
  id,
  admin: by.admin ?? false,
  support: support !== 'no',
  settings,
});

/** What a form or a suggestion gets to work with. */
export async function readScope(
  bot: Bot,
  command: Command,
  invocation: Invocation,
): Promise<{
  readonly scope: ReadScope<never>;
  readonly found: Found;
  readonly told: boolean;
  readonly language: Language;
}> {
  const reader = bot.store.db;
  const place = await placeOfPress(reader, invocation, command);
  if (!place.told && !place.person) throw new Refusal('closed-door', {});
  const found = await findSubject(
    command.about,
    looking(reader, command, invocation, place, false),
    invocation.options,
  );
  const presser = presserOf(invocation, place, place.person?.id);
  const taken = presser.admin === 'not-told' ? { ...presser, admin: true } : presser; // asked again when it is given
  await admitted(reader, place, command, taken, found);
  const language = languageOf(invocation.locale ?? place.locale ?? place.settings.language); // told now, told before, or everybody's here
  const scope = {
    ...looked({ bot, now: bot.clock.now(), invocation: { ...invocation, options: found.options } }, language),
    reader,
    network: place.network,
    workspace: place.workspace,
    settings: place.settings,
    calendar: calendarIn(place.settings.timeZone ?? bot.timeZone),
    actor: place.person,
    subject: found.subject as never,
  };
  return { scope, found, told: place.told, language };
}
