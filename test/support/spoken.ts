/** All that the bot says, read off its sources: every template of `text`, and every plain string that reads as words. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { commands } from '../../src/commands/index.ts';
import { keyOf } from '../../src/messages/language.ts';

const folder = path.join(import.meta.dirname, '../../src/messages');

export interface Spoken {
  readonly file: string;
  /** As a catalogue has it. */
  readonly key: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a syntax tree
type Node = any;

/** Names of commands, kinds and options are no words; nor is the name of a language, which is the same in all. */
const reads = (value: string): boolean => /^[A-Z“]|\p{L} \p{L}/u.test(value);
const silent = new Set(['command', 'kind', 'name', 'slash', 'style', 'tone', 'value']);

function* walk(node: Node, under: string | undefined, only?: string): Generator<string> {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const one of node) yield* walk(one, under, only);
    return;
  }
  if (typeof node.type !== 'string' || /^(Import|TS(?!\w+Expression))|^ExportAll/.test(node.type)) return;
  if (node.type === 'TaggedTemplateExpression' && node.tag.name === 'text') {
    if (!only || only === under) yield keyOf(node.quasi.quasis.map((one: Node) => one.value.cooked));
    yield* walk(node.quasi.expressions, under, only);
    return;
  }
  if (node.type === 'Literal' && typeof node.value === 'string') {
    if (reads(node.value) && !silent.has(under ?? '') && (!only || only === under)) yield node.value;
    return;
  }
  if (node.type === 'TemplateLiteral' && node.quasis.some((one: Node) => reads(one.value.cooked)))
    throw new Error(
      `words that can not be translated: ${JSON.stringify(node.quasis.map((one: Node) => one.value.cooked))}`,
    );
  const name = node.type === 'Property' ? node.key.name : under;
  for (const [key, value] of Object.entries(node)) if (key !== 'key') yield* walk(value, name, only);
}

/** What adapters say of themselves: the words they hand to `say` or to the inbox's `wordsIn`. */
function* own(node: Node): Generator<string> {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const one of node) yield* own(one);
    return;
  }
  const called = node.type === 'CallExpression' && (node.callee.property?.name ?? node.callee.name);
  const [first] = node.arguments ?? [];
  if ((called === 'say' || called === 'wordsIn') && first?.type === 'Literal') yield first.value;
  for (const value of Object.values(node)) yield* own(value);
}

const parsed = (file: string) => parseSync(file, readFileSync(file, 'utf8')).program.body;

/** Of the adapters, and what every card and form may say besides. */
const platforms = (): readonly Spoken[] =>
  [
    'Close',
    'Cancel',
    '(optional)',
    ...globSync(path.join(folder, '../adapters/*/*.ts')).flatMap(file => [...own(parsed(file))]),
  ].map(key => ({ file: 'platforms.ts', key }));

/** What can be typed, and what stands in a message's menu; what only a button reaches describes itself to nobody. */
const typed = (): readonly Spoken[] =>
  commands
    .filter(({ slash }) => slash)
    .flatMap(({ summary, options = {} }) => [summary, ...Object.values(options).map(one => one.summary)])
    .map(key => ({ file: 'commands.ts', key }));

export function spoken(): readonly Spoken[] {
  return [...inMessages(), ...typed(), ...platforms()];
}

/** What stands below the questions of forms. */
export const hints = (): readonly string[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.ts') && file !== 'language.ts')
    .flatMap(file => [...walk(parsed(path.join(folder, file)), undefined, 'hint')]);

/** Of each file, each once. A template that is nothing but a hole says nothing; quotation marks are a language's own. */
function inMessages(): readonly Spoken[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.ts') && file !== 'language.ts');
  return files.flatMap(file => {
    const keys = new Set(
      [...walk(parsed(path.join(folder, file)), undefined)].filter(key =>
        /[\p{L}“]/u.test(key.replace(/\{\d+\}/g, '')),
      ),
    );
    return [...keys].map(key => ({ file, key }));
  });
}
