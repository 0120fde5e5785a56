/** Threads and their members. discord.com/developers/docs/resources/channel#start-thread-without-message */
import { type Call, type Created, count, created, id, type Routes } from '../call.ts';
import { addToThread, createThread, takeFromThread, updateChannel } from '../channels.ts';
import { isThread, may } from '../permissions.ts';
import { refuse } from '../refusal.ts';
import { checkBody } from '../schemas.ts';
import { channelShape, threadMemberShape } from '../shapes.ts';
import type { Channel, Json } from '../state.ts';
import { botId, sees, theChannel, theGuild, theMessage, theUser, threadsOf } from '../world.ts';

const fieldsOf = ({ name, auto_archive_duration: autoArchive, rate_limit_per_user: slowmode, invitable }: Json) => ({
  name,
  autoArchive: autoArchive ?? 4320,
  slowmode: slowmode ?? 0,
  invitable: invitable ?? true,
});

/** One for announcements has no private threads, and its own kind of public ones. */
const kindsBelow = ({ type }: Channel): readonly number[] => (type === 0 ? [11, 12] : type === 5 ? [10] : []);

function startThread(call: Call): Created {
  const { world, body } = call;
  checkBody('CreateTextThreadWithoutMessageRequest', body);
  const type = body.type ?? 12;
  const parent = theChannel(world, id(call), type === 12 ? 'CREATE_PRIVATE_THREADS' : 'CREATE_PUBLIC_THREADS');
  if (!kindsBelow(parent).includes(type)) refuse(50024);
  return created(channelShape(world, createThread(world, parent, botId(world), { ...fieldsOf(body), type })));
}

/** A thread on a message has the message's id, which is why there can be only one. */
function startOnMessage(call: Call): Created {
  const { world, body } = call;
  checkBody('CreateTextThreadWithMessageRequest', body);
  const parent = theChannel(world, id(call), 'CREATE_PUBLIC_THREADS');
  const message = theMessage(parent, id(call, 1));
  if (message.threadId !== undefined) refuse(160004);
  const type = kindsBelow(parent)[0] ?? refuse(50024);
  const thread = createThread(world, parent, botId(world), { ...fieldsOf(body), type, id: message.id });
  message.threadId = thread.id;
  message.flags |= 32;
  return created(channelShape(world, thread));
}

export function changeThread({ world, body }: Call, thread: Channel): Json {
  checkBody('UpdateThreadRequestPartial', body);
  const only = Object.keys(body).every(key => key === 'archived') && body.archived === false;
  const own = thread.ownerId === botId(world);
  if ((thread.locked || !(own || only)) && !may(world.state, botId(world), thread, 'MANAGE_THREADS')) refuse(50013);
  if (thread.archived && body.archived !== false) refuse(50083);
  const fields = {
    name: body.name,
    archived: body.archived,
    locked: body.locked,
    invitable: body.invitable,
    autoArchive: body.auto_archive_duration,
    slowmode: body.rate_limit_per_user,
  };
  updateChannel(world, thread, Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)));
  return channelShape(world, thread);
}

function theThread(call: Call): Channel {
  const thread = theChannel(call.world, id(call));
  if (!isThread(thread)) refuse(50024);
  return thread;
}

const openThread = (call: Call): Channel => (theThread(call).archived ? refuse(50083) : theThread(call));

function addMember(call: Call): void {
  const { world } = call;
  const thread = openThread(call);
  const user = theUser(world, id(call, 1));
  const parent = world.state.channels.find(c => c.id === thread.parentId);
  if (!parent || !sees(world.state, user.id, parent)) refuse(50001);
  if (!may(world.state, botId(world), thread, 'SEND_MESSAGES_IN_THREADS')) refuse(50013);
  const isOwner = thread.ownerId === botId(world);
  if (!thread.invitable && !isOwner && !may(world.state, botId(world), thread, 'MANAGE_THREADS')) refuse(50013);
  addToThread(world, thread, user.id);
}

function takeMember(call: Call): void {
  const { world } = call;
  const thread = openThread(call);
  const isOwner = thread.type === 12 && thread.ownerId === botId(world);
  if (!isOwner && !may(world.state, botId(world), thread, 'MANAGE_THREADS')) refuse(50013);
  takeFromThread(world, thread, id(call, 1));
}

function activeThreads(call: Call): Json {
  const { world } = call;
  const guild = theGuild(world, id(call));
  const threads = world.state.channels
    .filter(c => c.guildId === guild.id)
    .flatMap(c => threadsOf(world.state, c.id))
    .filter(t => !t.archived && sees(world.state, botId(world), t));
  const members = threads.filter(t => t.threadMembers.includes(botId(world)));
  return {
    threads: threads.map(t => channelShape(world, t)),
    members: members.map(t => threadMemberShape(t, botId(world))),
  };
}

/** The private ones that the bot is in, the newest first. */
function archivedThreads(call: Call): Json {
  const { world, query } = call;
  const parent = theChannel(world, id(call), 'READ_MESSAGE_HISTORY');
  const before = query.get('before');
  const all = threadsOf(world.state, parent.id)
    .filter(t => t.archived && t.type === 12 && t.threadMembers.includes(botId(world)))
    .filter(t => before === null || BigInt(t.id) < BigInt(before))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  const page = all.slice(0, count(call, 'limit', 50, 100, 2));
  return {
    threads: page.map(t => channelShape(world, t)),
    members: page.map(t => threadMemberShape(t, botId(world))),
    has_more: all.length > page.length,
  };
}

export const threads: Routes = {
  'POST /channels/:id/threads': startThread,
  'POST /channels/:id/messages/:id/threads': startOnMessage,
  'GET /channels/:id/thread-members': call => {
    const thread = theThread(call);
    if (!call.world.state.application.guildMembers) refuse(50001);
    return thread.threadMembers.map(userId => threadMemberShape(thread, userId));
  },
  'GET /channels/:id/thread-members/:id': call => {
    const thread = theThread(call);
    return thread.threadMembers.includes(id(call, 1)) ? threadMemberShape(thread, id(call, 1)) : refuse(10007);
  },
  'PUT /channels/:id/thread-members/@me': call => addToThread(call.world, openThread(call), botId(call.world)),
  'PUT /channels/:id/thread-members/:id': addMember,
  'DELETE /channels/:id/thread-members/@me': call => takeFromThread(call.world, openThread(call), botId(call.world)),
  'DELETE /channels/:id/thread-members/:id': takeMember,
  'GET /guilds/:id/threads/active': activeThreads,
  'GET /channels/:id/users/@me/threads/archived/private': archivedThreads,
};
