/**
 * Everything a person does comes through here: which command, whose record, may they, run it in one transaction, answer.
 * The loser of a race runs once more, and so meets the winner's decision as a kind refusal.
 */
import type { Command, ReadScope, Result, Subject, Subjects } from '../commands/command.ts';
import type { NetworkId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { refusalCard } from '../messages/refusal.ts';
import { bugCard, heardCard } from '../messages/trouble.ts';
import type { Card } from '../platform/card.ts';
import type { Answer, Choice, Inbox, Invocation } from '../platform/chat-platform.ts';
import * as audit from '../store/audit.ts';
import { isConflict, Stale, type Tx } from '../store/engine.ts';
import { newId } from '../store/ids.ts';
import { authorise, standingsOf } from './authorise.ts';
import { meetAt, type Place, placeOfPress } from './place.ts';
import { redrawStale } from './redraw-stale.ts';
import { noWishes, saveWishes, scopeFor } from './scope.ts';
import type { Bot } from './shared.ts';
import { findSubject } from './subject.ts';

export type Dispatch = Pick<Inbox, 'form' | 'suggest' | 'invoke'>;

export function dispatching(bot: Bot): Dispatch {
  const byName = new Map(bot.commands.map(command => [command.name, command]));
  const commandOf = (invocation: Invocation): Command => {
    const command = byName.get(invocation.command);
    if (!command) throw new Refusal('closed-door', {});
    return command;
  };

  return {
    async form(invocation) {
      try {
        const command = commandOf(invocation);
        if (!command.form) throw new Error(`${command.name} has no form`);
        return { show: await command.form(await readScope(bot, command, invocation)) };
      } catch (error) {
        return { say: no(bot, invocation, error) };
      }
    },

    /** Before a record is named: what is offered is the presser's own. */
    async suggest(invocation, option, typed): Promise<readonly Choice[]> {
      try {
        const command = commandOf(invocation);
        return (
          (await command.suggest?.(
            await readScope(bot, { ...command, about: 'network', may: ['anyone'] }, invocation),
            option,
            typed,
          )) ?? []
        );
      } catch (error) {
        no(bot, invocation, error);
        return [];
      }
    },

    async invoke(invocation): Promise<Answer> {
      try {
        const command = commandOf(invocation);
        const result = await withOneMoreTry(() => run(bot, command, invocation));
        return { say: result.say, shows: command.answers === 'on-the-card' ? 'card' : 'person' };
      } catch (error) {
        if (error instanceof Unmade) return error.result;
        if (error instanceof Refusal) await redrawStale(bot, invocation, error);
        return { say: no(bot, invocation, error), shows: 'person' };
      }
    },
  };
}

async function withOneMoreTry<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof Stale) && !isConflict(error)) throw error;
    return attempt();
  }
}

function run(bot: Bot, command: Command, invocation: Invocation): Promise<Extract<Result, { say: Card }>> {
  return bot.store.db.transaction().execute(async tx => {
    const now = bot.clock.now();
    const place = await placeOfPress(tx, invocation, command);
    const { network, person } = await meetAt(tx, place, invocation.by, now);
    const found = await findSubject(
      command.about,
      looking(tx, command, invocation, { ...place, network, person }, command.reads !== true),
      invocation.options,
    );
    authorise(command, standingsOf(person.id, found), found);
    if (!command.reads) {
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
      actor: person,
      accountId: invocation.by.id,
      reply,
      invocation,
    };
    const result = await command.run(scopeFor(situation, found.subject as Subjects[Subject], wishes) as never);
    if ('mend' in result) throw new Unmade(result);
    await saveWishes(bot.jobs, tx, wishes, place.workspace);
    return result;
  });
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

/** Nobody is made known by looking: a stranger reads as somebody who has nothing yet. */
const stranger = { id: '' as never, networkId: '' as NetworkId, name: '' };

async function readScope(bot: Bot, command: Command, invocation: Invocation): Promise<ReadScope<never>> {
  const reader = bot.store.db;
  const place = await placeOfPress(reader, invocation, command);
  if (!place.told && !place.person) throw new Refusal('closed-door', {});
  const network = place.network ?? stranger.networkId;
  const found = await findSubject(
    command.about,
    looking(reader, command, invocation, { ...place, network }, false),
    invocation.options,
  );
  authorise(command, standingsOf(place.person?.id, found), found);
  return {
    reader,
    network,
    workspace: place.workspace,
    actor: place.person ?? stranger,
    accountId: invocation.by.id,
    subject: found.subject as never,
    options: invocation.options,
    message: invocation.message,
    now: bot.clock.now(),
  };
}

/** A refusal in its words; anything else is a bug of ours: logged with an id that the person is told. */
function no(bot: Bot, invocation: Invocation, error: unknown): Card {
  if (error instanceof Refusal) return refusalCard(error);
  const id = newId<string>(bot.clock.now()).slice(-8);
  bot.log.error({ err: error, bug: id, command: invocation.command }, 'a command failed; nothing of it was kept');
  return bugCard(id);
}
