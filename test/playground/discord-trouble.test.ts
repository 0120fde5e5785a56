/** What the playground's Gateway and API do in trouble, as the real discord.js meets it. */
import { Events, GatewayIntentBits } from 'discord.js';
import { expect, it } from 'vitest';
import { bot, playground, refusal } from './discord-bot.ts';

const disconnected = (client: Awaited<ReturnType<typeof bot>>) =>
  new Promise<number>(resolve => client.once(Events.ShardDisconnect, ({ code }) => resolve(code)));

it('A token that is taken away is refused everywhere, until it is given back', async () => {
  const discord = await playground();
  const client = await bot(discord);
  client.on(Events.ShardError, () => {});
  const code = disconnected(client);
  discord.takesToken();
  expect(await code).toBe(4004);
  expect(await refusal(client.users.fetch('1', { force: true }))).toBe('401 0');
  await expect(bot(discord)).rejects.toThrow(/invalid token/);
  discord.givesToken();
  await bot(discord);
});

it('An intent that is switched off ends the sessions that have it, and can be switched on again', async () => {
  const discord = await playground({ intents: { messageContent: true } });
  const wanted = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
  const client = await bot(discord, wanted);
  client.on(Events.ShardError, () => {});
  const code = disconnected(client);
  discord.switchesIntent('messageContent', false);
  expect(await code).toBe(4014);
  await expect(bot(discord, wanted)).rejects.toThrow(/disallowed intents/);
  discord.switchesIntent('messageContent', true);
  await bot(discord, wanted);
});

it('Without the scope applications.commands a guild takes no commands', async () => {
  const discord = await playground();
  const client = await bot(discord);
  const guild = client.guilds.cache.first();
  discord.takesCommandsScope();
  expect(await refusal(Promise.resolve(guild?.commands.fetch()))).toBe('403 50001');
  discord.givesCommandsScope();
  expect(await refusal(Promise.resolve(guild?.commands.fetch()))).toBe('done');
});

it('An answer may come later than what it tells of', async () => {
  const discord = await playground();
  const client = await bot(discord);
  const order: string[] = [];
  client.on(Events.ChannelCreate, () => order.push('event'));
  discord.injects({ on: 'POST /guilds/:id/channels', does: { late: 200 } });
  await client.guilds.cache.first()?.channels.create({ name: 'late' });
  order.push('answer');
  expect(order).toEqual(['event', 'answer']);
});

it('Faults of one name come in the order in which they were given', async () => {
  const discord = await playground();
  const client = await bot(discord);
  const on = 'GET /gateway/bot';
  for (const does of [{ status: 503 }, { refuse: '0' }, { status: 502 }] as const) discord.injects({ on, does });
  const asked = () =>
    client.rest
      .setToken(discord.token)
      .get('/gateway/bot')
      .then(
        () => 200,
        (error: { status: number }) => error.status,
      );
  expect([await asked(), await asked(), await asked(), await asked()]).toEqual([503, 401, 502, 200]);
});
