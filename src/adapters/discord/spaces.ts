/** Spaces: private channels of a guild. https://docs.discord.com/developers/resources/guild#create-guild-channel */
import { type APITextChannel, ChannelType, Routes } from 'discord.js';
import { plainSlug } from '../../domain/cop.ts';
import type { ChatPlatform, Effects } from '../../platform/chat-platform.ts';
import { inTurn } from '../../platform/in-turn.ts';
import { isOfWhoLeft, PlatformError } from '../../platform/platform-error.ts';
import { goneOr, grant, ofWhoIsNot } from './access.ts';
import { type Categories, categories } from './categories.ts';
import { refusedName } from './errors.ts';
import { channelOf } from './invocation.ts';
import { limits } from './limits.ts';
import type { Reach } from './reach.ts';
import { facilitatorRights, memberRights, overwritesOfSpace } from './rights.ts';
import { channelName, markOf, topicOf, unmarked } from './topic.ts';

type Opening = Effects['open-space']['in'];
type Space = Effects['open-space']['out'];
type Perform = Pick<ChatPlatform['perform'], 'open-space' | 'describe-space' | 'rename-space'>;
type Find = Pick<ChatPlatform['find'], 'open-space'>;

/** @everyone and the bot stand among the overwrites too. */
const atOnce = limits.channel.overwrites - 2;

export function spaces(reach: Reach): { perform: Perform; find: Find } {
  const places = categories(reach.guilds.client, reach.calls);
  const oneByOne = inTurn();
  return {
    perform: {
      async 'open-space'(input, key) {
        const { space, within } = await oneByOne(input.workspace.id, () => openForAll(reach, places, input, key));
        return withEverybody(reach, space, input, within);
      },
      async 'describe-space'({ space, ...words }) {
        const before = await reach.guilds.describedAs(space);
        const topic = topicOf(words, '');
        if (topic !== unmarked(before.topic))
          await reach.calls.ask('PATCH', Routes.channel(space.id), { body: { topic } });
      },
      /** In one call, of what differs alone: Discord takes two changes of name or topic in ten minutes. */
      async 'rename-space'({ space, name, ...words }) {
        const before = await reach.guilds.describedAs(space);
        const wanted = channelName(name);
        const topic = topicOf(words, '');
        const isSaid = topic === unmarked(before.topic);
        if (wanted === before.name && isSaid) return { name: wanted };
        return namedAs(wanted, async name => {
          const body = { ...(name !== before.name && { name }), ...(!isSaid && { topic }) };
          const after = await reach.calls.ask<APITextChannel>('PATCH', Routes.channel(space.id), { body });
          return { name: after.name };
        });
      },
    },
    find: {
      async 'open-space'(input, key) {
        const space = await known(reach, input, key);
        return space && withEverybody(reach, space, input, 0);
      },
    },
  };
}

/** One who has left the server keeps the space from all: then it is made for nobody, and each comes in by a call. `within`: so many are in. */
async function openForAll(reach: Reach, places: Categories, input: Opening, key: string) {
  try {
    return { space: await open(reach, places, input, key, atOnce), within: atOnce };
  } catch (error) {
    if (!isOfWhoLeft(ofWhoIsNot(error))) throw error;
    return { space: await open(reach, places, input, key, 0), within: 0 };
  }
}

async function open(
  { calls, guilds }: Reach,
  places: Categories,
  input: Opening,
  key: string,
  most: number,
): Promise<Space> {
  const { workspace, facilitators, members, name } = input;
  const first = [...facilitators, ...members].slice(0, most).map(one => one.id);
  const body = {
    type: ChannelType.GuildText,
    topic: topicOf(input, markOf(key)),
    permission_overwrites: overwritesOfSpace(workspace.id, guilds.bot, guilds.rightsIn(workspace.id), {
      facilitators: first.slice(0, facilitators.length),
      members: first.slice(facilitators.length),
    }),
  };
  const made = await namedAs(channelName(name), taken =>
    places.under(workspace.id, parent_id =>
      calls.ask<APITextChannel>('POST', Routes.guildChannels(workspace.id), {
        body: { ...body, name: taken, parent_id },
      }),
    ),
  );
  return { ...channelOf(workspace.id, made.id), name: made.name };
}

/** What Discord refuses as a name, it may take in plain letters. */
async function namedAs<T>(wanted: string, take: (name: string) => Promise<T>): Promise<T> {
  try {
    return await take(wanted);
  } catch (error) {
    const plain = plainSlug(wanted);
    if (!(error instanceof PlatformError) || error.code !== refusedName || plain === wanted) throw error;
    return take(plain);
  }
}

/** The cache may not have heard of it yet; Discord has. */
async function known({ calls, guilds }: Reach, input: Opening, key: string): Promise<Space | undefined> {
  const { workspace, others } = input;
  const mark = markOf(key);
  async function amongThem<C extends { id: string; topic?: string | null }>(all: readonly C[]): Promise<C | undefined> {
    const marked = all.filter(({ topic }) => topic?.endsWith(mark) === true);
    const known = await others(marked.map(one => one.id));
    return marked.find(one => !known.includes(one.id));
  }
  const cached = [...(guilds.client.guilds.cache.get(workspace.id)?.channels.cache.values() ?? [])];
  const found =
    (await amongThem(cached.filter(one => one.type === ChannelType.GuildText))) ??
    (await amongThem(await calls.ask<APITextChannel[]>('GET', Routes.guildChannels(workspace.id))));
  return found && { ...channelOf(workspace.id, found.id), name: found.name };
}

/** Those beyond what one call took come in by a call each, but for who has left the server; done again, it does only what is missing. */
async function withEverybody(
  reach: Reach,
  space: Space,
  { facilitators, members }: Opening,
  within: number,
): Promise<Space> {
  const rights = [
    ...facilitators.map(who => ({ who, may: memberRights | facilitatorRights })),
    ...members.map(who => ({ who, may: memberRights })),
  ];
  for (const { who, may } of rights.slice(within)) await goneOr(grant(reach, space, who, may));
  return space;
}
