import { describe, expect, it } from 'vitest';
import { toComponents } from '../../../src/adapters/discord/components.ts';
import { draw, idOf, isCopyOf, mentioning, nonceOf } from '../../../src/adapters/discord/message.ts';
import { quotedIn } from '../../../src/adapters/discord/quoted.ts';
import { type Card, text } from '../../../src/platform/card.ts';
import { deed } from '../../support/deed.ts';

const ids = () => undefined;

const guild = { platform: 'discord', workspace: '100000000000000001' } as const;
const space = { ...guild, id: '200000000000000001' };
const amira = { who: { name: 'Amira', account: { ...guild, id: '300000000000000001' } } };
const approve = deed('join-request approve', { request: '01ARZ3NDEKTSV4RRFFQ69G5FAV' });
const approveId = 'join-request approve?request=01ARZ3NDEKTSV4RRFFQ69G5FAV';

describe('a command that a text names', () => {
  const named: Card = {
    body: [{ kind: 'text', text: text`${{ slash: 'cop find' }} or ${{ slash: 'document find' }}` }],
  };
  const drawnBy = (idOf: (slash: string) => string | undefined) => JSON.stringify(draw(named, idOf).body);

  it('is clickable by its id, and bold where it has none', () => {
    expect(drawnBy(slash => (slash === 'cop find' ? '17' : undefined))).toContain(
      '</cop find:17> or **/cop docs find**',
    );
    expect(drawnBy(ids)).toContain('**/cop find** or **/cop docs find**');
  });

  it('does not keep a message from being found again', () => {
    const guide: Card = { body: [...named.body, { kind: 'guide', title: 'A guide', markdown: 'One' }] };
    const { content, embeds } = draw(guide, () => '17').body;
    const message = { content, embeds, components: [] } as never;
    expect(isCopyOf(message, draw(guide, ids), 'key')).toBe(true);
  });
});

describe('a card', () => {
  it('lets how long ago go on counting', () => {
    const said = text`You said yes ${{ at: 1_800_000_000_000, style: 'ago' }}.`;
    expect(JSON.stringify(draw({ body: [{ kind: 'text', text: said }] }, ids).body.components)).toContain(
      '"content":"You said yes <t:1800000000:R>."',
    );
  });

  it('quotes paragraphs as one quotation, and writes small what there is of them', () => {
    const said = 'First.\n\nSecond.';
    const body = [
      { kind: 'text', text: text`${said}`, tone: 'quoted' },
      { kind: 'text', text: text`${said}`, tone: 'quiet' },
    ] as const;
    const { components } = draw({ body }, ids).body;
    expect(JSON.stringify(components)).toContain(JSON.stringify('> First.\n> \n> Second.').slice(1, -1));
    expect(JSON.stringify(components)).toContain(JSON.stringify('-# First.\n\n-# Second.').slice(1, -1));
    for (const kept of [components, JSON.parse(JSON.stringify(components).replaceAll('> \\n', '>\\n'))])
      expect(quotedIn({ components: kept } as never)).toBe(said);
  });

  it('is one container, read from top to bottom', () => {
    const card: Card = {
      title: text`Welcome to ${'Wound Care'}`,
      body: [
        {
          kind: 'facts',
          facts: [
            { label: 'Facilitator', value: text`${amira}` },
            { label: 'When?', value: text`Soon` },
          ],
        },
        { kind: 'text', text: text`Open ${{ space, name: 'cop-wound-care' }} until ${{ at: 1_800_000_000_000 }}.` },
        { kind: 'text', text: text`One\nTwo`, tone: 'quoted' },
        { kind: 'text', text: text`Small\nprint`, tone: 'quiet' },
        { kind: 'divider' },
        { kind: 'picture', png: new Uint8Array([1, 2]), name: 'the circle.png', alt: 'A circle' },
        { kind: 'text', text: text`**One** button`, buttons: [{ label: 'Approve', does: approve, style: 'primary' }] },
      ],
      buttons: [
        { label: 'Decline…', does: approve, style: 'danger' },
        { label: 'Open the space', goesTo: space },
      ],
    };
    expect(draw(card, ids)).toEqual({
      v2: true,
      files: [{ name: 'the-circle.png', data: Buffer.from([1, 2]) }],
      body: {
        flags: 1 << 15,
        allowed_mentions: { parse: [], users: ['300000000000000001'] },
        attachments: [{ id: 0, filename: 'the-circle.png', description: 'A circle' }],
        components: [
          {
            type: 17,
            components: [
              { type: 10, content: '## Welcome to Wound Care' },
              { type: 10, content: '**Facilitator:** <@300000000000000001>\n**When?** Soon' },
              { type: 10, content: 'Open <#200000000000000001> until <t:1800000000:D>.' },
              { type: 10, content: '> One\n> Two' },
              { type: 10, content: '-# Small\n-# print' },
              { type: 14, divider: true, spacing: 1 },
              { type: 12, items: [{ media: { url: 'attachment://the-circle.png' }, description: 'A circle' }] },
              {
                type: 9,
                components: [{ type: 10, content: '**One** button' }],
                accessory: { type: 2, style: 1, label: 'Approve', custom_id: approveId },
              },
              {
                type: 1,
                components: [
                  { type: 2, style: 4, label: 'Decline…', custom_id: `${approveId}~2` },
                  {
                    type: 2,
                    style: 5,
                    label: 'Open the space',
                    url: 'https://discord.com/channels/100000000000000001/200000000000000001',
                  },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it('has its rows of buttons below the words where there are several', () => {
    const button = (n: number) => ({ label: `B${n}`, does: deed('x', { n: String(n) }) });
    const { container } = toComponents({
      body: [{ kind: 'text', text: text`Choose`, buttons: [1, 2, 3, 4, 5, 6].map(button) }],
    });
    expect(container.components.map(one => ('components' in one ? one.components.length : one.type))).toEqual([
      10, 5, 1,
    ]);
  });

  it('says of each row at least what it begins with, where all of them are too long for one message', () => {
    const row = (n: number, words: string) =>
      ({
        kind: 'text',
        text: text`**${`CoP ${n}`}**\n${words}`,
        buttons: [{ label: 'Request to join', does: approve }],
      }) as const;
    const rows = Array.from({ length: 8 }, (_, n) =>
      row(n, n === 7 ? 'Short.' : `Nurses who care. ${'More. '.repeat(200)}`),
    );
    const { components } = toComponents({ title: text`All`, body: rows }).container;
    const said = components.map(one => JSON.stringify(one));
    for (const n of rows.keys())
      expect(said.find(one => one.includes(`CoP ${n}`))).toContain(n === 7 ? 'Short.' : 'Nurses who care.');
    expect(said.join('').length).toBeGreaterThan(4000);
  });

  it('leaves out a button whose address Discord would refuse', () => {
    const { container } = toComponents({
      body: [{ kind: 'text', text: text`Look`, buttons: [{ label: 'x', goesTo: { url: 'javascript:alert(1)' } }] }],
    });
    expect(container.components).toEqual([{ type: 10, content: 'Look' }]);
  });

  it('is never empty', () => {
    expect(toComponents({ body: [] }).container.components).toEqual([{ type: 10, content: '…' }]);
    expect(
      toComponents({ title: text`${' '}`, body: [{ kind: 'text', text: text`${''}`, tone: 'quoted' }] }).container
        .components,
    ).toEqual([{ type: 10, content: '…' }]);
  });
});

describe('the key', () => {
  const card: Card = { body: [{ kind: 'text', text: text`Hello` }] };
  it('is an int32 above those that Discord gives, and a nonce that fits', () => {
    for (const key of ['a', 'b', '01ARZ3NDEKTSV4RRFFQ69G5FAV']) {
      expect(idOf(key)).toBeGreaterThanOrEqual(2 ** 30);
      expect(idOf(key)).toBeLessThan(2 ** 31);
      expect(nonceOf(key).length).toBeLessThanOrEqual(25);
    }
  });
  it('finds the message that carries it, in a thread too', () => {
    const posted = mentioning(draw(card, ids, 'a'), '300000000000000001');
    const message = { content: '', embeds: [], components: posted.body.components } as never;
    expect(isCopyOf(message, draw(card, ids, 'a'), 'a')).toBe(true);
    expect(isCopyOf(message, draw(card, ids, 'b'), 'b')).toBe(false);
  });
});
