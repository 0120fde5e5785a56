/** A playground with the real discord.js beside it, ended after each test. */
import { Client, type ClientOptions, GatewayIntentBits, Partials } from 'discord.js';
import { afterEach } from 'vitest';
import type { DiscordOptions, DiscordPlayground } from '../../playground/discord/index.ts';
import { startDiscord } from '../../playground/discord/index.ts';
import { restOptions } from '../../src/adapters/discord/calls.ts';

const { makeRequest } = restOptions(undefined);

export const clinic = {
  name: 'Leeds Clinic',
  people: [{ name: 'Amira Haddad' }, { name: 'Ben Okafor' }, { name: 'Joan Ibarra', admin: true }],
  channels: ['random'],
};

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

export async function playground(options: Partial<DiscordOptions> = {}): Promise<DiscordPlayground> {
  const discord = await startDiscord({ workspaces: [clinic], ackMs: 300, patienceMs: 3000, ...options });
  ended.push(() => discord.stop());
  return discord;
}

const { Guilds, GuildMessages, DirectMessages, GuildMembers, MessageContent } = GatewayIntentBits;
const usualIntents = [Guilds, GuildMessages, DirectMessages];
export const allIntents = [...usualIntents, GuildMembers, MessageContent];

export async function bot(
  discord: DiscordPlayground,
  intents = usualIntents,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents,
    partials: [Partials.Channel, Partials.Message],
    // As beside Bolt: another test of this process may have brought its own dispatcher, which takes no form of Node's.
    rest: { api: discord.apiUrl, retries: 0, globalRequestsPerSecond: 10_000, makeRequest },
    ...options,
  });
  ended.unshift(() => client.destroy());
  const ready = new Promise(resolve => client.once('clientReady', resolve));
  await client.login(discord.token);
  await ready;
  return client as Client<true>;
}

/** What a call is refused with: `50013`, or `50035` with the code at that field. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    const { code, status, rawError } = error as { code: number; status: number; rawError?: { errors?: unknown } };
    const fields = JSON.stringify(rawError?.errors ?? {}).matchAll(/"code":"(\w+)"/g);
    return [status, code, ...new Set([...fields].map(f => f[1]))].join(' ');
  }
}
