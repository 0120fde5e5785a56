/**
 * Everything a person does comes through here: which command, whose record, may they, run it in one transaction, answer.
 * The loser of a race runs again, and so meets the winner's decision as a kind refusal.
 */
import type { Command } from '../../commands/command.ts';
import { languageOf } from '../../domain/language.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Typed } from '../../domain/slash.ts';
import { cardIn, formIn, wordsIn } from '../../messages/language.ts';
import { heardCard } from '../../messages/trouble.ts';
import type { Card, Field } from '../../platform/card.ts';
import type { Answer, Choice, Inbox, Invocation } from '../../platform/chat-platform.ts';
import * as audit from '../../store/audit.ts';
import * as settings from '../../store/settings.ts';
import { isStoreTrouble } from '../../store/trouble.ts';
import { withPictures } from '../drawing/drawings.ts';
import { answerIn, languageOn } from '../drawing/languages.ts';
import { patiently } from '../patiently.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes } from '../wishes.ts';
import { withWhatAdministratorsHear } from './administrators-hear.ts';
import { no, reading, unsaid, withPanel } from './answering.ts';
import { type Came, came, outcomeOf, Unmade } from './came.ts';
import { findSubject } from './find-subject.ts';
import { inTime } from './in-time.ts';
import { looking, presserOf, readScope } from './looking.ts';
import { fromHere } from './panel.ts';
import { meetAt, placeOfPress } from './place-of-press.ts';
import { drawPressedLater, type Pressed, sparing } from './pressed.ts';
import { redrawStale } from './redraw-stale.ts';
import { scopeFor } from './scope.ts';
import { admitted } from './who-could.ts';

export interface Dispatch extends Pick<Inbox, 'form' | 'suggest' | 'invoke' | 'wordsIn'> {
  /** A press that nobody waits for an answer to. Fails where the database's trouble kept it from being taken in. */
  take(invocation: Invocation): Promise<void>;
}

export function dispatching(bot: Bot): Dispatch {
  const byName = new Map<string, Command>(bot.commands.map(command => [command.name, command]));
  const commandOf = (invocation: Invocation): Command => {
    const command = byName.get(invocation.command);
    if (!command) throw new Refusal('closed-door', {});
    return command;
  };

  async function answered(invocation: Invocation): Promise<Came> {
    try {
      const command = commandOf(invocation);
      const running = (keep: () => void) => patiently(() => run(bot, command, invocation, keep));
      const { pressed, ...said } = await (command.reads
        ? running(() => {})
        : inTime(bot.clock, running, invocation.waited));
      const answer = await withPanel(bot, invocation, { ...said, ...(pressed && { stands: sparing(bot, pressed) }) });
      return { of: said.say === heardCard ? 'again' : 'done', answer };
    } catch (error) {
      const of = outcomeOf(error);
      if (isStoreTrouble(error)) return { of, answer: { say: no(bot, invocation, error), shows: 'person' } };
      if (error instanceof Unmade) return { of, answer: { mend: fromHere(invocation, error.result.mend) } };
      if (error instanceof Refusal) await patiently(() => redrawStale(bot, invocation, error)).catch(unsaid(bot));
      return { of, answer: await withPanel(bot, invocation, { say: no(bot, invocation, error), shows: 'person' }) };
    }
  }

  return {
    async form(invocation) {
      const known = byName.get(invocation.command);
      try {
        const form = await formOf(bot, commandOf(invocation), invocation);
        came(bot, known, 'form');
        return form;
      } catch (error) {
        came(bot, known, outcomeOf(error));
        if (error instanceof Refusal) await patiently(() => redrawStale(bot, invocation, error)).catch(unsaid(bot));
        return { say: cardIn(no(bot, invocation, error), languageOf(invocation.locale)) };
      }
    },

    /** Before a record is named: what is offered is the presser's own. */
    async suggest(invocation, option, typed): Promise<readonly Choice[]> {
      try {
        const command = commandOf(invocation);
        return await reading(async () => {
          const offering = { ...command, about: 'network', may: ['anyone'], in: 'no CoP' } as const;
          const { scope } = await readScope(bot, offering, invocation);
          return (await command.suggest?.(scope, option as never, typed)) ?? [];
        });
      } catch (error) {
        no(bot, invocation, error);
        return [];
      }
    },

    wordsIn: (words, locale) => wordsIn(words, languageOf(locale)),

    async invoke(invocation): Promise<Answer> {
      const { of, answer } = await answered(invocation);
      came(bot, byName.get(invocation.command), of);
      const language = await languageOn(bot, invocation, answer).catch(error => {
        unsaid(bot)(error);
        return languageOf(invocation.locale);
      });
      return withPictures(bot, answerIn(answer, language));
    },

    async take(invocation) {
      try {
        await patiently(() => run(bot, commandOf(invocation), invocation, () => {}));
        came(bot, byName.get(invocation.command), 'done');
      } catch (error) {
        came(bot, byName.get(invocation.command), outcomeOf(error));
        if (isStoreTrouble(error)) throw error;
        if (!(error instanceof Unmade)) no(bot, invocation, error);
      }
    },
  };
}

async function formOf(bot: Bot, command: Command, invocation: Invocation): ReturnType<Dispatch['form']> {
  if (!command.form) throw new Error(`${command.name} has no form`);
  const { form, found, told, language } = await reading(async () => {
    const { scope, ...rest } = await readScope(bot, command, invocation);
    return { form: await (command.form as NonNullable<Command['form']>)(scope), ...rest };
  });
  if ('sections' in form) return { say: cardIn(form.sections, language) };
  if ((!told || invocation.direct) && form.fields.some(isChosenThere))
    throw new Refusal('choose-in-the-space', {
      cop: found.cop,
      typed: command.slash ? (command.name as Typed) : (command.typedAs ?? 'home show'),
    });
  return { show: formIn(fromHere(invocation, form), language) };
}

/** In a direct message Discord shows only the two who talk, and no channel or role. */
const isChosenThere = ({ kind }: Field): boolean => kind === 'people' || kind === 'channel' || kind === 'server-role';

interface Ran extends Pick<Extract<Answer, { say: Card }>, 'say' | 'shows' | 'goesOn'> {
  /** What draws the pressed card, should the answer not come to it. */
  readonly pressed?: Pressed | undefined;
}

function run(bot: Bot, command: Command, invocation: Invocation, keep: () => void): Promise<Ran> {
  return bot.store.db.transaction().execute(async tx => {
    const now = bot.clock.now();
    const place = await placeOfPress(tx, invocation, command);
    const { network, person } = await meetAt(tx, place, invocation, now);
    const found = await findSubject(
      command.about,
      looking(tx, command, invocation, { ...place, network, person }, command.reads !== true),
      invocation.options,
    );
    await admitted(tx, { ...place, network }, command, presserOf(invocation, place, person.id), found);
    if (!command.reads) {
      if (place.support === 'here') await settings.joinSupport(tx, network, place.workspace, person.id, now);
      const deed = {
        actor: person.id,
        command: command.name,
        about: { kind: command.about, id: found.recordId },
        workspace: place.workspace,
        press: invocation.id,
      };
      if (!(await audit.note(tx, network, deed, now))) return { say: heardCard, shows: 'person' };
    }
    const wishes = noWishes();
    const here = { ...place, network, settings: { ...place.settings, networkId: network } };
    const pressing = {
      bot,
      tx,
      now,
      place: here,
      actor: person,
      found,
      command,
      invocation: { ...invocation, options: found.options },
      wishes,
    };
    const result = await command.run(scopeFor(pressing) as never);
    if ('mend' in result) throw new Unmade(result);
    const say = await withWhatAdministratorsHear(pressing, result.say);
    const pressed = await drawPressedLater(pressing, say);
    await saveWishes(bot.jobs, tx, wishes, place.workspace);
    keep();
    const goesOn = wishes.effects.some(({ wish }) => wish.kind === 'answer');
    return { say, shows: command.answers === 'on-the-card' ? 'card' : 'person', pressed, ...(goesOn && { goesOn }) };
  });
}
