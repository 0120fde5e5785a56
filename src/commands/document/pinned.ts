import { described } from '../../domain/document.ts';
import { lane } from '../../domain/effect.ts';
import type { DocumentId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { savedCard } from '../../messages/document.ts';
import * as documents from '../../store/documents.ts';
import { command } from '../command.ts';
import { post } from '../effects.ts';
import { messageKey } from './message-key.ts';

/** Somebody pinned a message in the platform's own way: that keeps it. The bot's own messages never become documents. */
export const pinnedDocument = command({
  name: 'document pinned',
  summary: 'A message pinned in the space becomes part of the library',
  about: 'cop',
  may: ['member', 'facilitator'],
  answers: 'privately',

  async run({ tx, network, subject: { cop }, actor, message, now, newId, person, after }) {
    if (!message) throw new Refusal('nothing-to-keep', {});
    if (message.byBot) throw new Refusal('bot-message', {});
    const already = await documents.byMessage(tx, network, cop.id, messageKey(message));
    if (already) return { say: savedCard(cop, already.title, true) };

    const { kind, title, url } = described(message);
    const sharer = await person({ id: message.author });
    const document = {
      id: newId<DocumentId>(),
      networkId: network,
      copId: cop.id,
      title: title ?? `Pinned on ${new Date(now).toISOString().slice(0, 10)}`,
      kind,
      permalink: message.permalink,
      url,
      messageKey: messageKey(message),
      sharedBy: sharer.id,
      sharedAt: message.at,
      savedBy: actor.id,
      savedAt: now,
      why: undefined,
      untitled: title === undefined,
      version: 1,
    };
    await documents.add(tx, document);
    if (document.untitled)
      after(lane.person(actor.id), post(cop, 'document-title', actor.id, { kind: 'document', id: document.id }));
    return { say: savedCard(cop, document.title, false) };
  },
});
