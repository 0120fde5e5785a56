import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../../src/adapters/slack/blocks.ts';
import { toCardView, toView } from '../../../src/adapters/slack/forms.ts';
import { cardIn } from '../../../src/messages/language.ts';
import { who } from '../../../src/messages/people.ts';
import { type Block, type Card, type Form, type Text, text } from '../../../src/platform/card.ts';
import { deed } from '../../support/deed.ts';

const ben = { who: { name: 'Ben', account: { platform: 'slack' as const, workspace: 'T1', id: 'U2' } } };
const away = { who: { name: 'Zed', account: { platform: 'slack' as const, workspace: 'T2', id: 'U9' } } };
const space = { space: { platform: 'slack' as const, workspace: 'T1', id: 'C1' }, name: 'cop-x' };
const section = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });
const blocks = (...body: Block[]) => toBlocks({ body }, 'T1').blocks;

describe('a card as blocks', () => {
  it('names people, spaces, days and links as Slack draws them', () => {
    const at = Date.UTC(2026, 2, 3);
    expect(
      blocks({
        kind: 'text',
        text: text`**${'A'}**: ${ben}, ${away} in ${space} on ${{ at }} ${{ url: 'https://x.org', label: 'there' }}`,
      }),
    ).toEqual([
      section(
        { type: 'text', text: 'A', style: { bold: true } },
        { type: 'text', text: ': ' },
        { type: 'user', user_id: 'U2' },
        { type: 'text', text: ', ' },
        { type: 'text', text: 'Zed' },
        { type: 'text', text: ' in ' },
        { type: 'channel', channel_id: 'C1' },
        { type: 'text', text: ' on ' },
        { type: 'date', timestamp: at / 1000, format: '{date_short}', fallback: '2026-03-03' },
        { type: 'text', text: ' ' },
        { type: 'link', url: 'https://x.org', text: 'there' },
      ),
    ]);
  });

  it('cuts each of many long texts, where all of them together are longer than a message may be', () => {
    const long = (n: number): Block => ({ kind: 'text', text: text`${'word '.repeat(n)}` });
    const lengthOf = (drawn: readonly object[]) =>
      drawn.length * 50 + JSON.stringify(drawn).split('"text":"').slice(1).join('').length;
    const four = blocks(long(580), long(580), long(580), long(580));
    expect(JSON.stringify(four).length).toBeGreaterThan(11_600); // as long as it may be: nothing is cut
    const six = blocks(...Array.from({ length: 6 }, () => long(580)));
    expect(six).toHaveLength(6);
    expect(lengthOf(six)).toBeLessThan(13_347);
    const fifty = blocks(...Array.from({ length: 50 }, () => long(100)));
    expect(fifty).toHaveLength(50);
    expect(lengthOf(fifty)).toBeLessThan(13_347 + 50 * 60); // the braces are no words
    const facts = blocks({
      kind: 'facts',
      facts: Array.from({ length: 8 }, () => ({ label: 'It', value: text`${'word '.repeat(580)}` })),
    });
    expect(lengthOf(facts)).toBeLessThan(13_347);
  });

  it('lets how long ago go on counting; in a section, which knows no such thing, it is the day nearest', () => {
    const at = Date.UTC(2026, 2, 3, 9);
    const said = text`You said yes ${{ at, style: 'ago' }}.`;
    expect(blocks({ kind: 'text', text: said })).toEqual([
      section(
        { type: 'text', text: 'You said yes ' },
        { type: 'date', timestamp: at / 1000, format: '{ago}', fallback: '(2026-03-03)' },
        { type: 'text', text: '.' },
      ),
    ]);
    expect(
      blocks({ kind: 'text', text: said, buttons: [{ label: 'Open', goesTo: { url: 'https://x.org' } }] }),
    ).toMatchObject([
      {
        type: 'section',
        text: { type: 'mrkdwn', text: `You said yes <!date^${at / 1000}^{date_pretty}|(2026-03-03)>.` },
        accessory: { type: 'button' },
      },
    ]);
  });

  it.each(['@everyone', '<!channel>', '*_~`', '&amp;', ':smile:', '**not bold**'])('shows %s to the letter', words => {
    expect(blocks({ kind: 'text', text: text`${words}` })).toEqual([section({ type: 'text', text: words })]);
  });

  describe('words with one button or a menu', () => {
    const go = { label: 'Go', does: deed('go') } as const;
    const beside = (words: Text) => toBlocks({ body: [{ kind: 'text', text: words, buttons: [go] }] }, 'T1').blocks;

    it('stand in a section, at half the height', () => {
      expect(
        beside(text`**${'Wound & Care'}** (${ben} in ${space}): ${{ url: 'https://x.org', label: 'there' }}`),
      ).toMatchObject([
        {
          type: 'section',
          text: {
            type: 'mrkdwn',
            verbatim: true,
            text: '*Wound &amp; Care* (<@U2> in <#C1>): <https://x.org|there>',
          },
          accessory: { type: 'button', value: 'go' },
        },
      ]);
    });

    it.each(['a*b*', '_x_', '~', '`', ':smile:', '> no quote'])(
      'stay rich text where %s would be taken for markup',
      words => {
        expect(beside(text`**Name** ${words}`).map(block => block.type)).toEqual(['rich_text', 'actions']);
      },
    );

    it.each([
      { words: text`x**${'Bold'}** in a word` },
      { words: text`**${'Bold'}**er` },
      { words: text`**${'two\nlines'}**` },
      { words: text`** **` },
    ])('stay rich text where bold would not show', ({ words }) => {
      expect(beside(words).map(block => block.type)).toEqual(['rich_text', 'actions']);
    });

    it('up to five choices are behind the dots, more are a list; what leads out does nothing more', () => {
      const menu = (many: number) =>
        toBlocks(
          {
            body: [
              {
                kind: 'text',
                text: text`So`,
                menu: {
                  label: 'More',
                  buttons: [
                    { label: 'Out', goesTo: space.space },
                    ...Array.from({ length: many }, (_, n) => ({ label: `${n}`, does: deed('go', { n: `${n}` }) })),
                  ],
                },
              },
            ],
          },
          'T1',
        ).blocks;
      expect(menu(4)).toMatchObject([
        {
          type: 'section',
          accessory: {
            type: 'overflow',
            options: [{ value: '-', url: expect.stringMatching(/app_redirect/) }, { value: 'go?n=0' }, {}, {}, {}],
          },
        },
      ]);
      expect(menu(5)).toMatchObject([
        {
          accessory: {
            type: 'static_select',
            placeholder: { text: 'More' },
            options: [{ value: 'go?n=0' }, {}, {}, {}, {}],
          },
        },
      ]);
    });
  });

  it('draws each kind of block', () => {
    const card: Card = {
      title: text`Hello`,
      body: [
        { kind: 'text', text: text`so`, tone: 'quoted' },
        { kind: 'text', text: text`quiet **words**`, tone: 'quiet' },
        {
          kind: 'facts',
          facts: [
            { label: 'One', value: text`1` },
            { label: 'Two?', value: text`2` },
          ],
        },
        { kind: 'guide', title: 'Guide', markdown: '## So' },
        { kind: 'divider' },
        { kind: 'picture', png: new Uint8Array(1), name: 'p.png', alt: 'A circle' },
      ],
      buttons: [
        { label: 'Do', does: deed('a b', { c: 'd' }), style: 'primary' },
        { label: 'Go', goesTo: space.space },
        { label: 'Out', goesTo: { url: 'https://x.org' } },
      ],
    };
    const plain = (words: string) => ({ type: 'plain_text', text: words, emoji: false });
    expect(toBlocks(card, 'T1', new Map([['p.png', 'F1']]))).toEqual({
      text: 'Hello',
      blocks: [
        { type: 'header', text: plain('Hello') },
        { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: 'so' }] }] },
        { type: 'context', elements: [plain('quiet words')] },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'One: ', style: { bold: true } },
                { type: 'text', text: '1' },
                { type: 'text', text: '\n' },
              ],
            },
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'Two? ', style: { bold: true } },
                { type: 'text', text: '2' },
              ],
            },
          ],
        },
        { type: 'header', text: plain('Guide') },
        { type: 'markdown', text: '## So' },
        { type: 'divider' },
        { type: 'image', slack_file: { id: 'F1' }, alt_text: 'A circle' },
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'a1', text: plain('Do'), value: 'a b?c=d', style: 'primary' },
            {
              type: 'button',
              action_id: 'a2',
              text: plain('Go'),
              url: 'https://slack.com/app_redirect?team=T1&channel=C1',
            },
            { type: 'button', action_id: 'a3', text: plain('Out'), url: 'https://x.org' },
          ],
        },
      ],
    });
  });

  it('escapes the line that notifications show', () => {
    expect(toBlocks({ body: [{ kind: 'text', text: text`${'<!channel> & co'}` }] }, 'T1').text).toBe(
      '&lt;!channel&gt; &amp; co',
    );
  });
});

describe('whatever the card', () => {
  const words = fc.string({ unit: 'binary', maxLength: 4000 }).map(some => text`${some}`);
  const button = fc.record({
    label: fc.string({ maxLength: 200 }),
    does: fc.constant(deed('a b')),
  });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      text: words,
      tone: fc.constantFrom('plain' as const, 'quiet' as const, 'quoted' as const),
      buttons: fc.array(button, { maxLength: 30 }),
    }),
    fc.record({
      kind: fc.constant('facts' as const),
      facts: fc.array(fc.record({ label: fc.string({ maxLength: 500 }), value: words }), { maxLength: 5 }),
    }),
    fc.record({
      kind: fc.constant('guide' as const),
      title: fc.string({ maxLength: 400 }),
      markdown: fc.string({ maxLength: 20_000 }),
    }),
    fc.constant({ kind: 'divider' as const }),
  );
  const card = fc.record({
    title: fc.option(words, { nil: undefined }),
    body: fc.array(block, { maxLength: 70 }),
    buttons: fc.array(button, { maxLength: 30 }),
  });

  it('stays within what Slack takes', () => {
    fc.assert(
      fc.property(card, one => {
        const drawn = toBlocks(one, 'T1');
        expect(drawn.blocks.length).toBeGreaterThan(0);
        expect(drawn.blocks.length).toBeLessThanOrEqual(50);
        expect(drawn.text.length).toBeGreaterThan(0);
        const all = JSON.parse(JSON.stringify(drawn.blocks)) as {
          type: string;
          text?: { text?: string } & string;
          elements?: { action_id?: string; text: { text: string } & string; type: string }[];
        }[];
        const ids = all.flatMap(each =>
          each.type === 'actions' ? (each.elements ?? []).map(element => element.action_id) : [],
        );
        expect(new Set(ids).size).toBe(ids.length);
        for (const each of all) {
          if (each.type === 'header') expect(each.text?.text?.length).toBeLessThanOrEqual(150);
          if (each.type === 'markdown') expect(each.text?.length).toBeLessThanOrEqual(12_000);
          if (each.type === 'actions') {
            expect(each.elements?.length).toBeLessThanOrEqual(25);
            for (const element of each.elements ?? []) expect(element.text.text.length).toBeLessThanOrEqual(75);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a form as a view', () => {
  const form: Form = {
    title: 'A title that is far too long for Slack',
    intro: text`Say`,
    fields: [
      {
        kind: 'words',
        name: 'name',
        label: 'Name',
        hint: 'Short',
        required: true,
        max: 60,
        value: 'x',
        error: 'Taken.',
      },
      { kind: 'people', name: 'who', label: 'Who', most: 1, value: ['U1'] },
      { kind: 'people', name: 'all', label: 'All', most: 5 },
      { kind: 'choice', name: 'how', label: 'How', choices: [{ value: 'a', label: 'A' }], value: 'a' },
      { kind: 'channel', name: 'where', label: 'Where', value: 'C1' },
    ],
    submit: 'Send',
    does: deed('a b', { c: 'd' }),
  };

  it('offers private channels alone where it is asked to', () => {
    const fields = [{ kind: 'channel', name: 'forum', label: 'Forum', private: true }] as const;
    expect(toView({ ...form, fields }, 'T1').blocks.at(-1)).toMatchObject({
      block_id: 'forum',
      element: { filter: { include: ['private'] } },
    });
  });

  it('has a box for what is ticked, ticked as it was', () => {
    const tick = { kind: 'tick', name: 'hello', label: 'When', words: 'Members may' } as const;
    const box = { text: { type: 'plain_text', text: 'Members may', emoji: false }, value: 'yes' };
    expect(toView({ ...form, fields: [tick] }, 'T1').blocks.at(-1)).toMatchObject({
      optional: true,
      element: { type: 'checkboxes', options: [box] },
    });
    expect(toView({ ...form, fields: [{ ...tick, value: 'yes' }] }, 'T1').blocks.at(-1)).toMatchObject({
      element: { initial_options: [box] },
    });
  });

  it('has an input a field, prefilled', () => {
    const view = toView(form, 'T1');
    expect(view).toMatchObject({
      callback_id: 'a b?c=d',
      title: { text: 'A title that is far too…' },
      private_metadata: '',
    });
    expect(view.blocks.slice(1)).toMatchObject([
      {
        block_id: 'name',
        optional: false,
        hint: { text: 'Short Taken.' },
        element: { type: 'plain_text_input', multiline: false, max_length: 60, initial_value: 'x' },
      },
      { block_id: 'who', optional: true, element: { type: 'users_select', initial_user: 'U1' } },
      { block_id: 'all', element: { type: 'multi_users_select', max_selected_items: 5 } },
      { block_id: 'how', element: { type: 'static_select', initial_option: { value: 'a' } } },
      {
        block_id: 'where',
        element: {
          type: 'conversations_select',
          filter: { include: ['public', 'private'] },
          initial_conversation: 'C1',
        },
      },
    ]);
  });

  it('remembers a message of any length within 3,000 characters', () => {
    const message = {
      channel: space.space,
      id: '1.2',
      author: 'U1',
      byBot: false,
      permalink: 'https://x',
      at: 1,
      words: 'w'.repeat(9000),
      files: [],
      links: Array.from({ length: 40 }, () => ({ url: `https://x.org/${'y'.repeat(200)}` })),
    };
    const metadata = toView(form, 'T1', { message }).private_metadata ?? '';
    expect(metadata.length).toBeLessThanOrEqual(3000);
    expect(JSON.parse(metadata).message).toMatchObject({ id: '1.2', author: 'U1' });
  });

  it('gives its place to a card, with the title where it fits', () => {
    expect(toCardView({ title: text`Done`, body: [] }, 'T1')).toMatchObject({ title: { text: 'Done' } });
    expect(toCardView({ title: text`A title that is far too long for Slack`, body: [] }, 'T1')).toMatchObject({
      title: { text: 'CoP' },
      blocks: [{ type: 'header' }],
    });
  });
});

it.each([
  ['en', 'Somebody asks'],
  ['de', 'Jemand asks'],
] as const)(
  'whose name is not known is shown by their account, and called somebody where that has no room: %s',
  (language, line) => {
    const nameless = who({ name: '', accountId: 'U2' }, { workspace: 'slack:T1' as never });
    const { blocks, text: notified } = toBlocks(
      cardIn({ body: [{ kind: 'text', text: text`${nameless} ${'asks'}` }] }, language),
      'T1',
    );
    expect(blocks).toEqual([
      section({ type: 'user', user_id: 'U2' }, { type: 'text', text: ' ' }, { type: 'text', text: 'asks' }),
    ]);
    expect(notified).toBe(line);
  },
);
