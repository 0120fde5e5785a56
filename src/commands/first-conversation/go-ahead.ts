import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { type FirstConversation, finish, isOpen } from '../../domain/first-conversation.ts';
import type { FirstConversationId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { startsUnasked } from '../../domain/settings.ts';
import { notYetCard } from '../../messages/first-conversation.ts';
import { conversationCard } from '../../messages/support-team.ts';
import * as cops from '../../store/cops.ts';
import type { Tx } from '../../store/engine.ts';
import * as conversations from '../../store/first-conversations.ts';
import * as nominations from '../../store/nominations.ts';
import * as cards from '../../store/support-cards.ts';
import { command, type Scope } from '../command.ts';
import { found } from '../cop/found.ts';
import { post, reviseCopies } from '../effects.ts';

/** Where a conversation comes first: the Support Team says go, and the space is made. */
export const goAhead = command({
  name: 'first-conversation go-ahead',
  summary: 'Let a proposed CoP start',
  about: 'first-conversation',
  may: ['support'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, guides, after, on }) {
    const { conversation, cop } = subject;
    if (cop.state !== 'proposed') throw new Refusal('started-already', { conversation, cop });
    const done = finish(conversation);
    await conversations.save(tx, done);
    const starting = await startsNow({ tx, after, guides }, cop);
    const about = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about, on));
    after(lane.person(cop.starterId), reviseCopies(cop, 'first-conversation-not-yet', about));
    return { say: conversationCard({ ...subject, conversation: done, cop: starting }) };
  },
});

type Starting = Pick<Scope<unknown>, 'tx' | 'after' | 'guides'>;

async function startsNow(scope: Starting, cop: Cop): Promise<Cop> {
  const starting = { ...cop, state: 'starting' } as const;
  await cops.save(scope.tx, starting);
  const [asked] = await nominations.pendingOf(scope.tx, cop.networkId, cop.id);
  await found(scope, { cop: starting, asked, reply: undefined });
  return starting;
}

/** Its Support Team said not yet, and is no more: whoever would start it says whether it starts all the same. */
export const startAllTheSame = command({
  name: 'first-conversation start',
  summary: 'Start a CoP that a Support Team, given up since, had asked to wait',
  about: 'first-conversation',
  may: ['its-author'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, settings, guides, after, on }) {
    const { conversation, cop } = subject;
    if (cop.state !== 'proposed') throw new Refusal('started-already', { conversation, cop });
    if (!startsUnasked(settings)) return { say: notYetCard(subject, false) };
    await nothingToTalkOver(tx, conversation);
    const starting = await startsNow({ tx, after, guides }, cop);
    const about = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.person(conversation.personId), reviseCopies(starting, 'first-conversation-not-yet', about, on));
    return { say: notYetCard({ ...subject, cop: starting }, true) };
  },
});

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
    if (conversation.notYet !== undefined) {
      after(lane.person(cop.starterId), post(cop, 'first-conversation-not-yet', cop.starterId, told));
      continue;
    }
    await nothingToTalkOver(tx, conversation);
    await startsNow(scope, cop);
  }
}

/** There is one again: whoever was asked by what the one before had said reads that it is for the team to say. */
export async function waitForTeam(scope: There): Promise<void> {
  for (const { conversation, cop } of await waiting(scope)) {
    const told = { kind: 'first-conversation', id: conversation.id } as const;
    scope.after(lane.person(cop.starterId), reviseCopies(cop, 'first-conversation-not-yet', told));
  }
}

/** Nobody had asked for a talk, and nobody's word is waited for any more. */
async function nothingToTalkOver(tx: Tx, conversation: FirstConversation): Promise<void> {
  if (conversation.way === 'not-now' && isOpen(conversation)) await conversations.save(tx, finish(conversation));
}
