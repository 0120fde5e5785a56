/**
 * For a member who takes no direct messages: a private thread in their CoP's space. They are in it by name, its facilitators see it by
 * their right to manage threads. https://docs.discord.com/developers/topics/threads#private-threads
 */
import {
  type APIGuildMember,
  type APIThreadChannel,
  ChannelType,
  type RESTGetAPIChannelUsersThreadsArchivedResult,
  type RESTGetAPIGuildThreadsResult,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Account, Channel } from '../../platform/chat-platform.ts';
import { inTurn } from '../../platform/in-turn.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Calls } from './calls.ts';
import { refusedName } from './errors.ts';
import type { Guilds } from './guilds.ts';
import { channelOf, nameOf } from './invocation.ts';
import { cut, limits } from './limits.ts';
import type { Reach } from './reach.ts';
import { isIn } from './rights.ts';

export interface Threads {
  forPerson(space: Channel, person: Account): Promise<Channel | undefined>;
  /** The same, but none is made. */
  known(space: Channel, person: Account): Promise<Channel | undefined>;
}

export function privateThreads(reach: Reach): Threads {
  const oneByOne = inTurn();

  return {
    forPerson: (space, person) => oneByOne(space.id, () => opened(reach, space, person)),
    async known(space, person) {
      if (!(await sees(reach, space, person))) return undefined;
      const titles = await titlesFor(reach, person);
      const found =
        (await theirs(reach, await titled(reach, space, titles), person)) ??
        (await theirs(reach, await archived(reach, space, titles), person));
      return found && channelOf(space.workspace, found.id);
    },
  };
}

/** One after the other: a thread that is just being made is nobody else's. */
async function opened(reach: Reach, space: Channel, person: Account): Promise<Channel | undefined> {
  if (!(await sees(reach, space, person))) return undefined;
  const titles = await titlesFor(reach, person);
  const there = await titled(reach, space, titles);
  const known =
    (await theirs(reach, there, person)) ?? (await theirs(reach, await archived(reach, space, titles), person));
  if (known) return channelOf(space.workspace, known.id);
  const { id } = there.find(halfMade) ?? (await made(reach, space, titles));
  await reach.calls.ask('PUT', Routes.threadMembers(id, person.id));
  return channelOf(space.workspace, id);
}

/** By their name; or by none, for a name may hold what the server has forbidden. */
type Titles = readonly [theirs: string, nobodys: string];

async function titlesFor({ calls }: Reach, { workspace, id }: Account): Promise<Titles> {
  const member = await calls.ask<APIGuildMember>('GET', Routes.guildMember(workspace, id));
  return [cut(`For ${nameOf(member.user, member)}`, limits.thread.name), `For you (${id.slice(-6)})`]; // nobody else's
}

async function titled({ calls, guilds }: Reach, space: Channel, titles: Titles): Promise<readonly APIThreadChannel[]> {
  const { threads } = await calls.ask<RESTGetAPIGuildThreadsResult>('GET', Routes.guildActiveThreads(space.workspace));
  return (threads as APIThreadChannel[]).filter(one => one.parent_id === space.id && isOurs(guilds, one, titles));
}

const isOurs = (guilds: Guilds, one: APIThreadChannel, titles: Titles): boolean =>
  one.type === ChannelType.PrivateThread && one.owner_id === guilds.bot && titles.includes(one.name);

/** Archived after a week without a word; the next one takes it out of the archive, unless somebody has locked it. */
async function archived(
  { calls, guilds }: Reach,
  space: Channel,
  titles: Titles,
): Promise<readonly APIThreadChannel[]> {
  const found: APIThreadChannel[] = [];
  let before: string | undefined;
  for (let page = 0; page < limits.history.pages; page++) {
    const query = { limit: '100', ...(before && { before }) };
    const { threads, has_more } = await calls.ask<RESTGetAPIChannelUsersThreadsArchivedResult>(
      'GET',
      Routes.channelJoinedArchivedThreads(space.id),
      { query },
    );
    const all = threads as APIThreadChannel[];
    found.push(...all.filter(one => isOurs(guilds, one, titles) && !one.thread_metadata?.locked));
    before = all.at(-1)?.id;
    if (!has_more || !before) break;
  }
  return found;
}

/** Two people may bear one name: only the thread that this person is in is theirs. */
async function theirs(
  { calls }: Reach,
  titled: readonly APIThreadChannel[],
  { id }: Account,
): Promise<APIThreadChannel | undefined> {
  for (const one of titled) if (await isMember(calls, one.id, id)) return one;
  return undefined;
}

/** Made, and then nobody could be brought into it: it is anybody's of that name. */
const halfMade = ({ member_count, message_count }: APIThreadChannel): boolean =>
  (member_count ?? 0) <= 1 && message_count === 0;

const isMember = (calls: Calls, thread: string, person: string): Promise<boolean> =>
  calls.ask('GET', Routes.threadMembers(thread, person)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof PlatformError && error.kind === 'gone') return false;
      throw error;
    },
  );

/** Words that the server's discovery, or its AutoMod, takes for forbidden. */
const refusedTitle: ReadonlySet<string> = new Set([refusedName, '200001']);

function made({ calls }: Reach, space: Channel, [theirs, nobodys]: Titles): Promise<APIThreadChannel> {
  const body = {
    type: ChannelType.PrivateThread,
    invitable: false,
    auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
  };
  const named = (name: string) =>
    calls.ask<APIThreadChannel>('POST', Routes.threads(space.id), { body: { ...body, name } });
  return named(theirs).catch((error: unknown) => {
    if (error instanceof PlatformError && refusedTitle.has(error.code)) return named(nobodys);
    throw error;
  });
}

/** A thread is no use to somebody who can't see its channel; and a channel for announcements has no private ones. */
const sees = async ({ guilds }: Reach, space: Channel, { id }: Account): Promise<boolean> =>
  guilds.client.channels.cache.get(space.id)?.type !== ChannelType.GuildAnnouncement &&
  isIn(await guilds.overwriteOf(space, id));
