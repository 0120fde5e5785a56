/** What stands quoted on a card of the bot's own: Discord shows the whole message again with each press on it. */
import { type APIMessage, ComponentType } from 'discord.js';

export function quotedIn(message: APIMessage | undefined): string | undefined {
  const lines = textsIn(message?.components ?? []).flatMap(text => text.split('\n'));
  const words = lines.filter(line => /^>( |$)/.test(line)).map(line => unescaped(line.slice(2)));
  return words.join('\n').trim() || undefined;
}

interface Part {
  readonly type: ComponentType;
  readonly content?: string;
  readonly components?: readonly Part[] | null;
}

export const textsIn = (parts: readonly object[]): readonly string[] =>
  (parts as readonly Part[]).flatMap(({ type, content, components }) =>
    type === ComponentType.TextDisplay ? [content ?? ''] : textsIn(components ?? []),
  );

const unescaped = (markdown: string): string => markdown.replace(/\\([^\p{L}\d\s])/gu, '$1');
