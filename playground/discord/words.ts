/** The words that a reader sees in Discord's Markdown: mentions named, marks gone. discord.com/developers/docs/reference#message-formatting */
import type { State } from './state.ts';
import { nameOf } from './world.ts';

const invisible = /[\u200b\u200c\u2060\ufeff\u00ad]/g;

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
  R: { dateStyle: 'long' },
};

const when = (seconds: number, style: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...styles[style] }).format(new Date(seconds * 1000));

/** A name in a mention is no Markdown, whatever it looks like. */
const toTheLetter = (name: string): string => name.replace(/[^\p{L}\p{M}\p{N}\s]/gu, '\\$&');

function mentions(state: State, text: string, locale: string): string {
  return text
    .replace(/(?<!\\)<@!?(\d+)>/g, (_, id: string) => `@${toTheLetter(nameOf(state, id))}`)
    .replace(
      /(?<!\\)<@&(\d+)>/g,
      (_, id: string) => `@${state.guilds.flatMap(g => g.roles).find(r => r.id === id)?.name ?? 'deleted-role'}`,
    )
    .replace(/(?<!\\)<#(\d+)>/g, (_, id: string) => `#${state.channels.find(c => c.id === id)?.name ?? 'unknown'}`)
    .replace(/(?<!\\)<\/([^:>]+):\d+>/g, '/$1')
    .replace(/(?<!\\)<a?(:\w+:)\d+>/g, '$1')
    .replace(/(?<!\\)<t:(-?\d+)(?::([tTdDfFRsS]))?>/g, (_, at: string, style = 'f') => when(Number(at), style, locale))
    .replace(/(?<!\\)\[([^\]\n]+)\]\(<?[a-z]+:[^)\s]+?>?(?: "[^"]*")?\)/gi, '$1')
    .replace(/(?<!\\)<((?:https?|mailto):[^>\s]+)>/g, '$1');
}

/** Marks that open and close something, in the order in which Discord reads them. */
const marks: readonly [RegExp, string][] = [
  [/```(?:[\w-]+\n)?([\s\S]*?)```/g, '$1'],
  [/^[ \t]*(?:#{1,3}|-#|>>>|>)[ \t]+/gm, ''],
  [/(?<!\\)``?([^`\n]+)``?/g, '$1'],
  [/(?<!\\)\*\*(?=\S)([\s\S]+?)(?<![\\\s])\*\*/g, '$1'],
  [/(?<![\\\w])__(?=\S)([\s\S]+?)(?<![\\\s])__/g, '$1'],
  [/(?<!\\)~~(?=\S)([\s\S]+?)(?<![\\\s])~~/g, '$1'],
  [/(?<!\\)\|\|(?=\S)([\s\S]+?)(?<![\\\s])\|\|/g, '$1'],
  [/(?<![\\\w*])\*(?=[^\s*])([^*\n]*?[^\s*\\])\*(?![\w*])/g, '$1'],
  [/(?<![\\\w_])_(?=[^\s_])([^_\n]*?[^\s_\\])_(?![\w_])/g, '$1'],
];

/** Dates as people write them who read in `locale`. */
export function words(state: State, text: string, locale = 'en-GB'): string {
  const plain = marks.reduce((left, [mark, with_]) => left.replace(mark, with_), mentions(state, text, locale));
  return plain
    .replace(/\\([^a-z0-9\s])/gi, '$1')
    .replace(invisible, '')
    .trim();
}
