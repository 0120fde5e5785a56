import type { Cop } from '../../domain/cop.ts';
import { described, limits } from '../../domain/document.ts';
import type { DocumentId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut, tidied } from '../../domain/words.ts';
import { noTitle, savedCard, saveForm } from '../../messages/document.ts';
import type { SharedMessage } from '../../platform/chat-platform.ts';
import * as documents from '../../store/documents.ts';
import { command } from '../command.ts';
import { messageKey } from './message-key.ts';

export const saveDocument = command({
  name: 'document save',
  summary: "Put a message, a file or a link into your CoP's library",
  shortcut: 'Save to the library',
  options: { message: { kind: 'message', summary: 'What to save' } },
  about: 'cop',
  may: ['member', 'facilitator'],
  answers: 'privately',

  async form({ subject: { cop }, message }) {
    return saveForm(cop, described(savable(cop, message)).title);
  },

  async run({ tx, network, subject: { cop }, actor, options, message, now, newId, person }) {
    const shared = savable(cop, message);
    const title = cut(tidied(options.title ?? ''), limits.title);
    if (!title) return { mend: saveForm(cop, described(shared).title, noTitle) };

    const already = await documents.byMessage(tx, network, cop.id, messageKey(shared));
    const why = cut(tidied(options.why ?? ''), limits.why) || already?.why;
    if (already) {
      await documents.save(tx, { ...already, title, why, untitled: false });
      return { say: savedCard(cop, title, true) };
    }
    const { kind, url } = described(shared);
    const sharer = await person({ id: shared.author });
    await documents.add(tx, {
      id: newId<DocumentId>(),
      networkId: network,
      copId: cop.id,
      title,
      kind,
      permalink: shared.permalink,
      url,
      messageKey: messageKey(shared),
      sharedBy: sharer.id,
      sharedAt: shared.at,
      savedBy: actor.id,
      savedAt: now,
      why,
      untitled: false,
      version: 1,
    });
    return { say: savedCard(cop, title, false) };
  },
});

/** Only what stands in the CoP's own space, and was written by a person. */
function savable(cop: Cop, message: SharedMessage | undefined): SharedMessage {
  if (!message) throw new Refusal('nothing-to-keep', {});
  if (message.channel.id !== cop.spaceId) throw new Refusal('not-in-this-space', { cop });
  if (message.byBot) throw new Refusal('bot-message', {});
  return message;
}
