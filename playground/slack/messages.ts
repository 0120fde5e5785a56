/** Messages posted, changed and deleted, by whomever: how they come to stand in a channel and whom that tells and rings. */
import { tell, tellMessage, tellOfMessage } from './events.ts';
import { refuse } from './refusal.ts';
import { messageShape } from './shapes.ts';
import type { Channel, Json, Message, Team } from './state.ts';
import { slackbot } from './state.ts';
import { initialValues } from './values.ts';
import type { World } from './world.ts';
import { isDirect, personById, ts } from './world.ts';

export type Draft = Pick<Message, 'user' | 'text'> & Partial<Omit<Message, 'ts' | 'rang' | 'values'>>;

/** The mentions that Slack rings for: in blocks if there are any, else in the text; of people who are in the channel. */
function ringsFor(team: Team, channel: Channel, draft: Draft): string[] {
  const words = draft.blocks ? mentionsIn(draft.blocks) : draft.text;
  const everybody = /<!(channel|here|everyone)(\|[^>]*)?>/.test(words);
  return channel.members.filter(id => {
    const person = personById(team, id);
    if (!person || person.bot || person.deleted || id === draft.user) return false;
    return everybody || words.includes(`<@${id}>`) || words.includes(`<@${id}|`);
  });
}

/** All text in which a mention counts, rich text's mentions written as mrkdwn has them. Plain text has none. */
function mentionsIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(mentionsIn).join(' ');
  if (typeof node !== 'object' || node === null) return '';
  const one = node as Json;
  if (one.type === 'plain_text') return '';
  if (one.type === 'user') return `<@${one.user_id}>`;
  if (one.type === 'broadcast') return `<!${one.range}>`;
  if (one.type === 'mrkdwn' || one.type === 'markdown') return String(one.text);
  return Object.values(one).map(mentionsIn).join(' ');
}

export function addMessage(world: World, team: Team, channel: Channel, draft: Draft): Message {
  const message: Message = {
    byApp: draft.user === team.botUserId && !draft.subtype,
    ...draft,
    ts: ts(world),
    rang: draft.onlyFor || draft.subtype ? [] : ringsFor(team, channel, draft),
    values: draft.blocks ? initialValues(draft.blocks) : undefined,
  };
  if (message.files) message.subtype ??= 'file_share';
  channel.messages.push(message);
  if (!message.onlyFor) joinThread(channel, message);
  if (!message.onlyFor) tellMessage(world, team, channel, message);
  if (!message.onlyFor) tellMention(world, team, channel, message);
  for (const file of message.files ?? []) {
    tell(
      world,
      team,
      { type: 'file_shared', file_id: file, user_id: message.user, file: { id: file }, channel_id: channel.id },
      channel,
    );
  }
  world.changed();
  return message;
}

/** Told again whenever somebody edits it, as github.com/slackapi/bolt-js/issues/960 meets it. In channels alone: a direct message needs no mention. docs.slack.dev/reference/events/app_mention */
function tellMention(world: World, team: Team, channel: Channel, message: Message): void {
  const { user, text, ts: at, threadTs, blocks, subtype, edited } = message;
  if (subtype && subtype !== 'file_share') return; // a line of Slack's own names nobody
  const words = blocks ? mentionsIn(blocks) : text;
  if (channel.kind === 'im' || user === team.botUserId || !words.includes(`<@${team.botUserId}`)) return;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const told = { user, text, ts: at, channel: channel.id, event_ts: edited?.ts ?? at, ...thread };
  tell(world, team, { type: 'app_mention', ...told, ...(edited && { edited }) }, channel);
}

/** A message that is answered begins a thread. */
function joinThread(channel: Channel, message: Message): void {
  const { threadTs, ts: at, user } = message;
  const parent = threadTs === undefined ? undefined : channel.messages.find(m => m.ts === threadTs && m.ts !== at);
  if (!parent) return;
  parent.threadTs = parent.ts;
  message.parentUser = parent.user;
  parent.replies = [...(parent.replies ?? []), { user, ts: at }];
}

/** What Slack itself writes into a channel: `Amira joined the channel`. */
export function systemMessage(
  world: World,
  team: Team,
  channel: Channel,
  user: string,
  subtype: string,
  text: string,
): void {
  if (!isDirect(channel)) addMessage(world, team, channel, { user, subtype, text });
}

/** Slackbot to one person, in the channel where they are. */
export function slackbotSays(world: World, team: Team, channel: Channel, user: string, text: string): void {
  addMessage(world, team, channel, { user: slackbot, text, onlyFor: user });
}

export function changeMessage(
  world: World,
  team: Team,
  channel: Channel,
  message: Message,
  by: string,
  change: Partial<Message>,
): void {
  const previous = messageShape(world, team, message);
  Object.assign(message, change, { edited: { user: by, ts: ts(world) } });
  message.values = message.blocks ? initialValues(message.blocks) : undefined;
  if (!message.onlyFor) {
    tellOfMessage(world, team, channel, 'message_changed', {
      message: messageShape(world, team, message),
      previous_message: previous,
    });
    tellMention(world, team, channel, message);
  }
  world.changed();
}

/** Its pin, if any, goes with it and no event says so. Under replies a tombstone stays, and goes with the last of them. */
export function deleteMessage(world: World, team: Team, channel: Channel, message: Message): void {
  if (message.replies?.length) {
    entomb(world, team, channel, message);
    return;
  }
  leaveThread(channel, message);
  channel.messages = channel.messages.filter(m => m !== message);
  channel.pins = channel.pins.filter(p => p.ts !== message.ts);
  if (!message.onlyFor) {
    tellOfMessage(world, team, channel, 'message_deleted', {
      deleted_ts: message.ts,
      previous_message: messageShape(world, team, message),
    });
  }
  world.changed();
}

function leaveThread(channel: Channel, { ts: at, threadTs }: Message): void {
  const parent = channel.messages.find(m => m.ts === threadTs && m.ts !== at);
  if (!parent) return;
  parent.replies = parent.replies?.filter(reply => reply.ts !== at);
  if (parent.replies?.length) return;
  delete parent.replies;
  delete parent.threadTs;
  if (parent.subtype === 'tombstone') channel.messages = channel.messages.filter(m => m !== parent);
}

/** Told as a change: docs.slack.dev/reference/events/message/message_changed has no word of it, the real one does so. */
function entomb(world: World, team: Team, channel: Channel, message: Message): void {
  const previous = messageShape(world, team, message);
  channel.pins = channel.pins.filter(p => p.ts !== message.ts);
  for (const key of ['blocks', 'attachments', 'files', 'metadata', 'reactions', 'values', 'edited'] as const)
    delete message[key];
  Object.assign(message, {
    subtype: 'tombstone',
    user: slackbot,
    byApp: false,
    text: 'This message was deleted.',
  });
  tellOfMessage(world, team, channel, 'message_changed', {
    message: messageShape(world, team, message),
    previous_message: previous,
  });
  world.changed();
}

export function refuseIfArchived(channel: Channel): void {
  if (channel.archived) refuse('is_archived');
}
