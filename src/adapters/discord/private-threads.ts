/**
 * For a member who takes no direct messages: a private thread in their CoP's space. They are in it by name, its facilitators see it by
 * their right to manage threads. https://docs.discord.com/developers/topics/threads#private-threads
 */
import {
  type APIGuildMember,
  type APIThreadChannel,
  ChannelType,
  type RESTGetAPIGuildThreadsResult,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Account, Channel } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Calls } from './calls.ts';
import type { Guilds } from './guilds.ts';
import { channelOf, nameOf } from './invocation.ts';
import { cut, limits } from './limits.ts';
import { isIn } from './rights.ts';

export interface Threads {
  forPerson(space: Channel, person: Account): Promise<Channel | undefined>;
  /** The same, but none is made. */
  known(space: Channel, person: Account): Promise<Channel | undefined>;
}

export function privateThreads(calls: Calls, guilds: Guilds): Threads {
  async function titleFor({ workspace, id }: Account): Promise<string> {
    const member = await calls.ask<APIGuildMember>('GET', Routes.guildMember(workspace, id));
    return cut(`For ${nameOf(member.user, member)}`, limits.thread.name);
  }

  /** Two people may bear one name: only the thread that this person is in is theirs. */
  async function theirs(space: Channel, { id }: Account, title: string): Promise<Channel | undefined> {
    const { threads } = await calls.ask<RESTGetAPIGuildThreadsResult>(
      'GET',
      Routes.guildActiveThreads(space.workspace),
    );
    const candidates = (threads as APIThreadChannel[]).filter(
      one =>
        one.parent_id === space.id &&
        one.type === ChannelType.PrivateThread &&
        one.owner_id === guilds.bot &&
        one.name === title,
    );
    for (const one of candidates) if (await isMember(one.id, id)) return channelOf(space.workspace, one.id);
    return undefined;
  }

  const isMember = (thread: string, person: string): Promise<boolean> =>
    calls.ask('GET', Routes.threadMembers(thread, person)).then(
      () => true,
      (error: unknown) => {
        if (error instanceof PlatformError && error.kind === 'gone') return false;
        throw error;
      },
    );

  async function made(space: Channel, { id }: Account, name: string): Promise<Channel> {
    const body = {
      name,
      type: ChannelType.PrivateThread,
      invitable: false,
      auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
    };
    const thread = await calls.ask<APIThreadChannel>('POST', Routes.threads(space.id), { body });
    await calls.ask('PUT', Routes.threadMembers(thread.id, id));
    return channelOf(space.workspace, thread.id);
  }

  /** A thread is no use to somebody who can't see its channel. */
  const sees = async (space: Channel, { id }: Account): Promise<boolean> => isIn(await guilds.overwriteOf(space, id));

  return {
    async forPerson(space, person) {
      if (!(await sees(space, person))) return undefined;
      const title = await titleFor(person);
      return (await theirs(space, person, title)) ?? made(space, person, title);
    },
    async known(space, person) {
      return (await sees(space, person)) ? theirs(space, person, await titleFor(person)) : undefined;
    },
  };
}
