/**
 * Text as Discord's Markdown. What people wrote is shown to the letter: a backslash before whatever Discord would read as markup,
 * a mention or an emoji. An address inside it stays whole, for Discord takes a backslash in an address as part of it.
 * https://support.discord.com/hc/en-us/articles/210298617, https://docs.discord.com/developers/reference#message-formatting
 */
import { flat, type Plain, type Text, type Who, writtenTime } from '../../platform/card.ts';

const address = /https?:\/\/(?:(?!\*\*)[^\s<>`|"\\])+/gi;
const markup = /[\\*_~`|[\]<]|@(?=everyone|here)|:(?=[\w+-]*[a-z+_-][\w+-]*:)/gi;
const lineStart = /^([^\S\n]*)(#|>|-|\+|\d+(?=\.))/gm;

/** Our own words call it what Discord does, in either language. */
const asHere = (words: string): string =>
  words
    .replace(/\bworkspace\b/g, 'server')
    .replace(/\bdieses Workspace\b/g, 'dieses Servers')
    .replace(/\bWorkspace\b/g, 'Server');

/** As Discord is to show it within a line. */
export function escaped(words: string): string {
  let out = '';
  let from = 0;
  for (const match of words.matchAll(address)) {
    out += words.slice(from, match.index).replace(markup, '\\$&') + match[0];
    from = match.index + match[0].length;
  }
  return out + words.slice(from).replace(markup, '\\$&');
}

/** What would begin a heading, a quote or a list; `3.` is broken at its full stop. */
const unlisted = (words: string): string =>
  words.replace(lineStart, (_, space: string, mark: string) =>
    /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );

export function toMarkdown(text: Text): string {
  return unlisted(flat(text).map(drawn).join('').replaceAll('****', ''));
}

/** Where Discord draws no Markdown: a field's hint. */
export const plain = (text: Text): string =>
  flat(text)
    .map(part => {
      if (part.kind === 'words') return asHere(part.words).replaceAll('**', '');
      if (part.kind === 'data') return part.data;
      if (part.kind === 'slash') return `/${part.slash}`;
      if (part.kind === 'who') return inWords(part.who);
      return part.kind === 'at' ? writtenTime(part.at, part.style) : 'name' in part ? `#${part.name}` : part.label;
    })
    .join('');

const inWords = ({ name, instead }: Who): string => (instead ? plain(instead) : name);

/** One line, as a heading needs it; Discord swallows `#` at a heading's end. */
export const toLine = (text: Text): string =>
  toMarkdown(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/(?<!\\)#(?=\W*$)/g, '\\#');

/** https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */
const styles = { day: 'D', moment: 'f', appointment: 'F', ago: 'R' } as const;

function drawn(part: Plain): string {
  switch (part.kind) {
    case 'words':
      return asHere(part.words).split('**').map(escaped).join('**');
    case 'data':
      return escaped(part.data);
    case 'who':
      return part.who.account?.platform === 'discord' ? `<@${part.who.account.id}>` : escaped(inWords(part.who));
    case 'space':
      return part.space.platform === 'discord' ? `<#${part.space.id}>` : escaped(part.name);
    case 'at':
      return `<t:${Math.floor(part.at / 1000)}:${styles[part.style]}>`;
    case 'slash':
      return part.id ? `</${part.slash}:${part.id}>` : `**/${part.slash}**`;
    case 'link':
      return link(part.label, part.url);
  }
}

/** Discord shows a masked link as raw text if its label holds an address or an odd bracket: then the address follows the label. */
function link(label: string, url: string): string {
  const safe = safeUrl(url);
  if (!safe) return escaped(label);
  const words = label.replace(/\s+/g, ' ').trim();
  if (!words || words === url.trim() || words === safe) return `<${safe}>`;
  return /:\/\//.test(words) || !balanced(words) ? `${escaped(words)} (<${safe}>)` : `[${escaped(words)}](${safe})`;
}

function balanced(words: string): boolean {
  let open = 0;
  for (const bracket of words.match(/[[\]]/g) ?? []) {
    open += bracket === '[' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** An address of the web, with what could end a link or begin markup encoded; nothing for any other scheme. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined;
  return parsed.href.replace(/[()*|\\`<>\s[\]]/g, odd => `%${odd.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The people whom a text rings for. */
export const named = (text: Text): readonly string[] =>
  flat(text).flatMap(part => (part.kind === 'who' ? (accountOf(part.who) ?? []) : []));

const accountOf = ({ account }: Who): string | undefined =>
  account?.platform === 'discord' && /^\d{1,20}$/.test(account.id) ? account.id : undefined;
