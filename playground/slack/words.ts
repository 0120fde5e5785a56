/**
 * The words that a reader sees: mrkdwn, rich text and Markdown with their marks resolved (`<@U1>` → `@Ben Okafor`), invisible
 * characters gone. docs.slack.dev/messaging/formatting-message-text
 */
import type { Json, Team } from './state.ts';
import { personById } from './world.ts';

export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const invisible = /[\u200b\u200c\u2060\ufeff\u00ad]/g;

/** Slack's own placeholders: docs.slack.dev/messaging/formatting-message-text#date-formatting */
function dateWords(seconds: number, format: string, inRichText = false): string {
  const at = new Date(seconds * 1000);
  const show = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(at);
  const forms: Record<string, string> = {
    date_num: at.toISOString().slice(0, 10),
    date_slash: at.toISOString().slice(0, 10).replaceAll('-', '/'),
    // In rich text alone it has no year.
    date: show({ day: 'numeric', month: 'long', ...(inRichText ? {} : { year: 'numeric' }) }),
    date_short: show({ day: 'numeric', month: 'short', year: 'numeric' }),
    date_long: show({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    date_long_full: show({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time: show({ hour: '2-digit', minute: '2-digit' }),
    time_secs: show({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    day_divider_pretty: show({ day: 'numeric', month: 'long' }),
    ...(inRichText && { ago: show({ day: 'numeric', month: 'long', year: 'numeric' }) }),
  };
  const days = Math.floor(seconds / 86_400) - Math.floor(Date.now() / 86_400_000);
  const near = ['yesterday', 'today', 'tomorrow'][days + 1];
  return format.replace(/\{(\w+?)(_pretty)?\}/g, (all, name: string, pretty?: string) =>
    pretty && near ? near : (forms[name] ?? forms[`${name}_pretty`] ?? all),
  );
}

/** What stands between `<` and `>`. */
function reference(team: Team, inner: string): string {
  const cut = inner.indexOf('|');
  const [target, label] = cut < 0 ? [inner, ''] : [inner.slice(0, cut), inner.slice(cut + 1)];
  if (target.startsWith('@')) return `@${personById(team, target.slice(1))?.name ?? (label || 'unknown')}`;
  if (target.startsWith('#'))
    return `#${team.channels.find(c => c.id === target.slice(1))?.name ?? (label || 'private channel')}`;
  const date = target.match(/^!date\^(\d+)\^([^^]*)/);
  if (date) return dateWords(Number(date[1]), date[2]!) || label;
  if (target.startsWith('!subteam')) return label || '@group';
  if (target.startsWith('!')) return `@${target.slice(1)}`;
  return label || target.replace(/^mailto:/, '');
}

const references = (team: Team, text: string): string =>
  text.replace(/<([@#!][^<>]*|[a-z][a-z0-9+.-]*:[^<>\s|]+(?:\|[^<>]*)?)>/gi, (_, inner: string) =>
    reference(team, inner),
  );

/** Marks that really open and close something: `*bold*`, not `2 * 3 * 4`. */
const unmark = (text: string, marks: string): string =>
  [...marks].reduce((words, mark) => {
    const m = `\\${mark}`;
    return words.replace(
      new RegExp(
        `(^|[\\s(\\[{"'“‘>_*~.,:;!?-])${m}(?=\\S)([^${m}\\n]*?[^\\s${m}])${m}(?=$|[\\s)\\]}"'”’<_*~.,:;!?-])`,
        'gm',
      ),
      '$1$2',
    );
  }, text);

export function mrkdwnWords(team: Team, text: string): string {
  const parts = text.split(/(```[\s\S]*?```|`[^`\n]+`)/);
  const words = parts.map((part, i) =>
    i % 2 ? part.replace(/^`+|`+$/g, '') : unmark(part, '*_~').replace(/^(&gt;|>) ?/gm, ''),
  );
  return tidy(references(team, words.join('')));
}

const tidy = (text: string): string => unescaped(text).replace(invisible, '');

/** Markdown as the `markdown` block takes it. */
export function markdownWords(team: Team, text: string): string {
  const words = text
    .replace(/\\([\\`*_{}[\]()#+\-.!~>|<@&])/g, (_, sign: string) => `\u200b${sign === '<' ? '&lt;' : sign}`)
    .replace(/!?\[([^\]]*)\]\(([^)\s]+)\)/g, '$1')
    .replace(/^#{1,6} +/gm, '')
    .replace(/^(\s*)[-*+] +/gm, '$1• ')
    .replace(/^> ?/gm, '')
    .replace(/\*\*(\S(?:[^\n]*?\S)?)\*\*/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1');
  return tidy(references(team, unmark(words, '*_')));
}

export const textWords = (team: Team, text: Json | undefined): string =>
  !text ? '' : text.type === 'mrkdwn' ? mrkdwnWords(team, text.text) : tidy(text.text);

/** Slack's client says itself that a field may stay empty. */
export const labelWords = (team: Team, block: Json): string =>
  `${textWords(team, block.label)}${block.optional ? ' (optional)' : ''}`;

function richWords(team: Team, node: Json): string {
  const inside = (between: string): string =>
    (node.elements ?? []).map((one: Json) => richWords(team, one)).join(between);
  switch (node.type) {
    case 'text':
      return node.text.replace(invisible, '');
    case 'user':
      return `@${personById(team, node.user_id)?.name ?? 'unknown'}`;
    case 'channel':
      return `#${team.channels.find(c => c.id === node.channel_id)?.name ?? 'private channel'}`;
    case 'broadcast':
      return `@${node.range}`;
    case 'link':
      return node.text ?? node.url;
    case 'emoji':
      return node.unicode
        ? String.fromCodePoint(...node.unicode.split('-').map((code: string) => Number.parseInt(code, 16)))
        : `:${node.name}:`;
    case 'date':
      return dateWords(node.timestamp, node.format, true);
    case 'rich_text_list':
      return (node.elements ?? [])
        .map((one: Json, i: number) => `${node.style === 'ordered' ? `${i + 1}.` : '•'} ${richWords(team, one)}`)
        .join('\n');
    case 'rich_text':
      return inside('\n');
    default:
      return inside('');
  }
}

/** One block's visible words; buttons and menus have none here. */
export function blockWords(team: Team, block: Json): string {
  const lines = (...all: (string | undefined)[]): string => all.filter(Boolean).join('\n');
  switch (block.type) {
    case 'section':
      return lines(textWords(team, block.text), ...(block.fields ?? []).map((f: Json) => textWords(team, f)));
    case 'header':
    case 'alert':
      return textWords(team, block.text);
    case 'context':
      return block.elements
        .filter((e: Json) => e.type !== 'image')
        .map((e: Json) => textWords(team, e))
        .join(' ');
    case 'markdown':
      return markdownWords(team, block.text);
    case 'rich_text':
      return richWords(team, block);
    case 'image':
      return textWords(team, block.title);
    case 'video':
      return lines(textWords(team, block.title), textWords(team, block.description));
    case 'input':
      return lines(labelWords(team, block), textWords(team, block.hint));
    case 'card':
      return lines(...['title', 'subtitle', 'body', 'subtext'].map(key => textWords(team, block[key])));
    case 'carousel':
      return lines(...block.elements.map((one: Json) => blockWords(team, one)));
    case 'container':
      return lines(textWords(team, block.title), ...block.child_blocks.map((one: Json) => blockWords(team, one)));
    case 'table':
      return block.rows
        .map((row: Json[]) => row.map(one => (one.type === 'rich_text' ? richWords(team, one) : one.text)).join(' | '))
        .join('\n');
    default:
      return '';
  }
}

export const blocksWords = (team: Team, blocks: readonly Json[]): string =>
  blocks
    .map(one => blockWords(team, one))
    .filter(Boolean)
    .join('\n');
