/** Where the bot is and who is there, as the port promises it: held against both adapters over the wire. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordPlayground } from '../../playground/discord/index.ts';
import type { Persona } from '../../playground/driver.ts';
import type { Account, Channel, ChatPlatform, Inbox } from '../../src/platform/chat-platform.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';
import { type AnyPlayground, adapterFor, openFor, platformNames, quietly } from '../support/stage.ts';

const inbox = { wordsIn: (words: string) => words, happened: async () => {} } as unknown as Inbox;

describe.each(platformNames)('%s', platform => {
  let playground: AnyPlayground;
  let it_: ChatPlatform;
  let space: Channel & { readonly name: string };
  let [amira, ben, joan]: Persona[] = [];

  const account = (who: Persona): Account => ({ platform, workspace: playground.workspaceId(), id: who.id });
  const calls = () => playground.traffic.filter(one => one.direction === 'call').map(one => one.name);
  const workspace = () => ({ platform, id: playground.workspaceId() });
  const idsIn = async (believed: readonly Persona[] = []) =>
    [...(await it_.members(space, new Set(believed.map(one => one.id))))].map(one => one.id).sort();
  const ids = (...people: (Persona | undefined)[]) => people.map(one => one?.id ?? '').sort();
  const settled = (condition: () => Promise<boolean>) => playground.until(condition, 'what was done by hand');

  beforeEach(async () => {
    playground = await openFor(platform);
    it_ = await adapterFor(playground, quietly([]), { answer: 500 });
    await it_.start([], inbox);
    await playground.until(() => playground.connected(), 'the adapter to be connected');
    [amira, ben, joan] = ['Amira Haddad', 'Ben Okafor', 'Joan Mills'].map(name => playground.person(name)) as Persona[];
    const people = [amira, joan].map(one => account(one as Persona));
    space = await it_.perform['open-space'](
      {
        workspace: workspace(),
        name: 'cop-x',
        topic: 'x',
        purpose: 'x',
        facilitators: people,
        members: [],
        others: async () => [],
      },
      '01ARZ3NDEKTSV4RRFFQ69G0001',
    );
    await it_.perform.admit({ space, who: people }, '01ARZ3NDEKTSV4RRFFQ69G0002');
  });
  afterEach(async () => {
    await it_.stop();
    await playground.stop();
  });

  it('everybody in a space is told, the bot is not; asked about are those alone who are not believed', async () => {
    await settled(async () => (await idsIn()).length === 2);
    playground.clearTraffic();
    expect(await idsIn([amira as Persona])).toEqual(ids(amira, joan));
    const asked = { slack: ['conversations.members'], discord: [] }[platform];
    expect([...new Set(calls())]).toEqual(asked); // Joan was asked about a moment ago
    await joan?.brings('Ben Okafor', 'cop-x');
    await settled(async () => (await idsIn()).length === 3);
    expect(await it_.members(space, new Set())).toContainEqual(
      expect.objectContaining({ id: ben?.id, name: 'Ben Okafor' }),
    );
    await joan?.throwsOut('Amira Haddad', 'cop-x');
    await settled(async () => (await idsIn()).length === 2);
    expect(await idsIn([amira as Persona])).toEqual(ids(ben, joan));
  });

  const ofNicknames = 'Slack has none';
  it.skipIf(platform === 'slack').each([
    ['Ben the nurse', 'Ben the nurse'],
    ['\u3164', 'Ben Okafor'],
    ['\u2800\u200b', 'Ben Okafor'],
    [null, 'Ben Okafor'],
  ])(`whoever has the nickname %j is called %s in lists as everywhere else (${ofNicknames})`, async (nick, called) => {
    (playground as DiscordPlayground).givesNickname('Ben Okafor', nick);
    await joan?.brings('Ben Okafor', 'cop-x');
    await settled(async () => (await idsIn()).length === 3);
    const names = (await it_.members(space, new Set())).map(one => one.name);
    expect(names.sort()).toEqual(['Amira Haddad', called, 'Joan Mills'].sort());
  });

  it('what the bot made is known as its own, and what somebody else made and let it into is not', async () => {
    await joan?.makesChannel('by-hand', { private: true });
    await joan?.brings('CoP Bot', 'by-hand');
    await settled(async () => (await it_.ownSpaces()).size > 0);
    expect([...(await it_.ownSpaces())]).toEqual([[playground.workspaceId(), [space.id]]]);
  });

  it('nobody is left out because what was remembered of them has run out while the others were asked about', async () => {
    await it_.stop();
    let minutes = 0;
    const hurried = () => Date.now() + ++minutes * 60_000;
    it_ = await adapterFor(playground, quietly([]), { answer: 500 }, undefined, hurried);
    await it_.start([], inbox);
    await settled(async () => (await idsIn()).length === 2);
    for (let looks = 0; looks < 12; looks++) expect(await idsIn()).toEqual(ids(amira, joan));
  });

  const ofEach = 'Slack lists each by itself';
  it.skipIf(platform === 'slack')(
    `whoever is in other spaces is asked about along with who is in one, a hundred at once (${ofEach})`,
    async () => {
      const others = ['Ben Okafor', 'Dev Patel'].map(async (name, n) => {
        const who = account(playground.person(name));
        const of = { workspace: workspace(), name: `cop-${n}`, topic: 'x', purpose: 'x' };
        const made = { ...of, facilitators: [who], members: [], others: async () => [] };
        const opened = await it_.perform['open-space'](made, `01ARZ3NDEKTSV4RRFFQ69G001${n}`);
        await it_.perform.admit({ space: opened, who: [who] }, `01ARZ3NDEKTSV4RRFFQ69G002${n}`);
        return opened;
      });
      const spaces = [space, ...(await Promise.all(others))];
      await it_.stop();
      it_ = await adapterFor(playground, quietly([]), { answer: 500 }); // with nothing remembered, and all in its cache
      await it_.start([], inbox);
      playground.clearTraffic();
      const found = [];
      for (const one of spaces) found.push((await it_.members(one, new Set())).map(({ name }) => name).sort());
      expect(found).toEqual([['Amira Haddad', 'Joan Mills'], ['Ben Okafor'], ['Dev Patel']]);
      expect(playground.traffic.filter(one => one.name === 'GUILD_MEMBERS_CHUNK')).toHaveLength(1);
    },
  );

  it('who has left the workspace is in no space of it', async () => {
    await joan?.brings('Ben Okafor', 'cop-x');
    await ben?.leavesWorkspace();
    await settled(async () => (await idsIn([amira as Persona])).length === 2);
  });

  it('of those asked after, who has left the workspace is told, and of each who is back that they are', async () => {
    const all = [amira, ben, joan].map(one => one?.id ?? '');
    expect(await it_.gone(workspace(), all)).toEqual([]);
    await ben?.leavesWorkspace();
    await it_.stop();
    it_ = await adapterFor(playground, quietly([]), { answer: 500 });
    await it_.start([], inbox);
    await settled(async () => (await it_.gone(workspace(), all).catch(() => [])).length === 1);
    expect(await it_.gone(workspace(), all)).toEqual([ben?.id]);
    playground.clearTraffic();
    expect(await it_.gone(workspace(), [])).toEqual([]);
    expect(calls()).toEqual([]);
    await ben?.returnsToWorkspace();
    expect(await it_.gone(workspace(), all)).toEqual([]);
  });

  it.skipIf(platform === 'discord')(
    'who is deactivated is in no space, though Slack still lists them (a Discord server has no such people)',
    async () => {
      if (!('listsDeactivated' in playground)) throw new Error('not a Slack');
      playground.listsDeactivated(true);
      await joan?.brings('Ben Okafor', 'cop-x');
      await settled(async () => (await idsIn()).length === 3);
      await ben?.leavesWorkspace();
      await settled(async () => (await idsIn([amira as Persona])).length === 2);
      expect(await idsIn()).toEqual(ids(amira, joan));
    },
  );

  it('a list that breaks off is none', async () => {
    if ('withholds' in playground && platform === 'discord') (playground as DiscordPlayground).withholds('members');
    else playground.injects({ on: 'conversations.members', does: { status: 503 } });
    const kind = { slack: 'unknown-outcome', discord: 'unreachable' }[platform];
    await expect(it_.members(space, new Set())).rejects.toMatchObject({ kind });
  });

  it.skipIf(platform === 'slack')(
    'who is told in a second part of the answer is there, and gone is whom Discord itself says it has not (Slack lists all)',
    async () => {
      await joan?.brings('Ben Okafor', 'cop-x');
      await settled(async () => (await idsIn()).length === 3);
      const discord = playground as DiscordPlayground;
      const anew = async () => {
        await it_.stop();
        it_ = await adapterFor(playground, quietly([]), { answer: 500 }); // with nothing remembered
        await it_.start([], inbox);
        return idsIn();
      };
      discord.tellsMembersBy(2);
      expect(await anew()).toEqual(ids(amira, ben, joan));
      await ben?.leavesWorkspace();
      expect(await anew()).toEqual(ids(amira, joan));
      discord.withholds('members not found');
      await expect(anew()).rejects.toMatchObject({ kind: 'unreachable' });
    },
  );

  const byRoles = 'on Discord apps come in by their roles';
  it.skipIf(platform === 'discord')(
    `another app in a space is nobody, though Slack tells late (${byRoles})`,
    async () => {
      if (!('addsAnotherApp' in playground)) throw new Error('not a Slack');
      await settled(async () => (await idsIn()).length === 2);
      playground.addsAnotherApp('Polls');
      await joan?.brings('Polls', 'cop-x');
      playground.injects({ on: 'users.info', does: { status: 503 } });
      await expect(it_.members(space, new Set())).rejects.toMatchObject({ kind: 'unknown-outcome' });
      expect(await idsIn()).toEqual(ids(amira, joan));
    },
  );

  it('a space is there, called so; closed to the bot or not to be told of, it is not said to be deleted', async () => {
    const presence = async () => (await it_.spaces(workspace(), [space.id], [])).get(space.id);
    await settled(async () => (await presence())?.state === 'there');
    expect(await presence()).toEqual({ state: 'there', name: 'cop-x', seenBy: [] });
    await joan?.renames('cop-x', 'cop-y');
    await settled(
      async () => (await presence())?.state === 'there' && JSON.stringify(await presence()).includes('cop-y'),
    );
    playground.clearTraffic();
    await presence();
    expect([...new Set(calls())]).toEqual({ slack: ['users.conversations'], discord: [] }[platform]);
    await joan?.throwsOut('CoP Bot', 'cop-y');
    await settled(async () => (await presence())?.state === 'out of reach');
  });

  it('who is in a space that the bot was put out of, is not to be said: not that nobody is', async () => {
    await settled(async () => (await idsIn()).length === 2);
    await joan?.throwsOut('CoP Bot', 'cop-x');
    await settled(async () => (await it_.spaces(workspace(), [space.id], [])).get(space.id)?.state === 'out of reach');
    const kind = { slack: 'gone', discord: 'forbidden' }[platform];
    await expect(it_.members(space, new Set())).rejects.toMatchObject({ kind, whose: 'bot' });
    await joan?.brings('CoP Bot', 'cop-x');
    await settled(async () => (await it_.spaces(workspace(), [space.id], [])).get(space.id)?.state === 'there');
    expect(await idsIn()).toEqual(ids(amira, joan));
  });

  it('one that the bot may not even ask about hides no other', async () => {
    await settled(async () => (await it_.spaces(workspace(), [space.id], [])).get(space.id)?.state === 'there');
    const { on, refuse, unknown } = {
      slack: { on: 'conversations.info', refuse: 'restricted_action', unknown: 'C0UNKNOWN' },
      discord: { on: 'GET /channels/:id', refuse: '50001', unknown: '100000000000000001' },
    }[platform];
    playground.injects({ on, does: { refuse } });
    const found = await it_.spaces(workspace(), [unknown, space.id], []);
    expect([...found.values()].map(one => one.state)).toEqual(['out of reach', 'there']);
  });

  it.skipIf(platform === 'slack').each([
    ['1', 'unreachable'], // 404 with code 0
    ['987654@404', 'out of reach'], // of a later Discord
  ])(
    'what is answered with 404 and another code than Discord’s own for it, %s, is not deleted (Slack tells of none)',
    async (refuse, what) => {
      playground.injects({ on: 'GET /channels/:id', does: { refuse } });
      const unknown = '100000000000000001';
      const found = await it_.spaces(workspace(), [unknown], []).catch((error: PlatformError) => error);
      expect(found instanceof PlatformError ? found.kind : found.get(unknown)?.state).toBe(what);
    },
  );

  it('one that is deleted is said to be, where the platform tells that', async () => {
    await joan?.deletesChannel('cop-x');
    const state = { slack: 'out of reach', discord: 'deleted' }[platform];
    await settled(async () => (await it_.spaces(workspace(), [space.id], [])).get(space.id)?.state === state);
  });
});
