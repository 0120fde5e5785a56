/** docs.slack.dev/reference/methods?family=conversations */

import { newChannel } from '../beginnings.ts';
import type { Call, Method } from '../call.ts';
import { channelOf, flag, kindScopes, memberChannel, needScope, notDirect, page, text } from '../call.ts';
import { archive, botSees, createChannel, describe, inviteTrouble, join, leave, rename } from '../channels.ts';
import { limits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import { channelShape } from '../shapes.ts';
import type { Channel, ChannelKind, Json } from '../state.ts';
import { directMessage, groupMessage, isDirect, isIn, personById } from '../world.ts';
import { history } from './history.ts';

const writes = ['groups:write', 'im:write', 'mpim:write', 'channels:write', 'channels:manage'];
const reads = ['groups:read', 'im:read', 'mpim:read', 'channels:read'];

const kinds: Record<string, ChannelKind> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

/** Channels of the kinds asked for; each kind wants its own scope. */
export function ofTypes({ team, args }: Call, channels: readonly Channel[]): Channel[] {
  const types = text(args.types || 'public_channel')
    .split(',')
    .map(t => t.trim());
  if (types.some(type => !(type in kinds))) refuse('invalid_types');
  const wanted = types.map(type => kinds[type]!);
  for (const kind of wanted) needScope(team, kindScopes(kind, 'read'));
  return channels.filter(c => wanted.includes(c.kind) && !(flag(args.exclude_archived) && c.archived));
}

function invite(call: Call): Json {
  const { world, team, args } = call;
  const channel = notDirect(memberChannel(call, 'write'));
  if (channel.archived) refuse('is_archived');
  const users = text(args.users)
    .split(',')
    .map(u => u.trim())
    .filter(Boolean);
  if (users.length === 0) refuse('no_user');
  if (users.length > limits.invite) refuse('too_many_users');
  const troubles = users.flatMap(user => {
    const error = inviteTrouble(team, channel, user, team.botUserId);
    return error ? [{ user, ok: false, error }] : [];
  });
  const isOfGone = troubles.every(({ user }) => personById(team, user)?.deleted); // a no, and the others are in all the same
  if (flag(args.force) || isOfGone)
    for (const user of users)
      if (!troubles.some(t => t.user === user)) join(world, team, channel, user, team.botUserId);
  if (troubles.length > 0 && (!flag(args.force) || troubles.length === users.length))
    refuse(troubles[0]!.error, [], { errors: troubles });
  return { channel: channelShape(team, channel), ...(troubles.length ? { errors: troubles } : {}) };
}

function kick(call: Call): Json {
  const { world, team, args } = call;
  const channel = notDirect(memberChannel(call, 'write'));
  const user = text(args.user);
  if (user === team.botUserId) refuse('cant_kick_self');
  if (channel.general) refuse('cant_kick_from_general');
  if (!personById(team, user)) refuse('user_not_found');
  if (!isIn(channel, user)) refuse('not_in_channel');
  leave(world, team, channel, user, team.botUserId);
  return {};
}

function open({ world, team, args }: Call): Json {
  const users = text(args.users)
    .split(',')
    .map(u => u.trim())
    .filter(Boolean);
  if (args.channel) {
    const there = team.channels.find(c => isDirect(c) && c.id === args.channel);
    return there ? { channel: { id: there.id } } : refuse('channel_not_found');
  }
  if (users.length === 0) refuse('users_list_not_supplied');
  if (users.length > 1) needScope(team, ['mpim:write']);
  else needScope(team, ['im:write']);
  const people = [...new Set(users)].map(id => personById(team, id) ?? refuse('user_not_found'));
  if (people.some(person => person.deleted)) refuse('user_disabled');
  if (people.every(person => person.bot)) refuse('not_enough_users');
  if (people.length > limits.mpim) refuse('too_many_users');
  const before = team.channels.length;
  const make = (fields: Parameters<typeof newChannel>[2]) => newChannel(world.state, world.now(), fields);
  const channel =
    people.length > 1 ? groupMessage(world, team, people, make) : directMessage(world, team, people[0]!.id, make);
  const already = before === team.channels.length ? { no_op: true, already_open: true } : {};
  return { ...already, channel: flag(args.return_im) ? channelShape(team, channel) : { id: channel.id } };
}

function described(what: 'topic' | 'purpose'): (call: Call) => Json {
  return call => {
    const channel = notDirect(memberChannel(call, 'write'));
    describe(call.world, call.team, channel, call.team.botUserId, what, text(call.args[what]));
    return { channel: channelShape(call.team, channel) };
  };
}

export const conversations: Record<string, Method> = {
  'conversations.create': {
    tier: 2,
    scopes: writes,
    needs: ['name'],
    run({ world, team, args }) {
      const isPrivate = flag(args.is_private);
      needScope(team, kindScopes(isPrivate ? 'private' : 'public', 'write'));
      if (isPrivate && team.restrictsPrivateChannels) refuse('restricted_action');
      const asked = text(args.name);
      const name = world.telling.folds ? asked.normalize('NFKD').replace(/\p{M}+/gu, '') : asked;
      return { channel: channelShape(team, createChannel(world, team, team.botUserId, name, isPrivate)) };
    },
  },
  'conversations.invite': {
    tier: 3,
    scopes: [...writes, 'channels:write.invites', 'groups:write.invites'],
    needs: ['channel', 'users'],
    run: invite,
  },
  'conversations.kick': { tier: 3, scopes: ['groups:write', 'channels:manage'], needs: ['channel', 'user'], run: kick },
  'conversations.info': {
    tier: 3,
    scopes: reads,
    needs: ['channel'],
    run(call) {
      const channel = channelOf(call, 'read');
      const num_members = flag(call.args.include_num_members) ? { num_members: channel.members.length } : {};
      return { channel: { ...channelShape(call.team, channel), ...num_members } };
    },
  },
  'conversations.list': {
    tier: 2,
    scopes: reads,
    run(call) {
      const { items, next } = page(
        call,
        ofTypes(
          call,
          call.team.channels.filter(c => botSees(call.team, c)),
        ),
      );
      return { channels: items.map(c => ({ ...channelShape(call.team, c), num_members: c.members.length })), ...next };
    },
  },
  'conversations.members': {
    tier: 4,
    scopes: reads,
    needs: ['channel'],
    run(call) {
      const { id, members } = channelOf(call, 'read');
      const gone = call.world.telling.deactivated ? call.team.people.filter(one => one.wasIn?.includes(id)) : [];
      const { items, next } = page(call, [...members, ...gone.map(one => one.id)]);
      return { members: items, ...next };
    },
  },
  ...history,
  'conversations.open': { tier: 3, scopes: writes, run: open },
  'conversations.rename': {
    tier: 2,
    scopes: writes,
    needs: ['channel', 'name'],
    run(call) {
      const channel = notDirect(memberChannel(call, 'write'));
      rename(call.world, call.team, channel, call.team.botUserId, text(call.args.name));
      return { channel: channelShape(call.team, channel) };
    },
  },
  'conversations.setTopic': {
    tier: 2,
    scopes: [...writes, 'channels:write.topic', 'groups:write.topic'],
    needs: ['channel', 'topic'],
    run: described('topic'),
  },
  'conversations.setPurpose': {
    tier: 2,
    scopes: [...writes, 'channels:write.topic', 'groups:write.topic'],
    needs: ['channel', 'purpose'],
    run: described('purpose'),
  },
  'conversations.archive': {
    tier: 2,
    scopes: writes,
    needs: ['channel'],
    run(call) {
      archive(call.world, call.team, notDirect(memberChannel(call, 'write')), call.team.botUserId);
      return {};
    },
  },
  // A bot is no member of what is archived, and so can't bring it back: docs.slack.dev/reference/methods/conversations.unarchive
  'conversations.unarchive': {
    tier: 2,
    scopes: writes,
    needs: ['channel'],
    run: call => (notDirect(channelOf(call, 'write')).archived ? refuse('not_in_channel') : refuse('not_archived')),
  },
  'conversations.leave': {
    tier: 3,
    scopes: writes,
    needs: ['channel'],
    run(call) {
      const { world, team } = call;
      const channel = notDirect(channelOf(call, 'write'));
      if (!isIn(channel, team.botUserId)) return { not_in_channel: true };
      if (channel.archived) refuse('is_archived');
      if (channel.general) refuse('cant_leave_general');
      if (channel.members.length === 1) refuse('last_member');
      leave(world, team, channel, team.botUserId);
      return {};
    },
  },
  'conversations.join': {
    tier: 3,
    scopes: ['channels:join'],
    needs: ['channel'],
    run(call) {
      const { world, team } = call;
      const channel = notDirect(channelOf(call));
      if (channel.archived) refuse('is_archived');
      if (!isIn(channel, team.botUserId)) join(world, team, channel, team.botUserId);
      return { channel: channelShape(team, channel) };
    },
  },
};
