/** What follows by itself, run in the transaction that settles the effect it comes from. */

import type { Consequence } from '../../domain/deed.ts';
import * as audit from '../../store/audit.ts';
import type { StoredEffect } from '../../store/effects.ts';
import type { Tx } from '../../store/engine.ts';
import * as settings from '../../store/settings.ts';
import { findSubject } from '../press/find-subject.ts';
import { scopeFor } from '../press/scope.ts';
import type { Bot } from '../the-bot.ts';
import type { Wishes } from '../wishes.ts';

const theBot = (network: StoredEffect['networkId']) => ({
  id: 'the-bot' as never,
  networkId: network,
  name: 'the bot',
});

export async function drawConsequence(
  bot: Bot,
  tx: Tx,
  effect: StoredEffect,
  invoke: Consequence,
  wishes: Wishes,
): Promise<void> {
  const following = bot.consequences.find(one => one.name === invoke.command);
  if (!following) throw new Error(`${invoke.command} is no drawConsequence`);
  const { networkId: network, workspace } = effect;
  const now = bot.clock.now();
  const looking = { reader: tx, network, actor: undefined, spaceId: undefined, workspace, locking: true };
  const found = await findSubject(following.about, looking, invoke.options);
  const deed = {
    actor: undefined,
    command: following.name,
    about: { kind: following.about, id: found.recordId },
    workspace,
    press: `effect ${effect.id}`,
  };
  await audit.note(tx, network, deed, now);
  const place = { network, workspace, settings: await settings.of(tx, network, workspace) };
  const underWay = { bot, tx, now, place, actor: theBot(network), found, invocation: invoke, wishes };
  await following.run(scopeFor(underWay) as never);
}
