/** What a command gets to work with, out of the one context of this room. */
import type { Command, Scope, Subject, Subjects } from '../../commands/command.ts';
import { feedPathOf } from '../../domain/feed.ts';
import type { NetworkId } from '../../domain/ids.ts';
import { type Language, languageOf } from '../../domain/language.ts';
import type { Person } from '../../domain/person.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Invocation } from '../../platform/chat-platform.ts';
import type { Tx } from '../../store/engine.ts';
import { newId } from '../../store/ids.ts';
import * as people from '../../store/people.ts';
import { calendarIn } from '../calendar.ts';
import type { Bot } from '../the-bot.ts';
import { pageOf, type Wishes, wishing } from '../wishes.ts';
import type { Found } from './find-subject.ts';
import type { Place } from './place-of-press.ts';

/** What was given: by a person, or by nobody, where it follows by itself. */
type Heard = Pick<Invocation, 'options'> & Partial<Invocation>;

/** A command under way: whose, where, about what, and what it has wished for so far. */
export interface UnderWay {
  readonly bot: Bot;
  readonly tx: Tx;
  readonly now: number;
  readonly place: Pick<Place, 'workspace'> &
    Partial<Pick<Place, 'support'>> & { readonly network: NetworkId; readonly settings: Settings };
  readonly actor: Person;
  readonly found: Found;
  readonly invocation: Heard;
  readonly wishes: Wishes;
}

/** One that somebody gave. */
export interface Pressing extends UnderWay {
  readonly command: Command;
  readonly invocation: Invocation;
}

/** The same for whoever only looks. */
export const looked = (
  { bot, now, invocation }: Pick<UnderWay, 'bot' | 'now' | 'invocation'>,
  language: Language = languageOf(invocation.locale),
) => ({
  accountId: invocation.by?.id ?? '',
  options: invocation.options,
  message: invocation.message,
  quoted: invocation.quoted,
  files: invocation.files ?? {},
  direct: invocation.direct === true,
  at: invocation.at?.id,
  keepsFiles: bot.files !== undefined,
  guides: bot.guides[language],
  language,
  now,
  machineZone: bot.timeZone,
});

export function scopeFor(underWay: UnderWay): Scope<Subjects[Subject]> {
  const { bot, tx, now, place, actor, found, invocation, wishes } = underWay;
  const { network, workspace } = place;
  const named = (id: string) => invocation.people?.[id];

  async function person(account: { id: string; name?: string }): Promise<Person> {
    const known = await people.whoIs(tx, workspace, account.id);
    return (
      known?.person ??
      people.meet(tx, network, workspace, { id: account.id, name: account.name ?? named(account.id)?.name ?? '' }, now)
    );
  }

  return {
    ...looked(underWay),
    tx,
    network,
    workspace,
    settings: place.settings,
    calendar: calendarIn(place.settings.timeZone ?? bot.timeZone),
    actor,
    subject: found.subject,
    person,
    named,
    admin: invocation.by?.admin === true,
    support: place.support === 'known' || place.support === 'here',
    seal: bot.seal.close,
    markOf: bot.seal.mark,
    newId: <T extends string>() => newId<T>(now),
    after: wishing(wishes, now),
    wake: lanes => {
      for (const lane of lanes) wishes.lanes.add(lane);
    },
    get reply() {
      return invocation.reply && bot.seal.close(JSON.stringify(invocation.reply), actor.id);
    },
    chosen: invocation.chosen,
    ungivable: role =>
      invocation.ungivable === undefined || invocation.ungivable === 'untold' ? 'untold' : invocation.ungivable[role],
    invites: invocation.invites,
    barredIn: channel => invocation.barred?.[channel],
    pageOf: cop => pageOf(bot.publicUrl, cop),
    feedAt: secret => bot.publicUrl && bot.publicUrl + feedPathOf(secret),
    on: invocation.on && { channel: invocation.on.channel.id, id: invocation.on.id },
  };
}
