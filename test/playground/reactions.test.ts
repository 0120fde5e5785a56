/** Emoji put under a message and taken away, and words changed by whoever wrote them: what the app hears, what is refused. */
import { GatewayIntentBits } from 'discord.js';
import { expect, it } from 'vitest';
import { allIntents, bot, playground } from './discord-bot.ts';
import { allHeard, open } from './slack-bot.ts';

it('on Slack a reaction is told to an app that subscribes and may read it; a second one is refused', async () => {
  const here = await open({ scopes: ['reactions:read', 'channels:history', 'channels:read', 'channels:join'] });
  const [amira, ben] = [here.slack.person('Amira Haddad'), here.slack.person('Ben Okafor')];
  const { channels = [] } = await here.client.conversations.list();
  await here.client.conversations.join({ channel: channels[0]?.id ?? '' });
  const said = await amira.posts('general', 'Cake at four');
  await ben.reacts(said, '🎉');
  await expect(ben.reacts(said, '🎉')).rejects.toThrow('already_reacted');
  const [shown] =
    here.slack.screen('Amira Haddad', { channel: said.channelId, read: {} }).open?.messages.slice(-1) ?? [];
  expect(shown?.reactions).toEqual([{ emoji: '🎉', people: ['Ben Okafor'] }]);
  await ben.unreacts(said, '🎉');
  await expect(ben.unreacts(said, '🎉')).rejects.toThrow('no_reaction');
  await amira.edits(said, 'Cake at five');
  await expect(ben.edits(said, 'No cake')).rejects.toThrow('cant_update_message');
  expect((await allHeard(here)).slice(1)).toEqual([
    'message',
    'reaction_added',
    'reaction_removed',
    'message message_changed',
  ]);
  expect(here.heard.find(one => one.type === 'reaction_added')).toMatchObject({
    user: ben.id,
    reaction: 'tada',
    item: { type: 'message', channel: said.channelId, ts: said.id },
    item_user: amira.id,
  });
  await here.stop();
});

it('on Discord a reaction is told with the intent for it, and needs the right to be the first', async () => {
  const discord = await playground({ intents: { messageContent: true } });
  const heard: string[] = [];
  const client = await bot(discord, [...allIntents.slice(0, 3), GatewayIntentBits.GuildMessageReactions]);
  client.on('messageReactionAdd', ({ emoji }, user) => void heard.push(`${user.id} put ${emoji.name}`));
  client.on('messageReactionRemove', ({ emoji }, user) => void heard.push(`${user.id} took ${emoji.name}`));
  client.on('messageUpdate', ({ id }) => void heard.push(`${id} was edited`));
  const [amira, ben, joan] = ['Amira Haddad', 'Ben Okafor', 'Joan Ibarra'].map(name => discord.person(name));
  if (!amira || !ben || !joan) throw new Error('nobody is there');
  const said = await amira.posts('random', 'Cake at four');
  await ben.reacts(said, '🎉');
  await ben.unreacts(said, '🎉');
  await amira.edits(said, 'Cake at five');
  await expect(ben.edits(said, 'No cake')).rejects.toThrow('somebody else');
  await discord.until(() => heard.length >= 3, 'all three to be heard');
  expect(heard).toEqual([`${ben.id} put 🎉`, `${ben.id} took 🎉`, `${said.id} was edited`]);
  await joan.setsRights('random', '@everyone', { deny: ['ADD_REACTIONS'] });
  await expect(ben.reacts(said, '👍')).rejects.toThrow('ADD_REACTIONS');
  await joan.reacts(said, '👍');
  await ben.reacts(said, '👍');
  const [shown] = discord.screen('Ben Okafor', { channel: said.channelId, read: {} }).open?.messages.slice(-1) ?? [];
  expect(shown?.reactions).toEqual([{ emoji: '👍', people: ['Joan Ibarra', 'Ben Okafor'] }]);
});
