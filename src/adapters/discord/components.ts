/** A Card as a message of Components V2: one container, read from top to bottom. https://docs.discord.com/developers/components/reference */
import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import { type Block, type Button, type Card, flat, labelled, type Text } from '../../platform/card.ts';
import { type Attachment, filesOfOneMessage } from './attachments.ts';
import { buttonsOfOneMessage, menusOfOneMessage, rowsOf } from './buttons.ts';
import { fitting, limits } from './limits.ts';
import { toLine, toMarkdown } from './markdown.ts';

/** A container and what is uploaded with it. `id` is an int32 that Discord keeps and gives back: a key by which to find the message. */
export function toComponents(
  card: Card,
  id?: number,
): { container: APIContainerComponent; files: readonly Attachment[] } {
  const loose = drawn(card, false);
  const { sheet, last } = sizeOfAll([...loose.sheet.children, ...loose.last]) <= most ? loose : drawn(card, true);
  const children = trimmed(folded([...sheet.children], last), last);
  const components = children.length > 0 ? children : [{ type: ComponentType.TextDisplay as const, content: '…' }];
  return {
    container: { type: ComponentType.Container, ...(id && { id }), components },
    files: sheet.files.all,
  };
}

/** `closely`: what has a menu has its buttons in it as well, and nothing but room stands between the parts. */
function drawn(card: Card, closely: boolean) {
  const whole = filled(new Sheet(), card, closely);
  const each = shareOf(whole.lengths, room);
  const sheet = each === undefined ? whole : filled(new Sheet(each), card, closely);
  return { sheet, last: rowsOf((card.buttons ?? []).flatMap(sheet.button)) };
}

function filled(sheet: Sheet, card: Card, closely: boolean): Sheet {
  if (card.title) sheet.write(card.title, heading);
  for (const block of card.body) if (!closely || block.kind !== 'divider') draw(sheet, block, closely);
  return sheet;
}

/** What folding and trimming may add is kept back: a character for each component, and a mention. */
const room = limits.message.text - 2 * limits.message.components;

/** As much as each text may have at most, where together they are too long: a button below words that were left out would be of nobody knows what. */
function shareOf(lengths: readonly number[], inAll: number): number | undefined {
  let left = inAll;
  for (const [n, length] of lengths.toSorted((a, b) => a - b).entries()) {
    const fair = Math.floor(left / (lengths.length - n));
    if (length > fair) return fair;
    left -= length;
  }
  return undefined;
}

/** What is drawn so far. `most`: so much of each text, or all of it. */
class Sheet {
  readonly children: APIComponentInContainer[] = [];
  readonly files = filesOfOneMessage();
  readonly lengths: number[] = [];
  readonly #most: number;
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }
  readonly #drawn = buttonsOfOneMessage();
  readonly menu = menusOfOneMessage();
  readonly button = (button: Button): readonly APIButtonComponent[] => {
    const drawn = this.#drawn(button);
    return drawn ? [drawn] : [];
  };

  /** As much of it as fits; `undefined` if there is nothing to show. */
  fit(text: Text, draw: (text: Text) => string): string | undefined {
    const content = fitting(text, this.#most, draw);
    if (!content.trim()) return undefined;
    this.lengths.push(content.length);
    return content;
  }

  write(text: Text, draw: (text: Text) => string): void {
    const content = this.fit(text, draw);
    if (content) this.children.push({ type: ComponentType.TextDisplay, content });
  }
}

const heading = (title: Text): string => (isBlank(title) ? '' : `## ${toLine(title)}`);
const eachLine = (mark: string, line: RegExp) => (text: Text) => toMarkdown(text).replace(line, mark);
/** An empty line belongs to a quotation; before nothing, `-#` shows to the letter. */
const tones = { plain: toMarkdown, quoted: eachLine('> ', /^/gm), quiet: eachLine('-# ', /^(?=.)/gm) } as const;

function draw(sheet: Sheet, block: Block, closely: boolean): void {
  switch (block.kind) {
    case 'text':
      drawText(sheet, closely ? inMenu(block) : block);
      return;
    case 'facts':
      drawFacts(sheet, block.facts);
      return;
    case 'picture': {
      const item = sheet.files.picture(block);
      if (item) sheet.children.push({ type: ComponentType.MediaGallery, items: [item] });
      return;
    }
    case 'drawing':
      sheet.write([{ kind: 'data', data: block.alt }], tones.quiet);
      return;
    case 'guide':
      sheet.write([{ kind: 'data', data: block.title }], heading);
      sheet.write([{ kind: 'data', data: block.markdown }], guideAsIs);
      return;
    case 'divider':
      sheet.children.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small });
  }
}

/** A guide is Markdown already. */
const guideAsIs = (text: Text): string =>
  flat(text)
    .map(part => (part.kind === 'data' ? part.data : part.kind === 'words' ? part.words : ''))
    .join('');

type TextBlock = Extract<Block, { kind: 'text' }>;

const inMenu = ({ buttons = [], menu, ...block }: TextBlock): TextBlock =>
  menu ? { ...block, menu: { ...menu, buttons: [...buttons, ...menu.buttons] } } : { ...block, buttons };

/** One button stands beside its words, several stand below, and a menu below those. */
function drawText(sheet: Sheet, { text, tone, buttons = [], menu }: TextBlock): void {
  const content = sheet.fit(text, isBlank(text) ? () => '' : tones[tone ?? 'plain']);
  const drawn = buttons.flatMap(sheet.button);
  const [only] = drawn;
  const words = content ? [{ type: ComponentType.TextDisplay as const, content }] : [];
  if (only && drawn.length === 1 && words.length > 0)
    sheet.children.push({ type: ComponentType.Section, components: words, accessory: only });
  else sheet.children.push(...words, ...rowsOf(drawn));
  if (menu) sheet.children.push(...sheet.menu(menu));
}

const isBlank = (text: Text): boolean => !toMarkdown(text).trim();

function drawFacts(sheet: Sheet, facts: Extract<Block, { kind: 'facts' }>['facts']): void {
  const lines: Text = facts.flatMap(({ label, value }, i) => [
    { kind: 'words', words: i === 0 ? '**' : '\n**' } as const,
    { kind: 'data', data: labelled(label) } as const,
    { kind: 'words', words: '** ' } as const,
    ...value,
  ]);
  if (lines.length > 0) sheet.write(lines, toMarkdown);
}

const sizeOf = (child: APIComponentInContainer): number =>
  child.type === ComponentType.Section
    ? 2 + child.components.length
    : child.type === ComponentType.ActionRow
      ? 1 + child.components.length
      : 1;
const sizeOfAll = (children: readonly APIComponentInContainer[]): number =>
  children.reduce((sum, child) => sum + sizeOf(child), 1);

/** One component is kept back, for the mention that a message in a thread begins with. */
const most = limits.message.components - 1;

/** Too many components: texts that follow one another become one. */
function folded(
  children: APIComponentInContainer[],
  last: readonly APIComponentInContainer[],
): APIComponentInContainer[] {
  if (sizeOfAll([...children, ...last]) <= most) return children;
  const kept: APIComponentInContainer[] = [];
  for (const child of children) {
    const before = kept.at(-1);
    if (before?.type === ComponentType.TextDisplay && child.type === ComponentType.TextDisplay)
      kept[kept.length - 1] = { ...before, content: `${before.content}\n${child.content}` };
    else kept.push(child);
  }
  return kept;
}

/** Still too many: the end is left out, and says so; the card's own buttons stay. */
function trimmed(
  children: APIComponentInContainer[],
  last: readonly APIComponentInContainer[],
): APIComponentInContainer[] {
  const buttons = [...last];
  while (sizeOfAll(buttons) > most - 2) buttons.pop();
  if (sizeOfAll([...children, ...buttons]) <= most) return [...children, ...buttons];
  const kept = [...children];
  while (sizeOfAll([...kept, ...buttons]) > most - 1) kept.pop();
  return [...kept, { type: ComponentType.TextDisplay, content: '…' }, ...buttons];
}
