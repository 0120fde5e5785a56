import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { defaultCommands } from '../../../playground/slack/options.ts';
import manifest from '../../../slack-app-manifest.json' with { type: 'json' };
import { toPlatformError } from '../../../src/adapters/slack/errors.ts';
import { download } from '../../../src/adapters/slack/files.ts';
import { optionsFrom } from '../../../src/adapters/slack/forms.ts';
import { fromSlash } from '../../../src/adapters/slack/inbound.ts';
import { quotedIn } from '../../../src/adapters/slack/quoted.ts';
import { sharedMessage } from '../../../src/adapters/slack/shared-message.ts';
import { callbackOf, typed } from '../../../src/adapters/slack/slash.ts';
import { channelName } from '../../../src/adapters/slack/spaces.ts';
import { commands } from '../../../src/commands/index.ts';
import { described } from '../../../src/domain/document.ts';
import type { CommandSpec } from '../../../src/platform/chat-platform.ts';

const spec = (name: string, slash: string, option?: string): CommandSpec => ({
  name,
  slash,
  summary: name,
  options: option ? { [option]: { kind: 'words', summary: option } } : {},
  answers: 'privately',
  asks: false,
});
const specs = [
  spec('start', 'startcop'),
  spec('find', 'cop find', 'words'),
  spec('docs find', 'cop docs find', 'words'),
  spec('docs list', 'cop docs list'),
  spec('home', 'cop home'),
  spec('help', 'cop help'),
  spec('leave', 'cop me leave', 'cop'),
  spec('forget', 'cop me forget'),
  spec('forget somebody', 'cop tend forget', 'who'),
  spec('docs review', 'cop docs review'),
  spec('roles review', 'cop roles review'),
];

describe('where it was typed', () => {
  const slash = {
    command: '/cop',
    text: 'share',
    trigger_id: '1.2',
    user_id: 'U1',
    user_name: 'ben',
    team_id: 'T1',
    response_url: 'https://hooks.slack.com/x',
  };
  it.each([
    ['C1', 'general', 'C1'],
    ['C2', 'privategroup', 'C2'],
    ['G2', 'privategroup', 'G2'],
    ['D1', 'directmessage', undefined],
    ['G3', 'mpdm-ben--amira--carla-1', undefined],
    ['C3', 'mpdm-ben--amira--carla-1', undefined],
  ])('%s, which is called %s, is %s', (channel_id, channel_name, at) => {
    const given = fromSlash({ ...slash, channel_id, channel_name }, { command: 'cop share', options: {} }, 0);
    expect(given.at?.id).toBe(at);
  });
});

describe('what was typed', () => {
  it.each([
    ['startcop', 'start', {}],
    ['cop find leg ulcers', 'find', { words: 'leg ulcers' }],
    ['cop  FIND  x', 'find', { words: 'x' }],
    ['cop docs find a b', 'docs find', { words: 'a b' }],
    ['cop docs a b', 'docs find', { words: 'a b' }],
    ['cop docs list', 'docs list', {}],
    ['cop docs', 'docs find', {}],
    ['cop', 'home', {}],
    ['cop me leave', 'leave', {}],
    ['cop leave', 'leave', {}],
    ['cop Leave wound care', 'leave', { cop: 'wound care' }],
    ['cop me', 'help', { unknown: 'me' }],
    ['cop forget', 'forget', {}],
    ['cop forget me', 'forget', {}],
    ['cop forget-me', 'forget', {}],
    ['cop tend forget Ben', 'forget somebody', { who: 'Ben' }],
    ['cop forget Ben', 'help', { unknown: 'forget Ben' }],
    ['cop review', 'help', { unknown: 'review' }],
    ['cop dance <@U1|ben>', 'help', { unknown: 'dance @ben' }],
  ])('/%s is %s', (line, command, options) => {
    expect(typed(specs, line)).toEqual({ command, options });
  });

  const wide: CommandSpec = {
    ...spec('send', 'cop send'),
    options: {
      people: { kind: 'people', summary: 'Whom' },
      channel: { kind: 'channel', summary: 'Where' },
      words: { kind: 'words', summary: 'Words' },
    },
  };
  it.each([
    ['<@U1|ben.okafor> <@U2>', { people: 'U1,U2' }],
    ['<@W1> @bob', { people: 'W1,@bob' }],
    ['<!subteam^S1|@nurses> <!channel>', { people: '@nurses,@channel' }],
    ['<#C1|general> leg ulcers', { channel: 'C1', words: 'leg ulcers' }],
    ['leg <#C1> ulcers', { channel: 'C1', words: 'leg ulcers' }],
    ['see <https://example.org/a?b=1&amp;c=2>', { words: 'see https://example.org/a?b=1&c=2' }],
    ['see <https://example.org|example.org>', { words: 'see https://example.org' }],
    ['<mailto:me@example.org|me@example.org> or <tel:+1555|555>', { words: 'me@example.org or 555' }],
    ['me@example.org &lt;3', { words: 'me@example.org <3' }],
  ])('reads people and channels out of %s', (line, options) => {
    expect(typed([wide], `cop send ${line}`)).toEqual({ command: 'send', options });
  });

  it('shows marks as the words they stand for, where words are wanted', () => {
    expect(typed(specs, 'cop find <@U1|ben> in <#C1|general> <!here>')).toEqual({
      command: 'find',
      options: { words: '@ben in #general @here' },
    });
  });

  it('is nothing for a command that is not ours', () => {
    expect(typed(specs, 'other')).toBeUndefined();
  });
});

it('reads a view: words, people, choices, and nothing for what was left out', () => {
  expect(
    optionsFrom({
      a: { value: { value: 'words' } },
      b: { value: { selected_user: 'U1' } },
      c: { value: { selected_users: ['U1', 'U2'] } },
      d: { value: { selected_option: { value: 'x' } } },
      e: { value: { value: null } },
      f: { value: { selected_user: null } },
      g: { value: { selected_conversation: 'C1' } },
    }),
  ).toEqual({ a: 'words', b: 'U1', c: 'U1,U2', d: 'x', g: 'C1' });
});

it.each([
  [
    'blocks',
    {
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Release 2' } },
        { type: 'section', text: { type: 'mrkdwn', text: 'See <https://x.org/a|the notes>' } },
        { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Vote' } }] },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'By ' },
                { type: 'text', text: 'Ben', style: { bold: true } },
                { type: 'text', text: ', ' },
                { type: 'link', url: 'https://x.org/b' },
              ],
            },
          ],
        },
      ],
    },
    'Release 2\nSee the notes https://x.org/a\nBy Ben, https://x.org/b',
  ],
  [
    'attachments',
    { attachments: [{ title: 'Build 7', text: 'passed', fallback: 'Build 7 passed' }] },
    'Build 7\npassed',
  ],
  ["an attachment's fallback", { attachments: [{ fallback: 'Build 7 passed' }] }, 'Build 7 passed'],
])('reads of what an app has posted without words its %s', (_what, more, words) => {
  const message = { ts: '1700000000.000100', bot_id: 'B1', subtype: 'bot_message', text: '', ...more };
  expect(sharedMessage(message, 'C1', 'T1', 'https://team.slack.com/')).toMatchObject({
    words,
    byBot: true,
    author: '',
    links: [...words.matchAll(/https:\S+/g)].map(([url]) => ({ url })),
  });
});

it("takes Slack's own for one, though it has none", () => {
  const message = { ts: '1700000000.000100', user: 'USLACKBOT', subtype: 'slackbot_response', text: 'Reminder' };
  expect(sharedMessage(message, 'C1', 'T1', 'https://team.slack.com/')).toMatchObject({ byBot: true });
});

it('takes nobody for a bot for having none', () => {
  const message = { ts: '1700000000.000100', user: 'U1', text: 'Hello', bot_id: null };
  expect(sharedMessage(message, 'C1', 'T1', 'https://team.slack.com/')).toMatchObject({ byBot: false });
});

it('reads a message: its words as people see them, its files, its links with the titles that Slack found', () => {
  const message = sharedMessage(
    {
      ts: '1700000000.000100',
      user: 'U1',
      text: 'See <https://x.org/a?b=1&amp;c=2> and <https://x.org/b|the other> &lt;ok&gt; <@U2>',
      files: [{ name: 'a.pdf', mimetype: 'application/pdf', size: 3 }],
      attachments: [{ from_url: 'https://x.org/b', title: 'Other' }],
    },
    'C1',
    'T1',
    'https://team.slack.com/',
  );
  expect(message).toMatchObject({
    permalink: 'https://team.slack.com/archives/C1/p1700000000000100',
    at: 1_700_000_000_000,
    byBot: false,
    words: 'See https://x.org/a?b=1&c=2 and the other https://x.org/b <ok>',
    files: [{ name: 'a.pdf', type: 'application/pdf', bytes: 3 }],
    links: [{ url: 'https://x.org/a?b=1&c=2' }, { url: 'https://x.org/b', title: 'Other' }],
  });
});

it.each([
  ['Ask <mailto:jo@example.org|jo@example.org> or <mailto:al@example.org>', 'Ask jo@example.org or al@example.org'],
  ['Call <tel:+15551234567|555-123-4567>', 'Call 555-123-4567'],
  ['Call <tel:+15551234567>', 'Call +15551234567'],
  ['Notes are in <#C1|wound-care>, <#C2|> knows', 'Notes are in #wound-care,  knows'],
  ['<slack://user?team=T1|Write to her> &lt;mailto:x&gt;', 'Write to her <mailto:x>'],
  ['Since <!date^1392734382^{date_short}|18 Feb 2014>', 'Since 18 Feb 2014'],
  ['<http://example.org|example.org> 3 &lt; 4 &amp; <!here>', 'example.org http://example.org 3 < 4 &'],
])('reads %s as it was written', (text, words) => {
  const message = { ts: '1700000000.000100', user: 'U1', text };
  expect(sharedMessage(message, 'C1', 'T1', 'https://team.slack.com/').words).toBe(words);
});

it('reads emoji as the signs that they are, by what Slack tells of them beside the text; of a team’s own, the name', () => {
  const emoji = (name: string, more = {}) => ({ type: 'emoji', name, ...more });
  const elements = [
    emoji('tada', { unicode: '1f389' }),
    { type: 'text', text: ' Heel guide ' },
    emoji('wave', { unicode: '1f44b-1f3fc', skin_tone: 3 }),
    emoji('wave', { unicode: '1f44b' }),
    emoji('our-clinic'),
    emoji('odd', { unicode: '../..' }),
    { type: 'text', text: ' :eyes: at 10:30:15' },
  ];
  const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
  const text = ':tada: Heel guide :wave::skin-tone-3::wave::our-clinic::odd: :eyes: at 10:30:15';
  const read = (message: object) =>
    sharedMessage({ ts: '1.1', user: 'U1', blocks, ...message }, 'C1', 'T1', 'https://team.slack.com/').words;
  const seen = '🎉 Heel guide 👋🏼👋:our-clinic::odd: :eyes: at 10:30:15';
  expect(read({ text })).toBe(seen);
  expect(read({ text: '' })).toBe(seen);
});

it('reads what a card quotes, also where Slack has made links and emoji of it', () => {
  const elements = [
    { type: 'text', text: 'See ' },
    { type: 'link', url: 'https://example.org' },
    { type: 'emoji', name: 'tada', unicode: '1f389' },
  ];
  const quote = { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] };
  expect(quotedIn({ blocks: [quote, { type: 'divider' }] })).toBe('See https://example.org🎉');
  expect(quotedIn({ blocks: [{ type: 'divider' }] })).toBeUndefined();
});

it('links to a reply where it stands, in its thread; to what is answered as to any other', () => {
  const linkOf = (thread_ts: string) => {
    const message = { ts: '1700000000.000100', thread_ts, user: 'U1', text: 'Yes' };
    return sharedMessage(message, 'C1', 'T1', 'https://team.slack.com/').permalink;
  };
  expect(linkOf('1600000000.000200')).toBe(
    'https://team.slack.com/archives/C1/p1700000000000100?thread_ts=1600000000.000200&cid=C1',
  );
  expect(linkOf('1700000000.000100')).toBe('https://team.slack.com/archives/C1/p1700000000000100');
});

it('takes a file that lies elsewhere for the link that it is, and one that was deleted for nothing', () => {
  const drive = { name: 'Heels', title: 'Heels', mimetype: 'application/vnd.google-apps.document', size: 0 };
  const url_private = 'https://docs.google.com/document/d/1/edit';
  const external = { ...drive, mode: 'external', is_external: true, url_private };
  const deleted = { title: 'This file was deleted.', mode: 'tombstone', size: 0 };
  const message = { ts: '1700000000.000100', user: 'U1', text: '', files: [external, deleted] };
  const shared = sharedMessage(message, 'C1', 'T1', 'https://team.slack.com/');
  expect(shared).toMatchObject({ files: [], links: [{ url: url_private, title: 'Heels' }] });
  expect(described(shared)).toEqual({ kind: 'link', title: 'Heels', url: url_private });
});

it('takes a canvas or a list for the link that it is, called what people call it', () => {
  const canvas = { id: 'F1', name: 'Heels_and_toes', title: 'Heels and toes', mode: 'quip', size: 900 };
  const url_private = 'https://files.slack.com/files-pri/T1-F1/canvas';
  const permalink = 'https://team.slack.com/docs/T1/F1';
  for (const mimetype of ['application/vnd.slack-docs', 'application/vnd.slack-list']) {
    const files = [{ ...canvas, mimetype, url_private, permalink }];
    const shared = sharedMessage(
      { ts: '1700000000.000100', user: 'U1', text: '', files },
      'C1',
      'T1',
      'https://team.slack.com/',
    );
    expect(shared).toMatchObject({ files: [] });
    expect(described(shared)).toEqual({ kind: 'link', title: 'Heels and toes', url: permalink });
  }
});

it('keeps of a message the file that its entry is called after: the first that is on Slack', async () => {
  const external = { id: 'F1', mimetype: 'application/vnd.google-apps.document', mode: 'external', is_external: true };
  const deleted = { id: 'F2', mode: 'tombstone', mimetype: 'text/plain' };
  const asked: string[] = [];
  const client = {
    conversations: { replies: async () => ({ messages: [{ ts: '1', files: [external, deleted, { id: 'F3' }] }] }) },
    files: {
      info: async ({ file }: { file: string }) => {
        asked.push(file);
        return { file: { mimetype: 'text/plain' } };
      },
    },
  };
  const channel = { platform: 'slack' as const, workspace: 'T1', id: 'C1' };
  await expect(download({ client } as never, { channel, id: '1' })).rejects.toThrow('no_file'); // it has no address here
  expect(asked).toEqual(['F3']);
});

it.each([
  ['cop-Wound Care!', 'cop-wound-care'],
  ['cop-Über.uns', 'cop-über-uns'],
  ['cop-🎉', 'cop'],
  ['cop-مجتمع', 'cop-مجتمع'],
  [`cop-${'x'.repeat(100)}`, `cop-${'x'.repeat(72)}`],
])('names a channel for %s', (name, channel) => {
  expect(channelName(name)).toBe(channel);
});

describe('errors', () => {
  const platform = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });
  it.each([
    [platform('restricted_action'), 'forbidden', 'restricted_action'],
    [platform('channel_not_found'), 'gone', 'channel_not_found'],
    [platform('invalid_blocks'), 'invalid', 'invalid_blocks'],
    [platform('internal_error'), 'unknown-outcome', 'internal_error'],
    [new webApi.WebAPIRateLimitedError(7), 'rate-limited', 'ratelimited'],
    [new webApi.WebAPIHTTPError(503, 'x', {}), 'unknown-outcome', '503'],
    [
      new webApi.WebAPIRequestError(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })),
      'unreachable',
      'ECONNREFUSED',
    ],
    [
      new webApi.WebAPIRequestError(Object.assign(new Error('x'), { code: 'ECONNRESET' })),
      'unknown-outcome',
      'ECONNRESET',
    ],
    [
      new webApi.WebAPIRequestError(Object.assign(new Error('x'), { code: 'CERT_NOT_YET_VALID' })),
      'unreachable',
      'CERT_NOT_YET_VALID',
    ],
    [new TypeError('a bug of ours'), 'invalid', 'bug'],
  ])('%s is %s', (error, kind, code) => {
    expect(toPlatformError(error)).toMatchObject({ kind, code });
  });

  it('keep the time that Slack asks for', () => {
    expect(toPlatformError(new webApi.WebAPIRateLimitedError(7)).retryAfterMs).toBe(7000);
  });
});

describe("the app's manifest", () => {
  it('has mentions and channels marked up where they are read, as the playground does', () => {
    expect(manifest.features.slash_commands.map(one => [one.command, one.should_escape])).toEqual(
      defaultCommands.map(one => [one.command, 'escapes' in one]),
    );
  });

  it('has every command and every menu entry', () => {
    const typedNames = new Set(commands.flatMap(command => (command.slash ? [`/${command.slash.split(' ')[0]}`] : [])));
    expect(new Set(manifest.features.slash_commands.map(one => one.command))).toEqual(typedNames);
    const entries = commands.flatMap(command =>
      command.shortcut ? [{ name: command.shortcut, callback_id: callbackOf(command.shortcut) }] : [],
    );
    expect(manifest.features.shortcuts).toMatchObject(entries);
  });
});
