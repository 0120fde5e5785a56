import { ChannelType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type Interaction, invocationOf, placeOfMessage } from '../../../src/adapters/discord/invocation.ts';
import { toSharedMessage } from '../../../src/adapters/discord/shared-message.ts';

const space = { platform: 'discord', workspace: '1', id: '2' } as const;
const ben = { id: '3', username: 'ben', global_name: 'Ben Okafor' };
const file = { id: '9', filename: 'Leg_ulcer.pdf', title: 'Leg ulcer', size: 9, content_type: 'application/pdf' };
const message = {
  id: '4',
  author: ben,
  timestamp: '2026-03-03T10:00:00.000Z',
  content: '',
  attachments: [],
  embeds: [],
};

describe('a message of a person', () => {
  it('has its words with people named, its files, and its links with what Discord found for them', () => {
    const content = 'For <@3>: https://a.example/(x) and <https://b.example/y>.';
    const embeds = [{ url: 'https://b.example/y', title: 'Why' }];
    const told = { ...message, content, mentions: [ben], attachments: [file], embeds };
    expect(toSharedMessage(told as never, space, '5')).toEqual({
      channel: space,
      within: '5',
      id: '4',
      author: '3',
      byBot: false,
      permalink: 'https://discord.com/channels/1/5/4',
      at: Date.parse('2026-03-03T10:00:00.000Z'),
      words: 'For @Ben Okafor: https://a.example/(x) and <https://b.example/y>.',
      files: [{ name: 'Leg ulcer.pdf', type: 'application/pdf', bytes: 9 }],
      links: [{ url: 'https://a.example/(x)' }, { url: 'https://b.example/y', title: 'Why' }],
    });
  });

  it.each([
    [{ ...ben, member: { nick: 'Ben the nurse' } }, 'Ben the nurse'],
    [{ ...ben, member: { nick: '\u3164' } }, 'Ben Okafor'],
    [{ ...ben, global_name: '\u3164' }, 'ben'],
  ])('names people as they are called everywhere else', (person, called) => {
    const told = { ...message, content: 'Ask <@3>', mentions: [person] };
    expect(toSharedMessage(told as never, space, '2').words).toBe(`Ask @${called}`);
  });

  it('has no words where the bot may not read them', () => {
    expect(toSharedMessage(message as never, space, '2')).not.toHaveProperty('words');
  });

  it.each([
    [
      'what a poll asks',
      {
        poll: {
          question: { text: 'Which day?' },
          answers: [{ poll_media: { text: 'Monday' } }, { poll_media: { emoji: { name: '🎈' } } }],
        },
      },
      'Which day?\nMonday',
    ],
    [
      'what another app has drawn',
      {
        webhook_id: '7',
        components: [
          {
            type: 17,
            components: [
              { type: 10, content: '## Release 2' },
              { type: 9, components: [{ type: 10, content: 'More' }] },
              { type: 14, components: null },
            ],
          },
        ],
      },
      '## Release 2\nMore',
    ],
    ['what an embed says', { embeds: [{ title: 'Release 2', description: 'More' }] }, 'Release 2\nMore'],
    ['what its sticker is called', { sticker_items: [{ id: '1', name: 'Wave', format_type: 1 }] }, 'Wave'],
  ])('has for its words, where it has none, %s', (_what, more, words) => {
    expect(toSharedMessage({ ...message, ...more } as never, space, '2')).toMatchObject({ words });
  });

  it('is no bot for having no webhook', () => {
    expect(toSharedMessage({ ...message, webhook_id: null } as never, space, '2')).toMatchObject({ byBot: false });
  });

  it.each([6, 7, 18, 21, 24, 46, 99])('is no person’s where Discord itself tells of something (%d)', type => {
    expect(toSharedMessage({ ...message, type } as never, space, '2')).toMatchObject({ byBot: true });
    for (const said of [0, 19])
      expect(toSharedMessage({ ...message, type: said } as never, space, '2')).toMatchObject({ byBot: false });
  });

  it('brings what it forwards', () => {
    const message_snapshots = [{ message: { ...message, content: 'Their words', attachments: [file] } }];
    const shared = toSharedMessage({ ...message, message_snapshots } as never, space, '2');
    expect(shared).toMatchObject({ words: 'Their words', files: [{ name: 'Leg ulcer.pdf' }] });
  });
});

describe('where it happened', () => {
  const within = (type: ChannelType, more = {}) =>
    ({
      id: '1234567890123456789',
      application_id: '8',
      token: 't',
      guild_id: '1',
      locale: 'de',
      member: { nick: 'Benny', user: ben },
      channel: { id: '5', type, ...more },
    }) as unknown as Interaction;

  it('is the space, in its public threads too', () => {
    const invocation = invocationOf(within(ChannelType.PublicThread, { parent_id: '2' }), false, 0);
    expect(invocation).toMatchObject({ at: space, locale: 'de', by: { workspace: '1', id: '3', name: 'Benny' } });
    expect(placeOfMessage(within(ChannelType.PublicThread, { parent_id: '2' }))).toEqual(space);
  });

  it('is known by its id alone, where Discord tells no more', () => {
    const briefly = { ...within(ChannelType.GuildText), channel: undefined, channel_id: '2' } as unknown as Interaction;
    expect(invocationOf(briefly, false, 0)).toMatchObject({ at: space });
    expect(placeOfMessage(briefly)).toEqual(space);
  });

  it('what is said in a private thread of it was not said in the space', () => {
    expect(placeOfMessage(within(ChannelType.PrivateThread, { parent_id: '2' }))).toEqual({ ...space, id: '5' });
  });

  it('a reply is good for fifteen minutes, by our own clock', () => {
    const { reply } = invocationOf(within(ChannelType.GuildText), false, 1000);
    expect(reply?.expiresAt).toBe(1000 + 15 * 60_000);
    expect(JSON.parse(reply?.token ?? '')).toEqual({ application: '8', token: 't', guild: '1' });
  });
});
