/** A CoP that waited for a word of its Support Team starts; and what becomes of all that wait where the team is given up, or there is one again. */
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { type FirstConversation, finish, isOpen } from '../../domain/first-conversation.ts';
import type { FirstConversationId, NetworkId } from '../../domain/ids.ts';
import { type Chosen, type WhoseWord, whoseWord } from '../../domain/settings.ts';
import { mostToStart, type ToStart } from '../../messages/settings.ts';
import * as cops from '../../store/cops.ts';
import type { Reader, Tx } from '../../store/engine.ts';
import * as conversations from '../../store/first-conversations.ts';
import * as nominations from '../../store/nominations.ts';
import * as posts from '../../store/posts.ts';
import * as cards from '../../store/support-cards.ts';
import type { Scope } from '../command.ts';
import { found } from '../cop/found.ts';
import { post, reviseCopies } from '../effects.ts';

type Starting = Pick<Scope<unknown>, 'tx' | 'after' | 'guides'>;

export async function startsNow(scope: Starting, cop: Cop): Promise<Cop> {
  const starting = { ...cop, state: 'starting' } as const;
  await cops.save(scope.tx, starting);
  const [asked] = await nominations.pendingOf(scope.tx, cop.networkId, cop.id);
  await found(scope, { cop: starting, asked, reply: undefined });
  return starting;
}

type There = Starting & Pick<Scope<unknown>, 'network' | 'workspace'>;

/** CoPs of a place that wait for a word of its Support Team. */
async function waiting({ tx, network, workspace }: There) {
  const all = [];
  for (const { about } of await cards.untold(tx, network, workspace)) {
    const one = await conversations.withCop(tx, network, about.id as FirstConversationId, true);
    if (one?.cop.state === 'proposed') all.push(one);
  }
  return all;
}

/**
 * There is no Support Team any more: what waits for its word starts, as everything does from now on; where it had said not yet, whoever
 * would start it is asked. A talk that was wanted still is, once somebody is there for it.
 */
export async function startWithoutTeam(scope: There): Promise<void> {
  const { tx, after } = scope;
  for (const { conversation, cop } of await waiting(scope)) {
    const told = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.person(cop.starterId), reviseCopies(cop, 'first-conversation-not-yet', told)); // it may say that an administrator has to start it
    if (conversation.notYet !== undefined) {
      after(lane.person(cop.starterId), post(cop, 'first-conversation-not-yet', cop.starterId, told));
      continue;
    }
    await nothingToTalkOver(tx, conversation);
    await startsNow(scope, cop);
  }
}

/** It is for a team to say again, or for administrators: whoever waits reads so, and is told where nobody has written to them yet. */
export async function waitForWord(scope: There, word: Exclude<WhoseWord, 'nobody'>): Promise<void> {
  const { tx, network, after } = scope;
  for (const { conversation, cop } of await waiting(scope)) {
    const about = { kind: 'first-conversation', id: conversation.id } as const;
    const theirs = lane.person(cop.starterId);
    const told = await posts.copyTo(tx, network, 'first-conversation-not-yet', about, theirs);
    if (told || word === 'support') after(theirs, reviseCopies(cop, 'first-conversation-not-yet', about));
    else after(theirs, post(cop, 'first-conversation-not-yet', cop.starterId, about));
  }
}

/** Those that only an administrator can start. */
export async function waitsForAdmins(
  reader: Reader,
  network: NetworkId,
  settings: Chosen,
): Promise<readonly ToStart[]> {
  if (whoseWord(settings) !== 'admins') return [];
  const all: ToStart[] = [];
  for (const { about } of await cards.untold(reader, network, settings.workspace)) {
    const one = await conversations.withCop(reader, network, about.id as FirstConversationId);
    if (one?.cop.state === 'proposed') all.push(one);
    if (all.length === mostToStart) break;
  }
  return all;
}

/** Nobody had asked for a talk, and nobody's word is waited for any more. */
export async function nothingToTalkOver(tx: Tx, conversation: FirstConversation): Promise<void> {
  if (conversation.way === 'not-now' && isOpen(conversation)) await conversations.save(tx, finish(conversation));
}
