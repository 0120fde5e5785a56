/** What the message files say, read off their sources: every template of `text`, and every plain string that reads as words. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
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
const silent = new Set(['command', 'kind', 'name', 'style', 'tone', 'value']);

function* walk(node: Node, under: string | undefined): Generator<string> {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const one of node) yield* walk(one, under);
    return;
  }
  if (typeof node.type !== 'string' || /^(Import|TS)|^ExportAll/.test(node.type)) return;
  if (node.type === 'TaggedTemplateExpression' && node.tag.name === 'text') {
    yield keyOf(node.quasi.quasis.map((one: Node) => one.value.cooked));
    yield* walk(node.quasi.expressions, under);
    return;
  }
  if (node.type === 'Literal' && typeof node.value === 'string') {
    if (reads(node.value) && !silent.has(under ?? '')) yield node.value;
    return;
  }
  if (node.type === 'TemplateLiteral' && node.quasis.some((one: Node) => reads(one.value.cooked)))
    throw new Error(
      `words that can not be translated: ${JSON.stringify(node.quasis.map((one: Node) => one.value.cooked))}`,
    );
  const name = node.type === 'Property' ? node.key.name : under;
  for (const [key, value] of Object.entries(node)) if (key !== 'key') yield* walk(value, name);
}

/** Of each file, each once. A template that is nothing but a hole says nothing. */
export function spoken(): readonly Spoken[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.ts') && file !== 'language.ts');
  return files.flatMap(file => {
    const { program } = parseSync(file, readFileSync(path.join(folder, file), 'utf8'));
    const keys = new Set([...walk(program.body, undefined)].filter(key => /\p{L}/u.test(key.replace(/\{\d+\}/g, ''))));
    return [...keys].map(key => ({ file, key }));
  });
}
