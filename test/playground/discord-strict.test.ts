/** Mistakes that the real Discord refuses in messages and commands, and the playground too, one row each; and containers, inside and out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DiscordPlayground, startDiscord } from '../../playground/discord/index.ts';
import { clinic } from './discord-bot.ts';
import { generalOf, verdict } from './discord-wire.ts';

let discord: DiscordPlayground;
let general: string;
beforeAll(async () => {
  discord = await startDiscord({ workspaces: [clinic], rateLimits: false });
  general = await generalOf(discord);
});
afterAll(() => discord.stop());

const v2 = 1 << 15;
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const row = (...components: object[]) => ({ type: 1, components });
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const link = (url: string) => ({ content: 'x', components: [row({ type: 2, style: 5, label: 'Go', url })] });
const text = (content = 'x') => ({ type: 10, content });
const thumbnail = (url = 'https://a.test/a.png') => ({ type: 11, media: { url } });
const section = (accessory?: object, texts = 1) => ({ type: 9, components: many(texts, () => text()), accessory });
const gallery = (url: string, count = 1) => ({ type: 12, items: many(count, () => ({ media: { url } })) });
const container = (...components: object[]) => ({ flags: v2, components: [{ type: 17, components }] });
const embed = (more: object) => ({ embeds: [{ title: 'x', ...more }] });
const select = (emoji: object) => ({ type: 3, custom_id: 's', options: [{ label: 'a', value: 'a', emoji }] });

const said = (body: object) => verdict(discord, 'POST', `/channels/${general}/messages`, body);

describe('addresses', () => {
  const scheme = (place: string) => `400 50035 ${place} URL_TYPE_INVALID_SCHEME`;
  const rows: [string, object, string][] = [
    ['a link', link('https://a.test'), '200'],
    ['into Discord', link('discord://-/channels/1'), '200'],
    ['ftp', link('ftp://a.test/x'), scheme('components.0.components.0.url')],
    ['javascript', link('javascript:alert(1)'), scheme('components.0.components.0.url')],
    ['mailto', link('mailto:a@a.test'), scheme('components.0.components.0.url')],
    ['no address', link('here'), '400 50035 components.0.components.0.url URL_TYPE_INVALID_URL'],
    ['an embed', embed({ url: 'ftp://a.test/x' }), scheme('embeds.0.url')],
    ['an embed’s picture', embed({ image: { url: 'javascript:alert(1)' } }), scheme('embeds.0.image.url')],
    ['an embed’s author', embed({ author: { name: 'A', url: 'discord://-/users/1' } }), scheme('embeds.0.author.url')],
    ['a gallery', container(gallery('ftp://a.test/x.png')), scheme('components.0.components.0.items.0.media.url')],
    [
      'a thumbnail',
      container(section(thumbnail('javascript:alert(1)'))),
      scheme('components.0.components.0.accessory.media.url'),
    ],
    [
      'a link beside a text',
      container(section({ type: 2, style: 5, label: 'Go', url: 'ftp://a.test' })),
      scheme('components.0.components.0.accessory.url'),
    ],
    [
      'a file that is not uploaded',
      container({ type: 13, file: { url: 'https://a.test/a.pdf' } }),
      '400 50035 components.0.components.0.file.url UNFURLED_MEDIA_ITEM_ATTACHMENT_REFERENCE_REQUIRED',
    ],
  ];
  test.each(rows)('%s', async (_, body, expected) => expect(await said(body)).toBe(expected));
});

describe('words, emoji, numbers and files', () => {
  const bad = (place: string) => `400 50035 ${place} COMPONENT_INVALID_EMOJI`;
  const buttonWith = (emoji: object) => ({ content: 'x', components: [row(button({ emoji }))] });
  const rows: [string, object, string][] = [
    ['a field', embed({ fields: [{ name: 'a', value: 'b' }] }), '200'],
    [
      'a field without a name',
      embed({ fields: [{ name: '', value: 'b' }] }),
      '400 50035 embeds.0.fields.0.name BASE_TYPE_REQUIRED',
    ],
    [
      'a field of spaces',
      embed({ fields: [{ name: 'a', value: ' ' }] }),
      '400 50035 embeds.0.fields.0.value BASE_TYPE_REQUIRED',
    ],
    ['an emoji', buttonWith({ name: '📌' }), '200'],
    ['an emoji of several signs', buttonWith({ name: '👩🏽‍⚕️' }), '200'],
    ['an emoji without its variation sign', buttonWith({ name: '❤' }), '200'],
    ['words for an emoji', buttonWith({ name: 'pushpin' }), bad('components.0.components.0.emoji.name')],
    ['a sign that is none', buttonWith({ name: '▲' }), bad('components.0.components.0.emoji.name')],
    ['two emoji', buttonWith({ name: '📌📌' }), bad('components.0.components.0.emoji.name')],
    [
      'an emoji of another server',
      buttonWith({ id: '123456789012345678', name: 'party' }),
      bad('components.0.components.0.emoji.id'),
    ],
    [
      'in an option',
      { content: 'x', components: [row(select({ name: 'x' }))] },
      bad('components.0.components.0.options.0.emoji.name'),
    ],
    [
      'a number twice',
      container({ ...text(), id: 7 }, { ...section(thumbnail()), id: 7 }),
      '400 50035 components.0.components.1.id COMPONENT_ID_DUPLICATED',
    ],
    ['0 is no number', container({ ...text(), id: 0 }, { ...text(), id: 0 }), '200'],
    [
      'called alike within and beside',
      container(section(button()), row(button())),
      '400 50035 components.0.components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
  ];
  test.each(rows)('%s', async (_, body, expected) => expect(await said(body)).toBe(expected));

  const files = (count: number, told = false) => {
    const form = new FormData();
    const attachments = told ? { attachments: many(count, id => ({ id, description: 'x' })) } : {};
    form.set('payload_json', JSON.stringify({ content: 'x', ...attachments }));
    for (let n = 0; n < count; n += 1) form.set(`files[${n}]`, new Blob(['x'], { type: 'text/plain' }), `${n}.txt`);
    return form;
  };
  test('eleven files', async () => {
    expect(await said(files(10))).toBe('200');
    expect(await said(files(11))).toBe('400 30015');
    expect(await said(files(11, true))).toBe('400 50035 attachments BASE_TYPE_MAX_LENGTH');
  });
});

describe('containers', () => {
  const inside = (code: string, n = 0) => `400 50035 components.0.components.${n}${code}`;
  const rows: [string, object, string][] = [
    [
      'whole',
      container(text(), section(thumbnail()), gallery('https://a.test/a.png', 10), { type: 14 }, row(button())),
      '200',
    ],
    ['39 in one', container(...many(39, () => text())), '200'],
    ['forty, with texts and accessories within', container(...many(13, () => section(thumbnail()))), '200'],
    [
      'accessories count',
      container(...many(14, () => section(thumbnail()))),
      '400 50035 components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    ['empty', container(), '400 50035 components.0.components BASE_TYPE_REQUIRED'],
    ['one in another', container({ type: 17, components: [text()] }), inside('.type UNION_TYPE_CHOICES')],
    ['a button alone', container(button()), inside('.type UNION_TYPE_CHOICES')],
    ['a thumbnail alone', container(thumbnail()), inside('.type UNION_TYPE_CHOICES')],
    ['a section without its accessory', container(section()), inside('.accessory BASE_TYPE_REQUIRED')],
    ['a text as accessory', container(section(text())), inside('.accessory.type UNION_TYPE_CHOICES')],
    ['a section of four', container(section(thumbnail(), 4)), inside('.components BASE_TYPE_MAX_LENGTH')],
    ['a section of none', container(section(thumbnail(), 0)), inside('.components BASE_TYPE_REQUIRED')],
    ['11 pictures', container(gallery('https://a.test/a.png', 11)), inside('.items BASE_TYPE_MAX_LENGTH')],
    ['no words', container(text('')), inside('.content BASE_TYPE_REQUIRED')],
    [
      'words in all',
      container(text('x'.repeat(2500)), section(thumbnail()), text('x'.repeat(1500))),
      '400 50035 components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    [
      'six buttons in a row of it',
      container(row(...many(6, n => button({ custom_id: `${n}` })))),
      inside('.components BASE_TYPE_MAX_LENGTH'),
    ],
    [
      'a colour that is none',
      { flags: v2, components: [{ type: 17, accent_color: 0x1000000, components: [text()] }] },
      '400 50035 components.0.accent_color NUMBER_TYPE_MAX',
    ],
    [
      'a button without words',
      container(section(button({ label: undefined }))),
      inside('.accessory BUTTON_COMPONENT_MISSING_LABEL'),
    ],
  ];
  test.each(rows)('%s', async (_, body, expected) => expect(await said(body)).toBe(expected));
});
