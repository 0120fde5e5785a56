/** A guide where Slack takes no Markdown: in a window and on the Home tab. docs.slack.dev/reference/block-kit/blocks/markdown-block */
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
    body: card.body.flatMap(block => (block.kind === 'guide' ? sectionsOf(block) : [block])),
  };
}

/** Section by section, each quotation by itself. */
const sectionsOf = ({ markdown }: Guide): readonly Block[] =>
  cut(markdown.trim(), limits.markdown)
    .split(/\n+(?=#{1,6} )/)
    .flatMap(section => parted(section.trim().replace(/^#{1,6} (.*)$/m, heading)))
    .map(piece =>
      piece.startsWith('> ')
        ? { kind: 'text', tone: 'quoted', text: inline(piece.replace(/^> ?/gm, '')) }
        : { kind: 'text', text: inline(piece) },
    );

const heading = (_line: string, words: string): string => `**${words.replaceAll('**', '').trim()}**`;

/** Before and behind what is quoted, and between paragraphs where it would be too much for one block. */
function parted(section: string): readonly string[] {
  const pieces: string[] = [];
  for (const paragraph of section.split(/\n\n+|(?<!^> [^\n]*)\n(?=> )/m)) {
    const last = pieces.at(-1);
    const joins = last && !last.startsWith('> ') && !paragraph.startsWith('> ');
    if (joins && last.length + paragraph.length < limits.richText) pieces.splice(-1, 1, `${last}\n\n${paragraph}`);
    else pieces.push(paragraph);
  }
  return pieces;
}

/** Bold stays as our own words have it; of what else Markdown marks, the words do. */
function inline(markdown: string): readonly Plain[] {
  const words = markdown.replace(/^\s*[-*+] /gm, '• ').replaceAll('`', '');
  return words.split(/(\[[^\]]+\]\(https?:[^)\s]+\))/).flatMap((piece): Plain[] => {
    const [, label, url] = /^\[([^\]]+)\]\((.+)\)$/.exec(piece) ?? [];
    if (label && url) return [{ kind: 'link', label, url }];
    return piece ? [{ kind: 'words', words: piece.replace(/(?<!\*)\*([^*\n]+)\*(?!\*)/g, '$1') }] : [];
  });
}
