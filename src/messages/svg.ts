/** Drawings, as SVG. What people wrote is a text in one: to the letter, whatever stands in it. */
type Attributes = Readonly<Record<string, string | number>>;

/** What XML takes as no character of a text. */
const noCharacter = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const letters = (words: string): string =>
  words.replace(noCharacter, '').replace(/[&<>"]/g, one => named[one] ?? '');

export const drawn = (shape: string, attributes: Attributes, ...within: readonly string[]): string =>
  `<${shape}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${letters(String(value))}"`)
    .join('')}>${within.join('')}</${shape}>`;
