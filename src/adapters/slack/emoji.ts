/** Slack writes an emoji as its name, `:tada:`; beside it, in the rich text of the same message, as the signs that it is. Of a team's own there are none. */
export interface Emoji {
  readonly name: string;
  /** `1f44b-1f3fc`. */
  readonly unicode?: string;
  readonly skin_tone?: number;
}

/** As people see it; of one that is no sign, its name. */
export function emojiSeen({ name, unicode = '' }: Emoji): string {
  const codes = /^[0-9a-f]{2,6}(?:-[0-9a-f]{2,6})*$/i.test(unicode)
    ? unicode.split('-').map(one => Number.parseInt(one, 16))
    : [];
  return codes.length > 0 && codes.every(isSign) ? String.fromCodePoint(...codes) : `:${name}:`;
}

const isSign = (code: number): boolean => code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);

/** The text with its emoji as people see them. */
export function withEmoji(text: string, blocks: readonly object[] | null | undefined): string {
  const named = emojiIn(blocks ?? []).map(one => [nameInText(one), emojiSeen(one)] as const);
  return named
    .sort(([one], [other]) => other.length - one.length)
    .reduce((words, [name, seen]) => words.replaceAll(name, seen), text);
}

/** `:wave::skin-tone-3:` */
const nameInText = ({ name, skin_tone: tone }: Emoji): string =>
  tone === undefined || name.includes('::') ? `:${name}:` : `:${name}::skin-tone-${tone}:`;

function emojiIn(part: unknown): readonly Emoji[] {
  if (Array.isArray(part)) return part.flatMap(emojiIn);
  if (typeof part !== 'object' || part === null) return [];
  const { type, elements } = part as { readonly type?: string; readonly elements?: unknown };
  return type === 'emoji' ? [part as Emoji] : emojiIn(elements);
}
