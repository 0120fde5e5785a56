/** docs.slack.dev/reference/methods?family=chat */

import { newChannel } from '../beginnings.ts';
import type { Call, Method } from '../call.ts';
import { channelOf, messageOf, text } from '../call.ts';
import { takeContent } from '../draft.ts';
import { addMessage, changeMessage, deleteMessage, refuseIfArchived } from '../messages.ts';
import { refuse } from '../refusal.ts';
import { messageShape, permalink } from '../shapes.ts';
import type { Channel, Json } from '../state.ts';
import { refuseTooLong } from '../weight.ts';
import { directMessage, isIn, personById, ts } from '../world.ts';

/** A channel, or a person's id: then their direct message with the bot. */
function addressee(call: Call): Channel {
  const { world, team, args } = call;
  const person = personById(team, text(args.channel));
  if (!person) return channelOf(call);
  if (person.deleted || person.bot) refuse('channel_not_found');
  return directMessage(world, team, person.id, fields => newChannel(world.state, world.now(), fields));
}

function post(call: Call): Json {
  const { world, team, args } = call;
  const channel = addressee(call);
  // docs.slack.dev/reference/scopes/chat.write.public
  const isOpen = channel.kind === 'public' && team.scopes.includes('chat:write.public');
  refuseIfArchived(channel);
  if (!isIn(channel, team.botUserId) && !isOpen) refuse('not_in_channel');
  if (channel.kind === 'im' && world.app.messagesTab === 'off') refuse('messages_tab_disabled');
  const content = takeContent(world, team, args);
  refuseTooLong(content.blocks);
  const threadTs = threadIn(channel, text(args.thread_ts));
  const message = addMessage(world, team, channel, { user: team.botUserId, ...content, threadTs });
  return { channel: channel.id, ts: message.ts, message: messageShape(world, team, message, { metadata: true }) };
}

/** Below what was deleted, or never was, the real one posts into the channel itself, and refuses nothing: github.com/slack-go/slack/issues/1571 */
const threadIn = (channel: Channel, asked: string): string | undefined =>
  channel.messages.some(m => m.ts === asked && !m.onlyFor) ? asked : undefined;

function update(call: Call): Json {
  const { world, team, args } = call;
  const channel = channelOf(call);
  const message = messageOf(call, channel, args.ts);
  if (!message.byApp) refuse('cant_update_message');
  const content = takeContent(world, team, args);
  refuseTooLong(content.blocks);
  const metadata = args.metadata === undefined ? message.metadata : content.metadata;
  // Words alone take the place of words: the blocks go, unless they are given again.
  changeMessage(world, team, channel, message, team.botUserId, { ...content, metadata });
  return {
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: messageShape(world, team, message, { metadata: true }),
  };
}

/** In a thread it is shown only where somebody has replied already. docs.slack.dev/reference/methods/chat.postEphemeral */
function ephemeral(call: Call): Json {
  const { world, team, args } = call;
  const channel = channelOf(call);
  refuseIfArchived(channel);
  if (!isIn(channel, team.botUserId)) refuse('not_in_channel');
  const user = text(args.user);
  if (!isIn(channel, user)) refuse('user_not_in_channel');
  const content = takeContent(world, team, args);
  const threadTs = text(args.thread_ts) || undefined;
  const isActive = channel.messages.some(m => m.ts === threadTs && m.replies?.length && !m.onlyFor);
  if (threadTs && !isActive) return { message_ts: ts(world) };
  const draft = { user: team.botUserId, ...content, onlyFor: user, threadTs };
  return { message_ts: addMessage(world, team, channel, draft).ts };
}

export const chat: Record<string, Method> = {
  'chat.postMessage': { tier: 'special', scopes: ['chat:write'], needs: ['channel'], run: post },
  'chat.update': { tier: 3, scopes: ['chat:write'], needs: ['channel', 'ts'], run: update },
  'chat.postEphemeral': { tier: 4, scopes: ['chat:write'], needs: ['channel', 'user'], run: ephemeral },
  'chat.delete': {
    tier: 3,
    scopes: ['chat:write'],
    needs: ['channel', 'ts'],
    run(call) {
      const channel = channelOf(call);
      const message = messageOf(call, channel, call.args.ts);
      if (!message.byApp) refuse('cant_delete_message');
      deleteMessage(call.world, call.team, channel, message);
      return { channel: channel.id, ts: message.ts };
    },
  },
  'chat.getPermalink': {
    tier: 'special',
    needs: ['channel', 'message_ts'],
    run(call) {
      const channel = channelOf(call);
      return {
        channel: channel.id,
        permalink: permalink(call.team, channel, messageOf(call, channel, call.args.message_ts)),
      };
    },
  },
};
