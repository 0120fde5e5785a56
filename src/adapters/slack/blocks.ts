/** Card → blocks, and the line that notifications show. Pure. */

import { type Block, type Card, flat, labelled, type Text } from '../../platform/card.ts';
import { elementsOfOneMessage } from './elements.ts';
import { cut, limits } from './limits.ts';
import { toMrkdwn } from './mrkdwn.ts';
import { escaped, plain, toInline } from './rich-text.ts';
import type { AnyBlock as SlackBlock } from './slack-types.ts';

type TextBlock = Extract<Block, { kind: 'text' }>;

export interface Drawn {
  readonly blocks: readonly SlackBlock[];
  /** For notifications and screen readers. */
  readonly text: string;
}

/** How long each of its texts may be: shorter ones, where all of them together would be more than a message takes. */
const rooms = [limits.richText, 1400, 700, 350, 175] as const;

/** `pictures`: file ids of those that were uploaded, by name; the others are told by their alt text. */
export function toBlocks(
  card: Card,
  team: string,
  pictures: ReadonlyMap<string, string> = new Map(),
  most: number = limits.messageBlocks,
): Drawn {
  let blocks: readonly SlackBlock[] = [];
  for (const room of rooms) {
    blocks = drawn(card, team, { pictures, most, room });
    if (most > limits.messageBlocks || lengthOf(blocks) <= limits.messageWords) break;
  }
  return { blocks: blocks.length > 0 ? blocks : [quiet(' ')], text: fallbackOf(card) };
}

const lengthOf = (blocks: readonly SlackBlock[]): number => blocks.length * limits.blockItself + wordsIn(blocks);

function wordsIn(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) => sum + (key === 'text' && typeof value === 'string' ? value.length : wordsIn(value)),
    0,
  );
}

interface Drawing {
  readonly pictures: ReadonlyMap<string, string>;
  readonly most: number;
  readonly room: number;
}

function drawn(card: Card, team: string, { pictures, most, room }: Drawing): readonly SlackBlock[] {
  const draw = elementsOfOneMessage();
  const row = (elements: readonly object[]): SlackBlock[] =>
    elements.length > 0 ? [{ type: 'actions', elements: elements.slice(0, limits.buttonsInARow) }] : [];
  const withElements = (block: TextBlock): SlackBlock[] => {
    const elements = [...(block.buttons ?? []).map(draw.button), ...(block.menu ? draw.menu(block.menu) : [])];
    const [only] = elements;
    const beside = only && elements.length === 1 && block.tone !== 'quiet' && block.tone !== 'quoted';
    const words = beside ? toMrkdwn(block.text, team) : undefined;
    if (words && words.length <= room && only) return [sectionOf(words, only)];
    return [...bodyBlocks(block, team, pictures, room), ...row(elements)];
  };
  const all = [
    ...(card.title ? titleBlocks(card.title, team) : []),
    ...card.body.flatMap(block =>
      block.kind === 'text' ? withElements(block) : bodyBlocks(block, team, pictures, room),
    ),
    ...row((card.buttons ?? []).map(draw.button)),
  ];
  return all.length <= most ? all : [...all.slice(0, most - 1), quiet('…')];
}

const fallbackOf = (card: Card): string => {
  const first = card.title ?? card.body.flatMap(block => (block.kind === 'text' ? [block.text] : []))[0];
  const guide = card.body.find(block => block.kind === 'guide');
  return escaped(cut(first ? plain(first) : (guide?.title ?? 'A message'), limits.fallback)) || ' ';
};

const isPlain = (text: Text): boolean => flat(text).every(part => part.kind === 'words' || part.kind === 'data');

function titleBlocks(title: Text, team: string): SlackBlock[] {
  const words = plain(title);
  if (isPlain(title) && words.trim()) return [header(words)];
  return [
    richText([
      {
        type: 'rich_text_section',
        elements: toInline(title, team).map(element => ({ ...element, style: { bold: true } })),
      },
    ]),
  ];
}

function bodyBlocks(block: Block, team: string, pictures: ReadonlyMap<string, string>, room: number): SlackBlock[] {
  switch (block.kind) {
    case 'text':
      return block.tone === 'quiet'
        ? [quiet(cut(plain(block.text), room))]
        : [
            richText([
              {
                type: block.tone === 'quoted' ? 'rich_text_quote' : 'rich_text_section',
                elements: toInline(block.text, team, room),
              },
            ]),
          ];
    case 'facts':
      return block.facts.length === 0 ? [] : [richText(factSections(block.facts, team, room))];
    case 'guide':
      return [header(block.title), { type: 'markdown', text: cut(block.markdown, limits.markdown) || ' ' }];
    case 'picture': {
      const file = pictures.get(block.name);
      return file
        ? [{ type: 'image', slack_file: { id: file }, alt_text: cut(block.alt, limits.altText) }]
        : [quiet(block.alt)];
    }
    case 'drawing':
      return [quiet(block.alt)];
    case 'divider':
      return [{ type: 'divider' }];
  }
}

const factSections = (facts: Extract<Block, { kind: 'facts' }>['facts'], team: string, room: number) =>
  facts.map(({ label, value }, n) => ({
    type: 'rich_text_section',
    elements: [
      { type: 'text', text: `${labelled(cut(label, 200))} `, style: { bold: true } },
      ...toInline(value, team, room),
      ...(n < facts.length - 1 ? [{ type: 'text', text: '\n' }] : []),
    ],
  }));

const richText = (elements: readonly object[]): SlackBlock => ({ type: 'rich_text', elements });
const header = (words: string): SlackBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: cut(words.trim() || ' ', limits.header), emoji: false },
});
const quiet = (words: string): SlackBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text: cut(words.trim() || '…', limits.quiet), emoji: false }],
});

/** Half as high as words with a row of buttons below them. */
const sectionOf = (words: string, accessory: object): SlackBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: words, verbatim: true },
  accessory,
});
