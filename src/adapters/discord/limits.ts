/**
 * What Discord takes at most, and how what is longer is cut. Nothing that is drawn here may ever be refused for its size.
 * https://docs.discord.com/developers/components/reference, …/resources/message, …/interactions/application-commands
 */
import { ChannelType } from 'discord.js';
import { beginning as begun } from '../../domain/words.ts';
import { flat, type Plain, type Text } from '../../platform/card.ts';

export const limits = {
  /** Counted over the whole message: containers, rows, sections and what is in them; and the characters of all its text. */
  message: { components: 40, text: 4000, content: 2000, files: 10, mentions: 100, nonce: 25 },
  button: { label: 80, url: 512, customId: 100, inRow: 5, rows: 5 },
  menu: { placeholder: 150 },
  file: { alt: 1024, name: 80, bytes: 10 * 1024 * 1024 },
  embed: { title: 256, description: 4096, inAll: 6000, embeds: 10 },
  modal: {
    title: 45,
    components: 5,
    label: 45,
    description: 100,
    value: 4000,
    options: 25,
    option: 100,
    people: 25,
    day: 60,
  },
  command: { name: 32, description: 100, options: 25 },
  autocomplete: { choices: 25, choice: 100 },
  channel: { name: 100, topic: 1024, overwrites: 100 },
  thread: { name: 100 },
  history: { page: 100, pages: 20 },
} as const;

/** Where people read messages and a bot can post them; not a category, a voice channel or a forum. */
export const postable = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

/** The beginning of it, with `…` where it was cut. */
export function cut(words: string, most: number): string {
  if (words.length <= most) return words;
  return `${begun(words, most - 1)}…`;
}

const lengthOf = (part: Plain): number =>
  part.kind === 'words'
    ? part.words.length
    : part.kind === 'data'
      ? part.data.length
      : part.kind === 'slash'
        ? part.slash.length
        : 1;

/** The first `most` characters of a text; people, spaces, times and links count one and stay whole. Bold that was begun is ended. */
function beginning(text: Text, most: number): Text {
  const kept: Plain[] = [];
  let left = most;
  for (const part of flat(text)) {
    if (left <= 0) break;
    if (part.kind === 'words') kept.push({ kind: 'words', words: withoutHalf(part.words, left) });
    else if (part.kind === 'data') kept.push({ kind: 'data', data: withoutHalf(part.data, left) });
    else kept.push(part);
    left -= lengthOf(part);
  }
  const marks = kept.reduce((n, part) => n + (part.kind === 'words' ? part.words.split('**').length - 1 : 0), 0);
  return [...kept, { kind: 'words', words: marks % 2 === 1 ? '…**' : '…' }];
}

/** Not half of `**`. */
const withoutHalf = (words: string, most: number): string => {
  if (words.length <= most) return words;
  return begun(words, words.slice(most - 1, most + 1) === '**' ? most - 1 : most);
};

/** The text drawn whole if that fits, else as much of its beginning as does; nothing if not even one character does. */
export function fitting(text: Text, most: number, draw: (text: Text) => string): string {
  const whole = draw(text);
  if (whole.length <= most) return whole;
  let kept = 0;
  let over = flat(text).reduce((sum, part) => sum + lengthOf(part), 0);
  while (over - kept > 1) {
    const middle = (kept + over) >> 1;
    if (draw(beginning(text, middle)).length <= most) kept = middle;
    else over = middle;
  }
  return kept === 0 ? '' : draw(beginning(text, kept));
}
