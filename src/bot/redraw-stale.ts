import { reviseCopies } from '../commands/effects.ts';
import { type About, lane } from '../domain/effect.ts';
import type { CopId, NetworkId } from '../domain/ids.ts';
import type { MessageName } from '../domain/message.ts';
import type { Refusal, Refusals } from '../domain/refusal.ts';
import type { Invocation } from '../platform/chat-platform.ts';
import * as cops from '../store/cops.ts';
import { noWishes, saveWishes, wishing } from './scope.ts';
import type { Bot } from './shared.ts';

/**
 * A card that still offers what was decided before is drawn anew when it is pressed: the answer that should have redrawn it was lost
 * with a crash, since that one copy waits for no effect.
 */
export async function redrawStale(bot: Bot, { on }: Invocation, refusal: Refusal): Promise<void> {
  const record = decidedRecord(refusal);
  if (!on || !record) return;
  await bot.store.db.transaction().execute(async tx => {
    const cop = await cops.byId(tx, record.networkId, record.copId);
    if (!cop) return;
    const wishes = noWishes();
    const { wish } = reviseCopies(cop, record.message, record.about);
    const only = { channel: on.channel.id, id: on.id };
    wishing(wishes, bot.clock.now())(lane.cop(cop.id), { cop, wish: { ...wish, only } as typeof wish });
    await saveWishes(bot.jobs, tx, wishes, cop.workspace);
  });
}

interface DecidedRecord {
  readonly message: MessageName;
  readonly about: About;
  readonly networkId: NetworkId;
  readonly copId: CopId;
}

function decidedRecord({ reason, about }: Refusal): DecidedRecord | undefined {
  if (reason === 'request-decided') {
    const { request } = about as Refusals['request-decided'];
    return {
      message: 'join-request',
      about: { kind: 'join-request', id: request.id },
      networkId: request.networkId,
      copId: request.copId,
    };
  }
  if (reason === 'nomination-decided') {
    const { nomination } = about as Refusals['nomination-decided'];
    return {
      message: 'nomination',
      about: { kind: 'nomination', id: nomination.id },
      networkId: nomination.networkId,
      copId: nomination.copId,
    };
  }
  if (reason === 'suggestion-decided') {
    const { suggestion } = about as Refusals['suggestion-decided'];
    return {
      message: 'role-suggestion',
      about: { kind: 'role-suggestion', id: suggestion.id },
      networkId: suggestion.networkId,
      copId: suggestion.copId,
    };
  }
  if (reason === 'role-ended') {
    const { carried } = about as Refusals['role-ended'];
    return {
      message: 'role-term',
      about: { kind: 'carried-role', id: carried.id },
      networkId: carried.networkId,
      copId: carried.copId,
    };
  }
  if (reason === 'conversation-taken' || reason === 'conversation-over' || reason === 'started-already') {
    const { conversation } = about as Refusals['conversation-over'];
    return {
      message: 'first-conversation',
      about: { kind: 'first-conversation', id: conversation.id },
      networkId: conversation.networkId,
      copId: conversation.copId,
    };
  }
  if (reason === 'invitation-decided') {
    const { invitation } = about as Refusals['invitation-decided'];
    return {
      message: 'invitation',
      about: { kind: 'invitation', id: invitation.id },
      networkId: invitation.networkId,
      copId: invitation.copId,
    };
  }
  return undefined;
}
