/**
 * Everything a person does comes through here: which command, whose record, may they, run it in one transaction, answer.
 * The loser of a race runs again, and so meets the winner's decision as a kind refusal.
 */
import type { Command, ReadScope, Result, Subject, Subjects } from '../commands/command.ts';
import type { NetworkId, PersonId } from '../domain/ids.ts';
import { languageOf } from '../domain/language.ts';
import { Refusal } from '../domain/refusal.ts';
import { cardIn, formIn, wordsIn } from '../messages/language.ts';
import { refusalCard } from '../messages/refusal.ts';
import { withOffer } from '../messages/settings.ts';
import { bugCard, heardCard } from '../messages/trouble.ts';
import type { Card } from '../platform/card.ts';
import type { Answer, Choice, Inbox, Invocation } from '../platform/chat-platform.ts';
import * as audit from '../store/audit.ts';
import { isConflict, Stale, type Tx } from '../store/engine.ts';
import { newId } from '../store/ids.ts';
import * as settings from '../store/settings.ts';
import { authorise, standingsOf } from './authorise.ts';
import { answerIn, languageOn } from './languages.ts';
import { fromHere, onPanel } from './panel.ts';
import { meetAt, type Place, placeOfPress } from './place.ts';
import { redrawStale } from './redraw-stale.ts';
import { noWishes, type Situation, saveWishes, scopeFor, type Wishes } from './scope.ts';
import type { Bot } from './shared.ts';
import { type Found, findSubject } from './subject.ts';

export type Dispatch = Pick<Inbox, 'form' | 'suggest' | 'invoke' | 'wordsIn'>;

export function dispatching(bot: Bot): Dispatch {
  const byName = new Map(bot.commands.map(command => [command.name, command]));
  const commandOf = (invocation: Invocation): Command => {
    const command = byName.get(invocation.command);
    if (!command) throw new Refusal('closed-door', {});
    return command;
  };

  async function answered(invocation: Invocation): Promise<Answer> {
    try {
      const command = commandOf(invocation);
      const result = await withMoreTries(() => run(bot, command, invocation));
      return onPanel(bot, invocation, {
        say: result.say,
        shows: command.answers === 'on-the-card' ? 'card' : 'person',
      });
    } catch (error) {
      if (error instanceof Unmade) return { mend: fromHere(invocation, error.result.mend) };
      if (error instanceof Refusal) await redrawStale(bot, invocation, error);
      return onPanel(bot, invocation, { say: no(bot, invocation, error), shows: 'person' });
    }
  }

  return {
    async form(invocation) {
      try {
        const command = commandOf(invocation);
        if (!command.form) throw new Error(`${command.name} has no form`);
        const { scope, found, told } = await readScope(bot, command, invocation);
        const form = await command.form(scope);
        if (!told && form.fields.some(field => field.kind === 'people'))
          throw new Refusal('choose-in-the-space', { cop: found.cop, slash: command.slash ?? command.typedAs ?? '' }); // Discord shows only the two who talk
        return { show: formIn(fromHere(invocation, form), languageOf(invocation.locale)) };
      } catch (error) {
        return { say: cardIn(no(bot, invocation, error), languageOf(invocation.locale)) };
      }
    },

    /** Before a record is named: what is offered is the presser's own. */
    async suggest(invocation, option, typed): Promise<readonly Choice[]> {
      try {
        const command = commandOf(invocation);
        const { scope } = await readScope(bot, { ...command, about: 'network', may: ['anyone'] }, invocation);
        return (await command.suggest?.(scope, option, typed)) ?? [];
      } catch (error) {
        no(bot, invocation, error);
        return [];
      }
    },

    wordsIn: (words, locale) => wordsIn(words, languageOf(locale)),

    async invoke(invocation): Promise<Answer> {
      const answer = await answered(invocation);
      return answerIn(answer, await languageOn(bot, invocation, answer));
    },
  };
}

/** As many as may well press at once where nothing is locked first: what was chosen for a workspace. */
const tries = 6;

async function withMoreTries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n++)
    try {
      return await attempt();
    } catch (error) {
      if (n === tries || (!(error instanceof Stale) && !isConflict(error))) throw error;
    }
}

function run(bot: Bot, command: Command, invocation: Invocation): Promise<Extract<Result, { say: Card }>> {
  return bot.store.db.transaction().execute(async tx => {
    const now = bot.clock.now();
    const place = await placeOfPress(tx, invocation, command);
    const { network, person } = await meetAt(tx, place, invocation, now);
    const found = await findSubject(
      command.about,
      looking(tx, command, invocation, { ...place, network, person }, command.reads !== true),
      invocation.options,
    );
    authorise(command, standingsOf(presserOf(invocation, place, person.id), found), found);
    if (!command.reads) {
      if (place.support === 'here') await settings.joinSupport(tx, network, place.workspace, person.id, now);
      const deed = {
        actor: person.id,
        command: command.name,
        about: { kind: command.about, id: found.recordId },
        workspace: place.workspace,
        press: invocation.id,
      };
      if (!(await audit.note(tx, network, deed, now))) return { say: heardCard };
    }
    const wishes = noWishes();
    const reply = () => invocation.reply && bot.seal.close(JSON.stringify(invocation.reply), person.id);
    const situation = {
      tx,
      now,
      network,
      workspace: place.workspace,
      settings: { ...place.settings, networkId: network },
      actor: person,
      accountId: invocation.by.id,
      seal: bot.seal,
      reply,
      admin: invocation.by.admin === true,
      quietUntil: now,
      guides: bot.guides[languageOf(invocation.locale)],
      publicUrl: bot.publicUrl,
      keepsFiles: bot.files !== undefined,
      invocation,
    };
    const result = await command.run(scopeFor(situation, found.subject as Subjects[Subject], wishes) as never);
    if ('mend' in result) throw new Unmade(result);
    const offered = await offering(tx, command, invocation, situation, wishes);
    await saveWishes(bot.jobs, tx, wishes, place.workspace);
    return offered ? { say: withOffer(result.say) } : result;
  });
}

/** The first administrator who comes by is offered to choose the settings, once. */
async function offering(
  tx: Tx,
  command: Command,
  { by }: Invocation,
  { settings: here, now }: Situation,
  wishes: Wishes,
) {
  if (!command.offersSetup || !by.admin || here.offeredAt !== undefined || here.chosenAt !== undefined) return false;
  if (!(await settings.offer(tx, here.networkId, here.workspace, now))) return false;
  wishes.effects.forEach((effect, n) => {
    if (effect.wish.kind === 'answer') wishes.effects[n] = { ...effect, wish: { ...effect.wish, offersSetup: true } };
  });
  return true;
}

/** A form to be mended leaves nothing behind, not even that it was heard: it comes again. */
class Unmade extends Error {
  readonly result: Extract<Result, { mend: unknown }>;
  constructor(result: Extract<Result, { mend: unknown }>) {
    super('to be mended');
    this.result = result;
  }
}

const looking = (
  reader: Tx | Bot['store']['db'],
  command: Command,
  invocation: Invocation,
  place: Place & { network: NetworkId },
  locking: boolean,
) => ({
  reader,
  network: place.network,
  actor: place.person?.id,
  spaceId: invocation.at?.id,
  workspace: place.workspace,
  command: { name: command.name },
  locking,
});

const presserOf = ({ by }: Invocation, { support, settings }: Place, id: PersonId | undefined) => ({
  id,
  admin: by.admin === true,
  support: support !== 'no',
  settings,
});

/** Nobody is made known by looking: a stranger reads as somebody who has nothing yet. */
const stranger = { id: '' as never, networkId: '' as NetworkId, name: '' };

async function readScope(
  bot: Bot,
  command: Command,
  invocation: Invocation,
): Promise<{ readonly scope: ReadScope<never>; readonly found: Found; readonly told: boolean }> {
  const reader = bot.store.db;
  const place = await placeOfPress(reader, invocation, command);
  if (!place.told && !place.person) throw new Refusal('closed-door', {});
  const network = place.network ?? stranger.networkId;
  const found = await findSubject(
    command.about,
    looking(reader, command, invocation, { ...place, network }, false),
    invocation.options,
  );
  authorise(command, standingsOf(presserOf(invocation, place, place.person?.id), found), found);
  const scope = {
    reader,
    network,
    workspace: place.workspace,
    settings: place.settings,
    actor: place.person ?? stranger,
    accountId: invocation.by.id,
    subject: found.subject as never,
    options: invocation.options,
    message: invocation.message,
    files: invocation.files ?? {},
    keepsFiles: bot.files !== undefined,
    guides: bot.guides[languageOf(invocation.locale)],
    now: bot.clock.now(),
  };
  return { scope, found, told: place.told };
}

/** A refusal in its words; anything else is a bug of ours: logged with an id that the person is told. */
function no(bot: Bot, invocation: Invocation, error: unknown): Card {
  if (error instanceof Refusal) return refusalCard(error);
  const id = newId<string>(bot.clock.now()).slice(-8);
  bot.log.error({ err: error, bug: id, command: invocation.command }, 'a command failed; nothing of it was kept');
  return bugCard(id);
}
