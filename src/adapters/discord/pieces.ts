import { beginning } from '../../domain/words.ts';

/** A long Markdown text in pieces that are each short enough: parted before a section where that can be, else between paragraphs, lines, words. */
interface Room {
  readonly each: number;
  readonly inAll: number;
  readonly pieces: number;
}

const seams = [/\n(?=## )/g, /\n\n+/g, /\n/g, /\s/g] as const;
const rest = '\n\n*The whole text is in the file with this message.*';

/** `whole`: nothing of it is missing. Otherwise the last piece says where the rest is. */
export function piecesOf(markdown: string, room: Room): { pieces: readonly string[]; whole: boolean } {
  const text = markdown.trim();
  const pieces = parted(text, room.each);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length <= room.inAll && pieces.length <= room.pieces) return { pieces, whole: true };
  const most = room.inAll - rest.length;
  if (room.pieces < 1 || most < 1) return { pieces: [], whole: false };
  const begun = parted(text.slice(0, seamIn(text, most)).trimEnd(), room.each - rest.length).slice(0, room.pieces);
  return { pieces: begun.map((piece, i) => (i === begun.length - 1 ? piece + rest : piece)), whole: false };
}

function parted(markdown: string, each: number): readonly string[] {
  const pieces: string[] = [];
  let left = markdown;
  while (left.length > each) {
    const seam = seamIn(left, each);
    pieces.push(left.slice(0, seam).trimEnd());
    left = left.slice(seam).trimStart();
  }
  return left ? [...pieces, left] : pieces;
}

/** Where to part: the last seam of the best kind that leaves no more than `most` before it; never within a letter. */
function seamIn(markdown: string, most: number): number {
  const head = markdown.slice(0, most + 1);
  for (const seam of seams) {
    const last = [...head.matchAll(seam)].findLast(match => match.index > 0 && match.index <= most);
    if (last) return last.index;
  }
  return beginning(markdown, most).length;
}
