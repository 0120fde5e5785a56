/** The real discord.js against a Gateway in trouble: whatever ends a socket, the bot is back, hears what is pressed, and its standing says how it stands. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DiscordPlayground, startDiscord } from '../../../playground/discord/index.ts';
import { createDiscord, type DiscordOptions } from '../../../src/adapters/discord/platform.ts';
import { text } from '../../../src/platform/card.ts';
import type { ChatPlatform, CommandSpec, Happening } from '../../../src/platform/chat-platform.ts';
import { drawnHomes } from '../../support/drawn-homes.ts';

const specs: readonly CommandSpec[] = [
  { name: 'thing say', slash: 'cop say', summary: 'A thing', options: {}, answers: 'privately', asks: false },
];

let playground: DiscordPlayground;
let discord: ChatPlatform;
let happened: Happening[];
let logged: { level: string; sentence: string; fields: object }[];

const open = async (options: Parameters<typeof startDiscord>[0] | object = {}) => {
  const people = [{ name: 'Amira Haddad' }, { name: 'Joan Mills', admin: true }];
  const workspaces = [
    { name: 'North', people },
    { name: 'South', people: [{ name: 'Sue' }] },
  ];
  const intents = { messageContent: true };
  playground = await startDiscord({ workspaces, intents, rateLimits: false, patienceMs: 15_000, ...options });
};
const begin = (times: DiscordOptions['times'] = {}): Promise<void> => {
  const line = (level: string) => (fields: object, sentence: string) => void logged.push({ level, sentence, fields });
  const log = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
  const quick = { identify: 0, goodbye: 100, ...times };
  discord = createDiscord({ token: playground.token, apiUrl: playground.apiUrl, log, times: quick });
  return discord.start(specs, {
    form: async () => ({ say: { body: [] } }),
    suggest: async () => [],
    wordsIn: words => words,
    invoke: async () => ({ say: { body: [{ kind: 'text', text: text`Heard` }] }, shows: 'person' }),
    addressed: async () => undefined,
    homes: drawnHomes(),
    happened: async event => void happened.push(event),
  });
};
beforeEach(() => {
  [happened, logged] = [[], []];
});
afterEach(async () => {
  await discord.stop();
  await playground.stop();
});

const is = (state: string) => vi.waitUntil(() => discord.standing()?.state === state, { timeout: 15_000, interval: 5 });
const returns = () => happened.filter(one => one.kind === 'returned').length;
const events = (name: string) => playground.traffic.filter(one => one.name === name).length;
const says = (pattern: RegExp) => logged.filter(one => pattern.test(one.sentence));
const isHeard = async () => {
  const amira = playground.person('Amira Haddad');
  await amira.types('/cop say', { in: 'general' });
  await amira.sees(/Heard/);
};

describe('a socket that is closed', () => {
  it.each([1000, 1001, 1006, 1011, 1012, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009, 4200])(
    'with %i is made again',
    async code => {
      await open(code === 4200 ? { heartbeatMs: 300 } : {}); // which discord.js takes for its own, and only the next heartbeat shows that nothing is there
      await begin();
      if (code === 1006) playground.dropsSockets();
      else playground.closesSockets(code);
      await is('reconnecting');
      await is('ok');
      await isHeard();
      const anew = events('READY') > 1;
      expect(returns()).toBe(anew ? 1 : 0);
      expect(events('RESUMED')).toBe(anew ? 0 : 1);
      expect(says(/for good/)).toEqual([]);
    },
    30_000,
  );
});

describe('a Gateway', () => {
  it('that asks to reconnect is resumed', async () => {
    await open();
    await begin();
    playground.asksToReconnect();
    await is('reconnecting');
    await is('ok');
    await isHeard();
    expect([events('RESUMED'), returns()]).toEqual([1, 0]);
  }, 30_000);

  it.each([true, false])(
    'that says the session is invalid (to be resumed: %s) is taken at its word',
    async resumable => {
      await open();
      await begin();
      playground.invalidatesSessions(resumable);
      await playground.until(() => events(resumable ? 'RESUMED' : 'READY') > (resumable ? 0 : 1), 'the bot to be back');
      await is('ok');
      await isHeard();
      expect(returns()).toBe(resumable ? 0 : 1);
    },
    30_000,
  );

  it.each(['handshake', 'hello', 'ready', 'resumed'] as const)(
    'that withholds its %s is not waited for without end',
    async what => {
      await open();
      await begin({ back: 2000, handshake: 200, hello: 300 });
      playground.withholds(what);
      if (what === 'ready') playground.closesSockets(4007);
      else playground.dropsSockets();
      await is('reconnecting');
      await vi.waitUntil(() => says(/tried again/).length > 0, { timeout: 15_000 });
      expect(discord.standing()?.state).toBe('reconnecting');
      playground.withholds();
      await is('ok');
      await isHeard();
      await vi.waitUntil(() => returns() === 1, { timeout: 15_000 });
    },
    40_000,
  );

  it('that acknowledges no heartbeats is left, and the session resumed', async () => {
    await open({ heartbeatMs: 200 });
    await begin();
    playground.withholds('ack');
    await is('reconnecting');
    playground.withholds();
    await is('ok');
    await isHeard();
  }, 30_000);

  it('that is heard of no more is left at last, whatever the client thinks', async () => {
    await open();
    await begin({ silence: 300 });
    await is('reconnecting');
    await vi.waitUntil(() => returns() > 0, { timeout: 15_000 });
  }, 30_000);

  it('is not asked for more sessions than Discord gives', async () => {
    await open();
    await begin();
    for (let n = 0; n < 9; n++) {
      playground.invalidatesSessions(false);
      await playground.until(() => events('READY') === n + 2, 'another session');
    }
    playground.invalidatesSessions(false);
    await is('reconnecting');
    await playground.until(() => playground.connected() === false, 'the tenth to wait');
    expect(events('READY')).toBe(10);
  }, 60_000);
});

describe('Discord ends the session for good', () => {
  it('when the token is taken away: it says so, goes on trying, and is back when it is given back', async () => {
    await open();
    await begin();
    playground.takesToken();
    await is('stopped');
    expect(happened).toEqual([{ kind: 'ended', platform: 'discord' }]);
    await vi.waitUntil(() => says(/for good/).length > 1, { timeout: 15_000 });
    expect(says(/made again/)).toEqual([]);
    expect(JSON.stringify(logged)).not.toContain(playground.token);
    playground.givesToken();
    await is('ok');
    await isHeard();
    expect(returns()).toBe(1);
    expect(happened.filter(one => one.kind === 'ended')).toHaveLength(1);
  }, 40_000);

  it.each([4010, 4011, 4012, 4013])(
    'with %i',
    async code => {
      await open();
      await begin();
      playground.closesSockets(code);
      await is('stopped');
      await is('ok');
      await isHeard();
      expect(says(new RegExp(`for good: forbidden: ${code}`))).toHaveLength(1);
    },
    30_000,
  );

  it('an intent that is switched off is done without, at once', async () => {
    await open();
    await begin();
    playground.switchesIntent('messageContent', false);
    await playground.until(() => events('READY') === 2, 'another session');
    await is('ok');
    await isHeard();
    expect(says(/Message Content intent/).length).toBeGreaterThan(0);
    expect(happened).toEqual([{ kind: 'returned', platform: 'discord' }]);
  }, 30_000);
});

describe('at the start', () => {
  const me = 'GET /applications/@me';
  const gateway = 'GET /gateway/bot';

  it('what passes by itself is waited out, in whatever order it comes', async () => {
    await open();
    playground.injects({ on: me, does: { status: 503 } });
    playground.injects({ on: me, does: { rateLimit: 0.2 } });
    playground.injects({ on: gateway, does: { refuse: '0' } });
    playground.injects({ on: gateway, does: { rateLimit: 0.2 } });
    await begin();
    expect(discord.standing()?.state).toBe('ok');
    expect(happened).toEqual([]);
    await isHeard();
    expect(events('READY')).toBe(1);
  }, 60_000);

  it('where Discord lets no more sessions begin today, it says until when, and comes in by itself', async () => {
    await open();
    playground.leavesSessions(0, 400);
    const starting = begin();
    const lines = () => says(/no session before \d{4}-\d\d-\d\dT.*tried again/);
    await vi.waitUntil(() => lines().length > 1, { timeout: 15_000 });
    expect(lines()[0]).toMatchObject({ level: 'warn', fields: { code: 'no-sessions', againInMs: 400 } });
    expect(lines()[0]?.fields).toMatchObject({ remedy: expect.stringContaining('leave it running') });
    expect(playground.connected()).toBe(false);
    playground.leavesSessions(1);
    await starting;
    await isHeard();
    playground.leavesSessions(0, 400);
    playground.closesSockets(4012); // another session, later
    await is('stopped');
    await vi.waitUntil(() => discord.standing()?.state === 'stopped' && lines().length > 3, { timeout: 15_000 });
    playground.leavesSessions(1);
    await is('ok');
  }, 60_000);

  it('nothing is said of its standing before it is in', async () => {
    await open();
    playground.withholds('ready');
    const starting = begin({ back: 1000 });
    await vi.waitUntil(() => says(/tried again/).length > 0, { timeout: 15_000 });
    expect(discord.standing()).toBeUndefined();
    playground.withholds();
    await starting;
    expect(discord.standing()?.state).toBe('ok');
  }, 40_000);

  it('a token that is not taken is no matter of waiting', async () => {
    await open();
    playground.takesToken();
    await expect(begin()).rejects.toMatchObject({ name: 'PlatformError', code: '401' });
  });

  it('one that is not taken by a Discord that was waited for ends nothing: the other platform may be served by then', async () => {
    await open();
    playground.injects({ on: me, does: { status: 503 } });
    playground.takesToken();
    const starting = begin();
    await vi.waitUntil(() => says(/for good/).length > 0, { timeout: 15_000 });
    expect(discord.standing()?.state).toBe('stopped');
    playground.givesToken();
    await starting;
    await isHeard();
  }, 40_000);

  it('it can be stopped while it waits', async () => {
    await open();
    playground.withholds('hello');
    const starting = begin();
    await vi.waitUntil(() => playground.traffic.some(one => one.name === gateway), { timeout: 15_000 });
    const stopped = expect(starting).rejects.toMatchObject({ name: 'PlatformError' });
    await discord.stop();
    await stopped;
  });
});

describe('commands', () => {
  const known = 'GET /applications/:id/guilds/:id/commands';
  const put = 'PUT /applications/:id/guilds/:id/commands';
  const isTold = (workspace: string) =>
    vi.waitUntil(
      () =>
        says(/told a Discord server/).some(one =>
          JSON.stringify(one.fields).includes(playground.workspaceId(workspace)),
        ),
      { timeout: 15_000 },
    );

  it('that one server does not take yet are told to the others, and to it when it does', async () => {
    await open();
    playground.takesCommandsScope('North');
    await begin();
    await isTold('South');
    expect(says(/could not tell.*open https:\/\/discord\.com\/oauth2\/authorize\?client_id=/)).toHaveLength(1);
    playground.givesCommandsScope('North');
    await isTold('North');
    await isHeard();
  }, 30_000);

  it.each([
    [known, { status: 503 }],
    [put, { status: 503 }],
    [put, { rateLimit: 0.3 }],
    [put, { refuse: '50035' }],
  ] as const)(
    'are told again after %s met %o',
    async (on, does) => {
      await open();
      playground.injects({ on, does });
      await begin();
      await isTold('North');
      await isTold('South');
      await isHeard();
    },
    30_000,
  );
});

it('a stray 401 is asked again, and mutes nobody', async () => {
  await open();
  await begin();
  const to = { platform: 'discord' as const, workspace: playground.workspaceId('North') };
  const post = (words: string) =>
    discord.perform.post(
      {
        to: { person: { ...to, id: playground.person('Amira Haddad').id } },
        card: { body: [{ kind: 'text', text: text`${words}` }] },
      },
      words,
    );
  playground.injects({ on: 'POST /channels/:id/messages', does: { refuse: '0' } });
  await post('One');
  playground.injects({ on: 'POST /channels/:id/messages', times: 2, does: { refuse: '0' } });
  await expect(post('Two')).rejects.toMatchObject({ kind: 'unreachable', code: '401' });
  await post('Three');
  expect((await playground.person('Amira Haddad').reads('direct message')).map(one => one.text)).toEqual([
    'One',
    'Three',
  ]);
});
