/**
 * A Card with a guide as a message of embeds: their descriptions take headings, lists and quotes, and 6000 characters in all where
 * Components V2 takes 4000. What is longer still goes along whole, as a file.
 * https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 */
import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';
import type { Block, Card } from '../../platform/card.ts';
import { type Attachment, filesOfOneMessage } from './attachments.ts';
import { buttonsOfOneMessage, rowsOf } from './buttons.ts';
import { cut, limits } from './limits.ts';
import { toLine, toMarkdown } from './markdown.ts';
import { piecesOf } from './pieces.ts';

type Guide = Extract<Block, { kind: 'guide' }>;

export interface GuideMessage {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIButtonComponent>[];
  readonly files: readonly Attachment[];
}

export const hasGuide = (card: Card): boolean => card.body.some(block => block.kind === 'guide');

/** `id` marks the first row of buttons, if there is one. */
export function toGuide(card: Card, id?: number): GuideMessage {
  const button = buttonsOfOneMessage();
  const files = filesOfOneMessage();
  const images = card.body.flatMap(block => (block.kind === 'picture' ? (files.picture(block) ?? []) : []));
  const { embeds, cutShort } = embedsOf(
    card.body.filter(block => block.kind === 'guide'),
    limits.embed.embeds - images.length,
  );
  for (const guide of cutShort) files.attach(fileNameOf(guide), guide.title, wholeOf(guide));
  const rows = rowsOf(buttonsIn(card).flatMap(one => button(one) ?? [])).slice(0, limits.button.rows);
  return {
    content: wordsOf(card),
    embeds: [...images.map(({ media }): APIEmbed => ({ image: { url: media.url } })), ...embeds],
    components: rows.map((row, i) => (i === 0 && id ? { ...row, id } : row)),
    files: files.all,
  };
}

const buttonsIn = (card: Card) => [
  ...card.body.flatMap(block => (block.kind === 'text' ? (block.buttons ?? []) : [])),
  ...(card.buttons ?? []),
];

/** Room for the mention that a message in a thread begins with. */
const mention = 30;

/** What the card says besides the guide. */
function wordsOf(card: Card): string {
  const title = card.title ? toLine(card.title) : '';
  const texts = card.body.flatMap(block => (block.kind === 'text' ? [toMarkdown(block.text)] : []));
  return cut([title && `## ${title}`, ...texts].filter(Boolean).join('\n'), limits.message.content - mention);
}

function embedsOf(guides: readonly Guide[], most: number): { embeds: APIEmbed[]; cutShort: Guide[] } {
  const embeds: APIEmbed[] = [];
  const cutShort: Guide[] = [];
  let left: number = limits.embed.inAll;
  for (const guide of guides) {
    const title = cut(guide.title.trim(), limits.embed.title) || '…';
    const { pieces, whole } = piecesOf(guide.markdown, {
      each: limits.embed.description,
      inAll: left - title.length,
      pieces: most - embeds.length,
    });
    const [first, ...others] = pieces;
    if (first || whole) embeds.push(first ? { title, description: first } : { title });
    embeds.push(...others.map(description => ({ description })));
    left -= title.length + pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (!whole) cutShort.push(guide);
  }
  return { embeds, cutShort };
}

function fileNameOf({ title }: Guide): string {
  const words = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${words.replace(/^-+|-+$/g, '').slice(0, limits.file.name) || 'guide'}.md`;
}

const wholeOf = ({ title, markdown }: Guide): Uint8Array => new TextEncoder().encode(`# ${title}\n\n${markdown}\n`);
