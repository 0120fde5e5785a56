/** Pins taken away, and what is deleted at once, as a bot hears of them. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { DiscordPlayground } from '../../playground/discord/index.ts';
import type { Persona } from '../../playground/driver.ts';
import { bot, playground } from './discord-bot.ts';
import { ask, generalOf, verdict } from './discord-wire.ts';

let discord: DiscordPlayground;
let joan: Persona;
let general: string;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 23);
  discord = await playground({ rateLimits: false, now: () => now });
  await bot(discord);
  joan = discord.person('Joan Ibarra');
  general = await generalOf(discord);
});

const told = () => discord.traffic.filter(t => t.direction === 'event');

describe('an unpinning', () => {
  const events = async () => {
    const message = await joan.posts('general', 'A rule');
    await joan.pins(message);
    const pin = told().find(t => t.name === 'CHANNEL_PINS_UPDATE')!.request as { last_pin_timestamp: string };
    discord.clearTraffic();
    now += 60_000;
    await joan.unpins(message);
    const unpin = told().at(-1)!.request as { last_pin_timestamp: string };
    return { late: Date.parse(unpin.last_pin_timestamp) - Date.parse(pin.last_pin_timestamp), id: message.id };
  };

  it('is told of the message first, that it is no longer pinned, then of the channel', async () => {
    const { id } = await events();
    expect(told().map(t => t.name)).toEqual(['MESSAGE_UPDATE', 'CHANNEL_PINS_UPDATE']);
    expect(told()[0]?.request).toMatchObject({ id, pinned: false, channel_id: general });
  });

  it.each([
    ['exact', 0],
    ['off', 4],
    ['now', 60_000],
  ] as const)('with the time %s', async (how, late) => {
    discord.tellsPinTimeAfterUnpin(how);
    expect((await events()).late).toBe(late);
  });
});

describe('many deleted at once', () => {
  it('by the bot: one event, and none of each', async () => {
    const ids = [await joan.posts('general', 'One'), await joan.posts('general', 'Two')].map(m => m.id);
    const path = `/channels/${general}/messages/bulk-delete`;
    discord.clearTraffic();
    expect(await verdict(discord, 'POST', path, { messages: ids })).toBe('204');
    expect(told().map(t => t.name)).toEqual(['MESSAGE_DELETE_BULK']);
    expect(told()[0]?.request).toMatchObject({ ids, channel_id: general, guild_id: discord.workspaceId() });
    expect(await joan.reads('general')).toEqual([]);
  });

  it('by somebody else', async () => {
    const ids = [await joan.posts('general', 'One'), await joan.posts('general', 'Two')].map(m => m.id);
    discord.clearTraffic();
    discord.deletesMany('general', ids);
    expect(told().map(t => t.name)).toEqual(['MESSAGE_DELETE_BULK']);
  });

  it('not what is older than two weeks', async () => {
    const ids = [await joan.posts('general', 'One'), await joan.posts('general', 'Two')].map(m => m.id);
    now += 14 * 24 * 3600_000 + 1;
    const path = `/channels/${general}/messages/bulk-delete`;
    expect(await verdict(discord, 'POST', path, { messages: ids })).toBe('400 50034');
  });
});

it('answers 201 where something was made', async () => {
  const made = await ask(discord, 'POST', `/guilds/${discord.workspaceId()}/channels`, { name: 'x' });
  expect(made.status).toBe(201);
  const threads = `/channels/${made.json.id}/threads`;
  expect(await verdict(discord, 'POST', threads, { name: 'x', type: 12 })).toBe('201');
  const { json, status } = await ask(discord, 'POST', `/channels/${made.json.id}/messages`, { content: 'x' });
  expect(status).toBe(200);
  const thread = `/channels/${made.json.id}/messages/${json.id}/threads`;
  expect(await verdict(discord, 'POST', thread, { name: 'x' })).toBe('201');
  expect(await verdict(discord, 'POST', `/guilds/${discord.workspaceId()}/roles`, { name: 'x' })).toBe('200');
  expect(await verdict(discord, 'POST', '/users/@me/channels', { recipient_id: joan.id })).toBe('200');
});
