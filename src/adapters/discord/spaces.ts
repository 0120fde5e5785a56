/** Spaces: private channels of a guild, and who may see them. https://docs.discord.com/developers/resources/guild#create-guild-channel */
import { type APIChannel, type APITextChannel, ChannelType, OverwriteType, Routes } from 'discord.js';
import type { Account, Channel, ChatPlatform, Effects } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Calls } from './calls.ts';
import { categories } from './categories.ts';
import type { Echoes } from './echoes.ts';
import type { Guilds } from './guilds.ts';
import { inTurn } from './in-turn.ts';
import { channelOf } from './invocation.ts';
import { limits } from './limits.ts';
import {
  alike,
  facilitatorRights,
  granting,
  held,
  isIn,
  memberRights,
  type Overwrite,
  overwritesOfSpace,
  withdrawing,
} from './rights.ts';
import { channelName, markIn, markOf, topicOf } from './topic.ts';

type Opening = Effects['open-space']['in'];
type Space = Effects['open-space']['out'];
type Perform = ChatPlatform['perform'];
type InSpaces = 'open-space' | 'describe-space' | 'admit' | 'remove' | 'make-facilitator' | 'unmake-facilitator';

/** @everyone and the bot stand among the overwrites too. */
const atOnce = limits.channel.overwrites - 2;

export function spaces(calls: Calls, guilds: Guilds, echoes: Echoes) {
  const { under } = categories(guilds.client, calls);
  const oneByOne = inTurn();
  const rights = (space: { workspace: string }, wanted: bigint) => held(wanted, guilds.rightsIn(space.workspace));

  async function overwrite(space: Channel, person: string, next: Overwrite | undefined): Promise<void> {
    echoes.expect(space.id, person);
    const route = Routes.channelPermission(space.id, person);
    const body = next && { type: OverwriteType.Member, allow: String(next.allow), deny: String(next.deny) };
    try {
      await (body ? calls.ask('PUT', route, { body }) : calls.ask('DELETE', route));
    } catch (error) {
      if (!(error instanceof PlatformError && error.kind === 'unknown-outcome')) echoes.unexpect(space.id, person);
      throw error;
    }
  }

  async function grant(space: Channel, { id }: Account, wanted: bigint): Promise<void> {
    const before = await guilds.overwriteOf(space, id);
    const next = granting(before, rights(space, wanted));
    if (!alike(before, next)) await overwrite(space, id, next);
  }

  const admit: Perform['admit'] = async ({ space, who }) => {
    for (const one of who) await grant(space, one, memberRights);
  };

  /** Those beyond what one call takes come in by one more call each; done again, it does only what is missing. */
  async function withEverybody(space: Space, { facilitators, members }: Opening): Promise<Space> {
    const late = [...facilitators, ...members].slice(atOnce);
    for (const one of late)
      await grant(space, one, facilitators.includes(one) ? memberRights | facilitatorRights : memberRights);
    return space;
  }

  async function open(input: Opening, key: string): Promise<Space> {
    const { workspace, facilitators, members, name } = input;
    const first = [...facilitators, ...members].slice(0, atOnce);
    const body = {
      type: ChannelType.GuildText,
      name: channelName(name),
      topic: topicOf(input, markOf(key)),
      permission_overwrites: overwritesOfSpace(workspace.id, guilds.bot, guilds.rightsIn(workspace.id), {
        facilitators: first.slice(0, facilitators.length).map(one => one.id),
        members: first.slice(facilitators.length).map(one => one.id),
      }),
    };
    const made = await under(workspace.id, parent_id =>
      calls.ask<APITextChannel>('POST', Routes.guildChannels(workspace.id), { body: { ...body, parent_id } }),
    );
    return { ...channelOf(workspace.id, made.id), name: made.name };
  }

  return {
    perform: {
      'open-space': async (input, key) =>
        withEverybody(await oneByOne(input.workspace.id, () => open(input, key)), input),
      async 'describe-space'({ space, ...words }) {
        const before = await guilds.topicOf(space);
        const topic = topicOf(words, markIn(before));
        if (topic !== before) await calls.ask('PATCH', Routes.channel(space.id), { body: { topic } });
      },
      admit,
      async remove({ space, who }) {
        for (const one of who)
          await overwrite(space, one.id, undefined).catch((error: unknown) => {
            if (!(error instanceof PlatformError && error.kind === 'gone')) throw error;
          });
      },
      'make-facilitator': ({ space, who }) => grant(space, who, memberRights | facilitatorRights),
      async 'unmake-facilitator'({ space, who }) {
        const before = await guilds.overwriteOf(space, who.id);
        const next = before && withdrawing(before, facilitatorRights);
        if (isIn(before) && next && !alike(before, next)) await overwrite(space, who.id, next);
      },
    } satisfies Pick<Perform, InSpaces>,

    find: {
      async 'open-space'(input: Opening, key: string): Promise<Space | undefined> {
        const { workspace, except } = input;
        const mark = markOf(key);
        const isIt = (one: { id: string; topic?: string | null }) =>
          one.topic?.endsWith(mark) === true && !except.some(other => other.id === one.id);
        const cached = guilds.client.guilds.cache
          .get(workspace.id)
          ?.channels.cache.find(one => one.type === ChannelType.GuildText && isIt(one));
        const found =
          cached ??
          (await calls.ask<(APIChannel & { name: string })[]>('GET', Routes.guildChannels(workspace.id))).find(isIt);
        return found && withEverybody({ ...channelOf(workspace.id, found.id), name: found.name }, input);
      },
    },
  };
}
