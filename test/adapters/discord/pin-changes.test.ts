/** What changed of a channel's pins: heard whatever Discord tells of it, in whatever order. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DiscordPlayground, startDiscord } from '../../../playground/discord/index.ts';
import type { Persona } from '../../../playground/driver.ts';
import { pinChanges } from '../../../src/adapters/discord/pin-changes.ts';
import { createDiscord } from '../../../src/adapters/discord/platform.ts';
import type { ChatPlatform, Happening } from '../../../src/platform/chat-platform.ts';
import { drawnHomes } from '../../support/drawn-homes.ts';

let playground: DiscordPlayground;
let discord: ChatPlatform;
let joan: Persona;
let happened: Happening[];

beforeEach(async () => {
  const people = [{ name: 'Joan Mills', admin: true }];
  playground = await startDiscord({ workspaces: [{ name: 'North', people }], rateLimits: false });
  const quiet = () => {};
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  discord = createDiscord({ token: playground.token, apiUrl: playground.apiUrl, log, times: { notice: 300 } });
  happened = [];
  const nothing = async () => ({ say: { body: [] }, shows: 'person' }) as const;
  await discord.start([], {
    form: nothing,
    suggest: async () => [],
    wordsIn: words => words,
    invoke: nothing,
    addressed: async () => undefined,
    homes: drawnHomes(),
    happened: async event => void happened.push(event),
  });
  joan = playground.person('Joan Mills');
});
afterEach(async () => {
  await discord.stop();
  await playground.stop();
});

const kinds = () => happened.map(event => event.kind).filter(kind => /pin/.test(kind));
const heard = (count: number) => playground.until(() => kinds().length === count, `${count} happenings`);

it.each(['exact', 'off', 'now'] as const)('a pin taken away is told with the time %s', async how => {
  playground.tellsPinTimeAfterUnpin(how);
  const [first, second] = [await joan.posts('general', 'One'), await joan.posts('general', 'Two')];
  await joan.pins(first);
  await heard(1);
  await joan.pins(second);
  await heard(2);
  expect(kinds()).toEqual(['pinned', 'pinned']);
  await joan.unpins(first);
  await heard(3);
  await joan.unpins(second);
  await heard(4);
  expect(kinds().slice(2)).toEqual(['unpinned', 'unpinned']);
});

it('a pin that nobody says who set is looked for', async () => {
  playground.saysWhoPinned(false);
  const paper = await joan.posts('general', 'One');
  await joan.pins(paper);
  await heard(1);
  expect(happened.at(-1)).toMatchObject({
    kind: 'pins-unread',
    space: { id: paper.channelId },
    within: paper.channelId,
  });
});

it('where it is said late, it was looked for already', async () => {
  const paper = await joan.posts('general', 'One');
  playground.carries(event => (event === 'MESSAGE_CREATE' ? 900 : undefined));
  await joan.pins(paper);
  await heard(2);
  expect(kinds()).toEqual(['pins-unread', 'pinned']);
});

it('a pin taken away after another was edited is looked for too, where only the channel tells of it', async () => {
  const [first, second] = [await joan.posts('general', 'One'), await joan.posts('general', 'Two')];
  await joan.pins(first);
  await joan.pins(second);
  await heard(2);
  await joan.edits(first, 'One more');
  playground.carries(event => (event === 'MESSAGE_UPDATE' ? 'lost' : undefined));
  await joan.unpins(second);
  await heard(3);
  expect(kinds().at(-1)).toBe('pins-unread');
});

describe('in whatever order', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
  afterEach(() => void vi.useRealTimers());

  /** `+` and `-`: a message is told of, pinned or not; `!`: the channel's pins changed; `_`: who pinned it; `.`: two seconds pass. */
  it.each([
    ['+!_.', ''],
    ['!+_.', ''],
    ['+_!.', ''],
    ['-.+!_.', ''],
    ['-+!_.', ''],
    ['+!+!__.', ''],
    ['+!.', 'look'],
    ['!.', 'look'],
    ['-+!.', 'look'],
    ['+!+!+!.', 'look'],
    ['+!+!_.', 'look'],
    ['+.!.', 'look'],
    ['+!._', 'look'],
    ['-!.', 'unpinned'],
    ['-!+!_.', 'unpinned'],
    ['-!-!.', 'unpinned unpinned'],
    ['-.!.', 'look'],
    ['_.+!.', 'look'],
  ])('%s is %s', (told, what) => {
    const found: string[] = [];
    const changes = pinChanges(
      { now: Date.now, noticeMs: 2000, ended: new AbortController().signal },
      { unpinned: () => void found.push('unpinned'), untold: () => void found.push('look') },
    );
    for (const one of told) {
      if (one === '+' || one === '-') changes.told('c', one === '+');
      if (one === '!') changes.changed('c', 'g');
      if (one === '_') changes.noticed('c');
      if (one === '.') vi.advanceTimersByTime(2000);
    }
    expect(found.join(' ')).toBe(what);
  });
});
