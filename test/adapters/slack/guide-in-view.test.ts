/** Each of our guides, in each language, in a window: Slack takes it, and nothing of it is missing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { viewTroubles } from '../../../playground/slack/views.ts';
import { toCardView } from '../../../src/adapters/slack/forms.ts';
import { guideCard } from '../../../src/messages/guide.ts';
import { ourGuides } from '../../support/guides.ts';

type Inline = { readonly text?: string; readonly style?: object };
type Drawn = { readonly elements?: readonly { readonly type: string; readonly elements: readonly Inline[] }[] };

const sections = (view: { readonly blocks: readonly object[] }) =>
  (view.blocks as readonly Drawn[]).flatMap(block => block.elements ?? []).filter(one => one.elements);
const plain = (words: string) => words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const all = Object.entries(ourGuides).flatMap(([language, guides]) =>
  Object.values(guides).map(guide => ({ language, name: guide.name, guide })),
);
it.each(all)('$name, $language', ({ guide }) => {
  const view = toCardView(guideCard(guide), 'T1');
  expect(viewTroubles(view, 'modal', { hasPicture: () => true })).toEqual([]);
  const words = sections(view).flatMap(({ elements }) => elements.map(one => one.text ?? ''));
  expect(plain(words.join(' '))).toContain(plain(guide.markdown));
  expect(words.join('')).not.toMatch(/\*|`|^#|^> /m);
});

it('shows headings in bold, lists with dots, quotations as such, and leads where a link leads', () => {
  const markdown =
    'Begin *here*.\n\n## A **first** one\n- **One** `/cop find`\n- [Two](https://example.org/a)\n> said\n> so\n\nand on';
  const [, ...drawn] = sections(toCardView({ body: [{ kind: 'guide', title: 'A guide', markdown }] }, 'T1'));
  expect(drawn).toEqual([
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'A first one', style: { bold: true } },
        { type: 'text', text: '\n• ' },
        { type: 'text', text: 'One', style: { bold: true } },
        { type: 'text', text: ' /cop find\n• ' },
        { type: 'link', url: 'https://example.org/a', text: 'Two' },
      ],
    },
    { type: 'rich_text_quote', elements: [{ type: 'text', text: 'said\nso' }] },
    { type: 'rich_text_section', elements: [{ type: 'text', text: 'and on' }] },
  ]);
});

const drawnOf = (markdown: string) => {
  const view = toCardView({ body: [{ kind: 'guide', title: 'A guide', markdown }] }, 'T1');
  expect(viewTroubles(view, 'modal', { hasPicture: () => true })).toEqual([]);
  return sections(view).map(({ elements }) => elements.map(one => one.text ?? '').join(''));
};

it('numbers what is numbered, indents a list within a list, and shows to the letter what Markdown would not read', () => {
  const drawn = drawnOf(
    '1. One\n2. Two\n   - *within*\n\n   and more\n\n2 \\* 3 is 2 * 3, snake_case_name stays &amp; so do **\n\n```\nas **it** is\n```\n[mail](mailto:a@example.org) ![a wheel](https://example.org/a.png)',
  );
  expect(drawn).toEqual([
    '1. One\n2. Two\n   • within\n\nand more\n\n2 * 3 is 2 * 3, snake_case_name stays & so do **\n\nas **it** is\n\nmail a wheel',
  ]);
});

it('shows a paragraph whole that is longer than a block, in several, and bold goes on where it was', () => {
  const words = Array.from({ length: 1500 }, (_, n) => `w${n}`);
  const markdown = `- ${words.slice(0, 300).join(' ')} **${words.slice(300, 1200).join(' ')}** ${words.slice(1200).join('\n')}`;
  const drawn = drawnOf(markdown);
  expect(drawn.length).toBeGreaterThan(2);
  expect(drawn.join(' ').match(/w\d+/g)).toEqual(words);
  expect(drawn.join('')).not.toMatch(/[*…]/);
  expect(drawnOf(`${'word '.repeat(579)}**${'y'.repeat(40)}**`).at(-1)).toBe('y'.repeat(40));
  const unbroken = 'x'.repeat(4000);
  expect(drawnOf(unbroken).join('')).toBe(unbroken);
});

it('takes whatever Markdown somebody writes, and leaves no word out', () => {
  const word = fc.constantFrom(
    'One',
    'zwei',
    '`three`',
    '**four**',
    '*five*',
    '[six](https://example.org)',
    '**',
    '_',
    '<b>',
  );
  const line = fc
    .tuple(
      fc.constantFrom('', '# ', '- ', '  - ', '1. ', '> ', '> - ', '> > ', '\n', '***\n'),
      fc.array(word, { maxLength: 40 }),
    )
    .map(([before, words]) => before + words.join(' '));
  const letters = (words: string) => words.match(/One|zwei|three|four|five|six/g) ?? [];
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), lines => {
      const markdown = lines
        .join('\n')
        .slice(0, 11_000)
        .replace(/[^ \n]*$/, '');
      expect(letters(drawnOf(markdown).join(' '))).toEqual(letters(markdown));
    }),
    { numRuns: 200 },
  );
});
