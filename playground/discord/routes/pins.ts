/** Pins, in their two forms of address. discord.com/developers/docs/resources/message#get-channel-pins */
import { type Call, count, id, type Routes } from '../call.ts';
import { limits } from '../limits.ts';
import { messageShape } from '../message-shape.ts';
import { pinMessage, pinned, unpinMessage } from '../messages.ts';
import { may } from '../permissions.ts';
import { refuse } from '../refusal.ts';
import type { Channel, Json, Message } from '../state.ts';
import { botId, iso, theChannel, theMessage } from '../world.ts';

function target(call: Call): [Channel, Message] {
  const channel = theChannel(call.world, id(call), 'PIN_MESSAGES');
  if (channel.archived) refuse(50083);
  return [channel, theMessage(channel, id(call, 1))];
}

function pin(call: Call): void {
  const { world } = call;
  const [channel, message] = target(call);
  if (![0, 19, 20].includes(message.type)) refuse(50021);
  if (message.pinnedAt === undefined && pinned(channel).length >= limits.pins) refuse(30003);
  pinMessage(world, channel, message, botId(world));
}

function unpin(call: Call): void {
  const [channel, message] = target(call);
  unpinMessage(call.world, channel, message);
}

/** Newest pin first, older than `before` (an ISO time). Without READ_MESSAGE_HISTORY: nothing. */
function page(call: Call): Json {
  const { world, query } = call;
  const channel = theChannel(world, id(call));
  const { pinsPage, pinsGoOn } = world.customs;
  const most = Math.min(count(call, 'limit', limits.pinsPage, limits.pinsPage), pinsPage);
  const before = query.get('before');
  const seen = may(world.state, botId(world), channel, 'READ_MESSAGE_HISTORY') ? pinned(channel) : [];
  const older = seen.filter(m => !before || m.pinnedAt! < Date.parse(before));
  const items = older.slice(0, most).map(m => ({ pinned_at: iso(m.pinnedAt!), message: messageShape(world, m) }));
  return { items, has_more: older.length > most || pinsGoOn };
}

const old = (call: Call): Json[] =>
  pinned(theChannel(call.world, id(call)))
    .slice(0, limits.pinsPage)
    .map(m => messageShape(call.world, m));

export const pins: Routes = {
  'GET /channels/:id/messages/pins': page,
  'PUT /channels/:id/messages/pins/:id': pin,
  'DELETE /channels/:id/messages/pins/:id': unpin,
  'GET /channels/:id/pins': old,
  'PUT /channels/:id/pins/:id': pin,
  'DELETE /channels/:id/pins/:id': unpin,
};
