/** What a person types, as Slack's composer sends it: mentions resolved, escaped, and rich text beside it. */
import { escaped } from './escaping.ts';
import type { Json, Team } from './state.ts';

interface Piece {
  readonly text: string;
  readonly rich: Json;
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
    const mention = known.find(k => rest.startsWith(k.shown));
    const link = rest.match(/^https?:\/\/[^\s<>]+/)?.[0];
    if (!mention && !link) {
      plain += typed[i];
      i += 1;
      continue;
    }
    flush();
    found.push(mention ?? { text: `<${escaped(link!)}>`, rich: { type: 'link', url: link } });
    i += mention ? mention.shown.length : link!.length;
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
