/** Servers of the playground's Discord: an outage, the bot removed and added again, renamings, refused names, and several sessions of one bot. */
import { ChannelType, type Client, type Guild, type TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import type { DiscordPlayground } from '../../playground/discord/index.ts';
import { allIntents, bot, playground, refusal } from './discord-bot.ts';
import { ask, generalOf, verdict } from './discord-wire.ts';

const general = (client: Client<true>) => client.channels.cache.find(c => (c as TextChannel).name === 'general')!;
const only = (client: Client<true>): Guild => client.guilds.cache.first()!;
const told = (discord: DiscordPlayground) =>
  discord.traffic.filter(t => t.direction === 'event').map(t => ({ name: t.name, ...(t.request as object) }));

test('an outage: unavailable, 503, seen by nobody; then whole again', async () => {
  const discord = await playground();
  const client = await bot(discord);
  const ben = discord.person('Ben Okafor');
  const place = general(client) as TextChannel;
  const lost = new Promise(resolve => client.once('guildUnavailable', guild => resolve(guild.available)));
  discord.goesDown();
  expect(await lost).toBe(false);
  expect(told(discord).at(-1)).toMatchObject({ name: 'GUILD_DELETE', id: discord.workspaceId(), unavailable: true });
  expect(client.guilds.cache.size).toBe(1);
  const words = { content: 'Hello' };
  expect(await verdict(discord, 'POST', `/channels/${place.id}/messages`, words)).toBe('503 130000');
  const member = `/guilds/${discord.workspaceId()}/members/${ben.id}`;
  expect(await verdict(discord, 'GET', member)).toBe('503 130000');
  await expect(ben.posts('general', 'Anybody?')).rejects.toThrow(/sees no channel/);

  const another = await bot(discord, undefined, { waitGuildTimeout: 10 });
  expect(only(another).available).toBe(false);
  const back = new Promise(resolve => client.once('guildAvailable', guild => resolve(guild.available)));
  discord.comesBack();
  expect(await back).toBe(true);
  await discord.until(() => only(another).available, 'it in the session that began meanwhile');
  expect(only(another).channels.cache.size).toBe(2);
  expect(await refusal(place.send('Hello again'))).toBe('done');
  await ben.sees(/Hello again/);
});

test('removed it hears and reaches nothing, and what it left can’t be pressed; added again it begins anew', async () => {
  const discord = await playground();
  const client = await bot(discord);
  const [ben, joan] = [discord.person('Ben Okafor'), discord.person('Joan Ibarra')];
  const place = general(client) as TextChannel;
  const button = { type: 2, style: 1, label: 'Go', custom_id: 'go' } as const;
  await place.send({ content: 'Press', components: [{ type: 1, components: [button] }] });
  await only(client).commands.create({ name: 'cop', description: 'x' });
  await expect(ben.kicks('CoP Bot')).rejects.toThrow(/needs KICK_MEMBERS/);
  const gone = new Promise(resolve => client.once('guildDelete', guild => resolve(guild.id)));
  await joan.kicks('CoP Bot');
  expect(await gone).toBe(discord.workspaceId());
  expect(told(discord).at(-1)).not.toHaveProperty('unavailable');
  expect(await refusal(place.send('Hello'))).toBe('403 50001');

  discord.clearTraffic();
  await joan.renames('general', 'all');
  await ben.presses('Go');
  await ben.sees(/This interaction failed/);
  await expect(ben.types('/cop', { in: 'all' })).rejects.toThrow(/there is no command/);
  expect(told(discord)).toEqual([]);

  const come = new Promise<Guild>(resolve => client.once('guildCreate', resolve));
  discord.addsApp();
  expect((await come).channels.cache.map(c => c.name)).toContain('all');
  expect((await come).members.me?.permissions.has('ManageChannels')).toBe(true);
  expect(await refusal(place.send('Here again'))).toBe('done');
});

test('an interaction goes to every session of the shard; the second answer comes too late', async () => {
  const discord = await playground();
  const [first, second] = [await bot(discord), await bot(discord)];
  await only(first).commands.create({ name: 'cop', description: 'x' });
  const heard: string[] = [];
  const answered = [first, second].map(
    client =>
      new Promise<string>(resolve =>
        client.once('interactionCreate', async one => {
          heard.push(one.id);
          resolve(await refusal(one.isCommand() ? one.reply('Done') : Promise.resolve()));
        }),
      ),
  );
  await discord.person('Ben Okafor').types('/cop');
  expect((await Promise.all(answered)).toSorted()).toEqual(['400 40060', 'done']);
  expect(heard[0]).toBe(heard[1]);
  expect((await discord.person('Ben Okafor').reads('general')).length).toBe(1);

  const sharded = await playground({ workspaces: [{ name: 'North', people: [{ name: 'Ben Okafor' }] }] });
  await bot(sharded, undefined, { shards: [0, 1], shardCount: 2 });
  await ask(sharded, 'PUT', `/applications/${sharded.applicationId}/commands`, [{ name: 'x', description: 'x' }]);
  await sharded.person('Ben Okafor').types('/x');
  expect(told(sharded).filter(t => t.name === 'INTERACTION_CREATE').length).toBe(1);
});

test('people and servers renamed', async () => {
  const discord = await playground({ intents: { guildMembers: true } });
  const client = await bot(discord, allIntents.slice(0, 4));
  await only(client).members.fetch();
  const renamed = new Promise(resolve => client.once('guildUpdate', (_, now) => resolve(now.name)));
  discord.renamesWorkspace('Leeds Hospital');
  expect(await renamed).toBe('Leeds Hospital');
  const member = new Promise(resolve => client.once('userUpdate', (_, now) => resolve(now.displayName)));
  discord.renamesPerson('Ben Okafor', 'Ben Okafor-Lund');
  expect(await member).toBe('Ben Okafor-Lund');
  expect((await discord.person('Ben Okafor-Lund').posts('general', 'Me')).author).toBe('Ben Okafor-Lund');
});

test('words that Server Discovery forbids are refused in a channel’s name, to bots and to people', async () => {
  const discord = await playground();
  const client = await bot(discord);
  discord.forbidsWords(['1488']);
  const refused = '400 50035 name INVALID_COMMUNITY_PROPERTY_NAME';
  const channels = `/guilds/${discord.workspaceId()}/channels`;
  expect(await verdict(discord, 'POST', channels, { name: 'CoP 1488' })).toBe(refused);
  expect(await verdict(discord, 'POST', channels, { name: '1488', type: ChannelType.GuildCategory })).toBe(refused);
  expect(await verdict(discord, 'POST', channels, { name: 'cop-1489' })).toBe('201');
  expect(await verdict(discord, 'PATCH', `/channels/${await generalOf(discord)}`, { name: 'a1488' })).toBe(refused);
  const joan = discord.person('Joan Ibarra');
  await expect(joan.renames('general', 'ours-1488')).rejects.toThrow(/words not allowed/);
  await expect(joan.makesChannel('1488')).rejects.toThrow(/words not allowed/);
  expect((await only(client).fetch()).features).toContain('DISCOVERABLE');
});
