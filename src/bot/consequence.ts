/** What follows where a platform could not do something: a command that no person may give, run in the transaction that settles the effect. */
import type { Subject, Subjects } from '../commands/command.ts';
import type { Invoke } from '../platform/chat-platform.ts';
import * as audit from '../store/audit.ts';
import type { StoredEffect } from '../store/effects.ts';
import type { Tx } from '../store/engine.ts';
import * as settings from '../store/settings.ts';
import { scopeFor, type Wishes } from './scope.ts';
import type { Bot } from './shared.ts';
import { findSubject } from './subject.ts';

const theBot = (network: StoredEffect['networkId']) => ({
  id: 'the-bot' as never,
  networkId: network,
  name: 'the bot',
});

export async function consequence(
  bot: Bot,
  tx: Tx,
  effect: StoredEffect,
  invoke: Invoke,
  wishes: Wishes,
  quietUntil = bot.clock.now(),
): Promise<void> {
  const command = bot.commands.find(one => one.name === invoke.command);
  if (!command?.may.includes('the-bot')) throw new Error(`${invoke.command} is no consequence`);
  const { networkId: network, workspace } = effect;
  const now = bot.clock.now();
  const looking = { reader: tx, network, actor: undefined, spaceId: undefined, workspace, command, locking: true };
  const found = await findSubject(command.about, looking, invoke.options);
  const deed = {
    actor: undefined,
    command: command.name,
    about: { kind: command.about, id: found.recordId },
    workspace,
    press: `effect ${effect.id}`,
  };
  await audit.note(tx, network, deed, now);
  const situation = {
    tx,
    now,
    network,
    workspace,
    settings: await settings.of(tx, network, workspace),
    actor: theBot(network),
    accountId: '',
    admin: false,
    quietUntil,
    seal: bot.seal,
    guides: bot.guides.en,
    reply: () => undefined,
    publicUrl: bot.publicUrl,
    keepsFiles: bot.files !== undefined,
    invocation: invoke,
  };
  await command.run(scopeFor(situation, found.subject as Subjects[Subject], wishes) as never);
}
