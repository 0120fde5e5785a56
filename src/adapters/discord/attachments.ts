/** Pictures and papers go along as files of the message; pictures are shown where they are named. */
import type { APIMediaGalleryItem } from 'discord.js';
import type { Block } from '../../platform/card.ts';
import { cut, limits } from './limits.ts';

export interface Attachment {
  readonly name: string;
  readonly alt: string;
  readonly data: Uint8Array;
}

/** Discord changes every other character of a file's name, and then `attachment://…` finds nothing. */
export const fileName = (name: string): string =>
  name.replace(/[^\w.-]+/g, '-').slice(-limits.file.name) || 'picture.png';

/** The files of one message, each with a name of its own. */
export function filesOfOneMessage() {
  const all: Attachment[] = [];
  function attach(name: string, alt: string, data: Uint8Array): Attachment | undefined {
    if (all.length >= limits.message.files) return undefined;
    const wanted = fileName(name);
    const file = {
      name: all.some(one => one.name === wanted) ? `${all.length}-${wanted}` : wanted,
      alt: cut(alt.trim() || wanted, limits.file.alt),
      data,
    };
    all.push(file);
    return file;
  }
  return {
    all: all as readonly Attachment[],
    attach,
    picture({ png, name, alt }: Extract<Block, { kind: 'picture' }>): APIMediaGalleryItem | undefined {
      const file = attach(name, alt, png);
      return file && { media: { url: `attachment://${file.name}` }, description: file.alt };
    },
  };
}
