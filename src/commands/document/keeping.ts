/** How something comes into a library, whichever way it came: new, or what it has become already brought up to date. */
import type { Cop } from '../../domain/cop.ts';
import type { Given } from '../../domain/deed.ts';
import { type carriedBy, type Document, limits, tagsFrom, unsaid } from '../../domain/document.ts';
import { lane } from '../../domain/effect.ts';
import type { DocumentId, PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut, tidied, tidiedLines } from '../../domain/words.ts';
import type { SharedMessage } from '../../platform/chat-platform.ts';
import * as documents from '../../store/documents.ts';
import type { Scope } from '../command.ts';
import { keepFile, reviseCopies } from '../effects.ts';

export type Carried = Omit<ReturnType<typeof carriedBy>, 'permalink' | 'place'> &
  Partial<Pick<Document, 'permalink' | 'place' | 'untitled'>>;
type Said = Partial<Pick<Document, 'title' | 'why' | 'tags' | 'words' | 'untitled' | 'pinned' | 'state'>>;

/** What was filled in, as it is kept. */
export const saidIn = (options: Given<'title' | 'why' | 'tags'>) => ({
  title: cut(tidied(options.title ?? ''), limits.title),
  why: cut(tidiedLines(options.why ?? ''), limits.why) || undefined,
  tags: tagsFrom(options.tags ?? ''),
});

/** Only what a person wrote. */
export function byPerson(message: SharedMessage | undefined): SharedMessage {
  if (!message) throw new Refusal('nothing-to-keep', {});
  if (message.byBot) throw new Refusal('bot-message', {});
  return message;
}

export async function keep(
  scope: Pick<Scope<unknown>, 'tx' | 'network' | 'actor' | 'now' | 'newId' | 'after' | 'keepsFiles'>,
  cop: Cop,
  carried: Carried,
  said: Said,
  sharer: () => Promise<PersonId>,
): Promise<{ readonly document: Document; readonly already: boolean }> {
  const { tx, network, actor, now, newId } = scope;
  const [before, other] = await documents.alike(tx, network, cop.id, carried);
  if (other?.state === 'removed') await documents.drop(tx, [other.id]); // the same page once more
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Said;
  if (before) {
    const alone = other === undefined || other.state === 'removed';
    const document = renewed(before, carried, given, { ...scope, alone });
    await documents.save(tx, document);
    const about = { kind: 'document', id: document.id } as const;
    if (before.state === 'offered') scope.after(lane.person(before.savedBy), reviseCopies(cop, 'keep-it', about));
    keepItsFile(scope, cop, document);
    return { document, already: before.state === 'kept' };
  }
  const document: Document = {
    ...unsaid,
    id: newId<DocumentId>(),
    networkId: network,
    copId: cop.id,
    ...carried,
    permalink: carried.permalink,
    place: carried.place,
    title: carried.title ?? '',
    sharedBy: await sharer(),
    savedBy: actor.id,
    savedAt: now,
    stewardId: actor.id,
    ...given,
  };
  await documents.add(tx, document);
  keepItsFile(scope, cop, document);
  return { document, already: false };
}

/** Where the operator has files kept, and there is a message to take it from. */
export function keepItsFile(
  { after, keepsFiles }: Pick<Scope<unknown>, 'after' | 'keepsFiles'>,
  cop: Cop,
  document: Document,
): void {
  if (!keepsFiles || document.kind !== 'file' || !document.place || document.goneAt !== undefined) return;
  after(lane.files(cop.id), keepFile(cop, document.id));
}

/** What is said now counts; what isn't stays as it was. `alone`: no other entry has that message or that page. Where no message of it stands any more, or none ever did, it's the one that carries it now. */
function renewed(
  before: Document,
  carried: Carried,
  { pinned, ...said }: Said,
  { actor, now, alone }: Pick<Scope<unknown>, 'actor' | 'now'> & { readonly alone: boolean },
): Document {
  const { messageKey, place, permalink, linkKey } = carried;
  const isAdrift = before.place === undefined || before.goneAt !== undefined;
  const stands = alone && isAdrift && place !== undefined && { messageKey, place, permalink, goneAt: undefined };
  const unread = before.untitled || before.title === ''; // nobody could read it then, or nothing of it was left
  return {
    ...before,
    ...(before.state !== 'kept' && { savedBy: actor.id, savedAt: now, stewardId: actor.id }),
    ...(!before.permalink && { permalink }),
    ...stands,
    ...(unread && !carried.untitled && { kind: carried.kind, url: carried.url, file: carried.file }),
    ...(unread && !carried.untitled && alone && { linkKey }),
    ...said,
    ...(said.tags?.length === 0 && { tags: before.tags }),
    ...(pinned !== undefined && (stands || before.messageKey === messageKey) && { pinned }),
    title: said.title || before.title || carried.title || '',
    untitled: said.untitled ?? (before.title ? before.untitled : carried.untitled === true),
    state: 'kept',
    removedAt: undefined,
  };
}
