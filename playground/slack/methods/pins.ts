/** docs.slack.dev/reference/methods?family=pins, bookmarks and reactions */
import type { Call, Method } from '../call.ts';
import { channelOf, memberChannel, messageOf, text } from '../call.ts';
import { limits } from '../limits.ts';
import { refuseIfArchived } from '../messages.ts';
import { pin, pinShape, unpin } from '../pinning.ts';
import { isHidden } from '../plan.ts';
import { refuse } from '../refusal.ts';
import type { Bookmark, Channel, Json } from '../state.ts';
import { nextId } from '../state.ts';

function bookmarkShape(channel: Channel, one: Bookmark): Json {
  const at = Math.floor(one.at / 1000);
  return {
    id: one.id,
    channel_id: channel.id,
    title: one.title,
    link: one.link,
    emoji: one.emoji,
    type: 'link',
    date_created: at,
    date_updated: 0,
    last_updated_by_user_id: one.by,
  };
}

function addBookmark(call: Call): Json {
  const { world, team, args } = call;
  const channel = memberChannel(call, undefined, 'channel_id');
  refuseIfArchived(channel);
  if (text(args.type) !== 'link') refuse('invalid_bookmark_type');
  if (!/^https?:\/\/\S+$/.test(text(args.link))) refuse('invalid_link');
  if (channel.bookmarks.length >= limits.bookmarks) refuse('too_many_bookmarks');
  const made: Bookmark = {
    id: nextId(world.state, 'Bk'),
    title: text(args.title),
    link: text(args.link),
    emoji: text(args.emoji),
    by: team.botUserId,
    at: world.now(),
  };
  channel.bookmarks.push(made);
  world.changed();
  return { bookmark: bookmarkShape(channel, made) };
}

function react(call: Call): Json {
  const { world, team, args } = call;
  const message = messageOf(call, memberChannel(call), args.timestamp);
  const name = text(args.name);
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) refuse('invalid_name');
  message.reactions ??= [];
  const there = message.reactions.find(r => r.name === name);
  if (there?.users.includes(team.botUserId)) refuse('already_reacted');
  if (there) there.users.push(team.botUserId);
  else message.reactions.push({ name, users: [team.botUserId] });
  world.changed();
  return {};
}

export const pins: Record<string, Method> = {
  'pins.add': {
    tier: 2,
    scopes: ['pins:write'],
    needs: ['channel'],
    run(call) {
      const channel = memberChannel(call);
      if (!call.args.timestamp) refuse('no_item_specified');
      refuseIfArchived(channel);
      pin(call.world, call.team, channel, call.team.botUserId, messageOf(call, channel, call.args.timestamp));
      return {};
    },
  },
  'pins.remove': {
    tier: 2,
    scopes: ['pins:write'],
    needs: ['channel'],
    run(call) {
      const channel = memberChannel(call);
      if (!call.args.timestamp) refuse('no_item_specified');
      unpin(call.world, call.team, channel, call.team.botUserId, messageOf(call, channel, call.args.timestamp));
      return {};
    },
  },
  'pins.list': {
    tier: 2,
    scopes: ['pins:read'],
    needs: ['channel'],
    run(call) {
      const channel = channelOf(call);
      const pins = channel.pins.filter(one => !isHidden(call.world, call.team, one)).reverse();
      return { items: pins.map(one => pinShape(call.world, call.team, channel, one)) };
    },
  },
  'bookmarks.add': { tier: 2, scopes: ['bookmarks:write'], needs: ['channel_id', 'title', 'type'], run: addBookmark },
  'bookmarks.list': {
    tier: 3,
    scopes: ['bookmarks:read'],
    needs: ['channel_id'],
    run(call) {
      const channel = channelOf(call, undefined, 'channel_id');
      return { bookmarks: channel.bookmarks.map(one => bookmarkShape(channel, one)) };
    },
  },
  'bookmarks.remove': {
    tier: 2,
    scopes: ['bookmarks:write'],
    needs: ['channel_id', 'bookmark_id'],
    run(call) {
      const channel = memberChannel(call, undefined, 'channel_id');
      if (!channel.bookmarks.some(b => b.id === call.args.bookmark_id)) refuse('not_found');
      channel.bookmarks = channel.bookmarks.filter(b => b.id !== call.args.bookmark_id);
      call.world.changed();
      return {};
    },
  },
  'reactions.add': { tier: 3, scopes: ['reactions:write'], needs: ['channel', 'name', 'timestamp'], run: react },
};
