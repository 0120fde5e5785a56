/** Pictures go along as files of the message and are shown where they are named. */
import type { APIMediaGalleryItem } from 'discord.js';
import type { Block } from '../../platform/card.ts';
import { cut, limits } from './limits.ts';

export interface Picture {
  readonly name: string;
  readonly alt: string;
  readonly data: Uint8Array;
}

/** Discord changes every other character of a file's name, and then `attachment://…` finds nothing. */
const fileName = (name: string): string => name.replace(/[^\w.-]+/g, '-').slice(-limits.picture.name);

export function pictures() {
  const drawn: Picture[] = [];
  return {
    drawn: drawn as readonly Picture[],
    draw({ png, name, alt }: Extract<Block, { kind: 'picture' }>): APIMediaGalleryItem | undefined {
      if (drawn.length >= limits.message.files - 1) return undefined;
      const safe = fileName(name);
      const unique = drawn.some(one => one.name === safe) ? `${drawn.length}-${safe}` : safe || 'picture.png';
      const description = cut(alt.trim(), limits.picture.alt) || name || 'picture';
      drawn.push({ name: unique, alt: description, data: png });
      return { media: { url: `attachment://${unique}` }, description };
    },
  };
}
