/** What every part works with: the state, the clock, and the ways to tell the bot and the onlookers; and finding things in it. */
import { limits } from './limits.ts';
import type { Customs } from './options.ts';
import { isThread, may, type PermissionName } from './permissions.ts';
import { refuse } from './refusal.ts';
import type { Channel, Guild, Interaction, Json, Member, Message, Role, State, User } from './state.ts';

export interface About {
  readonly guildId?: string;
  /** Sent only if the bot can view it. */
  readonly channel?: Channel;
  /** False: what a message says is hidden from sessions without the message content intent. */
  readonly open?: boolean;
}

export interface World {
  readonly state: State;
  now(): number;
  /** The one that is good now; none while it is taken away. */
  token(): string | undefined;
  /** Guilds that the bot was added to without `applications.commands`. */
  readonly withoutCommands: Set<string>;
  /** What stood in each form when somebody first saw it. */
  readonly firstSeen: Map<string, Json[]>;
  /** `http://127.0.0.1:PORT`. */
  origin(): string;
  /** A Gateway event to all sessions whose intents and permissions let them have it. */
  tell(name: string, data: Json, about?: About): void;
  /** An interaction to the bot; false when it isn't connected. */
  ask(data: Json, interaction: Interaction): boolean;
  changed(): void;
  /** How often each event and interaction is delivered. */
  repeats(): number;
  readonly ackMs: number;
  readonly customs: Customs;
  /** Whether the Gateway told it so last, by channel. */
  readonly toldAsHidden: Map<string, boolean>;
}

export const usualCustoms = (): Customs => ({
  leaversRights: 'kept',
  strangersRights: 'refused',
  pinTimeAfterUnpin: 'exact',
  pinLine: 'written',
  ownMember: 'told',
  unviewed: 'hidden',
  ownRightsChosen: 'told',
  forms: 'as told',
  membersPerChunk: limits.membersPerChunk,
  pinsPage: limits.pinsPage,
  pinsGoOn: false,
  sessions: { remaining: limits.sessionsADay, resetAfter: 86_400_000 },
});

export const iso = (time: number): string => new Date(time).toISOString().replace('Z', '000+00:00');
export const botId = ({ state }: { state: State }): string => state.application.id;
export const userById = (state: State, id: string): User | undefined => state.users.find(u => u.id === id);
export const nameOf = (state: State, id: string): string => userById(state, id)?.name ?? 'unknown-user';

export const theUser = ({ state }: World, id: string): User => userById(state, id) ?? refuse(10013);

export const isBotIn = (world: World, guild: Guild): boolean => guild.members.some(m => m.userId === botId(world));

/** A guild that the bot is in; 503 while it is down. */
export function theGuild(world: World, id: string): Guild {
  const guild = world.state.guilds.find(g => g.id === id && isBotIn(world, g)) ?? refuse(10004);
  return guild.down ? refuse(130000) : guild;
}

export const theMember = (guild: Guild, id: string): Member =>
  guild.members.find(m => m.userId === id) ?? refuse(10007);
export const theRole = (guild: Guild, id: string): Role => guild.roles.find(r => r.id === id) ?? refuse(10011);

/** A channel that exists, in a guild that the bot is in or a direct message with it; 50001 if the bot can't view it. */
export function theChannel(world: World, id: string, ...needs: PermissionName[]): Channel {
  const channel = world.state.channels.find(c => c.id === id) ?? refuse(10003);
  if (guildOf(world.state, channel)?.down) refuse(130000);
  if (!may(world.state, botId(world), channel, 'VIEW_CHANNEL')) refuse(50001);
  if (!may(world.state, botId(world), channel, ...needs)) refuse(50013);
  return channel;
}

/** A message that the bot may fetch: not one for somebody's eyes only. */
export const theMessage = (channel: Channel, id: string): Message =>
  channel.messages.find(m => m.id === id && m.onlyFor === undefined) ?? refuse(10008);

export const guildOf = (state: State, channel: Channel): Guild | undefined =>
  state.guilds.find(g => g.id === channel.guildId);

export const parentOf = (state: State, channel: Channel): Channel | undefined =>
  state.channels.find(c => c.id === channel.parentId);

export const threadsOf = (state: State, channelId: string): Channel[] =>
  state.channels.filter(c => c.parentId === channelId && isThread(c));

export const directWith = (state: State, userId: string): Channel | undefined =>
  state.channels.find(c => c.type === 1 && c.recipients.includes(userId));

export const sees = (state: State, userId: string, channel: Channel): boolean =>
  may(state, userId, channel, 'VIEW_CHANNEL');
