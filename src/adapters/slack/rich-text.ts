/**
 * Text → Slack's rich text. Not mrkdwn: there `*`, `_` and `:smile:` can't be escaped, and what people wrote has to show to the letter.
 * docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
import { flat, type Plain, type Text, type Who, writtenTime } from '../../platform/card.ts';
import { cut, limits } from './limits.ts';

interface Style {
  readonly bold?: true;
}
export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly style?: Style }
  | { readonly type: 'user'; readonly user_id: string; readonly style?: Style }
  | { readonly type: 'channel'; readonly channel_id: string; readonly style?: Style }
  | { readonly type: 'link'; readonly url: string; readonly text: string; readonly style?: Style }
  | {
      readonly type: 'date';
      readonly timestamp: number;
      readonly format: string;
      readonly fallback: string;
      readonly style?: Style;
    };

/** The entry in a message's menu bears the one name that the app's manifest gives it. docs.slack.dev/reference/app-manifest */
export const asHere = (words: string): string =>
  words.replaceAll('**In die Bibliothek legen**', '**Save to the library**');

/** `team`: people and channels of other workspaces are named, not linked. */
export function toInline(text: Text, team: string, most: number = limits.richText): readonly Inline[] {
  const elements: Inline[] = [];
  let bold = false;
  let room = most;
  const add = (element: Inline) => elements.push(bold ? { ...element, style: { bold: true } } : element);
  const write = (words: string) => {
    const fitting = cut(words, Math.max(room, 0));
    room -= words.length;
    if (fitting && fitting !== '…') add({ type: 'text', text: fitting });
  };
  for (const part of flat(text)) {
    if (part.kind === 'slash') {
      const outside: boolean = bold;
      bold = true;
      write(`/${part.slash}`);
      bold = outside;
      continue;
    }
    if (part.kind !== 'words') {
      const element = elementOf(part, team);
      if (typeof element === 'string') write(element);
      else if (room > 0) add(element);
      continue;
    }
    for (const [n, words] of asHere(part.words).split('**').entries()) {
      if (n > 0) bold = !bold;
      write(words);
    }
  }
  return elements.length > 0 ? elements : [{ type: 'text', text: ' ' }];
}

const formats = {
  day: '{date_short}',
  moment: '{date_short}, {time}',
  appointment: '{date_long_full}, {time}',
  ago: '{ago}',
} as const;

/** A string for what is plain words there. */
export function elementOf(part: Exclude<Plain, { kind: 'words' | 'slash' }>, team: string): Inline | string {
  switch (part.kind) {
    case 'data':
      return part.data;
    case 'who': {
      const { account } = part.who;
      if (account?.platform === 'slack' && account.workspace === team) return { type: 'user', user_id: account.id };
      return inWords(part.who);
    }
    case 'space':
      return part.space.platform === 'slack' && part.space.workspace === team
        ? { type: 'channel', channel_id: part.space.id }
        : `#${part.name}`;
    case 'at':
      return {
        type: 'date', // `{date}` has no year in rich text
        timestamp: Math.floor(part.at / 1000),
        format: formats[part.style],
        fallback: writtenTime(part.at, part.style),
      };
    case 'link':
      return { type: 'link', url: cut(part.url, 3000), text: part.label || part.url };
  }
}

/** The same without any markup: for headers, quiet lines, notifications. */
export const plain = (text: Text): string =>
  flat(text)
    .map(part => {
      if (part.kind === 'words') return asHere(part.words).replaceAll('**', '');
      if (part.kind === 'who') return inWords(part.who);
      if (part.kind === 'slash') return `/${part.slash}`;
      const element = elementOf(part, '');
      return typeof element === 'string'
        ? element
        : 'fallback' in element
          ? element.fallback
          : 'text' in element
            ? element.text
            : '';
    })
    .join('');

const inWords = ({ name, instead }: Who): string => (instead ? plain(instead) : name);

/** Where text stands as it is, three characters would begin something. docs.slack.dev/messaging/formatting-message-text#escaping */
export const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
