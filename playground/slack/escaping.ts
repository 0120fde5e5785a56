/**
 * Three characters begin something in Slack's text, so it is kept with them escaped: what people type always, what an app posts where
 * they begin nothing. docs.slack.dev/messaging/formatting-message-text#escaping
 */
import type { Json } from './state.ts';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A channel's topic and description, as they are told: addresses marked as links, as github.com/Hubs-Foundation/reticulum/pull/383 meets them. */
export const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>]+)/)
    .map((part, n) => (n % 2 ? `<${escaped(part)}>` : escaped(part)))
    .join('');

/** What an app has escaped stays so, and isn't escaped a second time. */
const literal = (text: string): string =>
  escaped(text.replace(/&(amp|lt|gt);/g, (_, name) => `\u0000${name}\u0001`))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: our own mark of the line above
    .replace(/\u0000(amp|lt|gt)\u0001/g, '&$1;');

const something = /(<(?:[@#!][^<>\s][^<>]*|[a-z][a-z0-9+.-]*:[^<>\s|][^<>]*)>)/i;

/** As an app posts it: `A & B <@U1>` is kept as `A &amp; B <@U1>`. */
export const kept = (text: string): string =>
  text
    .split(something)
    .map((part, n) => (n % 2 ? part : literal(part)))
    .join('');

/** The texts of blocks likewise; rich text and Markdown blocks are kept to the letter. */
export function keptBlock<T>(node: T): T {
  if (Array.isArray(node)) return node.map(keptBlock) as T;
  if (typeof node !== 'object' || node === null) return node;
  const one = node as Json;
  if (one.type === 'rich_text' || one.type === 'markdown') return node;
  if (one.type === 'mrkdwn' && typeof one.text === 'string') return { ...one, text: kept(one.text) } as T;
  if (one.type === 'plain_text' && typeof one.text === 'string') return { ...one, text: literal(one.text) } as T;
  return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, keptBlock(value)])) as T;
}
