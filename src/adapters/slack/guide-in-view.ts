/** A guide where Slack takes no Markdown: in a window and on the Home tab. docs.slack.dev/reference/block-kit/blocks/markdown-block */
import MarkdownIt, { type Token } from 'markdown-it';
import { beginning } from '../../domain/words.ts';
import type { Block, Card, Plain } from '../../platform/card.ts';
import { cut, limits } from './limits.ts';

type Guide = Extract<Block, { kind: 'guide' }>;

/** Its title is that of the window, where nothing else is. */
export function readInView(card: Card): Card {
  const guide = card.body.find(block => block.kind === 'guide');
  if (!guide) return card;
  return {
    ...card,
    title: card.title ?? [{ kind: 'data', data: guide.title }],
    body: card.body.flatMap(block => (block.kind === 'guide' ? blocksOf(block) : [block])),
  };
}

const parser = new MarkdownIt();

/** What stands on lines of its own. */
interface Passage {
  readonly is: 'heading' | 'point' | 'paragraph';
  /** Which quotation it is of, the first being 1; 0 for none. */
  readonly quotation: number;
  readonly parts: readonly Plain[];
}

/** Section by section, each quotation by itself, and in more where one would be too much for a block. */
function blocksOf({ markdown }: Guide): readonly Block[] {
  const together: Passage[][] = [];
  let room = 0;
  for (const passage of passagesOf(parser.parse(cut(markdown, limits.markdown), {}))) {
    const last = together.at(-1);
    const length = lengthOf(passage.parts);
    const joins = passage.is !== 'heading' && passage.quotation === last?.[0]?.quotation && length <= room;
    if (last && joins) last.push(passage);
    else together.push([passage]);
    room = (joins ? room : limits.richText) - length - 2;
  }
  return together.map(
    (passages): Block => ({
      kind: 'text',
      ...(passages[0]?.quotation && { tone: 'quoted' }),
      text: inARow(passages.flatMap((one, i) => [...between(passages[i - 1], one), ...one.parts])),
    }),
  );
}

function between(above: Passage | undefined, { is }: Passage): readonly Plain[] {
  if (!above) return [];
  return [{ kind: 'data', data: above.is === 'heading' || (above.is === 'point' && is === 'point') ? '\n' : '\n\n' }];
}

function passagesOf(tokens: readonly Token[]): readonly Passage[] {
  const passages: Passage[] = [];
  let heads = false;
  let lists = 0;
  let mark = '';
  let quotations = 0;
  let quoted = false;
  for (const { type, nesting, info, content, children } of tokens) {
    if (/^heading_/.test(type)) heads = nesting === 1;
    else if (/^(bullet|ordered)_list_/.test(type)) lists += nesting;
    else if (type === 'list_item_open') mark = `${'   '.repeat(lists - 1)}${info ? `${info}. ` : '• '}`;
    else if (/^blockquote_/.test(type)) {
      quoted = nesting === 1;
      if (quoted) quotations += 1;
    }
    if (nesting !== 0 || !content) continue;
    const parts = children ? inline(children, heads) : [{ kind: 'data', data: content.trimEnd() } as const];
    const is = heads ? 'heading' : mark ? 'point' : 'paragraph';
    const all = mark ? [{ kind: 'data', data: mark } as const, ...parts] : parts;
    passages.push(...inPieces(all).map(piece => ({ is, quotation: quoted ? quotations : 0, parts: piece }) as const));
    mark = '';
  }
  return passages;
}

const bold: Plain = { kind: 'words', words: '**' };

/** Bold stays; of what else Markdown marks, the words do. */
function inline(tokens: readonly Token[], allBold: boolean): readonly Plain[] {
  const parts: Plain[] = [];
  let link: { readonly url: string; label: string } | undefined;
  for (const token of tokens) {
    const words = token.type.endsWith('break') ? '\n' : token.content;
    if (token.type === 'link_open') link = { url: String(token.attrGet('href')), label: '' };
    else if (link && token.type === 'link_close') {
      parts.push(/^https?:/.test(link.url) ? { kind: 'link', ...link } : { kind: 'data', data: link.label });
      link = undefined;
    } else if (link) link.label += words;
    else if (words) parts.push({ kind: 'data', data: words });
    else if (token.tag === 'strong' && !allBold) parts.push(bold);
  }
  return allBold ? [bold, ...parts, bold] : parts;
}

/** As much as a block takes, once and again, each from a word on; what is bold goes on so. */
function inPieces(parts: readonly Plain[]): readonly (readonly Plain[])[] {
  let piece: Plain[] = [];
  const pieces = [piece];
  let room: number = limits.richText;
  let isBold = false;
  for (const part of parts) {
    if (part === bold) isBold = !isBold;
    let rest = part.kind === 'data' ? part.data : '';
    while (rest.length > room) {
      const words = rest.slice(0, Math.max(rest.lastIndexOf(' ', room), rest.lastIndexOf('\n', room), 0));
      const now = words || (room < limits.richText ? '' : beginning(rest, room));
      piece.push(...dataOf(now), ...(isBold ? [bold] : []));
      piece = isBold ? [bold] : [];
      pieces.push(piece);
      rest = rest.slice(now.length).trimStart();
      room = limits.richText;
    }
    piece.push(...(part.kind === 'data' ? dataOf(rest) : [part]));
    room -= rest.length;
  }
  return pieces;
}

const dataOf = (data: string): readonly Plain[] => (data ? [{ kind: 'data', data }] : []);

/** Words that follow each other, as one part. */
function inARow(parts: readonly Plain[]): readonly Plain[] {
  const row: Plain[] = [];
  for (const part of parts) {
    const last = row.at(-1);
    if (last?.kind === 'data' && part.kind === 'data') row.splice(-1, 1, { kind: 'data', data: last.data + part.data });
    else row.push(part);
  }
  return row;
}

const lengthOf = (parts: readonly Plain[]): number =>
  parts.reduce((sum, part) => sum + (part.kind === 'data' ? part.data.length : 0), 0);
