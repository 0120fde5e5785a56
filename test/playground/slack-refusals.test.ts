/** What the playground's Slack refuses, with the real web-api client: one row a rule. */
import { LogLevel, webApi } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SlackPlayground } from '../../playground/slack/index.ts';
import { startSlack } from '../../playground/slack/index.ts';

const { WebClient } = webApi;

let slack: SlackPlayground;
let client: webApi.WebClient;
let ours = '';
let ben = '';
let guest = '';
let joan = '';

const asking = (element: object) => ({ type: 'input', label: { type: 'plain_text', text: 'Which?' }, element });

const everyScope = [
  'groups:write',
  'groups:read',
  'groups:history',
  'pins:read',
  'pins:write',
  'bookmarks:write',
  'bookmarks:read',
  'files:read',
  'files:write',
  'users:read',
  'chat:write',
  'commands',
  'im:write',
  'im:history',
  'channels:read',
  'channels:manage',
  'team:read',
  'reactions:write',
];

beforeAll(async () => {
  slack = await startSlack({
    workspaces: [
      {
        name: 'Clinic',
        people: [
          { name: 'Ben Okafor' },
          { name: 'Joan Ibarra' },
          { name: 'Gus Guest', guest: true },
          { name: 'Eve Adams' },
        ],
      },
      { name: 'Other', people: [{ name: 'Olu' }] },
    ],
    rateLimits: false,
    scopes: everyScope,
  } as Parameters<typeof startSlack>[0]);
  client = new WebClient(slack.botToken(), {
    slackApiUrl: slack.apiUrl,
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: 0 },
    logger: quiet,
  });
  [ben, joan, guest] = ['Ben Okafor', 'Joan Ibarra', 'Gus Guest'].map(name => slack.person(name).id) as [
    string,
    string,
    string,
  ];
  ours = (await client.conversations.create({ name: 'ours', is_private: true })).channel!.id!;
  slack.addsHiddenChannel('board-secrets');
});
afterAll(() => slack.stop());

const nothing = () => undefined;
const quiet = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

const x = (n: number): string => 'x'.repeat(n);
const long = (blocks: number, each: number) =>
  Array.from({ length: blocks }, () => ({ type: 'section', text: { type: 'plain_text', text: x(each) } }));
const plain = (text: string) => ({ type: 'plain_text', text });
const section = (n: number) => ({ type: 'section', text: { type: 'mrkdwn', text: x(n) } });
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const option = (value: string, label = value) => ({ text: plain(label), value });
const select = (more: object) => ({ type: 'actions', elements: [{ type: 'static_select', ...more }] });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('Name'), element, ...more });
const times = <T>(n: number, one: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => one(i));

async function refusal(method: string, args: object): Promise<{ error: string; why: string }> {
  try {
    await client.apiCall(method, args as Record<string, unknown>);
  } catch (error) {
    const { data } = error as { data: { error: string; response_metadata?: { messages?: string[] } } };
    return { error: data.error, why: data.response_metadata?.messages?.join('\n') ?? '' };
  }
  return { error: 'taken', why: '' };
}

describe('blocks in messages', () => {
  const refused: [string, unknown[], RegExp][] = [
    ['an unknown type', [{ type: 'sectoin' }], /unsupported type: sectoin/],
    ['an unknown property', [{ type: 'divider', colour: 'red' }], /colour/],
    ['an unknown property of an element', [{ type: 'actions', elements: [button({ colour: 'red' })] }], /colour/],
    ['a missing property', [{ type: 'header' }], /blocks\/0\/text/],
    ['51 blocks', times(51, () => ({ type: 'divider' })), /no more than 50/],
    [
      'a header of 151',
      [{ type: 'header', text: plain(x(151)) }],
      /less than 151 characters \[json-pointer:\/blocks\/0\/text\/text\]/,
    ],
    ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], /blocks\/0\/text/],
    ['a section of 3001', [section(3001)], /less than 3001/],
    ['a section of nothing', [{ type: 'section' }], /text or fields/],
    ['an empty text', [section(0)], /more than 0/],
    ['11 fields', [{ type: 'section', fields: times(11, () => plain('x')) }], /no more than 10/],
    ['a field of 2001', [{ type: 'section', fields: [plain(x(2001))] }], /less than 2001/],
    ['11 elements of a context', [{ type: 'context', elements: times(11, () => plain('x')) }], /no more than 10/],
    ['26 buttons', [{ type: 'actions', elements: times(26, i => button({ action_id: `a${i}` })) }], /no more than 25/],
    ['no buttons', [{ type: 'actions', elements: [] }], /elements/],
    ['a label of 76', [{ type: 'actions', elements: [button({ text: plain(x(76)) })] }], /less than 76/],
    ['a value of 2001', [{ type: 'actions', elements: [button({ value: x(2001) })] }], /less than 2001/],
    ['a style of its own', [{ type: 'actions', elements: [button({ style: 'warning' })] }], /style/],
    ['an action_id of 256', [{ type: 'actions', elements: [button({ action_id: x(256) })] }], /less than 256/],
    [
      'an action_id twice in a block',
      [{ type: 'actions', elements: [button({ action_id: 'a' }), button({ action_id: 'a' })] }],
      /already exists/,
    ],
    [
      'a block_id twice',
      [
        { type: 'divider', block_id: 'b' },
        { type: 'divider', block_id: 'b' },
      ],
      /already exists/,
    ],
    ['a block_id of 256', [{ type: 'divider', block_id: x(256) }], /less than 256/],
    [
      'an image element among buttons',
      [{ type: 'actions', elements: [{ type: 'image', image_url: 'https://x', alt_text: 'x' }] }],
      /unsupported type/,
    ],
    ['an image without words', [{ type: 'image', image_url: 'https://x.org/p.png' }], /alt_text/],
    ['an image from nowhere', [{ type: 'image', alt_text: 'x' }], /image_url/],
    ["a file that isn't there", [{ type: 'image', alt_text: 'x', slack_file: { id: 'F0' } }], /invalid slack file/],
    ['101 options', [select({ options: times(101, i => option(`v${i}`)) })], /no more than 100/],
    ['no options', [select({})], /options/],
    ['an option of 76', [select({ options: [option('v', x(76))] })], /less than 76/],
    ['an option value of 151', [select({ options: [option(x(151), 'v')] })], /less than 151/],
    [
      'an initial option that is none',
      [select({ options: [option('a')], initial_option: option('b') })],
      /initial value/,
    ],
    ['a placeholder of 151', [select({ options: [option('a')], placeholder: plain(x(151)) })], /less than 151/],
    [
      '6 overflow options',
      [{ type: 'actions', elements: [{ type: 'overflow', options: times(6, i => option(`${i}`)) }] }],
      /no more than 5/,
    ],
    [
      '11 checkboxes',
      [{ type: 'actions', elements: [{ type: 'checkboxes', options: times(11, i => option(`${i}`)) }] }],
      /no more than 10/,
    ],
    [
      '12,001 of Markdown in all',
      [
        { type: 'markdown', text: x(12_000) },
        { type: 'markdown', text: 'x' },
      ],
      /12001/,
    ],
    ['something else than a list', { type: 'divider' } as unknown as unknown[], /array/],
  ];
  test.each(refused)('%s', async (_, blocks, why) => {
    expect(await refusal('chat.postMessage', { channel: ours, text: 'x', blocks })).toEqual({
      error: 'invalid_blocks',
      why: expect.stringMatching(why),
    });
  });

  test('the longest of everything is taken', async () => {
    const blocks = [
      { type: 'header', text: plain(x(150)) },
      section(3000),
      { type: 'section', fields: times(10, () => plain(x(2000))) },
      { type: 'actions', elements: times(25, i => button({ action_id: `a${i}`, text: plain(x(75)), value: x(2000) })) },
      { type: 'actions', elements: [button({ action_id: 'a1' })] },
      { type: 'markdown', text: x(12_000) },
      select({ options: times(100, i => option(`v${i}`)), initial_option: option('v9') }),
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }] },
      { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] },
      ...times(41, () => ({ type: 'divider' })),
    ];
    const taken = { error: 'taken', why: '' };
    expect(await refusal('blocks.validate', { blocks })).toEqual(taken);
    for (const most of [[{ type: 'markdown', text: x(12_000) }], times(50, () => section(190))])
      expect(await refusal('chat.postMessage', { channel: ours, text: x(40_000), blocks: most })).toEqual(taken);
  });
});

describe('views', () => {
  const words = { type: 'plain_text_input', action_id: 'it' };
  const view = (more: object) => ({ type: 'modal', title: plain('T'), blocks: [{ type: 'divider' }], ...more });
  const refused: [string, object, RegExp][] = [
    ['no title', { type: 'modal', blocks: [{ type: 'divider' }] }, /title/],
    ['a title of 25', view({ title: plain(x(25)) }), /less than 25/],
    ['a submit of 25', view({ submit: plain(x(25)) }), /less than 25/],
    ['a close of 25', view({ close: plain(x(25)) }), /less than 25/],
    ['a title in mrkdwn', view({ title: { type: 'mrkdwn', text: 'x' } }), /title/],
    ['private_metadata of 3001', view({ private_metadata: x(3001) }), /less than 3001/],
    ['a callback_id of 256', view({ callback_id: x(256) }), /less than 256/],
    ['an unknown property', view({ colour: 'red' }), /colour/],
    ['inputs without submit', view({ blocks: [input(words)] }), /submit/],
    ['101 blocks', view({ blocks: times(101, () => ({ type: 'divider' })) }), /100/],
    ['no blocks', view({ blocks: [] }), /blocks/],
    ['a markdown block', view({ blocks: [{ type: 'markdown', text: 'x' }] }), /unsupported type: markdown/],
    [
      'an initial value too long',
      view({ submit: plain('S'), blocks: [input({ ...words, max_length: 3, initial_value: 'four' })] }),
      /max_length/,
    ],
    [
      'a max_length of 3001',
      view({ submit: plain('S'), blocks: [input({ ...words, max_length: 3001 })] }),
      /max_length/,
    ],
    ['a button as input', view({ submit: plain('S'), blocks: [input(button())] }), /unsupported type/],
    [
      'two in focus',
      view({
        submit: plain('S'),
        blocks: [input({ ...words, focus_on_load: true }), input({ ...words, focus_on_load: true })],
      }),
      /focus/,
    ],
  ];
  test.each(refused)('%s', async (_, given, why) => {
    expect(await refusal('views.open', { trigger_id: '1.2.ab', view: given })).toEqual({
      error: 'invalid_arguments',
      why: expect.stringMatching(why),
    });
  });
  test.each([
    ['views.open', { trigger_id: '1.2.ab', view: view({}) }, 'invalid_trigger_id'],
    ['views.update', { view_id: 'V0', view: view({}) }, 'not_found'],
    ['views.update', { view: view({}) }, 'invalid_arguments'],
  ])('%s %o', async (method, args, error) => expect((await refusal(method, args)).error).toBe(error));
});

describe('methods', () => {
  const now = { ts: '' };
  beforeAll(async () => {
    now.ts = (await client.chat.postMessage({ channel: ours, text: 'here' })).ts!;
    await client.pins.add({ channel: ours, timestamp: now.ts });
  });
  const rows: [string, () => object, string][] = [
    ['no.such', () => ({}), 'unknown_method'],
    ['conversations.create', () => ({}), 'invalid_arguments'],
    ['conversations.create', () => ({ name: '' }), 'invalid_name_required'],
    ['conversations.create', () => ({ name: 'Ours' }), 'invalid_name_specials'],
    ['conversations.create', () => ({ name: 'our space' }), 'invalid_name_specials'],
    ['conversations.create', () => ({ name: 'our.space' }), 'invalid_name_specials'],
    ['conversations.create', () => ({ name: '--' }), 'invalid_name_punctuation'],
    ['conversations.create', () => ({ name: x(81) }), 'invalid_name_maxlength'],
    ['conversations.create', () => ({ name: 'board-secrets', is_private: true }), 'name_taken'],
    ['conversations.rename', () => ({ channel: ours, name: 'general' }), 'name_taken'],
    ['conversations.setTopic', () => ({ channel: ours, topic: x(251) }), 'too_long'],
    ['conversations.setPurpose', () => ({ channel: ours, purpose: x(251) }), 'too_long'],
    ['conversations.setTopic', () => ({ channel: 'C0', topic: 'x' }), 'channel_not_found'],
    ['conversations.info', () => ({ channel: 'C0' }), 'channel_not_found'],
    ['conversations.list', () => ({ types: 'secret' }), 'invalid_types'],
    ['conversations.list', () => ({ cursor: 'what' }), 'invalid_cursor'],
    ['conversations.list', () => ({ limit: 1000 }), 'invalid_limit'],
    ['conversations.members', () => ({ channel: ours, limit: 1000 }), 'invalid_limit'],
    ['conversations.list', () => ({ types: 'im' }), 'missing_scope'],
    ['conversations.invite', () => ({ channel: ours, users: slack.botUserId() }), 'cant_invite_self'],
    ['conversations.invite', () => ({ channel: ours, users: 'U0' }), 'user_not_found'],
    ['conversations.invite', () => ({ channel: ours, users: guest }), 'user_is_restricted'],
    ['conversations.invite', () => ({ channel: ours, users: '' }), 'no_user'],
    ['conversations.kick', () => ({ channel: ours, user: joan }), 'not_in_channel'],
    ['conversations.kick', () => ({ channel: ours, user: slack.botUserId() }), 'cant_kick_self'],
    ['conversations.unarchive', () => ({ channel: ours }), 'not_archived'],
    ['conversations.open', () => ({}), 'users_list_not_supplied'],
    ['conversations.open', () => ({ users: 'U0' }), 'user_not_found'],
    ['chat.postMessage', () => ({ channel: ours }), 'no_text'],
    ['chat.postMessage', () => ({ channel: ours, text: x(40_001) }), 'msg_too_long'],
    ['chat.postMessage', () => ({ channel: ours, blocks: '[{' }), 'invalid_blocks_format'],
    ['chat.postMessage', () => ({ channel: ours, text: 'x', blocks: long(5, 2800) }), 'msg_blocks_too_long'],
    ['chat.postMessage', () => ({ channel: ours, text: 'x', blocks: long(45, 253) }), 'msg_blocks_too_long'],
    ['chat.update', () => ({ channel: ours, ts: now.ts, text: 'x', blocks: long(5, 2800) }), 'msg_blocks_too_long'],
    [
      'chat.postMessage',
      () => ({ channel: ours, text: 'x', metadata: { event_type: 'x' } }),
      'invalid_metadata_format',
    ],
    ['chat.postMessage', () => ({ channel: 'C0', text: 'x' }), 'channel_not_found'],
    ['chat.update', () => ({ channel: ours, ts: '1.2', text: 'x' }), 'message_not_found'],
    ['chat.delete', () => ({ channel: ours, ts: '1.2' }), 'message_not_found'],
    ['chat.postEphemeral', () => ({ channel: ours, user: joan, text: 'x' }), 'user_not_in_channel'],
    ['pins.add', () => ({ channel: ours, timestamp: now.ts }), 'already_pinned'],
    ['pins.add', () => ({ channel: ours, timestamp: '1.2' }), 'message_not_found'],
    ['pins.add', () => ({ channel: ours }), 'no_item_specified'],
    ['pins.remove', () => ({ channel: ours, timestamp: '1.2' }), 'message_not_found'],
    ['bookmarks.add', () => ({ channel_id: ours, title: 'x', type: 'link', link: 'ours' }), 'invalid_link'],
    ['files.info', () => ({ file: 'F0' }), 'file_not_found'],
    ['files.completeUploadExternal', () => ({ files: [{ id: 'F0' }] }), 'file_not_found'],
    ['users.info', () => ({ user: 'U0' }), 'user_not_found'],
    ['users.lookupByEmail', () => ({ email: 'x@y.z' }), 'missing_scope'],
    ['blocks.validate', () => ({ blocks: [{ type: 'x' }] }), 'invalid_blocks'],
    ['blocks.validate', () => ({ blocks: [asking({ type: 'file_input' })] }), 'invalid_blocks'], // stands in forms alone
    ['blocks.validate', () => ({ blocks: [asking({ type: 'conversations_select', filter: {} })] }), 'invalid_blocks'],
  ];
  test.each(rows)('%s %o: %s', async (method, args, error) =>
    expect((await refusal(method, args())).error).toBe(error),
  );

  test('what only one person sees can not be pinned', async () => {
    const { channel } = await client.conversations.create({ name: 'for-ben', is_private: true });
    const id = channel?.id ?? '';
    await client.conversations.invite({ channel: id, users: ben });
    const { message_ts } = await client.chat.postEphemeral({ channel: id, user: ben, text: 'for you' });
    expect((await refusal('pins.add', { channel: id, timestamp: message_ts })).error).toBe('message_not_found');
  });

  test('a token of nobody, of the app, and of another workspace', async () => {
    const as = (token: string) => new WebClient(token, { slackApiUrl: slack.apiUrl, logger: quiet });
    await expect(as('').auth.test()).rejects.toMatchObject({ data: { error: 'not_authed' } });
    await expect(as('xoxb-no').auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
    await expect(as(slack.appToken).auth.test()).rejects.toMatchObject({ data: { error: 'not_allowed_token_type' } });
    await expect(as(slack.botToken('Other')).conversations.info({ channel: ours })).rejects.toMatchObject({
      data: { error: 'channel_not_found' },
    });
    expect(await as(slack.botToken('Other')).auth.test()).toMatchObject({
      team: 'Other',
      team_id: slack.workspaceId('Other'),
    });
  });

  test('one who cannot be invited, and nobody is; with force, the others are', async () => {
    const { channel } = await client.conversations.create({ name: 'some', is_private: true });
    const asked = client.apiCall('conversations.invite', { channel: channel!.id!, users: `${ben},U0` });
    await expect(asked).rejects.toMatchObject({
      data: { error: 'user_not_found', errors: [{ user: 'U0', ok: false, error: 'user_not_found' }] },
    });
    expect((await client.conversations.members({ channel: channel!.id! })).members).toHaveLength(1);
    expect(
      await client.apiCall('conversations.invite', { channel: channel!.id!, users: `${ben},U0`, force: true }),
    ).toMatchObject({ ok: true, errors: [{ error: 'user_not_found' }] });
    expect((await client.conversations.members({ channel: channel!.id! })).members).toContain(ben);
    expect((await refusal('conversations.invite', { channel: channel!.id!, users: ben })).error).toBe(
      'already_in_channel',
    );
  });

  test('one who was deactivated is a no, and the others are in all the same', async () => {
    const { channel } = await client.conversations.create({ name: 'most', is_private: true });
    const { id: gone } = slack.person('Eve Adams');
    await slack.person('Eve Adams').leavesWorkspace();
    await expect(
      client.apiCall('conversations.invite', { channel: channel!.id!, users: `${gone},${ben}` }),
    ).rejects.toMatchObject({ data: { errors: [{ user: gone, ok: false, error: 'user_not_found' }] } });
    expect((await client.conversations.members({ channel: channel!.id! })).members).toContain(ben);
  });

  test('what is archived is out of sight of the app: no posting, inviting, archiving again or bringing back', async () => {
    const channel = (await client.conversations.create({ name: 'past', is_private: true })).channel!.id!;
    const { ts } = await client.chat.postMessage({ channel, text: 'x' });
    await client.conversations.archive({ channel });
    for (const [method, more] of [
      ['chat.postMessage', { text: 'x' }],
      ['conversations.invite', { users: ben }],
      ['conversations.archive', {}],
      ['conversations.unarchive', {}],
      ['conversations.info', {}],
      ['pins.add', { timestamp: ts }],
    ] as const)
      expect((await refusal(method, { channel, ...more })).error).toBe('channel_not_found');
    expect((await refusal('conversations.create', { name: 'past', is_private: true })).error).toBe('name_taken');
  });

  test('a hundred pins and no more; another’s message stays as it is', async () => {
    const channel = (await client.conversations.create({ name: 'pinned', is_private: true })).channel!.id!;
    await client.conversations.invite({ channel, users: ben });
    for (let i = 0; i < 100; i += 1)
      await client.pins.add({ channel, timestamp: (await client.chat.postMessage({ channel, text: `${i}` })).ts! });
    const { id } = await slack.person('Ben Okafor').posts('pinned', 'mine');
    expect((await refusal('pins.add', { channel, timestamp: id })).error).toBe('too_many_pins');
    expect((await refusal('pins.remove', { channel, timestamp: id })).error).toBe('no_pin');
    expect((await refusal('chat.update', { channel, ts: id, text: 'yours' })).error).toBe('cant_update_message');
    expect((await client.pins.list({ channel })).items).toHaveLength(100);
  });

  test('metadata comes back when asked for; pages follow by cursor', async () => {
    const channel = (await client.conversations.create({ name: 'paged', is_private: true })).channel!.id!;
    for (let i = 0; i < 5; i += 1)
      await client.chat.postMessage({ channel, text: `${i}`, metadata: { event_type: 'e', event_payload: { i } } });
    const texts: string[] = [];
    for await (const page of client.paginate('conversations.history', {
      channel,
      limit: 2,
      include_all_metadata: true,
    })) {
      for (const m of (page as unknown as { messages: object[] }).messages as {
        text: string;
        metadata?: { event_payload: { i: number } };
      }[])
        if (m.metadata) texts.push(`${m.text}${m.metadata.event_payload.i}`);
    }
    expect(texts).toEqual(['44', '33', '22', '11', '00']);
    expect((await client.conversations.history({ channel })).messages![0]!.metadata).toBeUndefined();
  });

  test('a private channel where an admin allows none', async () => {
    slack.restrictsPrivateChannels('Clinic', true);
    expect((await refusal('conversations.create', { name: 'not-now', is_private: true })).error).toBe(
      'restricted_action',
    );
    slack.restrictsPrivateChannels('Clinic', false);
    expect((await refusal('conversations.create', { name: 'not-now', is_private: true })).error).toBe('taken');
  });

  test('a file goes up in three steps, is shown, and opens only with a token', async () => {
    const png = Buffer.from('89504e47', 'hex');
    await client.filesUploadV2({
      channel_id: ours,
      file: png,
      filename: 'circle.png',
      initial_comment: 'See',
    });
    await client.conversations.invite({ channel: ours, users: ben });
    const seen = await slack.person('Ben Okafor').sees(/See/, { in: 'ours' });
    expect(seen).toMatchObject({
      byBot: true,
      files: [{ name: 'circle.png', type: 'image/png', bytes: 4 }],
      pictures: [{ alt: 'circle.png' }],
    });
    const { messages } = await client.conversations.history({ channel: ours, limit: 10 });
    const file = messages!.flatMap(m => m.files ?? [])[0]!;
    const opened = await fetch(file.url_private!, { headers: { authorization: `Bearer ${slack.botToken()}` } });
    expect(Buffer.from(await opened.arrayBuffer())).toEqual(png);
    expect(await (await fetch(file.url_private!)).text()).toContain('Sign in');
    const shows = async () => {
      const blocks = [{ type: 'image', alt_text: 'x', slack_file: { id: file.id } }];
      return (await refusal('chat.postMessage', { channel: ours, text: 'x', blocks })).error;
    };
    expect(await shows()).toBe('invalid_blocks');
    expect((await client.files.info({ file: file.id! })).file?.mimetype).toBe('');
    expect((await client.files.info({ file: file.id! })).file?.mimetype).toBe('image/png');
    expect(await shows()).toBe('taken');
    expect((await client.files.info({ file: file.id! })).file?.shares?.private?.[ours]?.[0]?.ts).toBe(
      messages!.find(m => m.files?.length)!.ts,
    );
  });

  test('a file in a conversation that the app is not in opens to nobody, and no upload is of another length', async () => {
    const someone = slack.person('Ben Okafor');
    await someone.makesChannel('theirs', { private: true });
    await someone.brings('CoP Bot', 'theirs');
    const { channelId: channel } = await someone.posts('theirs', 'x', [
      { name: 'x.txt', type: 'text/plain', body: Buffer.from('x') },
    ]);
    const { messages } = await client.conversations.history({ channel });
    const file = messages!.flatMap(m => m.files ?? [])[0]!;
    const opened = async () =>
      (await fetch(file.url_private!, { headers: { authorization: `Bearer ${slack.botToken()}` } })).text();
    expect(await opened()).toBe('x');
    await someone.throwsOut('CoP Bot', 'theirs');
    expect(await opened()).toContain('Sign in');
    expect((await refusal('files.info', { file: file.id! })).error).toBe('file_not_found');
    const place = await client.files.getUploadURLExternal({ filename: 'x.txt', length: 5 });
    expect((await fetch(place.upload_url!, { method: 'POST', body: Buffer.from('four') })).status).toBe(400);
    expect((await fetch(place.upload_url!, { method: 'POST', body: Buffer.from('fives') })).status).toBe(200);
  });
});

describe('a public channel that the bot is not in', () => {
  test.each([
    [everyScope, 'not_in_channel'],
    [[...everyScope, 'chat:write.public'], 'done'],
  ])('takes messages with chat:write.public alone', async (scopes, outcome) => {
    const clinic = await startSlack({ workspaces: [{ name: 'Clinic', people: [{ name: 'Ben Okafor' }] }], scopes });
    const web = new WebClient(clinic.botToken(), {
      slackApiUrl: clinic.apiUrl,
      retryConfig: { retries: 0 },
      logLevel: LogLevel.ERROR,
    });
    const [general] = await clinic.person('Ben Okafor').channels();
    const posted = await web.chat.postMessage({ channel: general?.id ?? '', text: 'Hello' }).then(
      () => 'done',
      error => error.data.error,
    );
    await clinic.stop();
    expect(posted).toBe(outcome);
  });
});
