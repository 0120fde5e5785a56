/** What one person sees of a server is looked up at every change: it may cost no more than to look at each channel once. */
import { expect, test } from 'vitest';
import { founded, newChannel } from '../../playground/discord/founding.ts';
import { channelCalled, channelsSeen, type Eyes, newestMatch, sightings } from '../../playground/discord/looks.ts';
import { addMessage } from '../../playground/discord/messages.ts';
import { usualCustoms, type World } from '../../playground/discord/world.ts';
import { watch } from '../../playground/wire/until.ts';

/** As many people, channels, threads and messages, and how often something of them was read. */
function crowd(many: number) {
  const now = Date.UTC(2027, 0, 5);
  const people = Array.from({ length: many }, (_, n) => ({ name: `Person ${n}` }));
  const app = { name: 'CoP Bot', guildMembers: false, messageContent: false };
  const state = founded([{ name: 'Town', people }], now, app);
  const [guild, user] = [state.guilds[0]!, state.users.at(-2)!];
  const world: World = {
    ...{ state, now: () => now, token: () => undefined, origin: () => '', tell() {}, ask: () => false, changed() {} },
    ...{ withoutCommands: new Set(), firstSeen: new Map(), toldAsHidden: new Map(), customs: usualCustoms() },
    ...{ repeats: () => 1, ackMs: 3000 },
  };
  for (let n = 0; n < many; n++) {
    const channel = newChannel(state, now, { type: 0, name: `cop-${n}`, guildId: guild.id });
    newChannel(state, now, { type: 11, name: `thread-${n}`, guildId: guild.id, parentId: channel.id });
    addMessage(world, channel, { authorId: user.id, content: `Message ${n}` });
  }
  let reads = 0;
  let wordsRead = 0;
  const counted = <T extends object>(one: T): T =>
    new Proxy(one, {
      get(it, key) {
        reads += 1;
        if (key === 'content') wordsRead += 1;
        return Reflect.get(it, key);
      },
    });
  for (const channel of state.channels) channel.messages.splice(0, many, ...channel.messages.map(counted));
  state.channels.splice(0, state.channels.length, ...state.channels.map(counted));
  guild.members = guild.members.map(counted);
  const eyes: Eyes = { world, guild, user, watch: watch(1000) };
  const during = (look: () => unknown) => {
    [reads, wordsRead] = [0, 0];
    look();
    return { reads, wordsRead };
  };
  return { eyes, during };
}

test.each([
  ['all channels that somebody sees', (eyes: Eyes) => channelsSeen(eyes)],
  ['a channel by its name', (eyes: Eyes) => channelCalled(eyes, 'thread-7')],
  ['all messages that somebody sees', (eyes: Eyes) => sightings(eyes)],
] as const)('%s: ten times as many cost ten times as much, and not a hundred times', (_, look) => {
  const [few, many] = [crowd(20), crowd(200)];
  const before = few.during(() => look(few.eyes)).reads;
  expect(many.during(() => look(many.eyes)).reads).toBeLessThan(before * 12);
});

test('of messages no more is read than to the newest that is meant', () => {
  const { eyes, during } = crowd(200);
  expect(newestMatch(eyes, /^Message 19\d$/)?.text).toBe('Message 199');
  expect(during(() => newestMatch(eyes, /^Message 19\d$/)).wordsRead).toBeLessThan(5);
});
