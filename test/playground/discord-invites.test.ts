/** Invites in the playground's Discord: what it refuses, and whom an invite lets in. */
import { expect, test } from 'vitest';
import { playground } from './discord-bot.ts';
import { ask, generalOf, verdict } from './discord-wire.ts';

test('An invite: asked for as Discord asks, no longer and for no more than it says', async () => {
  const discord = await playground();
  const path = `/channels/${await generalOf(discord)}/invites`;
  expect(await verdict(discord, 'POST', path, {})).toBe('403 50013');
  discord.givesPermission('CREATE_INSTANT_INVITE');
  expect(await verdict(discord, 'POST', path, { max_age: 604_801 })).toBe('400 50035 max_age NUMBER_TYPE_MAX');
  expect(await verdict(discord, 'POST', path, { max_uses: 101 })).toBe('400 50035 max_uses NUMBER_TYPE_MAX');
  expect(await verdict(discord, 'POST', '/channels/111111111111111111/invites', {})).toBe('404 10003');

  const { json: one } = await ask(discord, 'POST', path, { max_age: 3600, max_uses: 1 });
  expect(one).toMatchObject({ max_uses: 1, uses: 0, channel: { name: 'general' } });
  expect((await ask(discord, 'POST', path, { max_age: 3600, max_uses: 1 })).json.code).toBe(one.code);
  const { json: other } = await ask(discord, 'POST', path, { max_age: 3600, max_uses: 1, unique: true });
  expect(other.code).not.toBe(one.code);

  discord.joinsBy(one.code, 'Eli Novak');
  expect(discord.isHere('Eli Novak')).toBe(true);
  expect(() => discord.joinsBy(one.code, 'Uma Rao')).toThrow(/expired/);
  expect(await verdict(discord, 'GET', `/invites/${one.code}`)).toBe('404 10006');

  discord.takesPermission('MANAGE_CHANNELS');
  expect(await verdict(discord, 'DELETE', `/invites/${other.code}`)).toBe('403 50013');
  discord.givesPermission('MANAGE_CHANNELS');
  expect(await verdict(discord, 'DELETE', `/invites/${other.code}`)).toBe('200');
  expect(await verdict(discord, 'DELETE', `/invites/${other.code}`)).toBe('404 10006');
  expect(() => discord.joinsBy(other.code, 'Uma Rao')).toThrow(/expired/);
});
