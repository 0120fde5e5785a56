/** What follows by itself, run in the transaction that settles what it comes from: an effect, or a clock. */
import type { Consequence } from '../domain/consequence.ts';
import type { Hours } from '../domain/hours.ts';
import type { NetworkId, WorkspaceKey } from '../domain/ids.ts';
import * as audit from '../store/audit.ts';
import type { Tx } from '../store/engine.ts';
import * as settings from '../store/settings.ts';
import { findSubject } from './press/find-subject.ts';
import { scopeFor } from './press/scope.ts';
import type { Bot } from './the-bot.ts';
import type { Wishes } from './wishes.ts';

const theBot = (network: NetworkId) => ({ id: 'the-bot' as never, networkId: network, name: 'the bot' });

/** What it comes from, and in whose hours, if it minds anybody's. */
export interface From {
  readonly networkId: NetworkId;
  readonly workspace: WorkspaceKey;
  /** One of a kind: `effect 01J…`. */
  readonly press: string;
  readonly hours?: Hours | undefined;
}

export async function drawConsequence(
  bot: Bot,
  tx: Tx,
  { networkId: network, workspace, press, hours }: From,
  does: Consequence,
  wishes: Wishes,
): Promise<void> {
  const follows = bot.consequences.find(one => one.name === does.command);
  if (!follows) throw new Error(`${does.command} is no consequence`);
  const now = bot.clock.now();
  const looking = { reader: tx, network, actor: undefined, spaceId: undefined, workspace, locking: true };
  const found = await findSubject(follows.about, looking, does.options);
  const about = { kind: follows.about, id: found.recordId };
  await audit.note(tx, network, { actor: undefined, command: follows.name, about, workspace, press }, now);
  const place = { network, workspace, settings: await settings.of(tx, network, workspace) };
  const underWay = { bot, tx, now, place, actor: theBot(network), found, invocation: does, wishes };
  await follows.run({ ...scopeFor(underWay), hours } as never);
}
