import type { CopId, DocumentId, NetworkId, PersonId } from './ids.ts';
import { cut } from './words.ts';

export type DocumentKind = 'file' | 'link' | 'message';

/** Something a member put in the library. Of a message's words it keeps only what its title is made of. */
export interface Document {
  readonly id: DocumentId;
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly title: string;
  readonly kind: DocumentKind;
  /** The platform's link to the message that carries it. */
  readonly permalink: string;
  /** Of a link: where it leads. */
  readonly url: string | undefined;
  /** Channel and message on the platform, `C1/171.2`: what makes the same thing saved twice one document. */
  readonly messageKey: string;
  readonly sharedBy: PersonId;
  readonly sharedAt: number;
  readonly savedBy: PersonId;
  readonly savedAt: number;
  readonly why: string | undefined;
  /** Its title is a stand-in, because the bot could not read the message. */
  readonly untitled: boolean;
  readonly version: number;
}

export const limits = { title: 150, why: 300 } as const;

export interface Shared {
  readonly words?: string;
  readonly files: readonly { readonly name: string }[];
  readonly links: readonly { readonly url: string; readonly title?: string }[];
}

/** A file counts before a link, a link before words; without any of them the bot may not read it, and the title is missing. */
export function described(shared: Shared): { kind: DocumentKind; title: string | undefined; url: string | undefined } {
  const file = shared.files[0];
  if (file) return { kind: 'file', title: cut(file.name, limits.title), url: undefined };
  const link = shared.links[0];
  if (link)
    return {
      kind: 'link',
      title: cut(link.title || titleFrom(shared.words, link.url) || link.url, limits.title),
      url: link.url,
    };
  const line = shared.words?.split('\n').find(one => one.trim());
  return { kind: 'message', title: line ? cut(line.trim(), limits.title) : undefined, url: undefined };
}

/** The words beside a link are a better title than its address. */
function titleFrom(words: string | undefined, url: string): string | undefined {
  const rest = words?.replaceAll(url, ' ').replace(/\s+/g, ' ').trim();
  return rest || undefined;
}
