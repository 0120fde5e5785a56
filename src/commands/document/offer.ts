import { carriedBy, unsaid } from '../../domain/document.ts';
import { lane } from '../../domain/effect.ts';
import type { DocumentId } from '../../domain/ids.ts';
import { keepItCard, postedOn } from '../../messages/document.ts';
import { plainIn } from '../../messages/language.ts';
import * as documents from '../../store/documents.ts';
import * as libraries from '../../store/libraries.ts';
import { command } from '../command.ts';
import { whisper } from '../effects.ts';
import { byPerson } from './keeping.ts';

/** Somebody posted a file: they are asked once, privately, whether to keep it. */
export const offerKeeping = command({
  name: 'document offer',
  summary: 'Whoever posts a file is asked whether to keep it',
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async run(scope) {
    const { tx, network, actor, now, newId, after, settings } = scope;
    const { cop } = scope.subject;
    const carried = carriedBy(byPerson(scope.message));
    const document = {
      ...unsaid,
      id: newId<DocumentId>(),
      networkId: network,
      copId: cop.id,
      ...carried,
      state: 'offered',
      title:
        carried.title ??
        plainIn(postedOn(new Date(now).toISOString().slice(0, 10)), settings.language ?? scope.language),
      untitled: carried.title === undefined,
      sharedBy: actor.id,
      savedBy: actor.id,
      savedAt: now,
      stewardId: actor.id,
    } as const;
    const view = { document, cop, sharer: undefined };
    const isThere = carried.kind !== 'message' && carried.file?.bytes !== 0; // one that was deleted since, or lies elsewhere without an address, isn't
    const wanted = isThere && (await libraries.settings(tx, network, cop.id)).offers;
    if (!wanted || (await documents.same(tx, network, cop.id, carried))) return { say: keepItCard(view) };
    await documents.add(tx, document);
    const about = { kind: 'document', id: document.id } as const;
    after(lane.person(actor.id), whisper(cop, 'keep-it', actor.id, about, scope.message?.thread));
    return { say: keepItCard(view) };
  },
});
