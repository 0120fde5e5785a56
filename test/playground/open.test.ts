/** A playground opened from a file of one's own, for a bot that asks for less than ours, or for more. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, GatewayIntentBits } from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import { botsPermissions, namesOf } from '../../playground/discord/permissions.ts';
import { fromManifest, type OpenOptions, type OpenPlayground, openPlayground } from '../../playground/open.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };

const { Guilds, GuildMembers, MessageContent } = GatewayIntentBits;
const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

async function opened(discordApp?: OpenOptions['discordApp']): Promise<OpenPlayground> {
  const folder = mkdtempSync(path.join(tmpdir(), 'playground-'));
  const file = path.join(folder, 'kept.json');
  const app = discordApp ? { discordApp } : {};
  const playing = await openPlayground({ port: 0, file, fresh: true, slackApp: fromManifest(manifest), ...app });
  ended.push(() => playing.stop().finally(() => rmSync(folder, { recursive: true })));
  return playing;
}

async function client({ discord }: OpenPlayground, intents: number[]): Promise<Client<true>> {
  const one = new Client({ intents, rest: { api: discord.apiUrl } });
  ended.unshift(() => one.destroy());
  const ready = new Promise(resolve => one.once('clientReady', resolve));
  await one.login(discord.token);
  await ready;
  return one as Client<true>;
}

const roleOf = (one: Client<true>) => one.guilds.cache.first()?.roles.botRoleFor(one.user);

it("gives a bot on Discord the name, the intents and the permissions that it's set up with", async () => {
  const playing = await opened({
    appName: 'Tea Bot',
    intents: { guildMembers: true },
    permissions: ['VIEW_CHANNEL', 'SEND_MESSAGES', 'KICK_MEMBERS'],
  });
  const one = await client(playing, [Guilds, GuildMembers]);
  expect(one.user.username).toBe('tea.bot');
  expect(roleOf(one)?.name).toBe('Tea Bot');
  expect(roleOf(one)?.permissions.toArray()).toEqual(['KickMembers', 'ViewChannel', 'SendMessages']);
  await expect(client(playing, [Guilds, MessageContent])).rejects.toThrow(/disallowed intents/);
});

it('or those of this project’s bot, unless told', async () => {
  const playing = await opened();
  const one = await client(playing, [Guilds, MessageContent]);
  expect(roleOf(one)?.name).toBe('CoP Bot');
  expect(namesOf(roleOf(one)?.permissions.bitfield ?? 0n)).toEqual(namesOf(botsPermissions));
  await expect(client(playing, [Guilds, GuildMembers])).rejects.toThrow(/disallowed intents/);
});
