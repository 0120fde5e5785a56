import { fileTitle } from './file.ts';
import type { CopId, DocumentId, NetworkId, PersonId } from './ids.ts';
import { isKeepable, linkFrom } from './link.ts';
import { Refusal } from './refusal.ts';
import { cut, tidied } from './words.ts';

/** `notes`: of a meeting, written for the library itself. */
export type DocumentKind = 'file' | 'link' | 'message' | 'notes';

/** `offered`: somebody posted a file and was asked whether to keep it. `removed`: taken out of the library; nothing of it is kept after a day. */
export type DocumentState = 'offered' | 'kept' | 'removed';

/** Something a member put in the library. Of a message's words it keeps only what its title is made of, unless a member saved that very message. */
export interface Document {
  readonly id: DocumentId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly state: DocumentState;
  readonly title: string;
  readonly kind: DocumentKind;
  /** The platform's link to the message that carries it; none where it was added without one. */
  readonly permalink: string | undefined;
  /** The channel where that message stands: the space, or a thread of it. */
  readonly place: string | undefined;
  /** Of a link: where it leads. */
  readonly url: string | undefined;
  readonly linkKey: string | undefined;
  /** Channel and message on the platform, `C1/171.2`: what makes the same thing saved twice one document. */
  readonly messageKey: string;
  readonly tags: readonly string[];
  /** `bytes`: nothing, where the platform didn't tell. */
  readonly file: { readonly type: string; readonly bytes: number | undefined } | undefined;
  readonly sharedBy: PersonId;
  readonly sharedAt: number;
  readonly savedBy: PersonId;
  readonly savedAt: number;
  /** Who looks after it. */
  readonly stewardId: PersonId;
  readonly reviewAt: number | undefined;
  readonly why: string | undefined;
  /** The message itself. */
  readonly words: string | undefined;
  /** Its title is a stand-in, because the bot could not read the message. */
  readonly untitled: boolean;
  readonly pinned: boolean;
  /** When its message was found to be deleted. */
  readonly goneAt: number | undefined;
  readonly removedAt: number | undefined;
  readonly version: number;
}

export const limits = { title: 150, why: 300, tags: 8, tag: 30, words: 3000 } as const;

export const dayMs = 24 * 60 * 60_000;
export const monthMs = 30 * dayMs;

/** What nobody has said yet. */
export const unsaid = {
  state: 'kept',
  permalink: undefined,
  place: undefined,
  url: undefined,
  linkKey: undefined,
  tags: [],
  file: undefined,
  reviewAt: undefined,
  why: undefined,
  words: undefined,
  untitled: false,
  pinned: false,
  goneAt: undefined,
  removedAt: undefined,
  version: 1,
} as const satisfies Partial<Document>;

export interface Shared {
  readonly channel: { readonly id: string };
  readonly within?: string;
  readonly id: string;
  readonly permalink: string;
  readonly at: number;
  readonly words?: string;
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: number | undefined }[];
  readonly links: readonly { readonly url: string; readonly title?: string }[];
}

/** What makes the same message saved twice one document. */
export const messageKey = (message: Pick<Shared, 'channel' | 'id'>): string => `${message.channel.id}/${message.id}`;

/** All that a message tells of a document by itself. */
export function carriedBy(message: Shared) {
  const { kind, title, url } = described(message);
  const link = url ? linkFrom(url) : undefined;
  const file = kind === 'file' ? message.files[0] : undefined;
  return {
    kind,
    title,
    url,
    linkKey: link && 'key' in link ? link.key : undefined,
    file: file && { type: cut(tidied(file.type), 100), bytes: file.bytes },
    permalink: message.permalink,
    place: message.within ?? message.channel.id,
    messageKey: messageKey(message),
    sharedAt: message.at,
  };
}

type Described = Pick<Shared, 'words' | 'links'> & { readonly files: readonly { readonly name: string }[] };

/** A file counts before a link, a link before words; without any of them, or of a file that nobody calls anything, the title is missing. */
export function described(shared: Described): {
  kind: DocumentKind;
  title: string | undefined;
  url: string | undefined;
} {
  const file = shared.files[0];
  if (file)
    return {
      kind: 'file',
      title: tidied(file.name) ? cut(fileTitle(file.name), limits.title) : firstLine(shared),
      url: undefined,
    };
  const link = shared.links.find(one => isKeepable(one.url));
  if (link)
    return {
      kind: 'link',
      title: cut(tidied(link.title ?? '') || titleFrom(shared.words, link.url) || link.url, limits.title),
      url: link.url,
    };
  return { kind: 'message', title: firstLine(shared), url: undefined };
}

function firstLine({ words }: Pick<Shared, 'words'>): string | undefined {
  const line = words?.split('\n').find(one => tidied(one));
  return line ? cut(headed(line), limits.title) : undefined;
}

/** As they are found again: by what their meeting was about. */
export const titleOfNotes = (about: string | undefined, cop: string, day: string): string =>
  cut(about ?? `${cop}, ${day}`, limits.title);

/** The words beside a link are a better title than its address. */
function titleFrom(words: string | undefined, url: string): string | undefined {
  return headed(words?.replaceAll(url, ' ') ?? '') || undefined;
}

/** `A good read:` leads up to what follows in the message; a title doesn't. Nothing but such marks stays as it is. */
const headed = (words: string): string => tidied(words).replace(/[\s:;,\u2013\u2014-]+$/u, '') || tidied(words);

/** `Leg ulcers, #Dressings` → `leg ulcers`, `dressings`. */
export function tagsFrom(words: string): readonly string[] {
  const tags = words
    .split(/[,;#\n]+/)
    .map(one => cut(tidied(one).toLowerCase(), limits.tag))
    .filter(one => /[\p{L}\p{N}]/u.test(one));
  return [...new Set(tags)].slice(0, limits.tags);
}

/** Out of the library, but for a day it can be had back. */
export function remove(document: Document, now: number): Document {
  if (document.state !== 'kept') throw new Refusal('document-removed', {});
  return { ...document, state: 'removed', removedAt: now };
}

/** Nothing is left of what was of somebody who was forgotten since. */
export function restore(document: Document, now: number): Document {
  if (document.state === 'kept') return document;
  if (document.state !== 'removed' || document.title === '' || now - (document.removedAt ?? 0) > dayMs)
    throw new Refusal('document-removed', {});
  return { ...document, state: 'kept', removedAt: undefined };
}

/** Its message stands in the CoP's space as it is now, or in a thread of it: not in one that the CoP has left. */
export const standsIn = (
  { place, goneAt, messageKey }: Document,
  { spaceId }: { readonly spaceId: string | undefined },
) => place !== undefined && goneAt === undefined && spaceId !== undefined && messageKey.startsWith(`${spaceId}/`);

/** The page, the file's own message, whatever can be opened still. */
export const opensAt = (document: Document): string | undefined =>
  document.url ?? (document.goneAt === undefined ? document.permalink : undefined);
