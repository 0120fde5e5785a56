/**
 * What the app is told of: only of conversations in which the bot is, and only what its scopes allow.
 * docs.slack.dev/reference/events (each event's page names its scopes).
 */
import { messageShape } from './shapes.ts';
import type { Channel, ChannelKind, Json, Message, Team } from './state.ts';
import type { World } from './world.ts';
import { isIn, ts } from './world.ts';

const historyScope: Record<ChannelKind, string> = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
};
const readScope: Record<ChannelKind, string> = {
  public: 'channels:read',
  private: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

const scopeOf: Record<string, string | ((kind: ChannelKind) => string)> = {
  message: kind => historyScope[kind],
  app_mention: 'app_mentions:read',
  member_joined_channel: kind => readScope[kind],
  member_left_channel: kind => readScope[kind],
  pin_added: 'pins:read',
  pin_removed: 'pins:read',
  file_shared: 'files:read',
  file_deleted: 'files:read',
  channel_id_changed: kind => readScope[kind],
  channel_shared: kind => readScope[kind],
  channel_unshared: kind => readScope[kind],
  channel_rename: 'channels:read',
  channel_archive: 'channels:read',
  channel_unarchive: 'channels:read',
  channel_deleted: 'channels:read',
  channel_left: 'channels:read',
  group_rename: 'groups:read',
  group_archive: 'groups:read',
  group_unarchive: 'groups:read',
  group_deleted: 'groups:read',
  group_left: 'groups:read',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  team_join: 'users:read',
  user_change: 'users:read',
  team_rename: 'team:read',
};

const channelType: Record<ChannelKind, string> = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' };

/** Messages are subscribed to by the kind of conversation: `message.groups`. */
const subscription = (type: string, kind: ChannelKind = 'public'): string =>
  type === 'message' ? `message.${{ public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' }[kind]}` : type;

/** Tells the app of something, if its manifest subscribes to it and its scopes allow it. With a channel: only if the bot is in it. */
export function tell(world: World, team: Team, event: Json, channel?: Channel): void {
  if (team.uninstalled) return;
  if (channel && !isIn(channel, team.botUserId)) return;
  const { events } = world.app;
  if (events && !events.includes(subscription(event.type, channel?.kind))) return;
  const scope = scopeOf[event.type];
  const needed = typeof scope === 'function' ? scope(channel?.kind ?? 'public') : scope;
  if (needed && !team.scopes.includes(needed)) return;
  world.emit(team, { event_ts: ts(world), ...event });
}

/** `channel_rename` or `group_rename`. */
export const about = (channel: Channel, what: string): string =>
  `${channel.kind === 'private' ? 'group' : 'channel'}_${what}`;

export function tellMessage(world: World, team: Team, channel: Channel, message: Message): void {
  const shape = messageShape(world, team, message, { metadata: true });
  tell(
    world,
    team,
    { ...shape, channel: channel.id, channel_type: channelType[channel.kind], event_ts: message.ts },
    channel,
  );
}

/** `message_changed`, `message_deleted`: a message about a message. */
export function tellOfMessage(
  world: World,
  team: Team,
  channel: Channel,
  subtype: 'message_changed' | 'message_deleted',
  more: Json,
): void {
  const at = ts(world);
  const event = {
    type: 'message',
    subtype,
    hidden: true,
    channel: channel.id,
    channel_type: channelType[channel.kind],
    ts: at,
    event_ts: at,
    ...more,
  };
  tell(world, team, event, channel);
}
