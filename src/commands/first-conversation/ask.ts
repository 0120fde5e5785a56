import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { asked, limits, wayOf } from '../../domain/first-conversation.ts';
import type { FirstConversationId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Chosen } from '../../domain/settings.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { askedCard, askForm } from '../../messages/first-conversation.ts';
import * as channels from '../../store/chosen-channels.ts';
import type { Reader } from '../../store/engine.ts';
import * as conversations from '../../store/first-conversations.ts';
import * as people from '../../store/people.ts';
import { command } from '../command.ts';
import { postToSupport } from '../effects.ts';

export const askForConversation = command({
  name: 'first-conversation ask',
  summary: 'Ask the Support Team for a chat about your CoP',
  about: 'cop',
  may: ['member'],
  in: 'a living CoP',
  answers: 'privately',

  async form({ reader, subject: { cop }, settings, options }) {
    await mayAsk(reader, cop, settings);
    return askForm(cop, options);
  },

  async run({ tx, network, subject: { cop }, actor, settings, options, now, newId, after }) {
    await mayAsk(tx, cop, settings);
    const words = cut(tidiedLines(options.words ?? ''), limits.words) || undefined;
    const id = newId<FirstConversationId>();
    const who = { id, networkId: network, copId: cop.id, personId: actor.id };
    const conversation = asked({ ...who, way: wayOf(options.way), words }, now);
    await conversations.add(tx, conversation);
    const about = { kind: 'first-conversation', id } as const;
    after(lane.workspace(cop.workspace), postToSupport(cop, 'first-conversation', about));
    const isLost = await channels.lost.isSo(tx, network, cop.workspace, settings.supportChannel);
    return { say: askedCard(cop, conversation, isLost) };
  },
});

/** There is somebody to ask, and nobody has asked them yet. */
async function mayAsk(reader: Reader, cop: Cop, settings: Chosen): Promise<void> {
  if (settings.workspace === cop.workspace && !settings.supportChannel) throw new Refusal('no-support-team', {});
  const open = await conversations.openOf(reader, cop.networkId, cop.id);
  if (!open) return;
  const takers = open.takenBy
    ? await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [open.takenBy])
    : undefined;
  const taker = open.takenBy && takers?.get(open.takenBy);
  throw new Refusal('conversation-asked', { conversation: open, cop, taker });
}
