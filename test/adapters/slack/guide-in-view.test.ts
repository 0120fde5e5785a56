/** Each of our guides, in each language, in a window: Slack takes it, and nothing of it is missing. */
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
