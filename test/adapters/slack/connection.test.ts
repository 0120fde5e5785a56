/** Connected, or said so: whatever goes wrong with the way into Slack, it is tried again, and the platform says how it stands. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../../playground/driver.ts';
import { type SlackPlayground, startSlack } from '../../../playground/slack/index.ts';
import { farewells } from '../../../playground/slack/sockets.ts';
import { town } from '../../../playground/town.ts';
import manifest from '../../../slack-app-manifest.json' with { type: 'json' };
import { checkup } from '../../../src/adapters/slack/checkup.ts';
import type { Times } from '../../../src/adapters/slack/client.ts';
import { createSlack } from '../../../src/adapters/slack/platform.ts';
import { text } from '../../../src/platform/card.ts';
import type { Happening, Inbox } from '../../../src/platform/chat-platform.ts';
import { quietly } from '../../support/stage.ts';

let slack: SlackPlayground;
let platform: ReturnType<typeof createSlack>;
afterEach(async () => {
  await platform?.stop();
  await slack?.stop();
});

type Does = Fault['does'];

/** A fifth of the usual, where what never comes is the subject. */
const brief: Times = { answer: 2000, hello: 2000, ping: 1000 };

const subscribed = manifest.settings.event_subscriptions.bot_events;

/** The adapter alone, which has hours to wait and doesn't wait them. */
interface Given {
  readonly longest?: number;
  readonly times?: Times;
  readonly events?: readonly string[];
  readonly warnsAheadMs?: number;
  readonly botsApp?: string;
}
async function connecting({ longest = 0, times, events = subscribed, warnsAheadMs = 10_000, botsApp }: Given = {}) {
  slack = await startSlack({
    workspaces: [town],
    patienceMs: 20_000,
    events,
    warnsAheadMs,
    ...(botsApp && { botsApp }),
  });
  const [lines, waits, happened]: [object[], number[], Happening[]] = [[], [], []];
  platform = createSlack({
    botToken: slack.botToken(),
    appToken: slack.appToken,
    apiUrl: slack.apiUrl,
    log: quietly(lines),
    ...(times && { times }),
    async pause(ms) {
      waits.push(ms);
      await new Promise(resolve => setTimeout(resolve, Math.min(ms, longest)));
    },
  });
  const inbox = { happened: async (event: Happening) => void happened.push(event) } as unknown as Inbox;
  const stands = (state: string) => slack.until(() => platform.standing()?.state === state, `it to be ${state}`);
  const opened = () => slack.traffic.filter(one => one.name === 'apps.connections.open').length;
  return { start: () => platform.start([], inbox), lines, waits, happened, stands, opened };
}

/** Whatever is typed is answered at once; who types. */
async function answering(happened: Happening[] = []) {
  const inbox = {
    happened: async (event: Happening) => void happened.push(event),
    wordsIn: (words: string) => words,
    invoke: async () => ({
      say: { body: [{ kind: 'text', text: [{ kind: 'data', data: 'It is done' }] }] },
      shows: 'person',
    }),
  } as unknown as Inbox;
  const spec = { name: 'x', slash: 'cop home', summary: 'x', options: {}, answers: 'privately', asks: false } as const;
  await platform.start([spec], inbox);
  return slack.person('Amira Haddad');
}

const kinds = {
  recoverable: { refuse: 'internal_error' },
  unavailable: { status: 503 },
  reset: { reset: true },
  limited: { rateLimit: 7 },
  refused: { refuse: 'invalid_auth' },
} as const satisfies Record<string, Does>;
type Kind = keyof typeof kinds;

const ordersOf = (left: readonly Kind[]): readonly (readonly Kind[])[] =>
  left.length === 0
    ? [[]]
    : left.flatMap(one => ordersOf(left.filter(other => other !== one)).map(rest => [one, ...rest]));

it('what nobody answered is waited for as long again, before it is looked for', async () => {
  const { start } = await connecting({ times: brief });
  await start();
  const to = { platform: 'slack', workspace: slack.workspaceId(), id: slack.person('Amira Haddad').id } as const;
  const post = () =>
    platform.perform.post({ to: { person: to }, card: { body: [{ kind: 'text', text: text`A card` }] } }, 'one');
  slack.injects({ on: 'chat.postMessage', does: { hang: true } });
  await expect(post()).rejects.toMatchObject({ kind: 'unknown-outcome', retryAfterMs: 2000 });
  slack.injects({ on: 'chat.postMessage', does: { status: 503 } });
  await expect(post()).rejects.toMatchObject({ kind: 'unknown-outcome', retryAfterMs: undefined });
}, 30_000);

describe('a connection that ended', () => {
  it('is made anew after failures of every kind, in every order', async () => {
    const { start, stands, opened, lines } = await connecting();
    await start();
    for (const order of ordersOf(Object.keys(kinds) as Kind[])) {
      for (const kind of order) slack.injects({ on: 'apps.connections.open', does: kinds[kind] });
      const before = opened();
      slack.closesSockets(1011);
      await slack.until(() => opened() === before + order.length + 1, order.join(', '));
      await stands('ok');
    }
    const said = lines.filter(line => JSON.stringify(line).includes('trying again')).length;
    expect(said).toBe(120 * 6); // the end of each, and five failures
  }, 120_000);

  it('is made anew though nothing was answered within the time', async () => {
    const { start, stands } = await connecting({ times: brief });
    await start();
    slack.injects({ on: 'apps.connections.open', does: { hang: true } });
    slack.closesSockets(1006);
    await stands('reconnecting');
    await stands('ok');
  }, 30_000);

  it.each(farewells.filter(one => one !== 'warning'))('is made anew when Slack says %s', async reason => {
    const { start, stands, happened, opened } = await connecting();
    await start();
    slack.disconnects(reason);
    await slack.until(() => opened() === 2, 'another connection');
    await stands('ok');
    await slack.until(() => happened.length === 1, 'what was missed to be looked for');
    expect(happened).toEqual([{ kind: 'returned', platform: 'slack' }]);
  });

  it.each([1000, 1001, 1006, 1011, 1012, 4000])('is made anew when it was closed with %i', async code => {
    const { start, stands, opened } = await connecting();
    await start();
    slack.closesSockets(code);
    await slack.until(() => opened() === 2, 'another connection');
    await stands('ok');
  });

  it('is made anew when Slack never says hello', async () => {
    const { start, stands, opened } = await connecting({ times: brief });
    await start();
    slack.withholds(['hello']);
    slack.closesSockets(1011);
    await stands('reconnecting');
    await slack.until(() => opened() === 3, 'another try');
    slack.withholds([]);
    await stands('ok');
  }, 30_000);

  it.each(['pongs', 'everything'] as const)(
    'is taken for ended when Slack keeps back %s',
    async what => {
      const { start, stands } = await connecting({ times: brief });
      await start();
      slack.withholds([what]);
      await stands('reconnecting');
      slack.withholds([]);
      await stands('ok');
    },
    40_000,
  );

  it('is waited for longer and longer when it ends again and again, and as long as Slack asks', async () => {
    const { start, stands, waits } = await connecting();
    await start();
    for (let n = 0; n < 8; n++) slack.injects({ on: 'apps.connections.open', does: { status: 503 } });
    slack.injects({ on: 'apps.connections.open', does: { rateLimit: 77 } });
    slack.closesSockets(1011);
    await slack.until(() => waits.includes(77_000), 'the longest wait');
    await stands('ok');
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 77_000]);
  });
});

describe('a token that is no good any more', () => {
  it.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
    'of the app (%s) stops it, is tried again up to half an hour apart, and comes back by itself',
    async code => {
      const { start, stands, waits, happened } = await connecting();
      await start();
      slack.refusesToken('app', code);
      slack.closesSockets(1000);
      await stands('stopped');
      await slack.until(() => waits.filter(ms => ms === 1_800_000).length > 1, 'half an hour');
      const { since } = platform.standing() ?? {};
      slack.takesToken('app');
      await stands('ok');
      expect(platform.standing()?.since).toBeGreaterThanOrEqual(since ?? Number.POSITIVE_INFINITY);
      expect(waits.slice(0, 4)).toEqual([5000, 10_000, 20_000, 40_000]);
      expect(happened).toHaveLength(1);
    },
  );

  it('of the bot is noticed by the first call that is refused', async () => {
    const { start, stands, happened, waits } = await connecting();
    await start();
    slack.refusesToken('bot', 'token_revoked');
    const space = { platform: 'slack', workspace: slack.workspaceId(), id: 'C1' } as const;
    await expect(platform.pins(space)).rejects.toMatchObject({ kind: 'unreachable', code: 'token_revoked' });
    await stands('stopped');
    await slack.until(() => waits.includes(1_800_000), 'half an hour');
    slack.takesToken('bot');
    await stands('ok');
    expect(happened).toHaveLength(1);
  });

  it.each(['app_uninstalled', 'tokens_revoked'])(
    'of the bot is noticed when Slack tells of %s, though nothing is asked of it',
    async event => {
      expect(subscribed).toContain(event);
      const { start, stands, lines } = await connecting({ events: [event] });
      await start();
      slack.uninstallsApp();
      await stands('stopped');
      expect(lines).toContainEqual(expect.objectContaining({ level: 'error', code: 'account_inactive' }));
      slack.takesToken('bot');
      await stands('ok');
    },
  );

  it('of somebody else, told of, is no end', async () => {
    const { start, lines } = await connecting();
    await start();
    slack.tells({ type: 'tokens_revoked', tokens: { oauth: [slack.person('Amira Haddad').id] } });
    await slack.until(() => slack.underWay() === 0, 'it to be acknowledged');
    await slack.until(() => slack.traffic.filter(one => one.name === 'auth.test').length === 2, 'the question');
    expect(platform.standing()?.state).toBe('ok');
    expect(JSON.stringify(lines)).not.toContain('trying again');
  });

  it('says nothing of a stray word', async () => {
    const { start, lines } = await connecting();
    await start();
    slack.injects({ on: 'pins.list', does: { refuse: 'invalid_auth' } });
    const space = { platform: 'slack', workspace: slack.workspaceId(), id: 'C1' } as const;
    await expect(platform.pins(space)).rejects.toThrow();
    await slack.until(() => slack.traffic.filter(one => one.name === 'auth.test').length === 2, 'the question');
    await vi.waitUntil(() => platform.standing()?.state === 'ok', { timeout: 15_000 });
    expect(JSON.stringify(lines)).not.toContain('trying again');
  });
});

describe('at the start', () => {
  const transient: [string, Does][] = [
    ['503', { status: 503 }],
    ['429', { rateLimit: 1 }],
    ['reset', { reset: true }],
    ['time-out', { hang: true }],
  ];
  for (const method of ['auth.test', 'apps.connections.open'])
    it.each(transient)(
      `waits out a %s of ${method}`,
      async (_name, does) => {
        const { start, stands, opened } = await connecting({ times: brief });
        expect(platform.standing()).toBeUndefined();
        slack.injects({ on: method, does });
        await start();
        await stands('ok');
        expect(opened()).toBe(method === 'auth.test' ? 1 : 2);
      },
      30_000,
    );

  it.each(['bot', 'app'] as const)('a wrong token of the %s is told at once', async which => {
    const { start, opened } = await connecting();
    slack.refusesToken(which, 'invalid_auth');
    await expect(start()).rejects.toThrow(/invalid_auth/);
    expect(opened()).toBe(which === 'bot' ? 0 : 1);
  });

  it.each([
    ['bot', 'invalid_auth', /Bot User OAuth Token.*into SLACK_BOT_TOKEN/],
    ['app', 'invalid_auth', /connections:write.*into SLACK_APP_TOKEN/],
    ['bot', 'accesslimited', /certain networks alone/],
    ['bot', 'two_factor_setup_required', /second factor/],
  ] as const)('of the %s, %s comes with what mends it', async (which, code, remedy) => {
    const { start } = await connecting();
    slack.refusesToken(which, code);
    await expect(start()).rejects.toMatchObject({ code, remedy: expect.stringMatching(remedy) });
  });

  it("an organisation's token is not taken for a workspace's", async () => {
    const { start } = await connecting();
    slack.installsOrgWide();
    const remedy = expect.stringMatching(/of a whole organisation.*install the app in that workspace/);
    await expect(start()).rejects.toMatchObject({ remedy });
    const { appToken, apiUrl } = slack;
    const { findings } = await checkup({ botToken: slack.botToken(), appToken, apiUrl, events: [] });
    expect(findings[0]).toMatchObject({ grade: 'mend', says: 'is not taken (org_wide_token)', remedy });
  });
});

it("a bot's token beside another app's own is taken, and said to be no good, at the start and by the doctor", async () => {
  const { start, lines } = await connecting({ botsApp: 'A0ANOTHER' });
  await start();
  const said = () => lines.find(line => 'sentence' in line && /of two apps/.test(String(line.sentence)));
  await slack.until(() => said() !== undefined, 'it to be said');
  expect(said()).toMatchObject({ level: 'error', ofBot: 'A0ANOTHER', ofApp: 'A0PLAYGROUND' });
  const { appToken, apiUrl } = slack;
  const { findings } = await checkup({ botToken: slack.botToken(), appToken, apiUrl, events: [] });
  expect(findings).toContainEqual(
    expect.objectContaining({
      grade: 'mend',
      what: 'the tokens',
      says: expect.stringMatching(/A0ANOTHER.*A0PLAYGROUND/),
    }),
  );
});

it('looks at everything once Slack tells all again, where more happened than it tells', async () => {
  const { start, happened, waits, lines } = await connecting({ longest: 300 });
  await start();
  for (let minute = 0; minute < 3; minute++)
    slack.tells({ type: 'app_rate_limited', minute_rate_limited: 1790000000 + minute * 60 });
  await slack.until(() => happened.length === 1, 'what was left out to be looked for');
  await slack.until(() => slack.underWay() === 0, 'each to be acknowledged');
  expect(waits).toEqual([120_000, 120_000, 120_000]);
  expect(happened).toEqual([{ kind: 'returned', platform: 'slack' }]);
  expect(lines.filter(line => (line as { level?: string }).level === 'error')).toEqual([]);
});

it.each([true, false])('says that another bot has the same tokens, if nobody shares the work (%s)', async alone => {
  const first = await connecting();
  await first.start();
  const lines: object[] = [];
  const options = { botToken: slack.botToken(), appToken: slack.appToken, apiUrl: slack.apiUrl, alone };
  const other = createSlack({ ...options, log: quietly(lines) });
  await other.start([], { happened: async () => {} } as unknown as Inbox);
  const said = lines.filter(line => /another bot .* same tokens/.test(JSON.stringify(line)));
  expect(said).toEqual(alone ? [expect.objectContaining({ level: 'warn', connections: 2 })] : []);
  await other.stop();
});

it('warned of an end, answers on the old connection until it ends, and misses nothing', async () => {
  const { stands, happened, lines } = await connecting({ warnsAheadMs: 1500 });
  const amira = await answering(happened);
  const typed = () => Promise.all([1, 2, 3, 4].map(() => amira.types('/cop home', { in: 'general' })));
  slack.injects({ on: 'apps.connections.open', does: { late: 500 } });
  slack.disconnects('warning');
  await typed();
  await slack.until(() => slack.connections() === 2, 'another connection beside it');
  await typed();
  await slack.until(() => slack.connections() === 1, 'the old one to be closed');
  await typed();
  await slack.until(() => amira.seesNow(/It is done/).length === 12, 'each to be answered, once');
  expect(amira.seesNow(/respond/)).toEqual([]);
  await stands('ok');
  expect(happened).toEqual([]);
  expect(lines.filter(one => 'from' in one || 'err' in one)).toEqual([]);
});

it('warned of an end that comes before another connection is there, looks for what was missed', async () => {
  const { start, stands, happened } = await connecting({ warnsAheadMs: 0 });
  await start();
  slack.injects({ on: 'apps.connections.open', does: { status: 503 } });
  slack.disconnects('warning');
  await slack.until(() => happened.length === 1, 'what was missed to be looked for');
  expect(happened).toEqual([{ kind: 'returned', platform: 'slack' }]);
  await stands('ok');
});

it('acknowledges on the next connection what came by the one before', async () => {
  const { stands } = await connecting();
  let goOn: () => void = () => {};
  const held = new Promise<void>(resolve => {
    goOn = resolve;
  });
  const inbox = {
    happened: async () => {},
    wordsIn: (words: string) => words,
    async invoke() {
      await held;
      return { say: { body: [{ kind: 'text', text: [{ kind: 'data', data: 'It is done' }] }] }, shows: 'person' };
    },
  } as unknown as Inbox;
  const spec = { name: 'x', slash: 'cop home', summary: 'x', options: {}, answers: 'privately', asks: false } as const;
  await platform.start([spec], inbox);
  const amira = slack.person('Amira Haddad');
  const typed = amira.types('/cop home', { in: 'general' });
  await slack.until(() => slack.traffic.some(one => one.name === 'slash_commands'), 'the command');
  slack.disconnects('refresh_requested');
  goOn();
  await typed;
  await stands('ok');
  expect((await amira.sees(/It is done|did not respond/)).text).toMatch('It is done');
});

it('acknowledges what comes in while a connection is being given up, and no error is in the log', async () => {
  const { stands, lines } = await connecting();
  const amira = await answering();
  slack.disconnects('refresh_requested');
  const typed = [];
  for (let n = 0; n < 40; n++) {
    typed.push(amira.types('/cop home', { in: 'general' }));
    await new Promise(resolve => setImmediate(resolve));
  }
  await Promise.all(typed);
  await stands('ok');
  expect(lines.filter(one => 'from' in one || 'err' in one)).toEqual([]);
  expect(amira.seesNow(/did not respond/)).toEqual([]);
});

it('an address that can not be is told at once', async () => {
  slack = await startSlack({ workspaces: [town] });
  for (const apiUrl of ['http://127.0.0.1:9/api/', 'http://127.0.0.1:1/api/', `${slack.apiUrl}nowhere/`]) {
    platform = createSlack({ botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl, log: quietly([]) });
    await expect(platform.start([], {} as Inbox), apiUrl).rejects.toThrow();
  }
});

it('tells what Slack warns of, and once', async () => {
  const { start, lines } = await connecting();
  slack.injects({ on: 'auth.test', does: { warns: 'method_deprecated' } });
  slack.injects({ on: 'users.conversations', times: 3, does: { warns: 'missing_charset' } });
  await start();
  for (let n = 0; n < 3; n++) await platform.ownSpaces();
  const warned = lines.filter(one => 'warning' in one || 'from' in one);
  expect(warned).toMatchObject([{ warning: 'method_deprecated' }, { warning: 'missing_charset' }]);
});
