/** The real discord.js against a Discord on loopback. What the port promises is held by test/contract; here is how Discord is asked. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DiscordPlayground, startDiscord } from '../../../playground/discord/index.ts';
import type { Persona } from '../../../playground/driver.ts';
import { createDiscord } from '../../../src/adapters/discord/platform.ts';
import { type Card, type Form, text } from '../../../src/platform/card.ts';
import type {
  Account,
  Answer,
  Channel,
  ChatPlatform,
  CommandSpec,
  Happening,
  Invocation,
} from '../../../src/platform/chat-platform.ts';
import type { PlatformError } from '../../../src/platform/platform-error.ts';
import { deed } from '../../support/deed.ts';
import { drawnHomes } from '../../support/drawn-homes.ts';

const base = { summary: 'A thing', options: {}, answers: 'privately', asks: false } as const;
const specs: readonly CommandSpec[] = [
  { ...base, name: 'thing ask', slash: 'cop ask', asks: true },
  {
    ...base,
    name: 'thing say',
    slash: 'cop say',
    options: { words: { kind: 'words', summary: 'Words', suggests: true } },
  },
  { ...base, name: 'thing press', answers: 'on-the-card' },
  { ...base, name: 'thing tell' },
  {
    ...base,
    name: 'thing save',
    shortcut: 'Save to the library',
    asks: true,
    options: { message: { kind: 'message', summary: 'What' } },
  },
];
const say = (words: string, buttons: Card['buttons'] = []): Card => ({
  body: [{ kind: 'text', text: text`${words}` }],
  buttons,
});
const form = (does: string, error?: string, value?: string): Form => ({
  title: 'A form',
  fields: [{ kind: 'words', name: 'name', label: 'Name', required: true, max: 50, error, value }],
  submit: 'Send',
  does: { command: does, options: { kept: 'yes' } },
});

describe('Discord, over the wire', () => {
  let playground: DiscordPlayground;
  let discord: ChatPlatform;
  let amira: Persona;
  let ben: Persona;
  let heard: Invocation[];
  let happened: Happening[];
  let logged: string[];
  let answer: (invocation: Invocation) => Promise<Answer> | Answer;
  let shown: (command: string) => Form;

  const begin = async () => {
    const line = (_: object, sentence: string) => void logged.push(sentence);
    const log = { debug: line, info: line, warn: line, error: line };
    discord = createDiscord({ token: playground.token, apiUrl: playground.apiUrl, log });
    await discord.start(specs, {
      form: async invocation => {
        heard.push(invocation);
        return { show: shown(invocation.command) };
      },
      suggest: async () => [{ value: 'v', label: 'Label' }],
      wordsIn: words => words,
      invoke: async invocation => {
        heard.push(invocation);
        return answer(invocation);
      },
      addressed: async () => undefined,
      homes: drawnHomes(),
      happened: async event => void happened.push(event),
    });
  };
  beforeEach(async () => {
    const people = [{ name: 'Amira Haddad' }, { name: 'Ben Okafor' }, { name: 'Joan Mills', admin: true }];
    const workspaces = [{ name: 'North', people, channels: ['general'] }];
    playground = await startDiscord({ workspaces, intents: { messageContent: true }, rateLimits: false });
    [heard, happened, logged] = [[], [], []];
    answer = () => ({ say: say('Done'), shows: 'person' });
    shown = form;
    await begin();
    amira = playground.person('Amira Haddad');
    ben = playground.person('Ben Okafor');
  });
  afterEach(async () => {
    await discord.stop();
    await playground.stop();
  });

  const account = ({ id }: { id: string }): Account => ({
    platform: 'discord',
    workspace: playground.workspaceId(),
    id,
  });
  const opening = (members: readonly Account[] = []) => ({
    workspace: { platform: 'discord' as const, id: playground.workspaceId() },
    name: 'cop-wound-care',
    topic: 'Healing',
    purpose: 'To heal',
    facilitators: [account(amira)],
    members,
    others: async () => [],
  });
  const open = (members?: readonly Account[], key = 'space'): Promise<Channel> =>
    discord.perform['open-space'](opening(members), key);
  const calls = () => playground.traffic.filter(one => one.direction !== 'event').map(one => one.name);
  /** What goes over the wire meanwhile. */
  const during = async (work: () => Promise<unknown>): Promise<string[]> => {
    playground.clearTraffic();
    await work();
    return calls();
  };
  const button = (command: string) => [{ label: 'Press me', does: deed(command) }];
  const press = (command: string) =>
    discord.perform.post({ to: { person: account(amira) }, card: say(`A card: ${command}`, button(command)) }, command);

  it('waits for what nobody answered as long again, before it looks whether it stands there', async () => {
    playground.injects({ on: 'POST /channels/:id/messages', does: { hang: true } });
    await expect(press('thing press')).rejects.toMatchObject({ kind: 'unknown-outcome', retryAfterMs: 10_000 });
    playground.injects({ on: 'POST /channels/:id/messages', does: { status: 503 } });
    await expect(press('thing press')).rejects.toMatchObject({ kind: 'unknown-outcome', retryAfterMs: undefined });
  }, 60_000);

  it.each(['there', 'down'] as const)(
    'goes on where discord.js can not read what Discord tells, with a server %s',
    async how => {
      if (how === 'down') {
        await discord.stop();
        playground.goesDown();
        const back = begin();
        await playground.until(() => playground.connected(), 'it to be connected');
        playground.tells('INTERACTION_CREATE', { id: '1', token: 'x', type: 2, user: {}, data: { type: 2 } });
        await playground.until(() => playground.underWay() === 0, 'it to be told');
        playground.comesBack();
        await back;
      } else playground.tells('INTERACTION_CREATE', { id: '1', token: 'x', type: 2, user: {}, data: { type: 2 } });
      await vi.waitUntil(() => logged.includes('something that Discord told could not be taken in; going on'));
      await amira.types('/cop say words:here', { in: 'general' });
      expect(heard.map(one => one.command)).toEqual(['thing say']);
    },
  );

  it('knows what it may do where its own member does not come with the server', async () => {
    const space = await open();
    await discord.stop();
    playground.givesPermission('CREATE_INSTANT_INVITE');
    playground.tellsOwnMember(false);
    await begin();
    const workspace = { platform: 'discord', id: playground.workspaceId() } as const;
    const invite = discord.makeInvite(workspace, { to: undefined, people: 1, forMs: 3600_000 });
    await expect(invite).resolves.toMatchObject({ url: expect.stringContaining('discord.gg') });
    await playground.person('Joan Mills').throwsOut('CoP Bot', 'cop-wound-care');
    await playground.until(() => happened.some(one => one.kind === 'bot-out'), 'it to be heard of');
    expect((await discord.spaces(workspace, [space.id], [])).get(space.id)).toEqual({ state: 'out of reach' });
  });

  const outOf = async (space: Channel, hides: boolean): Promise<Persona> => {
    playground.hidesUnviewed(hides);
    const joan = playground.person('Joan Mills');
    await joan.throwsOut('CoP Bot', 'cop-wound-care');
    await playground.until(() => happened.some(one => one.kind === 'bot-out'), 'it to be heard of');
    const workspace = { platform: 'discord', id: playground.workspaceId() } as const;
    expect((await discord.spaces(workspace, [space.id], [])).get(space.id)).toEqual({ state: 'out of reach' });
    return joan;
  };

  it.each([true, false])('hidden (%s), takes nobody’s rights in what it may not see for taken', async hides => {
    const space = await open([account(ben)]);
    const joan = await outOf(space, hides);
    await expect(discord.perform['unmake-facilitator']({ space, who: account(amira) }, 'x')).rejects.toMatchObject({
      code: '50001',
    });
    await expect(discord.perform['make-member']({ space, who: account(ben) }, 'y')).rejects.toMatchObject({
      code: '50001',
    });
    await joan.brings('CoP Bot', 'cop-wound-care');
    await playground.until(() => happened.some(one => one.kind === 'bot-in'), 'it to be heard of');
    expect(await amira.rightsIn('cop-wound-care')).toContain('MANAGE_MESSAGES');
  });

  it.each([true, false])('hidden (%s), says of nobody that they came or went with the bot', async hides => {
    const space = await open([account(ben)]);
    const joan = await outOf(space, hides);
    await joan.throwsOut('Ben Okafor', 'cop-wound-care');
    await joan.brings('CoP Bot', 'cop-wound-care');
    await playground.until(() => happened.some(one => one.kind === 'changed'), 'it to be heard of');
    const said = happened.map(one => ('people' in one ? `${one.kind} with its people` : one.kind));
    expect(said).toEqual(['bot-out', 'bot-in', 'changed with its people']);
    const there = await discord.members(space, new Set());
    expect(there.map(one => one.name)).toEqual(['Amira Haddad']);
  });

  it('hears that a role of its own shows it no channel any more, and shows it again', async () => {
    await playground.person('Joan Mills').makesChannel('open');
    playground.takesPermission('VIEW_CHANNEL');
    await playground.until(() => happened.some(one => one.kind === 'bot-out'), 'it to be heard of');
    playground.givesPermission('VIEW_CHANNEL');
    await playground.until(() => happened.some(one => one.kind === 'bot-in'), 'it to be heard of');
    expect(happened.filter(one => one.kind === 'joined' || one.kind === 'left')).toEqual([]);
  });

  it('hears what is posted in a thread of a channel for announcements as said in that channel', async () => {
    const space = await open([account(ben)]);
    playground.turnsInto(space.id, 'announcements');
    await playground.until(() => playground.underWay() === 0, 'it to be told');
    const message = await discord.perform.post({ to: space, card: say('A guide') }, 'guide');
    await discord.perform['open-thread']({ message, called: 'The guide' }, 'thread');
    await ben.posts('The guide', 'Ours', [{ name: 'a.pdf', type: 'application/pdf', body: new Uint8Array(3) }]);
    await playground.until(() => happened.some(one => one.kind === 'shared'), 'it to be heard of');
    const heardOf = happened.find(one => one.kind === 'shared');
    expect(heardOf).toMatchObject({ message: { channel: { id: space.id }, within: message.id } });
  });

  it.each([
    ['a second in the header, and twenty minutes in the body', () => ({ rateLimit: 1, inBody: 1163.097 }), 1_163_097],
    ['a minute in the header, and a second in the body', () => ({ rateLimit: 60, inBody: 1 }), 60_000],
    ['a date', () => ({ rateLimit: new Date(Date.now() + 1_800_000).toUTCString() }), 1_790_000],
  ] as const)('waits as long as Discord says: %s', async (_what, does, ms) => {
    const space = await open();
    playground.injects({ on: 'POST /channels/:id/messages', does: does() });
    const error = await discord.perform.post({ to: space, card: say('x') }, 'x').catch((no: unknown) => no);
    expect(error).toMatchObject({ kind: 'rate-limited' });
    const { retryAfterMs = 0 } = error as PlatformError;
    expect(retryAfterMs).toBeGreaterThanOrEqual(ms);
    expect(retryAfterMs).toBeLessThan(ms + 15_000);
  });

  describe('at start', () => {
    it('asks for four things, and tells a guild and all of Discord the commands once', async () => {
      const [guild, all] = ['/applications/:id/guilds/:id/commands', '/applications/:id/commands'];
      const first = ['GET /applications/@me', 'GET /gateway/bot'];
      const known = [`GET ${all}`, `GET ${guild}`];
      expect(calls().slice(0, 2)).toEqual(first);
      expect(calls().slice(2).toSorted()).toEqual([...known, `PUT ${all}`, `PUT ${guild}`]);
      await discord.stop();
      expect((await during(begin)).toSorted()).toEqual([...known, ...first].toSorted());
    });

    it('says what is missing without the Message Content intent, and starts all the same', async () => {
      await discord.stop();
      await playground.stop();
      playground = await startDiscord({ workspaces: [{ name: 'North', people: [{ name: 'Amira Haddad' }] }] });
      await begin();
      expect(logged.join()).toContain('Message Content intent is not enabled');
    });

    it('tells the commands where Discord has no answer to which it knows', async () => {
      await discord.stop();
      playground.injects({ on: 'GET /applications/:id/guilds/:id/commands', does: { refuse: '1' } });
      expect(await during(begin)).toContain('PUT /applications/:id/guilds/:id/commands');
    });

    it('tells the commands to whoever adds the bot later', async () => {
      playground.removesApp();
      playground.clearTraffic();
      playground.addsApp();
      await playground.until(() => calls().some(name => name.startsWith('PUT')), 'the commands');
    });
  });

  describe('servers that come and go', () => {
    const guildCommands = '/applications/:id/guilds/:id/commands';
    const told = (server: string) => {
      const of = (response: unknown) => (response as { guild_id?: string }[])[0]?.guild_id;
      const all = playground.traffic.filter(one => one.name === `PUT ${guildCommands}` && one.status === 200);
      return all.some(one => of(one.response) === playground.workspaceId(server));
    };

    beforeEach(async () => {
      await discord.stop();
      await playground.stop();
      const people = [{ name: 'Amira Haddad' }];
      const workspaces = ['North', 'South', 'West'].map(name => ({ name, people, channels: ['general'] }));
      playground = await startDiscord({ workspaces, rateLimits: false });
      amira = playground.person('Amira Haddad');
      playground.removesApp('South');
      await begin();
    });

    it('while a session is begun anew are known, and told the commands; or known no more', async () => {
      const space = await open();
      playground.clearTraffic();
      playground.invalidatesSessions(false);
      playground.removesApp('North');
      playground.addsApp('South');
      playground.removesApp('West');
      playground.addsApp('West');
      await vi.waitUntil(() => happened.some(one => one.kind === 'returned'), { timeout: 60_000 });
      await playground.until(() => told('South') && told('West'), 'the commands to be told');
      const north = { platform: 'discord', id: playground.workspaceId('North') } as const;
      await expect(discord.spaces(north, [space.id], [])).rejects.toMatchObject({ code: 'guild_unavailable' });
      expect(logged.filter(line => /was taken out of a Discord server/.test(line))).toHaveLength(1);
    }, 90_000);

    it('are told the commands as soon as they are back, where they could not be told before', async () => {
      playground.injects({ on: `PUT ${guildCommands}`, does: { refuse: '30034' } }); // tried again an hour later
      playground.addsApp('South');
      await vi.waitUntil(() => logged.some(line => line.includes('could not tell a Discord server the commands')));
      playground.goesDown('South');
      playground.comesBack('South');
      await playground.until(() => told('South'), 'the commands to be told');
    });

    it('are not told them again where they were only down', async () => {
      playground.clearTraffic();
      playground.goesDown('North');
      playground.comesBack('North');
      await vi.waitUntil(() => happened.some(one => one.kind === 'returned'));
      await playground.until(() => playground.underWay() === 0, 'it to be over');
      expect(calls().filter(name => name.endsWith(guildCommands))).toEqual([]);
    });
  });

  describe('a space', () => {
    it('is one call where its category is there, and all that is so already costs none', async () => {
      const space = await open();
      expect(await during(() => open([account(ben)], 'other'))).toEqual(['POST /guilds/:id/channels']);
      await playground.until(() => playground.traffic.some(one => one.name === 'CHANNEL_CREATE'), 'the event');
      const again = async () => {
        await discord.perform['describe-space']({ space, topic: 'Healing', purpose: 'To heal' }, '');
        await discord.perform.admit({ space, who: [account(amira)] }, 'a');
        await discord.perform['make-facilitator']({ space, who: account(amira) }, 'm');
      };
      expect(await during(again)).toEqual([]);
    });

    it('goes into a second category where Discord says that the first is full', async () => {
      for (let n = 0; n < 25; n++) await open([], `space ${n}`);
      await discord.stop(); // discord.js itself lets no more than 50 calls a second pass
      await begin();
      for (let n = 25; n < 50; n++) await open([], `space ${n}`);
      await during(open);
      const asked = playground.traffic.filter(one => one.direction === 'call');
      expect(asked.map(one => [(one.request as { name: string }).name, one.status])).toEqual([
        ['cop-wound-care', 400],
        ['Communities of Practice 2', 201],
        ['cop-wound-care', 201],
      ]);
    });

    it('is found by its mark, which goes with the next edit, and for whose sake none is made', async () => {
      const space = await open();
      expect(await discord.find['open-space'](opening(), 'space', 0)).toEqual(space);
      const { topic: topicNow, purpose } = opening();
      playground.clearTraffic();
      await discord.perform['describe-space']({ space, topic: topicNow, purpose }, '');
      expect(playground.traffic.filter(one => one.name === 'PATCH /channels/:id')).toEqual([]);
      await discord.perform['describe-space']({ space, topic: 'New *words*', purpose: 'x'.repeat(2000) }, '');
      const { topic } = (await amira.channels()).find(one => one.id === space.id) ?? { topic: '' };
      expect(topic).toMatch(/^New \\\*words\\\*.*…$/);
      expect(topic.length).toBeLessThanOrEqual(1024);
    });

    it('takes more people than one call does', async () => {
      const ids = Array.from({ length: 99 }, (_, n) => {
        playground.joinsWorkspace(`Person ${n}`);
        return account(playground.person(`Person ${n}`));
      });
      await open(ids);
      expect((await amira.membersOf('cop-wound-care')).length).toBe(100);
    });

    it('is closed for all of them, though one has left', async () => {
      const ids = Array.from({ length: 99 }, (_, n) => {
        playground.joinsWorkspace(`Person ${n}`);
        return account(playground.person(`Person ${n}`));
      });
      const space = await open([account(ben), ...ids]);
      await ben.leavesWorkspace();
      await discord.perform['archive-space']({ space, how: 'archived' }, 'over');
      const last = playground.person('Person 98');
      await expect(last.posts('cop-wound-care', 'Hello')).rejects.toThrow('SEND_MESSAGES');
    });

    it('tells of people moved by hand, and not of what the bot did itself', async () => {
      const space = await open();
      await discord.perform.admit({ space, who: [account(ben)] }, 'a');
      await discord.perform.remove({ space, who: [account(ben)] }, 'r');
      await playground.person('Joan Mills').brings('Ben Okafor', 'cop-wound-care');
      await playground.until(() => happened.length > 0, 'Ben brought in by hand');
      const who = { workspace: space.workspace, id: ben.id, name: 'Ben Okafor' };
      expect(happened).toMatchObject([{ kind: 'joined', space: { id: space.id }, who }]);
    });
  });

  describe('a message to somebody who takes none', () => {
    it('goes into a thread of the space that is theirs, and only theirs', async () => {
      const space = await open([account(ben)]);
      await ben.closesDirectMessages();
      const to = { person: account(ben), orIn: space };
      const first = await discord.perform.post({ to, card: say('One') }, 'one');
      const second = await discord.perform.post({ to, card: say('Two') }, 'two');
      expect(second.channel).toEqual(first.channel);
      expect(await discord.find.post({ to, card: say('One') }, 'one', Date.now())).toEqual(first);
      expect((await ben.sees(/One/)).rings).toEqual(['Ben Okafor']);
    });

    it.each(['200001', '20031'])(
      'goes into one that names nobody where their name is refused (%s), and is found there again',
      async refuse => {
        const space = await open([account(ben), account(amira)]);
        const told: string[] = [];
        for (const who of [ben, amira]) {
          await who.closesDirectMessages();
          playground.injects({ on: 'POST /channels/:id/threads', does: { refuse } });
          const to = { person: account(who), orIn: space };
          const first = await discord.perform.post({ to, card: say(`One for ${who.name}`) }, `one ${who.id}`);
          const second = await discord.perform.post({ to, card: say('Two') }, `two ${who.id}`);
          expect(second.channel).toEqual(first.channel);
          const found = await discord.find.post({ to, card: say(`One for ${who.name}`) }, `one ${who.id}`, Date.now());
          expect(found).toEqual(first);
          told.push(first.channel.id);
        }
        expect(new Set(told).size).toBe(2);
        expect(ben.seesNow(/One for Amira/)).toEqual([]);
        const threads = (await ben.channels()).filter(one => told.includes(one.id));
        expect(threads).toHaveLength(1);
        expect(threads[0]?.name).toMatch(/^For you \(\d{6}\)$/); // a thread of theirs, and of nobody else’s
      },
    );

    it('is refused where they are not in the space', async () => {
      const space = await open();
      await ben.closesDirectMessages();
      const posting = discord.perform.post({ to: { person: account(ben), orIn: space }, card: say('x') }, 'x');
      await expect(posting).rejects.toMatchObject({ kind: 'forbidden', code: '50007' });
    });

    it.each(['POST /users/@me/channels', 'POST /channels/:id/messages'])(
      'is so, too, where Discord says no to %s by a code that is newer than ours: nobody of the bot has to mend that',
      async on => {
        const space = await open([account(ben)]);
        const to = { person: account(ben), orIn: space };
        playground.injects({ on, does: { refuse: '987654@403' } });
        await discord.perform.post({ to, card: say('In the thread') }, 'one');
        expect((await ben.sees(/In the thread/)).rings).toEqual(['Ben Okafor']);
        playground.injects({ on: 'POST /channels/:id/messages', does: { refuse: '987654@403' } });
        const posting = discord.perform.post({ to: { person: account(amira) }, card: say('x') }, 'x');
        await expect(posting).rejects.toMatchObject({ kind: 'forbidden', whose: 'person' });
      },
    );
  });

  const callback = 'POST /interactions/:id/:token/callback';
  describe('each surface answers with one call', () => {
    it('slash, suggestion, form and submission', async () => {
      expect(await during(() => amira.types('/cop say words:hello', { in: 'general' }))).toEqual([callback]);
      expect(await during(() => amira.completions('/cop say words:h', { in: 'general' }))).toEqual([callback]);
      expect(await during(() => amira.types('/cop ask', { in: 'general' }))).toEqual([callback]);
      expect(await during(() => amira.submits({ Name: 'x' }))).toEqual([callback]);
      expect(heard.map(one => [one.from, one.options])).toEqual([
        ['slash', { words: 'hello' }],
        ['slash', {}],
        ['form', { kept: 'yes', name: 'x' }],
      ]);
    });

    it('a press', async () => {
      await press('thing press');
      answer = () => ({ say: say('Decided'), shows: 'card' });
      expect(await during(() => amira.presses('Press me', { in: 'direct message' }))).toEqual([callback]);
      expect(heard[0]?.reply).toBeUndefined();
      expect(await amira.reads('direct message')).toMatchObject([{ text: 'Decided', buttons: [] }]);
    });
  });

  it('an answer that is late and turns out the other way arrives all the same', async () => {
    const release = new Map<string, (answer: Answer) => void>();
    answer = ({ command }) => new Promise(resolve => release.set(command, resolve));
    await press('thing press');
    const tell = await press('thing tell');
    const on = (command: string) => ({ in: 'direct message', with: new RegExp(command) });
    await Promise.all([amira.presses('Press me', on('thing press')), amira.presses('Press me', on('thing tell'))]);
    release.get('thing press')?.({ say: say('Late, to the person'), shows: 'person' });
    release.get('thing tell')?.({ say: say('Late, on the card'), shows: 'card' });
    expect(await amira.sees(/Late, to the person/)).toMatchObject({ onlyYou: true });
    expect(await amira.sees(/Late, on the card/)).toMatchObject({ id: tell.id, onlyYou: false });
    await amira.sees(/A card: thing press/);
  });

  it('a late answer on the card is not said a second time where its promise was dismissed meanwhile', async () => {
    const space = await open([account(amira)]);
    const tell = await discord.perform.post({ to: space, card: say('A card', button('thing tell')) }, 'thing tell');
    answer = async () => {
      await playground.until(() => calls().includes(callback), 'the promise of an answer');
      const promise = (await amira.reads('cop-wound-care')).find(one => one.onlyYou);
      await amira.deletes({ id: promise?.id ?? '', channelId: space.id });
      return { say: say('Drawn late'), shows: 'card' };
    };
    playground.clearTraffic();
    await amira.presses('Press me', { in: 'cop-wound-care' });
    await playground.until(
      () => playground.traffic.some(one => one.name.startsWith('DELETE /webhooks')),
      'the promise to be taken away',
    );
    await playground.until(() => playground.underWay() === 0, 'it to be over');
    expect(amira.seesNow(/Drawn late/).map(one => one.id)).toEqual([tell.id]);
    expect(logged.filter(line => line.includes('could not be answered'))).toEqual([]);
  });

  describe('a form to be mended', () => {
    const mend: Answer = { mend: form('thing ask', 'Too short', 'kept words') };
    beforeEach(async () => {
      answer = () => mend;
      await amira.types('/cop ask', { in: 'general' });
      await amira.submits({ Name: 'x' });
      await amira.sees(/Too short/, { in: 'general' });
    });

    it('says why, opens again with what was written, and gives way to the answer', async () => {
      await amira.presses('Open the form again');
      expect((await amira.form()).fields[0]?.value).toBe('kept words');
      answer = () => ({ say: say('Thank you'), shows: 'person' });
      await amira.submits({ Name: 'longer' });
      await amira.sees(/Thank you/);
      expect(amira.seesNow(/Too short/)).toEqual([]);
      expect(heard.at(-1)).toMatchObject({ command: 'thing ask', options: { kept: 'yes', name: 'longer' } });
    });

    it('is asked for anew where the draft is lost with the process', async () => {
      await discord.stop();
      await begin();
      await amira.presses('Open the form again');
      expect((await amira.form()).fields[0]?.value).toBe('');
      expect(heard.at(-1)).toMatchObject({ command: 'thing ask', from: 'panel', options: { kept: 'yes' } });
    });
  });

  describe('a form that is opened again on a phone', () => {
    const opened = async (value: string) => {
      shown = command => form(command, undefined, value);
      await amira.types('/cop ask', { in: 'general' });
      return playground.traffic.findLast(one => one.name === callback)?.request as { data: { custom_id: string } };
    };

    it('shows what stands in it now, not what it showed the first time, and is sent as the same', async () => {
      playground.keepsForms(true);
      for (const value of ['What was', 'What is']) {
        await opened(value);
        expect((await amira.form()).fields[0]?.value).toBe(value);
        await amira.submits();
        expect(heard.at(-1)).toMatchObject({ command: 'thing ask', options: { kept: 'yes', name: value } });
      }
    });

    it('has the words that were never sent, where all is as it was', async () => {
      const [first, other, again] = [await opened('One'), await opened('Two'), await opened('One')];
      expect(again.data.custom_id).toBe(first.data.custom_id);
      expect(other.data.custom_id).not.toBe(first.data.custom_id);
    });
  });

  it('the menu of a message brings the message, even where the process ended while its form was open', async () => {
    const posted = await ben.posts('general', 'Read https://example.org/paper.');
    await amira.uses('Save to the library', posted);
    await discord.stop();
    await begin();
    await amira.submits({ Name: 'Paper' });
    const message = { id: posted.id, author: ben.id, byBot: false, links: [{ url: 'https://example.org/paper' }] };
    expect(heard.map(one => one.message)).toMatchObject([message, message]);
    expect(heard[1]?.options).toMatchObject({ name: 'Paper', kept: 'yes' });
  });

  describe('a card that is deleted under the press', () => {
    it.each([
      ['thing press', 'at once'],
      ['thing press', 'late'],
      ['thing tell', 'late'],
    ])('is answered to who pressed all the same: %s, %s', async (command, when) => {
      const space = await open();
      const joan = playground.person('Joan Mills');
      const { id } = await discord.perform.post({ to: space, card: say('A card', button(command)) }, command);
      answer = async () => {
        if (when === 'late') await playground.until(() => calls().includes(callback), 'the promise of an answer');
        await joan.deletes({ id, channelId: space.id });
        return { say: say('Decided'), shows: 'card' };
      };
      playground.clearTraffic();
      await amira.presses('Press me', { in: 'cop-wound-care' });
      expect(await amira.sees(/Decided/)).toMatchObject({ onlyYou: true });
      expect(amira.seesNow(/A card/)).toEqual([]);
    });

    it('before the answer is promised', async () => {
      const space = await open();
      const joan = playground.person('Joan Mills');
      const { id } = await discord.perform.post({ to: space, card: say('A card', button('thing press')) }, 'x');
      const release = Promise.withResolvers<Answer>();
      answer = () => {
        void joan.deletes({ id, channelId: space.id });
        return release.promise;
      };
      await amira.presses('Press me', { in: 'cop-wound-care' });
      release.resolve({ say: say('Decided'), shows: 'card' });
      expect(await amira.sees(/Decided/)).toMatchObject({ onlyYou: true });
    });
  });

  it.each([-20, 20])('what was posted is found though the clocks are %i minutes apart', async minutes => {
    await discord.stop();
    await playground.stop();
    const now = () => Date.now() + minutes * 60_000;
    const people = [{ name: 'Amira Haddad' }];
    playground = await startDiscord({ workspaces: [{ name: 'North', people }], rateLimits: false, now });
    amira = playground.person('Amira Haddad');
    await begin();
    const space = await open();
    const posted = await discord.perform.post({ to: space, card: say('Once') }, 'once');
    for (let n = 0; n < 150; n++) await amira.posts('cop-wound-care', 'Much is said meanwhile');
    expect(await discord.find.post({ to: space, card: say('Once') }, 'once', Date.now())).toEqual(posted);
    expect(await discord.find['open-space'](opening(), 'space', Date.now())).toEqual(space);
    answer = () => ({ say: say('Heard'), shows: 'person' });
    await amira.types('/cop say', { in: 'general' });
    const { reply } = heard.at(-1) as Invocation;
    expect(reply?.expiresAt).toBeGreaterThan(Date.now() + 14 * 60_000);
    expect(reply?.expiresAt).toBeLessThanOrEqual(Date.now() + 15 * 60_000);
  });

  it('each of sixty quick pins is told of, whatever the fetching meets', async () => {
    await discord.stop();
    await playground.stop();
    const people = [{ name: 'Amira Haddad' }];
    const intents = { messageContent: true };
    playground = await startDiscord({ workspaces: [{ name: 'North', people }], intents });
    amira = playground.person('Amira Haddad');
    await begin();
    await open();
    const posts = [];
    for (let n = 0; n < 60; n++) posts.push(await amira.posts('cop-wound-care', `Paper ${n}`));
    const fetching = 'GET /channels/:id/messages/:id';
    playground.injects({ on: fetching, does: { status: 503 } });
    playground.injects({ on: fetching, after: 5, does: { rateLimit: 0.2 } });
    playground.injects({ on: fetching, after: 5, does: { refuse: '0' } });
    for (const post of posts) await amira.pins(post);
    const told = () => happened.flatMap(one => (one.kind === 'pinned' ? one.message.id : []));
    await vi.waitUntil(() => told().length === 60, { timeout: 25_000 });
    expect(told()).toEqual(posts.map(one => one.id));
  }, 40_000);

  it('data that looks like a mention of somebody is shown, and rings for nobody', async () => {
    const space = await open([account(ben)]);
    await discord.perform.post({ to: space, card: say(`<@${ben.id}> <#${space.id}> @everyone`) }, 'hostile');
    const [seen] = await ben.reads('cop-wound-care');
    expect(seen).toMatchObject({ text: `<@${ben.id}> <#${space.id}> @everyone`, rings: [] });
  });

  it('what is delivered twice is answered once', async () => {
    playground.injects({ on: 'POST /interactions/:id/:token/callback', does: { refuse: '40060' } });
    void amira.types('/cop say words:x', { in: 'general' }).catch(() => undefined);
    await playground.until(() => logged.some(line => line.includes('answered already')), 'the note');
  });
});
