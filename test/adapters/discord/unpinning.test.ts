/** That a pin was taken away is heard whatever time Discord puts on it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DiscordPlayground, startDiscord } from '../../../playground/discord/index.ts';
import type { Persona } from '../../../playground/driver.ts';
import { createDiscord } from '../../../src/adapters/discord/platform.ts';
import type { ChatPlatform, Happening } from '../../../src/platform/chat-platform.ts';

let playground: DiscordPlayground;
let discord: ChatPlatform;
let joan: Persona;
let happened: Happening[];

beforeEach(async () => {
  const people = [{ name: 'Joan Mills', admin: true }];
  playground = await startDiscord({ workspaces: [{ name: 'North', people }], rateLimits: false });
  const quiet = () => {};
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  discord = createDiscord({ token: playground.token, apiUrl: playground.apiUrl, log });
  happened = [];
  const nothing = async () => ({ say: { body: [] }, shows: 'person' }) as const;
  await discord.start([], {
    form: nothing,
    suggest: async () => [],
    wordsIn: words => words,
    invoke: nothing,
    addressed: async () => undefined,
    happened: async event => void happened.push(event),
  });
  joan = playground.person('Joan Mills');
});
afterEach(async () => {
  await discord.stop();
  await playground.stop();
});

const kinds = () => happened.map(event => event.kind).filter(kind => kind === 'pinned' || kind === 'unpinned');
const heard = (count: number) => playground.until(() => kinds().length === count, `${count} happenings`);

it.each(['exact', 'off', 'now'] as const)('with the time %s', async how => {
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
