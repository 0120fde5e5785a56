/** Messages posted, changed and deleted, by whomever: how they come to stand in a channel and whom that tells and rings. */
import { tell, tellMessage, tellOfMessage } from './events.ts';
import { refuse } from './refusal.ts';
import { messageShape } from './shapes.ts';
import type { Channel, Json, Message, Team } from './state.ts';
import { slackbot } from './state.ts';
import { initialValues } from './values.ts';
import type { World } from './world.ts';
import { personById, ts } from './world.ts';

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
  if (!message.onlyFor) tellMessage(world, team, channel, message);
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

/** What Slack itself writes into a channel: `Amira joined the channel`. */
export function systemMessage(
  world: World,
  team: Team,
  channel: Channel,
  user: string,
  subtype: string,
  text: string,
): void {
  if (channel.kind !== 'im') addMessage(world, team, channel, { user, subtype, text });
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
  }
  world.changed();
}

/** Its pin, if any, goes with it and no event says so. */
export function deleteMessage(world: World, team: Team, channel: Channel, message: Message): void {
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

export function refuseIfArchived(channel: Channel): void {
  if (channel.archived) refuse('is_archived');
}
