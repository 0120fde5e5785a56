/**
 * Text → mrkdwn, for the one place that takes no rich text: a section, which has room for a button beside its words. In mrkdwn nothing can
 * be escaped but `&`, `<` and `>`: what would not show to the letter, or not bold where it should, isn't drawn so at all.
 * docs.slack.dev/messaging/formatting-message-text
 */
import { flat, type Plain, type Text } from '../../platform/card.ts';
import { limits } from './limits.ts';
import { asHere, elementOf, escaped } from './rich-text.ts';

/** Nothing, where rich text has to do. */
export function toMrkdwn(text: Text, team: string): string | undefined {
  let drawn = '';
  let bold = false;
  for (const part of flat(text)) {
    const pieces = part.kind === 'slash' ? [bold ? `/${part.slash}` : `*/${part.slash}*`] : piecesOf(part, team);
    if (!pieces) return undefined;
    for (const [n, piece] of pieces.entries()) {
      if (n > 0) {
        bold = !bold;
        drawn += '*';
      }
      drawn += piece;
    }
  }
  return drawn.trim() && drawn.length <= limits.section && isClear(drawn) ? drawn : undefined;
}

/** Between two pieces, bold is switched. */
function piecesOf(part: Exclude<Plain, { kind: 'slash' }>, team: string): readonly string[] | undefined {
  if (part.kind === 'words') {
    const pieces = asHere(part.words).split('**');
    return pieces.every(isPlain) ? pieces.map(escaped) : undefined;
  }
  const element = elementOf(part, team);
  if (typeof element === 'string') return isPlain(element) ? [escaped(element)] : undefined;
  switch (element.type) {
    case 'text':
      return isPlain(element.text) ? [escaped(element.text)] : undefined;
    case 'user':
      return [`<@${element.user_id}>`];
    case 'channel':
      return [`<#${element.channel_id}>`];
    case 'link':
      return isPlain(element.text) && !/[|<>]/.test(element.text + element.url)
        ? [`<${escaped(element.url)}|${escaped(element.text)}>`]
        : undefined;
    case 'date':
      return [`<!date^${element.timestamp}^${known(element.format)}|${element.fallback}>`];
  }
}

/** `{ago}` and `{date_long_full}` are rich text's alone; here "today" and "yesterday" come nearest, and a long date has its day of the week. docs.slack.dev/messaging/formatting-message-text#date-formatting */
const known = (format: string): string =>
  format.replace('{ago}', '{date_pretty}').replace('{date_long_full}', '{date_long}');

/** Nothing in it begins anything. */
const isPlain = (words: string): boolean => !/[*_~`]|:[\w+'-]+:|^>/m.test(words);

const opening = /(^|[\s(“„"'])\*(?=[^\s*])/.source;
const closing = /\*(?=$|[\s)\]”"'.,;:!?…])/.source;

/** Bold begins and ends only at a word's edge, and not across lines. */
const isClear = (drawn: string): boolean =>
  !drawn.replace(new RegExp(`${opening}[^*\\n]*[^\\s*]${closing}`, 'g'), '').includes('*');
