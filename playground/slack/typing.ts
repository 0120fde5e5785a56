/** What a person types, as Slack's composer sends it: mentions resolved, escaped, and rich text beside it. */
import { quickEmoji } from '../quick-emoji.ts';
import { escaped } from './escaping.ts';
import type { Json, Team } from './state.ts';

interface Piece {
  readonly text: string;
  readonly rich: Json;
}

/** Addresses of pages, and of people, and emoji: `👍🏽` is `:+1::skin-tone-4:`. */
function made(rest: string, before: string): (Piece & { readonly shown: string }) | undefined {
  const url = rest.match(/^https?:\/\/[^\s<>]+/)?.[0];
  if (url) return { shown: url, text: `<${escaped(url)}>`, rich: { type: 'link', url } };
  const mail = /[\w.+-]$/.test(before) ? undefined : rest.match(/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+/)?.[0];
  const target = `mailto:${mail}`;
  return mail
    ? { shown: mail, text: `<${target}|${mail}>`, rich: { type: 'link', url: target, text: mail } }
    : emojiAt(rest);
}

/** From the picker, or by its name: of those that both clients offer at once. */
function emojiAt(rest: string): (Piece & { readonly shown: string }) | undefined {
  const one = quickEmoji.find(({ emoji, slack }) => rest.startsWith(emoji) || rest.startsWith(`:${slack}:`));
  if (!one) return undefined;
  const { emoji, slack: name } = one;
  const sign = rest.startsWith(emoji) ? emoji : `:${name}:`;
  const tone = rest.slice(sign.length).match(/^[\u{1f3fb}-\u{1f3ff}]/u)?.[0] ?? '';
  const skin_tone = tone && tone.codePointAt(0)! - 0x1f3fb + 2;
  const unicode = [...`${emoji}${tone}`].map(c => c.codePointAt(0)!.toString(16)).join('-');
  return {
    shown: sign + tone,
    text: skin_tone ? `:${name}::skin-tone-${skin_tone}:` : `:${name}:`,
    rich: { type: 'emoji', name, unicode, ...(skin_tone && { skin_tone }) },
  };
}

function pieces(team: Team, typed: string): Piece[] {
  const names = team.people.map(p => ({
    shown: `@${p.name}`,
    text: `<@${p.id}>`,
    rich: { type: 'user', user_id: p.id } as Json,
  }));
  const rooms = team.channels
    .filter(c => c.name)
    .map(c => ({
      shown: `#${c.name}`,
      text: `<#${c.id}|${c.name}>`,
      rich: { type: 'channel', channel_id: c.id } as Json,
    }));
  const broadcasts = ['channel', 'here', 'everyone'].map(range => ({
    shown: `@${range}`,
    text: `<!${range}>`,
    rich: { type: 'broadcast', range } as Json,
  }));
  const known = [...names, ...rooms, ...broadcasts].sort((a, b) => b.shown.length - a.shown.length);
  const found: Piece[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain) found.push({ text: escaped(plain), rich: { type: 'text', text: plain } });
    plain = '';
  };
  for (let i = 0; i < typed.length; ) {
    const rest = typed.slice(i);
    const piece = known.find(k => rest.startsWith(k.shown)) ?? made(rest, plain);
    if (!piece) {
      plain += typed[i];
      i += 1;
      continue;
    }
    flush();
    found.push(piece);
    i += piece.shown.length;
  }
  flush();
  return found;
}

export function composed(team: Team, typed: string, blockId: string): { text: string; blocks?: Json[] } {
  if (!typed) return { text: '' };
  const all = pieces(team, typed);
  const section = { type: 'rich_text_section', elements: all.map(p => p.rich) };
  return {
    text: all.map(p => p.text).join(''),
    blocks: [{ type: 'rich_text', block_id: blockId, elements: [section] }],
  };
}
