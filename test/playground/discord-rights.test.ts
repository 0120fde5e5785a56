/** Permissions of channels changed by hand, who leaves, and what the bot itself is asked for. */
import { type Client, OverwriteType, PermissionFlagsBits, type TextChannel } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DiscordPlayground } from '../../playground/discord/index.ts';
import type { Persona } from '../../playground/driver.ts';
import { bot, playground, refusal } from './discord-bot.ts';
import { verdict } from './discord-wire.ts';

let discord: DiscordPlayground;
let client: Client<true>;
let channel: TextChannel;
let amira: Persona;
let ben: Persona;
let joan: Persona;

const { ViewChannel, ManageMessages, ManageChannels } = PermissionFlagsBits;
const own = (id: string, ...allow: bigint[]) => ({ id, type: OverwriteType.Member, allow });

/** Amira is in it and tends it, the bot is in it; it stands in a category that everybody sees. */
beforeEach(async () => {
  discord = await playground({ rateLimits: false });
  client = await bot(discord);
  [amira, ben, joan] = ['Amira Haddad', 'Ben Okafor', 'Joan Ibarra'].map(name => discord.person(name)) as [
    Persona,
    Persona,
    Persona,
  ];
  const guild = client.guilds.cache.first()!;
  const { id: parent } = await guild.channels.create({ name: 'CoPs', type: 4 });
  channel = await guild.channels.create({
    name: 'ours',
    parent,
    permissionOverwrites: [
      { id: guild.id, type: OverwriteType.Role, deny: [ViewChannel] },
      own(client.user.id, ViewChannel),
      own(amira.id, ViewChannel, ManageMessages, ManageChannels),
    ],
  });
});

/** What the bot knows of the channel's permissions, once it has heard. */
const known = () =>
  expect.poll(() =>
    Object.fromEntries(channel.permissionOverwrites.cache.map(o => [o.id, [o.allow.bitfield, o.deny.bitfield]])),
  );

describe('by hand', () => {
  it('synced with its category: nothing of its own is left, and all see it', async () => {
    await expect(amira.syncsRights('ours')).rejects.toThrow(/needs MANAGE_ROLES/);
    await joan.syncsRights('ours');
    await known().toEqual({});
    expect((await ben.channels()).map(one => one.name)).toContain('ours');
    await expect(joan.syncsRights('general')).rejects.toThrow(/in no category/);
  });

  it('synced with a category that is closed: nobody is in it, not even the bot', async () => {
    const everyone = channel.guild.id;
    await channel.parent!.permissionOverwrites.create(everyone, { ViewChannel: false });
    await joan.syncsRights('ours');
    expect(await refusal(channel.send('Hello'))).toBe('403 50001');
    await expect(amira.reads('ours')).rejects.toThrow(/sees no channel/);
  });

  it('moved to another category and out of all, its permissions stay', async () => {
    const before = channel.permissionOverwrites.cache.size;
    await joan.movesChannel('ours');
    await expect.poll(() => channel.parentId).toBe(null);
    expect(channel.permissionOverwrites.cache.size).toBe(before);
    await joan.movesChannel('ours', 'CoPs');
    await expect.poll(() => channel.parent?.name).toBe('CoPs');
    await expect(joan.movesChannel('ours', 'Others')).rejects.toThrow(/no category "Others"; there are: CoPs/);
  });

  it('opened to everyone and closed again', async () => {
    await joan.setsRights('ours', '@everyone', { allow: ['VIEW_CHANNEL'] });
    expect((await ben.channels()).find(one => one.name === 'ours')).toMatchObject({ private: false });
    await joan.setsRights('ours', '@everyone', { deny: ['VIEW_CHANNEL'] });
    await known().toMatchObject({ [channel.guild.id]: [0n, ViewChannel] });
    expect((await ben.channels()).map(one => one.name)).not.toContain('ours');
  });

  it('opened to a role, and to who is given it', async () => {
    discord.makesRole('Nurses');
    await joan.setsRights('ours', 'Nurses', { allow: ['VIEW_CHANNEL'] });
    const nurses = () => channel.guild.roles.cache.find(one => one.name === 'Nurses');
    await expect.poll(nurses).toBeDefined();
    await known().toMatchObject({ [nurses()!.id]: [ViewChannel, 0n] });
    await expect(ben.reads('ours')).rejects.toThrow(/sees no channel/);
    await joan.givesRole('Ben Okafor', 'Nurses');
    expect(await ben.reads('ours')).toEqual([]);
    await joan.takesRole('Ben Okafor', 'Nurses');
    await joan.givesRole('Amira Haddad', 'Nurses');
    await joan.dropsRights('ours', 'Nurses');
    await expect(ben.reads('ours')).rejects.toThrow(/sees no channel/);
    await expect(joan.givesRole('Ben Okafor', 'CoP Bot')).rejects.toThrow(/by hand/);
  });

  it('a role that Discord itself gives out is given to nobody by the bot either', async () => {
    discord.makesRole('Boosters', { boosters: true });
    const boosters = () => channel.guild.roles.cache.find(one => one.name === 'Boosters');
    await expect.poll(boosters).toMatchObject({ managed: true });
    expect(await refusal(channel.guild.members.addRole({ user: ben.id, role: boosters()! }))).toBe('403 50013');
    await expect(joan.givesRole('Ben Okafor', 'Boosters')).rejects.toThrow(/by hand/);
  });

  it('a facilitator’s rights edited, and given to somebody else', async () => {
    expect(await amira.rightsIn('ours')).toEqual(['MANAGE_CHANNELS', 'MANAGE_MESSAGES']);
    await joan.setsRights('ours', 'Amira Haddad', { allow: ['VIEW_CHANNEL'], deny: ['SEND_MESSAGES'] });
    await known().toMatchObject({ [amira.id]: [ViewChannel, PermissionFlagsBits.SendMessages] });
    expect(await amira.rightsIn('ours')).toEqual([]);
    await expect(amira.posts('ours', 'Hello')).rejects.toThrow(/needs SEND_MESSAGES/);
    await joan.setsRights('ours', 'Ben Okafor', { allow: ['VIEW_CHANNEL', 'MANAGE_MESSAGES'] });
    expect(await ben.rightsIn('ours')).toEqual(['MANAGE_MESSAGES']);
    await expect(joan.setsRights('ours', 'Ben Okafor', { allow: ['FLY'] })).rejects.toThrow(/no permission "FLY"/);
    await expect(joan.dropsRights('ours', 'Joan Ibarra')).rejects.toThrow(/no permissions of their own/);
  });
});

describe('who leaves', () => {
  const kept = () => channel.permissionOverwrites.cache.has(amira.id);

  it('their overwrite stays, and lets them in when they come back', async () => {
    await amira.leavesWorkspace();
    expect(await refusal(channel.guild.members.fetch({ user: amira.id, force: true }))).toBe('404 10007');
    expect((await channel.fetch()).permissionOverwrites.cache.has(amira.id)).toBe(true);
    await amira.returnsToWorkspace();
    expect(await amira.reads('ours')).toEqual([]);
  });

  it('or goes, and they are in no channel of theirs when they come back', async () => {
    discord.keepsLeaversRights(false);
    await expect(ben.kicks('Amira Haddad')).rejects.toThrow(/needs KICK_MEMBERS/);
    await joan.kicks('Amira Haddad');
    await expect.poll(kept).toBe(false);
    await amira.returnsToWorkspace();
    await expect(amira.reads('ours')).rejects.toThrow(/sees no channel/);
    await expect(joan.kicks('Joan Ibarra')).rejects.toThrow(/owner/);
  });
});

it('asks for EMBED_LINKS where a message has embeds, sent or edited', async () => {
  const message = await channel.send('Plain');
  const embeds = [{ title: 'x' }];
  const component = { type: 17, components: [{ type: 10, content: 'x' }] };
  discord.takesPermission('EMBED_LINKS');
  expect(await refusal(channel.send({ content: 'x', embeds }))).toBe('403 50013');
  expect(await refusal(message.edit({ embeds }))).toBe('403 50013');
  expect(await refusal(channel.send('Plain'))).toBe('done');
  const v2 = { flags: 1 << 15, components: [component] };
  expect(await verdict(discord, 'POST', `/channels/${channel.id}/messages`, v2)).toBe('200');
  expect(await refusal(client.users.send(ben.id, { embeds }))).toBe('done');
  discord.givesPermission('EMBED_LINKS');
  expect(await refusal(message.edit({ embeds }))).toBe('done');
});

it('holds what its link asks for and no more, now and when it is added again', async () => {
  const other = await playground({ permissions: ['VIEW_CHANNEL', 'SEND_MESSAGES'], appName: 'Ours' });
  const { guilds } = await bot(other);
  const mine = () => guilds.cache.first()?.roles.botRoleFor(guilds.client.user!);
  expect(mine()).toMatchObject({ name: 'Ours' });
  expect(mine()?.permissions.toArray()).toEqual(['ViewChannel', 'SendMessages']);
  expect(await refusal(guilds.cache.first()!.channels.create({ name: 'x' }))).toBe('403 50013');
  other.removesApp();
  other.addsApp();
  await other.until(() => mine()?.permissions.toArray().length === 2, 'the role anew');
});
