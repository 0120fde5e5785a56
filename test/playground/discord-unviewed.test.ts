/** What Discord tells of channels that the bot can't view. */
import { ChannelType, type Client, type GuildChannel, OverwriteType, PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DiscordPlayground } from '../../playground/discord/index.ts';
import type { Persona } from '../../playground/driver.ts';
import { bot, playground, refusal } from './discord-bot.ts';
import { ask } from './discord-wire.ts';

let discord: DiscordPlayground;
let client: Client<true>;
let joan: Persona;
let ours: GuildChannel;

const { ViewChannel } = PermissionFlagsBits;
const obfuscated = 1 << 17;

beforeEach(async () => {
  discord = await playground({ rateLimits: false });
  client = await bot(discord);
  joan = discord.person('Joan Ibarra');
  const guild = client.guilds.cache.first()!;
  const closed = { id: guild.id, type: OverwriteType.Role, deny: [ViewChannel] };
  const mine = { id: client.user.id, type: OverwriteType.Member, allow: [ViewChannel] };
  const parent = await guild.channels.create({
    name: 'CoPs',
    type: ChannelType.GuildCategory,
    permissionOverwrites: [closed, mine],
  });
  ours = await guild.channels.create({
    name: 'ours',
    parent,
    topic: 'Between us',
    permissionOverwrites: [closed, mine, { id: joan.id, type: OverwriteType.Member, allow: [ViewChannel] }],
  });
});

const known = (which: GuildChannel | null = ours) => {
  const { name, parentId, permissionOverwrites, flags } = which!;
  const rights = permissionOverwrites.cache.map(one => [one.id, one.allow.bitfield, one.deny.bitfield]);
  return { name, parentId, rights, isHidden: flags.has(obfuscated) };
};
const listed = async (): Promise<string[]> => {
  const { json } = await ask(discord, 'GET', `/guilds/${ours.guildId}/channels`);
  return json.map((one: { name: string }) => one.name);
};
const hidden = () => ({
  name: '___hidden___',
  parentId: ours.parentId,
  rights: [[ours.guildId, 0n, ViewChannel]],
  isHidden: true,
});

describe('put out of a channel', () => {
  it('it is told that it is there and no more, and all of it when it is let in again', async () => {
    const before = known();
    await joan.throwsOut('CoP Bot', 'ours');
    await expect.poll(() => known()).toEqual(hidden());
    expect(ours).toMatchObject({ topic: null });
    expect(await listed()).not.toContain('ours');
    expect(await refusal(ours.fetch(true))).toBe('403 50001');
    await joan.brings('CoP Bot', 'ours');
    await expect.poll(() => known().name).toBe('ours');
    expect(
      known()
        .rights.map(([id]) => id)
        .sort(),
    ).toEqual(before.rights.map(([id]) => id).sort());
    expect(await listed()).toContain('ours');
  });

  it('its category is seen for as long as anything in it is', async () => {
    await ours.parent!.permissionOverwrites.delete(client.user.id);
    await expect.poll(() => known(ours.parent).rights).toEqual([[ours.guildId, 0n, ViewChannel]]);
    expect(known(ours.parent)).toMatchObject({ name: 'CoPs', isHidden: false });
    await joan.throwsOut('CoP Bot', 'ours');
    await expect.poll(() => known(ours.parent)).toMatchObject({ name: '___hidden___', isHidden: true });
    await joan.brings('CoP Bot', 'ours');
    await expect.poll(() => known(ours.parent)).toMatchObject({ name: 'CoPs', isHidden: false });
  });

  it('where Discord goes on as it did before, it is told all', async () => {
    discord.hidesUnviewed(false);
    await joan.throwsOut('CoP Bot', 'ours');
    await expect.poll(() => known().rights.length).toBe(2);
    expect(known()).toMatchObject({ name: 'ours', isHidden: false });
    expect(await listed()).toContain('ours');
  });
});

it('who names it in a command tells its name, and not who may do what there', async () => {
  await joan.makesChannel('theirs', { private: true });
  const options = [{ type: 7, name: 'where', description: 'Where', required: true }];
  await ask(discord, 'PUT', `/applications/${discord.applicationId}/commands`, [
    { name: 'look', description: 'Looks', options },
  ]);
  await joan.types('/look where:theirs', { in: 'general' }).catch(() => {}); // nobody answers
  const [told] = discord.traffic.filter(one => one.name === 'INTERACTION_CREATE');
  const { channel, data } = told!.request as { channel: object; data: { resolved: { channels: object } } };
  const [chosen] = Object.values(data.resolved.channels);
  expect(chosen).toMatchObject({ name: 'theirs', flags: 0, app_permissions: '0' });
  for (const one of [channel, chosen]) expect(one).not.toHaveProperty('permission_overwrites');
});

it('by a role that may see nothing it is told of what it sees no more, and sees again', async () => {
  const general = () => ours.guild.channels.cache.find(one => one.id === generalId) as GuildChannel;
  const generalId = ours.guild.channels.cache.find(one => one.name === 'general')!.id;
  discord.takesPermission('VIEW_CHANNEL');
  await expect.poll(() => known(general())).toMatchObject({ name: '___hidden___', isHidden: true });
  expect(known()).toMatchObject({ name: 'ours', isHidden: false }); // by its own overwrite
  discord.givesPermission('VIEW_CHANNEL');
  await expect.poll(() => known(general())).toMatchObject({ name: 'general', isHidden: false });
});

it('a channel that others make for themselves is told so from the first, to a new session as well', async () => {
  await joan.makesChannel('theirs', { private: true });
  const names = (of: Client<true>) => of.guilds.cache.first()!.channels.cache.map(one => one.name);
  await expect.poll(() => names(client)).toContain('___hidden___');
  const another = await bot(discord);
  expect(names(another)).toContain('___hidden___');
  expect(names(another)).not.toContain('theirs');
});
