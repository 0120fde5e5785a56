/** What Discord refuses, one row for each limit, over the bare wire; and the Gateway's close codes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { DiscordPlayground } from '../../playground/discord/index.ts';
import { startDiscord } from '../../playground/discord/index.ts';
import { clinic } from './discord-bot.ts';

let discord: DiscordPlayground;
let general: string;
let message: string;

async function call(method: string, path: string, body?: unknown, token = discord.token) {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  const json: any = response.status === 204 ? {} : await response.json();
  return { status: response.status, json };
}

/** `400 50035 content BASE_TYPE_MAX_LENGTH`, the first field's. */
async function verdict(method: string, path: string, body?: unknown, token?: string): Promise<string> {
  const { status, json } = await call(method, path, body, token);
  if (status < 300) return 'done';
  const field = (node: Record<string, unknown>, at: string[]): string => {
    const errors = node._errors as { code: string }[] | undefined;
    if (errors) return `${at.join('.')} ${errors[0]!.code}`;
    const [key, inner] = Object.entries(node)[0]!;
    return field(inner as Record<string, unknown>, [...at, key]);
  };
  return [status, json.code, ...(json.errors ? [field(json.errors, []).trim()] : [])].join(' ');
}

beforeAll(async () => {
  discord = await startDiscord({ workspaces: [clinic], rateLimits: false });
  const { json } = await call('GET', `/guilds/${discord.workspaceId()}/channels`);
  general = json[0].id;
  message = (await call('POST', `/channels/${general}/messages`, { content: 'Here' })).json.id;
});
afterAll(() => discord.stop());

const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const text = (content: string) => ({ type: 10, content });
const v2 = 1 << 15;
const options = (count: number) => Array.from({ length: count }, (_, n) => ({ label: `${n}`, value: `${n}` }));
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const field = (name: number, value: number) => ({ name: 'n'.repeat(name), value: 'v'.repeat(value) });

const messages: [string, object, string][] = [
  ['empty', {}, '400 50006'],
  ['spaces only', { content: '  ' }, '400 50006'],
  ['2000 characters', { content: 'x'.repeat(2000) }, 'done'],
  ['2001 characters', { content: 'x'.repeat(2001) }, '400 50035 content BASE_TYPE_MAX_LENGTH'],
  ['11 embeds', { embeds: many(11, () => ({ title: 'x' })) }, '400 50035 embeds BASE_TYPE_MAX_LENGTH'],
  ['an empty embed', { embeds: [{}] }, '400 50035 embeds.0.description BASE_TYPE_REQUIRED'],
  ['embed title 257', { embeds: [{ title: 'x'.repeat(257) }] }, '400 50035 embeds.0.title BASE_TYPE_MAX_LENGTH'],
  [
    'embed field name 257',
    { embeds: [{ fields: [field(257, 1)] }] },
    '400 50035 embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH',
  ],
  [
    'embed field value 1025',
    { embeds: [{ fields: [field(1, 1025)] }] },
    '400 50035 embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH',
  ],
  [
    '26 embed fields',
    { embeds: [{ fields: many(26, () => field(1, 1)) }] },
    '400 50035 embeds.0.fields BASE_TYPE_MAX_LENGTH',
  ],
  [
    'embeds of 6001',
    { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
    '400 50035 embeds MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    '6 rows',
    { content: 'x', components: many(6, n => row(button({ custom_id: `${n}` }))) },
    '400 50035 components BASE_TYPE_BAD_LENGTH',
  ],
  [
    '6 buttons',
    { content: 'x', components: [row(...many(6, n => button({ custom_id: `${n}` })))] },
    '400 50035 components.0.components BASE_TYPE_MAX_LENGTH',
  ],
  [
    'custom_id 101',
    { content: 'x', components: [row(button({ custom_id: 'x'.repeat(101) }))] },
    '400 50035 components.0.components.0.custom_id BASE_TYPE_MAX_LENGTH',
  ],
  [
    'custom_id twice',
    { content: 'x', components: [row(button(), button())] },
    '400 50035 components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'no custom_id',
    { content: 'x', components: [row(button({ custom_id: undefined }))] },
    '400 50035 components.0.components.0.custom_id BASE_TYPE_REQUIRED',
  ],
  [
    'label 81',
    { content: 'x', components: [row(button({ label: 'x'.repeat(81) }))] },
    '400 50035 components.0.components.0.label BASE_TYPE_MAX_LENGTH',
  ],
  [
    'link without url',
    { content: 'x', components: [row(button({ style: 5, custom_id: undefined }))] },
    '400 50035 components.0.components.0.url BASE_TYPE_REQUIRED',
  ],
  [
    'link with custom_id',
    { content: 'x', components: [row(button({ style: 5, url: 'https://a.test' }))] },
    '400 50035 components.0.components.0 BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
  ],
  [
    '26 options',
    { content: 'x', components: [row({ type: 3, custom_id: 's', options: options(26) })] },
    '400 50035 components.0.components.0.options BASE_TYPE_MAX_LENGTH',
  ],
  [
    'select beside a button',
    { content: 'x', components: [row({ type: 3, custom_id: 's', options: options(2) }, button())] },
    '400 50035 components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  ['V2 part without the flag', { components: [text('Hello')] }, '400 50035 components.0.type UNION_TYPE_CHOICES'],
  ['V2', { flags: v2, components: [{ type: 17, components: [text('Hello'), row(button())] }] }, 'done'],
  [
    'V2 with content',
    { flags: v2, content: 'x', components: [text('Hello')] },
    '400 50035 content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'V2 with 41 parts',
    { flags: v2, components: [{ type: 17, components: many(40, () => text('x')) }] },
    '400 50035 components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    'V2 with 4001 characters',
    { flags: v2, components: [text('x'.repeat(2000)), text('x'.repeat(2001))] },
    '400 50035 components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  ['V2 without parts', { flags: v2 }, '400 50006'],
  [
    'an attachment that isn’t there',
    { embeds: [{ title: 'x', image: { url: 'attachment://a.png' } }] },
    '400 50035 embeds.0.image.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  [
    'mentions both ways',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    '400 50035 allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'an answer to nothing',
    { content: 'x', message_reference: { message_id: '123456789012345678' } },
    '400 50035 message_reference REPLIES_UNKNOWN_MESSAGE',
  ],
];

test.each(messages)('message: %s', async (_, body, expected) => {
  expect(await verdict('POST', `/channels/${general}/messages`, body)).toBe(expected);
});

const command = (more: object = {}) => ({ name: 'cop', description: 'x', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'a', description: 'x', ...more });
const commands: [string, object[], string][] = [
  ['101 commands', many(101, n => command({ name: `c${n}` })), '400 50035 APPLICATION_COMMAND_LIMIT'],
  ['16 message commands', many(16, n => ({ name: `m${n}`, type: 3 })), '400 50035 APPLICATION_COMMAND_LIMIT'],
  ['capitals', [command({ name: 'CoP' })], '400 50035 0.name APPLICATION_COMMAND_INVALID_NAME'],
  ['a space', [command({ name: 'my cop' })], '400 50035 0.name APPLICATION_COMMAND_INVALID_NAME'],
  ['no description', [{ name: 'cop' }], '400 50035 0.description BASE_TYPE_REQUIRED'],
  ['description 101', [command({ description: 'x'.repeat(101) })], '400 50035 0.description BASE_TYPE_MAX_LENGTH'],
  [
    '26 options',
    [command({ options: many(26, n => option({ name: `o${n}` })) })],
    '400 50035 0.options BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a required one last',
    [command({ options: [option(), option({ name: 'b', required: true })] })],
    '400 50035 0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    '8001 characters',
    [
      command({
        options: many(25, n =>
          option({ name: `o${n}`, choices: many(4, c => ({ name: `${c}`.repeat(90), value: 'x' })) }),
        ),
      }),
    ],
    '400 50035 0 APPLICATION_COMMAND_TOO_LARGE',
  ],
  ['a name twice', [command(), command()], '400 50035 1.name APPLICATION_COMMANDS_DUPLICATE_NAME'],
];

test.each(commands)('commands: %s', async (_, body, expected) => {
  expect(await verdict('PUT', `/applications/${discord.applicationId}/commands`, body)).toBe(expected);
});

const overwrites = (count: number) => many(count, n => ({ id: `${1000 + n}`, type: 1, allow: '1024' }));
const nobody = '123456789012345678';

describe('everything else', () => {
  const rows: [string, () => [string, string, unknown?, string?], string][] = [
    ['a wrong token', () => ['GET', '/users/@me', undefined, 'wrong'], '401 0'],
    ['no such route', () => ['GET', '/nothing'], '404 0'],
    ['no such channel', () => ['GET', `/channels/${nobody}`], '404 10003'],
    ['no such guild', () => ['GET', `/guilds/${nobody}`], '404 10004'],
    ['no such member', () => ['GET', `/guilds/${discord.workspaceId()}/members/${nobody}`], '404 10007'],
    [
      'an overwrite for nobody there, in a new channel',
      () => [
        'POST',
        `/guilds/${discord.workspaceId()}/channels`,
        { name: 'x', permission_overwrites: [{ id: nobody, type: 1, allow: '0', deny: '0' }] },
      ],
      '404 10007',
    ],
    ['no such message', () => ['GET', `/channels/${general}/messages/${nobody}`], '404 10008'],
    ['no such role', () => ['DELETE', `/guilds/${discord.workspaceId()}/roles/${nobody}`], '404 10011'],
    [
      'everybody’s role, given to somebody',
      () => {
        const guild = discord.workspaceId();
        return ['PUT', `/guilds/${guild}/members/${discord.applicationId}/roles/${guild}`];
      },
      '400 50028',
    ],
    ['no such user', () => ['GET', `/users/${nobody}`], '404 10013'],
    ['no such webhook', () => ['POST', `/webhooks/${nobody}/token`, { content: 'x' }], '404 10015'],
    ['no such interaction', () => ['POST', `/interactions/${nobody}/token/callback`, { type: 5 }], '404 10062'],
    ['no such command', () => ['DELETE', `/applications/${discord.applicationId}/commands/${nobody}`], '404 10063'],
    ['the member list without its intent', () => ['GET', `/guilds/${discord.workspaceId()}/members`], '403 50001'],
    [
      'a channel name of 101',
      () => ['POST', `/guilds/${discord.workspaceId()}/channels`, { name: 'x'.repeat(101) }],
      '400 50035 name BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a topic of 1025',
      () => ['POST', `/guilds/${discord.workspaceId()}/channels`, { name: 'x', topic: 'x'.repeat(1025) }],
      '400 50035 topic BASE_TYPE_MAX_LENGTH',
    ],
    [
      '101 overwrites',
      () => [
        'POST',
        `/guilds/${discord.workspaceId()}/channels`,
        { name: 'x', permission_overwrites: overwrites(101) },
      ],
      '400 50035 permission_overwrites BASE_TYPE_MAX_LENGTH',
    ],
    [
      '101 messages asked for',
      () => ['GET', `/channels/${general}/messages?limit=101`],
      '400 50035 limit NUMBER_TYPE_MAX',
    ],
    [
      '51 pins asked for',
      () => ['GET', `/channels/${general}/messages/pins?limit=51`],
      '400 50035 limit NUMBER_TYPE_MAX',
    ],
    ['an edit to nothing', () => ['PATCH', `/channels/${general}/messages/${message}`, { content: '' }], '400 50006'],
  ];
  test.each(rows)('%s', async (_, ask, expected) => {
    expect(await verdict(...ask())).toBe(expected);
  });

  test('250 pins, 250 roles, 500 channels, 1000 overwrites', async () => {
    const state = JSON.parse(discord.state());
    const [guild] = state.guilds;
    const channel = state.channels[0];
    const id = (n: number): string => String(BigInt(state.lastId) + BigInt(n) + 1n);
    state.channels.push(...many(500, n => ({ ...channel, id: id(n), name: `c${n}`, messages: [] })));
    guild.roles.push(...many(250, n => ({ ...guild.roles[0], id: id(1000 + n), name: `r${n}` })));
    channel.overwrites = many(1000, n => ({ id: id(2000 + n), type: 1, allow: '0', deny: '0' }));
    channel.messages.push(...many(250, n => ({ ...channel.messages[0], id: id(4000 + n), pinnedAt: n + 1 })));
    const before = discord;
    discord = await startDiscord({ workspaces: [], state: JSON.stringify(state), rateLimits: false });
    const server = `/guilds/${guild.id}`;
    const overwrite = `/channels/${general}/permissions/${state.users[1].id}`;
    expect(await verdict('POST', `${server}/channels`, { name: 'x' })).toBe('400 30013');
    expect(await verdict('POST', `${server}/roles`, { name: 'x' })).toBe('400 30005');
    expect(await verdict('PUT', overwrite, { type: 1, allow: '1024' })).toBe('400 30060');
    expect(await verdict('PUT', `/channels/${general}/messages/pins/${message}`)).toBe('400 30003');
    await discord.stop();
    discord = before;
  });

  test('A nonce that is enforced answers the message that is there', async () => {
    const post = () =>
      call('POST', `/channels/${general}/messages`, { content: 'x', nonce: 'n1', enforce_nonce: true });
    const [first, second] = [await post(), await post()];
    expect(second.json.id).toBe(first.json.id);
  });
});

const identify = (more: object) => ({ op: 2, d: { token: discord.token, intents: 1, properties: {}, ...more } });
const closings: [string, () => object, number][] = [
  ['a wrong token', () => identify({ token: 'wrong' }), 4004],
  ['an unknown intent', () => identify({ intents: 1 << 30 }), 4013],
  ['message content, not enabled', () => identify({ intents: 1 << 15 }), 4014],
  ['members, not enabled', () => identify({ intents: 2 }), 4014],
  ['a shard that can’t be', () => identify({ shard: [2, 2] }), 4010],
  ['an unknown opcode', () => ({ op: 99 }), 4001],
  ['members before IDENTIFY', () => ({ op: 8, d: {} }), 4003],
  ['a payload too large', () => ({ op: 1, d: 'x'.repeat(5000) }), 4002],
];

test.each(closings)('Gateway: %s', async (_, first, code) => {
  const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws').replace('/api', '')}/?v=10&encoding=json`);
  socket.on('open', () => socket.send(JSON.stringify(first())));
  expect(await new Promise(resolve => socket.on('close', resolve))).toBe(code);
});

test('Gateway: a session that isn’t known can’t be resumed', async () => {
  const socket = new WebSocket(discord.apiUrl.replace('http', 'ws').replace('/api', ''));
  socket.on('open', () => socket.send(JSON.stringify({ op: 6, d: { token: discord.token, session_id: 'x', seq: 1 } })));
  const answer = await new Promise<unknown>(resolve =>
    socket.on('message', raw => {
      const payload = JSON.parse(String(raw));
      if (payload.op !== 10) resolve(payload);
    }),
  );
  expect(answer).toMatchObject({ op: 9, d: false });
  socket.close();
});

test('a file opens to whoever has its address, for a day', async () => {
  const form = new FormData();
  form.set('payload_json', JSON.stringify({ content: 'A paper' }));
  form.set('files[0]', new Blob(['x'], { type: 'text/plain' }), 'x.txt');
  const headers = { authorization: `Bot ${discord.token}` };
  const posted = await fetch(`${discord.apiUrl}/v10/channels/${general}/messages`, {
    method: 'POST',
    headers,
    body: form,
  });
  const [{ url }] = ((await posted.json()) as { attachments: [{ url: string }] }).attachments;
  expect(await (await fetch(url)).text()).toBe('x');
  const changed = (name: string, value: string) => {
    const other = new URL(url);
    other.searchParams.set(name, value);
    return fetch(other).then(answer => answer.status);
  };
  expect(await changed('hm', 'f'.repeat(64))).toBe(404);
  expect(await changed('ex', 'ffffffff')).toBe(404);
  expect((await fetch(url.split('?')[0] as string)).status).toBe(404);
});

test('of files, ten go with a message', async () => {
  const sending = async (many: number) => {
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ content: 'Papers' }));
    for (let n = 0; n < many; n++) form.set(`files[${n}]`, new Blob(['x'], { type: 'text/plain' }), `${n}.txt`);
    const headers = { authorization: `Bot ${discord.token}` };
    const path = `${discord.apiUrl}/v10/channels/${general}/messages`;
    const answer = await fetch(path, { method: 'POST', headers, body: form });
    return [answer.status, ((await answer.json()) as { code?: number }).code];
  };
  expect(await sending(10)).toEqual([200, undefined]);
  expect(await sending(11)).toEqual([400, 30015]);
});

test('nothing is pinned in an archived thread until it is opened again', async () => {
  const { json: thread } = await call('POST', `/channels/${general}/threads`, { name: 'talk', type: 11 });
  const { json: said } = await call('POST', `/channels/${thread.id}/messages`, { content: 'Here' });
  const pin = `/channels/${thread.id}/messages/pins/${said.id}`;
  expect(await verdict('PATCH', `/channels/${thread.id}`, { archived: true })).toBe('done');
  expect(await verdict('PUT', pin)).toBe('400 50083');
  expect(await verdict('PATCH', `/channels/${thread.id}`, { archived: false })).toBe('done');
  expect(await verdict('PUT', pin)).toBe('done');
});
