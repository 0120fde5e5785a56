/** What the port promises of pins, files and deleted messages, held against both adapters over the wire. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordPlayground } from '../../playground/discord/index.ts';
import type { Persona } from '../../playground/driver.ts';
import { type Card, text } from '../../src/platform/card.ts';
import type { Account, Channel, ChatPlatform, Happening } from '../../src/platform/chat-platform.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';
import { drawnHomes } from '../support/drawn-homes.ts';
import { type AnyPlayground, adapterFor, openFor, platformNames, quietly } from '../support/stage.ts';

const card = (words: string): Card => ({ body: [{ kind: 'text', text: text`${words}` }] });
const file = { name: 'Protocol.pdf', type: 'application/pdf', body: new Uint8Array(9) };

describe.each(platformNames)('%s', platform => {
  let playground: AnyPlayground;
  let it_: ChatPlatform;
  let amira: Persona;
  let ben: Persona;
  let space: Channel;
  let happened: Happening[];
  let key = 0;
  const newKey = () => `01ARZ3NDEKTSV4RRFFQ69G5F${String(++key).padStart(2, '0')}`;
  const account = (persona: Persona): Account => ({ platform, workspace: playground.workspaceId(), id: persona.id });
  const heard = <K extends Happening['kind']>(kind: K) =>
    happened.filter((one): one is Extract<Happening, { kind: K }> => one.kind === kind);
  const hears = (kind: Happening['kind']) => playground.until(() => heard(kind).length > 0, `${kind} to be heard of`);
  const kindOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof PlatformError ? error.kind : String(error)),
    );

  beforeEach(async () => {
    playground = await openFor(platform);
    happened = [];
    it_ = await adapterFor(playground, quietly([]));
    await it_.start([], {
      form: async () => ({ say: card('') }),
      suggest: async () => [],
      wordsIn: words => words,
      invoke: async () => ({ say: card(''), shows: 'person' }),
      addressed: async () => undefined,
      homes: drawnHomes(),
      happened: async event => {
        happened.push(event);
      },
    });
    await playground.until(() => playground.connected(), 'the adapter to be connected');
    [amira, ben] = [playground.person('Amira Haddad'), playground.person('Ben Okafor')];
    const opening = {
      name: 'cop-wound-care',
      topic: 'x',
      purpose: 'x',
      facilitators: [],
      members: [],
      others: async () => [],
    };
    const workspace = { platform, id: playground.workspaceId() };
    const { name: _, ...opened } = await it_.perform['open-space']({ workspace, ...opening }, newKey());
    space = opened;
    await it_.perform.admit({ space, who: [account(amira), account(ben)] }, newKey());
  });
  afterEach(async () => {
    await it_.stop();
    await playground.stop();
  });

  it('tells what is pinned, the latest first, the bot’s own as its own', async () => {
    expect(await it_.pins(space)).toEqual([]);
    const own = await it_.perform.post({ to: space, card: card('A guide') }, newKey());
    await it_.perform.pin({ message: own }, newKey());
    const paper = await ben.posts('cop-wound-care', 'Our protocol', [file]);
    await amira.pins(paper);
    const pins = await it_.pins(space);
    expect(pins.map(one => [one.message.id, one.message.byBot])).toEqual([
      [paper.id, false],
      [own.id, true],
    ]);
    expect(pins[0]).toMatchObject({
      message: { author: ben.id, permalink: paper.permalink, files: [{ name: 'Protocol.pdf', bytes: 9 }] },
      ...(platform === 'slack' && { by: { id: amira.id } }), // Discord doesn't tell who pinned
    });
  });

  it('tells more pins than fit a page', async () => {
    for (let n = 0; n < 60; n++) await amira.pins(await ben.posts('cop-wound-care', `Paper ${n}`));
    expect(new Set((await it_.pins(space)).map(one => one.message.id)).size).toBe(60);
  });

  it.skipIf(platform === 'slack')(
    'tells all, however few come at once, or none of them (Slack tells all at once)',
    async () => {
      const discord = playground as DiscordPlayground;
      for (let n = 0; n < 30; n++) await amira.pins(await ben.posts('cop-wound-care', `Paper ${n}`));
      discord.tellsPinsBy(5);
      expect(new Set((await it_.pins(space)).map(one => one.message.id)).size).toBe(30);
      discord.tellsPinsBy(50, true);
      await expect(it_.pins(space)).rejects.toMatchObject({ kind: 'unreachable' });
    },
  );

  it('unpins as often as it is asked', async () => {
    const paper = await ben.posts('cop-wound-care', 'Our protocol');
    await amira.pins(paper);
    for (let n = 0; n < 2; n++) await it_.perform.unpin({ message: { channel: space, id: paper.id } }, newKey());
    expect(await it_.pins(space)).toEqual([]);
    const nowhere = { channel: space, id: platform === 'slack' ? '1.000001' : '123456789012345678' };
    expect(await kindOf(it_.perform.pin({ message: nowhere }, newKey()))).toBe('gone');
  });

  it('whispers to one person alone', async () => {
    const said = await it_.perform.whisper({ space, to: account(ben), card: card('Keep it?') }, newKey());
    await ben.sees(/Keep it\?/);
    expect(amira.seesNow(/Keep it\?/)).toEqual([]);
    expect(said !== undefined).toBe(platform === 'discord'); // what Slack shows to one person alone is not kept
    if (said) await it_.perform.revise({ message: said, card: card('Kept') }, newKey());
    if (said) expect(ben.seesNow(/Kept/).map(one => one.id)).toEqual([said.id]);
    await ben.closesDirectMessages();
    const again = kindOf(it_.perform.whisper({ space, to: account(ben), card: card('Once more') }, newKey()));
    expect(await again).toBe(platform === 'slack' ? 'done' : 'forbidden'); // on Discord it is a direct message
  });

  it('tells of a file that somebody posts, with its name and size; never of words alone, nor of its own', async () => {
    await ben.posts('cop-wound-care', 'Words alone');
    await it_.perform.post({ to: space, card: card('Its own') }, newKey());
    const paper = await ben.posts('cop-wound-care', 'Our protocol', [file]);
    await hears('shared');
    expect(heard('shared')).toMatchObject([
      {
        by: { id: ben.id },
        message: {
          channel: space,
          id: paper.id,
          author: ben.id,
          files: [{ name: 'Protocol.pdf', type: 'application/pdf', bytes: 9 }],
        },
      },
    ]);
  });

  it('tells that a pin is gone, and that a message is', async () => {
    const paper = await ben.posts('cop-wound-care', 'Our protocol');
    await amira.pins(paper);
    await hears('pinned');
    expect(heard('unpinned')).toEqual([]);
    await amira.unpins(paper);
    await hears('unpinned');
    expect(heard('unpinned')).toMatchObject([{ space, ...(platform === 'slack' && { message: paper.id }) }]);
    await ben.deletes(paper);
    await hears('message-deleted');
    expect(heard('message-deleted')).toMatchObject([{ space, messages: [paper.id] }]);
  });

  it('tells what was written as people see it, whatever the platform makes of it', async () => {
    const words = '🎉 Our heel guide, by jo@example.org & al@example.org 👍🏽';
    await amira.pins(await ben.posts('cop-wound-care', words));
    expect((await it_.pins(space)).map(one => one.message.words)).toEqual([words]);
  });

  it('links to a reply as the platform does, also where it is the bot’s own', async () => {
    const paper = await ben.posts('cop-wound-care', 'Our protocol');
    const reply = await amira.replies(paper, 'And ours https://example.org/protocol');
    await ben.pins(reply);
    expect((await it_.pins(space)).map(one => one.message.permalink)).toEqual([reply.permalink]);
    const own = await it_.perform.post({ to: space, card: card('A guide') }, newKey());
    await it_.perform['open-thread']({ message: own, called: 'A guide' }, newKey());
    const { permalink } = await it_.perform.post({ to: { below: own }, card: card('All of it') }, newKey());
    const seen = await amira.sees(/All of it/, platform === 'discord' ? { in: 'A guide' } : {});
    expect(permalink).toBe(seen.permalink);
  });

  it('tells that a message is gone under its answers, too', async () => {
    const paper = await ben.posts('cop-wound-care', 'Our protocol');
    await amira.replies(paper, 'Thank you');
    await ben.deletes(paper);
    await hears('message-deleted');
    expect(heard('message-deleted')).toMatchObject([{ space, messages: [paper.id] }]);
  });
});
