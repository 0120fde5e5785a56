/** Channels, permissions, pins, threads and roles of the playground's Discord, with the real discord.js. */
import {
  PermissionFlagsBits as Can,
  ChannelType,
  type Client,
  type Guild,
  MessageType,
  OverwriteType,
  Routes,
  type TextChannel,
} from 'discord.js';
import { expect, test } from 'vitest';
import type { DiscordPlayground } from '../../playground/discord/index.ts';
import { allIntents, bot, clinic, playground, refusal } from './discord-bot.ts';

const privacy = (guild: Guild, ...people: string[]) => [
  { id: guild.id, type: OverwriteType.Role, deny: [Can.ViewChannel] },
  ...people.map(id => ({ id, type: OverwriteType.Member, allow: [Can.ViewChannel] })),
];

async function started(
  discord: DiscordPlayground,
  intents?: number[],
): Promise<{ client: Client<true>; guild: Guild }> {
  const client = await bot(discord, intents);
  return { client, guild: client.guilds.cache.get(discord.workspaceId())! };
}

test('The life of a private channel', async () => {
  const discord = await playground();
  const { client, guild } = await started(discord);
  const [amira, ben, joan] = clinic.people.map(p => discord.person(p.name));
  const channel = await guild.channels.create({
    name: 'CoP Wound Care!',
    topic: 'Dressings',
    permissionOverwrites: [
      ...privacy(guild, client.user.id),
      { id: ben!.id, type: OverwriteType.Member, allow: [Can.ViewChannel, Can.ManageMessages, Can.PinMessages] },
    ],
  });
  expect(channel.name).toBe('cop-wound-care');
  await channel.send(`Welcome <@${ben!.id}> and <@${amira!.id}> @everyone`);
  const welcome = await ben!.sees(/Welcome/, { in: '#cop-wound-care' });
  expect(welcome).toMatchObject({ text: 'Welcome @Ben Okafor and @Amira Haddad @everyone', byBot: true });
  expect(welcome.rings).toEqual(['Ben Okafor', 'Joan Ibarra']);
  expect(amira!.seesNow(/Welcome/)).toEqual([]);
  await expect(amira!.reads('cop-wound-care')).rejects.toThrow('sees no channel "cop-wound-care"; there are: general');
  expect(await ben!.membersOf('cop-wound-care')).toEqual(['Ben Okafor']);
  expect(await ben!.rightsIn('cop-wound-care')).toEqual(['MANAGE_MESSAGES', 'PIN_MESSAGES']);
  expect(await amira!.rightsIn('general')).toEqual([]);

  const updated = new Promise<string[]>(resolve =>
    client.once('channelUpdate', (_, now) => resolve([...(now as TextChannel).permissionOverwrites.cache.keys()])),
  );
  await joan!.brings('Amira Haddad', 'cop-wound-care');
  expect(await updated).toContain(amira!.id);
  expect(await joan!.membersOf('cop-wound-care')).toEqual(['Amira Haddad', 'Ben Okafor']);
  await expect(ben!.brings('Amira Haddad', 'cop-wound-care')).rejects.toThrow('needs MANAGE_ROLES');
  await expect(ben!.leaves('cop-wound-care')).rejects.toThrow('nobody can leave a channel');
  await channel.permissionOverwrites.delete(amira!.id);
  expect(await refusal(channel.permissionOverwrites.delete(amira!.id))).toBe('404 10009');
  await channel.send({ content: '@everyone, but quietly', allowedMentions: { parse: [] } });
  expect((await ben!.sees(/quietly/)).rings).toEqual([]);
  await channel.delete();
  expect((await ben!.channels()).map(c => c.name)).toEqual(['general', 'random']);
});

test('A bot that forgets itself is locked out; it gives away only what it holds', async () => {
  const discord = await playground();
  const { client, guild } = await started(discord);
  const channel = await guild.channels.create({ name: 'cop', permissionOverwrites: privacy(guild) });
  expect(await refusal(channel.send('Hello'))).toBe('403 50001');
  expect(await refusal(channel.delete())).toBe('403 50001');
  const grant = (permission: bigint) => ({ id: client.user.id, type: OverwriteType.Member, allow: [permission] });
  expect(await refusal(guild.channels.create({ name: 'a', permissionOverwrites: [grant(Can.BanMembers)] }))).toBe(
    '403 50013',
  );
  expect(await refusal(guild.channels.create({ name: 'a', permissionOverwrites: [grant(Can.ManageRoles)] }))).toBe(
    '403 50013',
  );
  discord.takesPermission('CREATE_PRIVATE_THREADS');
  discord.takesPermission('SEND_MESSAGES');
  const general = guild.channels.cache.find(c => c.name === 'general') as TextChannel;
  expect(await refusal(general.send('Hello'))).toBe('403 50013');
  await discord.person('Ben Okafor').posts('general', 'People still can');
  discord.givesPermission('SEND_MESSAGES');
  expect(await refusal(general.send('Hello'))).toBe('done');
  const thread = { name: 'x', type: ChannelType.PrivateThread } as const;
  expect(await refusal(general.threads.create(thread as never))).toBe('403 50013');
  discord.takesPermission('MANAGE_CHANNELS');
  expect(await refusal(guild.channels.create({ name: 'b' }))).toBe('403 50013');
});

test('A category holds fifty; name and topic change twice in ten minutes', async () => {
  let now = Date.UTC(2026, 10, 23);
  const discord = await playground({ rateLimits: false, now: () => now });
  const { client, guild } = await started(discord);
  const { id: parent } = await guild.channels.create({ name: 'CoPs', type: ChannelType.GuildCategory });
  for (let n = 0; n < 50; n += 1) await guild.channels.create({ name: `cop-${n}`, parent });
  expect(await refusal(guild.channels.create({ name: 'cop-50', parent }))).toBe(
    '400 50035 CHANNEL_PARENT_MAX_CHANNELS',
  );
  const channel = guild.channels.cache.find(c => c.name === 'cop-1') as TextChannel;
  await channel.setName('cop-one');
  await channel.setTopic('One');
  client.rest.options.rejectOnRateLimit = () => true;
  await expect(channel.setName('cop-1')).rejects.toMatchObject({ sublimitTimeout: expect.any(Number) });
  expect(discord.traffic.at(-1)).toMatchObject({ status: 429, error: '20028', response: { retry_after: 600 } });
  now += 600_001;
  await guild.channels.edit(channel.id, { position: 3 });
});

test('Pins: fifty a page, who pinned is said, and people pin too', async () => {
  let now = Date.UTC(2026, 10, 23);
  const discord = await playground({ rateLimits: false, now: () => (now += 1) });
  const { client, guild } = await started(discord);
  const general = guild.channels.cache.find(c => c.name === 'general') as TextChannel;
  const ids: string[] = [];
  for (let n = 0; n < 60; n += 1) {
    const message = await general.send(`Rule ${n}`);
    await message.pin();
    ids.unshift(message.id);
  }
  const first = await general.messages.fetchPins();
  expect([first.items.length, first.hasMore]).toEqual([50, true]);
  const rest = await general.messages.fetchPins({ before: first.items.at(-1)!.pinnedAt });
  expect([...first.items, ...rest.items].map(i => i.message.id)).toEqual(ids);
  expect(rest.hasMore).toBe(false);
  const joan = discord.person('Joan Ibarra');
  const ben = discord.person('Ben Okafor');
  const said = await ben.posts('general', 'By hand');
  await expect(ben.pins(said)).rejects.toThrow('needs PIN_MESSAGES');
  const heard: unknown[] = [];
  client.on('channelPinsUpdate', channel => void heard.push(channel.id));
  client.on('messageCreate', m => void (m.system && heard.push(m.type, m.author.username, m.reference?.messageId)));
  await joan.pins(said);
  await discord.until(() => heard.length === 4, 'the pin');
  expect(heard).toEqual([general.id, MessageType.ChannelPinnedMessage, 'joan.ibarra', said.id]);
  expect((await ben.sees(/Joan Ibarra pinned a message/)).byBot).toBe(false);
  expect((await ben.pinsOf('general'))[0]).toMatchObject({ text: 'By hand', pinned: true });
  const system = (await general.messages.fetch({ limit: 1 })).first()!;
  expect(await refusal(system.pin())).toBe('403 50021');
  await general.messages.unpin(said.id);
  discord.takesPermission('PIN_MESSAGES');
  expect(await refusal(general.messages.pin(said.id))).toBe('403 50013');
});

test('A private thread is for those in it', async () => {
  const discord = await playground();
  const { client, guild } = await started(discord);
  const general = guild.channels.cache.find(c => c.name === 'general') as TextChannel;
  const thread = await general.threads.create({
    name: 'Who joins?',
    type: ChannelType.PrivateThread as never,
    invitable: false,
  });
  const [amira, ben] = ['Amira Haddad', 'Ben Okafor'].map(name => discord.person(name));
  await thread.members.add(ben!.id);
  await thread.send('Shall she join?');
  expect(await ben!.sees(/Shall she join/)).toMatchObject({ where: 'Who joins?' });
  expect(amira!.seesNow(/Shall/)).toEqual([]);
  expect(await ben!.membersOf('Who joins?')).toEqual(['Ben Okafor']);
  const heard = new Promise(resolve => client.once('messageCreate', m => resolve(m.channelId)));
  await ben!.posts('Who joins?', 'Yes');
  expect(await heard).toBe(thread.id);
  await ben!.leaves('Who joins?');
  expect(ben!.seesNow(/Shall/)).toEqual([]);
  await thread.setArchived(true);
  expect(await refusal(client.rest.put(Routes.threadMembers(thread.id, amira!.id)))).toBe('400 50083');
});

test('Roles and members', async () => {
  const discord = await playground({ intents: { guildMembers: true, messageContent: true } });
  const { client, guild } = await started(discord, allIntents);
  expect((await guild.members.fetch()).size).toBe(4);
  const ben = discord.person('Ben Okafor');
  const role = await guild.roles.create({ name: 'CoP wound care', permissions: [] });
  const member = await guild.members.fetch(ben.id);
  await member.roles.add(role);
  const channel = await guild.channels.create({
    name: 'cop',
    permissionOverwrites: [
      ...privacy(guild, client.user.id),
      { id: role.id, type: OverwriteType.Role, allow: [Can.ViewChannel] },
    ],
  });
  await channel.send('Together');
  await ben.sees(/Together/);
  const left = new Promise(resolve => client.once('guildMemberRemove', m => resolve(m.id)));
  const joined = new Promise(resolve => client.once('guildMemberAdd', m => resolve(m.displayName)));
  await ben.leavesWorkspace();
  expect(await left).toBe(ben.id);
  discord.joinsWorkspace('Ravi Anand');
  expect(await joined).toBe('Ravi Anand');
  expect(await refusal(guild.members.fetch({ user: ben.id, force: true }))).toBe('404 10007');
  expect(await refusal(guild.roles.create({ permissions: [Can.BanMembers] }))).toBe('403 50013');
  await role.delete();
});

test('One person in two guilds, on two shards; and the bot is removed from one', async () => {
  const second = { name: 'York Clinic', people: [{ name: 'Ben Okafor' }] };
  const discord = await playground({ workspaces: [clinic, second] });
  const client = await bot(discord, undefined, { shards: [0, 1], shardCount: 2 });
  await discord.until(() => client.guilds.cache.size === 2, 'both guilds');
  expect(discord.person('Ben Okafor').id).toBe(discord.person('Ben Okafor', 'York Clinic').id);
  const gone = new Promise(resolve => client.once('guildDelete', g => resolve(g.name)));
  discord.removesApp('York Clinic');
  expect(await gone).toBe('York Clinic');
  expect(await refusal(client.guilds.fetch({ guild: discord.workspaceId('York Clinic'), force: true }))).toBe(
    '404 10004',
  );
});

test('Five messages in five seconds; after that the client is told to wait', async () => {
  const discord = await playground();
  const { guild } = await started(discord);
  const general = guild.channels.cache.find(c => c.name === 'general') as TextChannel;
  const post = () =>
    fetch(`${discord.apiUrl}/v10/channels/${general.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'Hello' }),
    });
  const answers = [await post(), await post(), await post(), await post(), await post(), await post()];
  expect(answers.map(a => a.status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(answers[4]!.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(Number(answers[5]!.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answers[5]!.json()).toMatchObject({ global: false, retry_after: expect.any(Number) });
});
