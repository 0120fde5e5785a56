/** Whatever the card, Discord has no reason to refuse it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, mentioning } from '../../../src/adapters/discord/message.ts';
import type { Block, Button, Card, Part } from '../../../src/platform/card.ts';

const ids = () => '1234567890123456789';

const account = { platform: 'discord', workspace: '100000000000000001', id: '300000000000000001' } as const;
const words = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 3000 }),
  fc.constant('**bold**'),
  fc.constant('x'.repeat(5000)),
);
const part: fc.Arbitrary<Part> = fc.oneof(
  words.map(words => ({ kind: 'words', words }) as const),
  words.map(data => ({ kind: 'data', data }) as const),
  fc.constant({ kind: 'who', who: { name: 'Amira', account } } as const),
  fc.constant({ kind: 'at', at: 1_800_000_000_000, style: 'moment' } as const),
  fc.tuple(words, fc.webUrl()).map(([label, url]) => ({ kind: 'link', label, url }) as const),
);
const text = fc.array(part, { maxLength: 4 });
const button = fc.oneof(
  fc.record({
    label: words,
    does: fc.record({ command: fc.constantFrom('a b', 'c d'), options: fc.constantFrom({}, { id: 'x'.repeat(90) }) }),
  }),
  fc.record({
    label: words,
    goesTo: fc.oneof(fc.constant(account), fc.record({ url: fc.oneof(fc.webUrl(), words) })),
  }),
) as fc.Arbitrary<Button>;
const buttons = fc.array(button, { maxLength: 8 });
const png = new Uint8Array(1);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text, tone: fc.constantFrom('plain', 'quiet', 'quoted'), buttons }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: words, value: text }), { maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('picture' as const), png: fc.constant(png), name: words, alt: words }),
  fc.constant({ kind: 'divider' as const }),
);
const guide = fc.record({
  kind: fc.constant('guide' as const),
  title: words,
  markdown: fc.array(words).map(all => all.join('\n\n## ')),
});
const card: fc.Arbitrary<Card> = fc.record({ title: text, body: fc.array(block, { maxLength: 30 }), buttons });
const guideCard: fc.Arbitrary<Card> = fc
  .tuple(card, fc.array(guide, { minLength: 1, maxLength: 2 }))
  .map(([one, guides]) => ({ ...one, body: [...one.body, ...guides] }));

type Drawn = {
  type: number;
  content?: string;
  components?: Drawn[];
  accessory?: Drawn;
  label?: string;
  custom_id?: string;
  url?: string;
  items?: { description: string }[];
};
const all = (components: readonly Drawn[]): Drawn[] =>
  components.flatMap(one => [one, ...all(one.components ?? []), ...all(one.accessory ? [one.accessory] : [])]);

function fits(drawn: ReturnType<typeof draw>): void {
  const parts = all((drawn.body.components ?? []) as Drawn[]);
  for (const one of parts) {
    if (one.type === 10) expect(one.content?.trim()).toBeTruthy();
    if (one.type === 1) expect(one.components?.length).toSatisfy((n: number) => n >= 1 && n <= 5);
    if (one.type === 2) expect(one.label?.length).toSatisfy((n: number) => n >= 1 && n <= 80);
    if (one.type === 2) expect((one.custom_id ?? '').length).toBeLessThanOrEqual(100);
    if (one.type === 2) expect((one.url ?? '').length).toBeLessThanOrEqual(512);
    for (const item of one.items ?? []) expect(item.description.length).toSatisfy((n: number) => n >= 1 && n <= 1024);
  }
  const ids = parts.flatMap(one => one.custom_id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(drawn.body.attachments?.length ?? 0).toBeLessThanOrEqual(10);
  expect(new Set(drawn.files.map(file => file.name)).size).toBe(drawn.files.length);
}

describe('a message stays within the limits', () => {
  it('of Components V2', () => {
    fc.assert(
      fc.property(card, one => {
        const drawn = mentioning(draw(one, ids, 'key'), '300000000000000001');
        fits(drawn);
        const parts = all((drawn.body.components ?? []) as Drawn[]);
        expect(parts.length).toBeLessThanOrEqual(40);
        expect(parts.reduce((sum, { content = '' }) => sum + content.length, 0)).toBeLessThanOrEqual(4000);
      }),
    );
  });

  it('of embeds', () => {
    fc.assert(
      fc.property(guideCard, one => {
        const drawn = mentioning(draw(one, ids, 'key'), '300000000000000001');
        fits(drawn);
        const { embeds = [], content = '', components = [] } = drawn.body;
        const lengths = (embeds ?? []).map(({ title = '', description = '' }) => title.length + description.length);
        expect(lengths.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(6000);
        expect(embeds?.length).toBeLessThanOrEqual(10);
        expect(content?.length).toBeLessThanOrEqual(2000);
        expect(components?.length).toBeLessThanOrEqual(5);
        for (const { title = '', description } of embeds ?? []) {
          expect(title.length).toBeLessThanOrEqual(256);
          if (description !== undefined) expect(description.length).toSatisfy((n: number) => n >= 1 && n <= 4096);
        }
      }),
    );
  });
});
