/** Everything that the page lets people and platforms do by hand, through the page's own API, without a bot: a row each. */
import { afterEach, describe, expect, it } from 'vitest';
import { type DiscordPlayground, startDiscord } from '../../playground/discord/index.ts';
import type { Act, HandsShown } from '../../playground/page/exchange.ts';
import { openPage } from '../../playground/page/server.ts';
import { type SlackPlayground, startSlack } from '../../playground/slack/index.ts';
import { outsider, town } from '../../playground/town.ts';

const amira = 'Amira Haddad';
const ben = 'Ben Okafor';
/** An administrator. */
const joan = 'Joan Mills';
const eli = outsider.name;

type Either = SlackPlayground | DiscordPlayground;

const ended: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

/** The page over one platform, with a private channel of Joan's and Ben's in it. */
async function open<P extends Either>(playground: P) {
  const people = [...town.people.map(({ name }) => ({ name, calling: '' })), outsider];
  const page = await openPage({ title: 'Test', playgrounds: [playground], people, read: {}, port: 0 });
  ended.push(page.stop, playground.stop);
  await playground.person(joan).makesChannel('wards', { private: true });
  await playground.person(joan).brings(ben, 'wards');
  const api = `${page.url}api/${playground.platform}`;
  return {
    playground,
    hands: async () => (await (await fetch(`${api}/hands`)).json()) as HandsShown,
    screen: async (as: string) => (await fetch(`${api}/screen?as=${encodeURIComponent(as)}`)).json(),
    async does(act: Act, as: string): Promise<string> {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(act);
      const answer = await fetch(`${api}/act?as=${encodeURIComponent(as)}`, { method: 'POST', headers, body });
      return answer.ok ? 'done' : ((await answer.json()) as { refused: string }).refused;
    },
  };
}

interface Row<P> {
  readonly verb: string;
  /** Joan, unless somebody else is named. */
  readonly as?: string;
  readonly person?: string;
  readonly given?: Record<string, string | string[]>;
  readonly before?: (playground: P) => unknown;
  readonly sees: (playground: P) => unknown;
  readonly expected: unknown;
}

const channel = (p: Either, name = 'wards', as = joan) =>
  p.screen(as, { read: {} }).channels.find(one => one.name === name);
const members = (p: Either, as = joan) => p.person(as).membersOf('wards');
const places = (p: Either, as: string) => p.screen(as, { read: {} }).channels.map(one => one.name);

/** The same on both. */
const onBoth: readonly Row<Either>[] = [
  {
    verb: 'brings',
    given: { person: amira },
    sees: p => places(p, amira),
    expected: expect.arrayContaining(['wards']),
  },
  {
    verb: 'renames',
    given: { name: 'clinics' },
    sees: p => places(p, ben),
    expected: expect.arrayContaining(['clinics']),
  },
  { verb: 'setsTopic', given: { topic: 'Who is in' }, sees: p => channel(p)?.topic, expected: 'Who is in' },
  { verb: 'makesPublic', sees: p => channel(p, 'wards', amira)?.kind, expected: 'public' },
  {
    verb: 'makesPrivate',
    before: p => p.person(joan).makesPublic('wards'),
    sees: p => channel(p)?.kind,
    expected: 'private',
  },
  { verb: 'deletesChannel', sees: p => channel(p), expected: undefined },
  { verb: 'throwsOut', person: ben, sees: p => places(p, ben), expected: expect.not.arrayContaining(['wards']) },
  {
    verb: 'makesChannel',
    given: { name: 'mine', kind: 'private' },
    sees: p => channel(p, 'mine')?.kind,
    expected: 'private',
  },
  { verb: 'joinsWorkspace', given: { name: 'Ada Lund' }, sees: p => p.isHere('Ada Lund'), expected: true },
  {
    verb: 'renamesWorkspace',
    given: { name: 'The South' },
    sees: p => p.screen(ben, { read: {} }).workspace,
    expected: 'The South',
  },
];

const failed = { call: 'chat.postMessage', way: 'answer 503', times: '1' };
const ask = (p: Either, path: string, token: string, body = '{}') =>
  fetch(`${p.apiUrl}${path}`, {
    method: 'POST',
    headers: { authorization: token, 'content-type': 'application/json' },
    body,
  });
const bearer = (p: SlackPlayground) => `Bearer ${p.botToken()}`;

const onSlack: readonly Row<SlackPlayground>[] = [
  ...onBoth,
  {
    verb: 'joins',
    as: amira,
    before: p => p.person(joan).makesPublic('wards'),
    sees: p => members(p),
    expected: [joan, ben, amira],
  },
  { verb: 'leaves', as: ben, sees: p => members(p), expected: [joan] },
  { verb: 'archives', sees: p => channel(p)?.archived, expected: true },
  {
    verb: 'unarchives',
    before: p => p.person(joan).archives('wards'),
    sees: p => channel(p)?.archived,
    expected: false,
  },
  { verb: 'deactivates', person: ben, sees: p => p.isHere(ben), expected: false },
  {
    verb: 'refusesToken',
    given: { which: 'bot', code: 'token_revoked' },
    sees: p => p.troubles(),
    expected: ['the bot token is refused: token_revoked'],
  },
  { verb: 'takesToken', before: p => p.refusesToken('app', 'invalid_auth'), sees: p => p.troubles(), expected: [] },
  {
    verb: 'removesScope',
    given: { scope: 'pins:read' },
    sees: p => p.troubles(),
    expected: ['scopes taken away: pins:read'],
  },
  {
    verb: 'givesScope',
    given: { scope: 'pins:read' },
    before: p => p.removeScope('pins:read'),
    sees: p => p.troubles(),
    expected: [],
  },
  { verb: 'uninstallsApp', sees: p => p.troubles(), expected: ['the app is not installed'] },
  { verb: 'reinstallsApp', before: p => p.uninstallsApp(), sees: p => p.troubles(), expected: [] },
  {
    verb: 'restrictsPrivateChannels',
    given: { who: 'administrators only' },
    sees: p => p.troubles(),
    expected: ['only administrators may make private channels'],
  },
  {
    verb: 'addsHiddenChannel',
    given: { name: 'cop-taken' },
    sees: p =>
      p
        .person(ben)
        .makesChannel('cop-taken')
        .then(() => 'made', String),
    expected: expect.stringContaining('name_taken'),
  },
  {
    verb: 'injects',
    given: failed,
    sees: async p => (await ask(p, 'chat.postMessage', bearer(p))).status,
    expected: 503,
  },
];

const permitted = (p: DiscordPlayground, token = p.token) =>
  fetch(`${p.apiUrl}/v10/guilds/${p.workspaceId()}/roles`, { headers: { authorization: `Bot ${token}` } });

const onDiscord: readonly Row<DiscordPlayground>[] = [
  ...onBoth,
  {
    verb: 'setsRights',
    given: { whom: '@everyone', allow: ['VIEW_CHANNEL'], deny: ['SEND_MESSAGES'] },
    sees: p =>
      p
        .person(amira)
        .posts('wards', 'x')
        .then(() => 'posted', String),
    expected: expect.stringContaining('SEND_MESSAGES'),
  },
  {
    verb: 'dropsRights',
    given: { whom: ben },
    sees: p => places(p, ben),
    expected: expect.not.arrayContaining(['wards']),
  },
  { verb: 'movesChannel', given: { category: 'none' }, sees: p => channel(p)?.under, expected: undefined },
  { verb: 'givesRole', person: ben, given: { role: 'Admin' }, sees: p => p.rolesOf(ben), expected: ['Admin'] },
  { verb: 'takesRole', person: joan, given: { role: 'Admin' }, sees: p => p.rolesOf(joan), expected: [] },
  { verb: 'makesRole', person: ben, given: { role: 'Nurses' }, sees: p => p.rolesOf(ben), expected: ['Nurses'] },
  { verb: 'kicks', person: ben, sees: p => p.isHere(ben), expected: false },
  { verb: 'leavesWorkspace', as: ben, sees: p => p.isHere(ben), expected: false },
  {
    verb: 'resetsToken',
    sees: async p => [p.troubles(), (await permitted(p)).status],
    expected: [['the bot token was reset'], 401],
  },
  { verb: 'givesToken', before: p => p.takesToken(), sees: p => p.troubles(), expected: [] },
  {
    verb: 'takesPermission',
    given: { permission: 'PIN_MESSAGES' },
    sees: p => p.troubles(),
    expected: ['permissions taken away: PIN_MESSAGES'],
  },
  {
    verb: 'givesPermission',
    given: { permission: 'PIN_MESSAGES' },
    before: p => p.takesPermission('PIN_MESSAGES'),
    sees: p => p.troubles(),
    expected: [],
  },
  {
    verb: 'switchesIntent',
    given: { to: 'off' },
    sees: p => p.troubles(),
    expected: ['the Message Content intent is off'],
  },
  {
    verb: 'commandsScope',
    given: { to: 'taken' },
    sees: p => p.troubles(),
    expected: [expect.stringContaining('applications.commands')],
  },
  { verb: 'removesApp', sees: p => p.troubles(), expected: ['the bot is not in the server'] },
  { verb: 'addsApp', before: p => p.removesApp(), sees: p => p.troubles(), expected: [] },
  { verb: 'goesDown', sees: p => p.troubles(), expected: ['the server is in an outage'] },
  { verb: 'comesBack', before: p => p.goesDown(), sees: p => p.troubles(), expected: [] },
  {
    verb: 'forbidsWords',
    given: { word: 'bet' },
    sees: p =>
      p
        .person(joan)
        .makesChannel('alphabet')
        .then(() => 'made', String),
    expected: expect.stringContaining('not allowed'),
  },
  {
    verb: 'injects',
    given: { ...failed, call: 'GET /guilds/:id/roles' },
    sees: async p => (await permitted(p)).status,
    expected: 503,
  },
];

/** What only somebody who is connected would notice; each has its own test beside the sockets. */
const overTheLine = [
  'disconnects',
  'cutsSockets',
  'withholds',
  'withholdsNothing',
  'delivers',
  'closesSockets',
  'asksToReconnect',
  'invalidatesSessions',
  'withholdsAcks',
];
/** Shown by what follows from it elsewhere. */
const elsewhere = ['closesDirectMessages', 'opensDirectMessages', 'syncsRights', 'leaves', 'archives', 'unarchives'];

const slack = () => startSlack({ workspaces: [town] });
const discord = () => startDiscord({ workspaces: [town], intents: { messageContent: true } });

async function held<P extends Either>(there: Awaited<ReturnType<typeof open<P>>>, row: Row<P>): Promise<void> {
  const { playground, does } = there;
  const at = channel(playground)?.id;
  await row.before?.(playground);
  const { verb, person, given = {}, as = joan } = row;
  expect(await does({ does: 'by-hand', verb, channel: at, person, given }, as)).toBe('done');
  expect(await row.sees(playground)).toEqual(row.expected);
}

describe('on Slack', () => {
  it.each(onSlack)('$verb', async row => held(await open(await slack()), row));
});
describe('on Discord', () => {
  it.each(onDiscord)('$verb', async row => held(await open(await discord()), row));
});

it('has a row for each thing that the page offers, and does what happens to connections', async () => {
  for (const [start, rows] of [
    [slack, onSlack],
    [discord, onDiscord],
  ] as const) {
    const { hands, does } = await open<Either>(await start());
    const offered = (await hands()).verbs;
    const known = [...rows.map(row => row.verb), ...overTheLine, ...elsewhere];
    expect(offered.map(one => one.verb).filter(verb => !known.includes(verb))).toEqual([]);
    for (const { verb, asks } of offered.filter(one => overTheLine.includes(one.verb))) {
      const given = Object.fromEntries(asks.map(ask => [ask.name, ask.value]));
      expect(await does({ does: 'by-hand', verb, given }, joan), verb).toBe('done');
    }
  }
});

it('says what the platform says where somebody may not, and what is missing', async () => {
  const onOne = await open(await slack());
  const wards = channel(onOne.playground)?.id;
  const byHand = { does: 'by-hand', channel: wards, given: {} } as const;
  expect(await onOne.does({ ...byHand, verb: 'makesPublic' }, ben)).toBe('restricted_action');
  expect(await onOne.does({ ...byHand, verb: 'brings' }, joan)).toBe('“Who” has to be chosen');
  expect(await onOne.does({ ...byHand, verb: 'kicks', person: ben }, joan)).toMatch(/nothing of the kind/);
  expect(await onOne.does({ ...byHand, verb: 'deactivates', person: joan }, ben)).toMatch(/only an administrator/);
  const onOther = await open(await discord());
  const there = { ...byHand, channel: channel(onOther.playground)?.id };
  expect(await onOther.does({ ...there, verb: 'renames', given: { name: 'x' } }, ben)).toMatch(/MANAGE_CHANNELS/);
  expect(await onOther.does({ ...there, verb: 'syncsRights' }, joan)).toMatch(/in no category/);
});

it('shows who is outside nothing, and lets them in: for the first time, and again', async () => {
  for (const start of [slack, discord]) {
    const { playground, does, screen } = await open<Either>(await start());
    expect(await screen(eli)).toMatchObject({ me: { name: eli, away: true }, channels: [], people: [] });
    expect(await does({ does: 'arrives' }, eli)).toBe('done');
    expect(places(playground, eli)).toContain('general');
    await playground.person(ben).leavesWorkspace();
    expect(await screen(ben)).toMatchObject({ me: { away: true } });
    expect(await does({ does: 'arrives' }, ben)).toBe('done');
    expect(places(playground, ben)).toContain('general');
    expect(places(playground, ben)).not.toContain(playground.platform === 'slack' ? 'wards' : 'nothing');
    expect(((await screen('Nobody')) as { refused: string }).refused).toMatch(/nobody is called/);
  }
});

it('closes and opens direct messages, and a thread, on Discord', async () => {
  const { playground, does } = await open(await discord());
  const byHand = { does: 'by-hand', given: {} } as const;
  const closed = () =>
    JSON.parse(playground.state()).users.find((one: { name: string }) => one.name === ben).closedToMessages;
  await does({ ...byHand, verb: 'closesDirectMessages' }, ben);
  expect(closed()).toBe(true);
  await does({ ...byHand, verb: 'opensDirectMessages' }, ben);
  expect(closed()).toBe(false);
  expect(await does({ ...byHand, verb: 'archives', channel: channel(playground)?.id }, joan)).toMatch(/not archived/);
});
