/** A message as Discord shows it to the bot. Without the Message Content intent its words, files and embeds come empty, save in a message's menu. */
import {
  type APIAttachment,
  type APIEmbed,
  type APIGuildMember,
  type APIMessage,
  type APIUser,
  MessageType,
} from 'discord.js';
import type { Channel, SharedMessage } from '../../platform/chat-platform.ts';
import { nameOf } from './invocation.ts';
import { textsIn } from './quoted.ts';

type Told = Pick<APIMessage, 'id' | 'author' | 'timestamp' | 'content' | 'attachments' | 'embeds'> &
  Partial<
    Pick<APIMessage, 'mentions' | 'webhook_id' | 'message_snapshots' | 'poll' | 'components' | 'sticker_items' | 'type'>
  >;

/** `channel` is the space, `within` where the message really stands: the same, or a thread of it. */
export function toSharedMessage(message: Told, channel: Channel, within: string): SharedMessage {
  const forwarded = message.message_snapshots?.[0]?.message;
  const shown = message.content || !forwarded ? message : forwarded;
  const { content, attachments, embeds } = shown;
  const words = (withNames(content, message.mentions ?? []).trim() || besidesWords(shown)).trim();
  return {
    channel,
    ...(within !== channel.id && { within }),
    id: message.id,
    author: message.author.id,
    byBot: !isSaid(message) || message.author.bot === true || message.webhook_id != null,
    permalink: permalinkOf(channel.workspace, within, message.id),
    at: Date.parse(message.timestamp),
    ...(words && { words }),
    files: [...attachments, ...(forwarded && content === message.content ? forwarded.attachments : [])].map(fileNamed),
    links: linksIn(content.trim() ? content : words, embeds),
  };
}

/** All others are lines of Discord's own, whoever they are about: somebody came, pinned something, began a thread. https://docs.discord.com/developers/resources/message#message-object-message-types */
export const isSaid = ({ type = MessageType.Default }: Pick<Told, 'type'>): boolean =>
  type === MessageType.Default || type === MessageType.Reply;

/** Of a poll, of what another app has drawn, of a sticker: people see words there, though the message itself has none. */
function besidesWords({ poll, components, embeds, sticker_items }: Partial<Told>): string {
  const asked = poll ? [poll.question.text, ...poll.answers.map(one => one.poll_media.text)] : [];
  const drawn = textsIn(components ?? []);
  const embedded = (embeds ?? []).flatMap(({ title, description }) => [title, description]);
  const sticker = (sticker_items ?? []).map(one => one.name);
  const said = [asked, drawn, embedded, sticker].find(lines => lines.some(line => line?.trim())) ?? [];
  return said.filter(line => line?.trim()).join('\n');
}

export const permalinkOf = (guild: string, channel: string, message: string): string =>
  `https://discord.com/channels/${guild}/${channel}/${message}`;

export const fileNamed = ({ filename, title, content_type, size }: APIAttachment) => ({
  name: title ? `${title}${/\.\w+$/.exec(filename)?.[0] ?? ''}` : filename,
  type: content_type ?? 'application/octet-stream',
  bytes: size,
});

/** With whom they are in the server, where Discord tells that. https://docs.discord.com/developers/events/gateway-events#message-create */
type Named = APIUser & { readonly member?: Partial<Pick<APIGuildMember, 'nick'>> };

const withNames = (content: string, people: readonly Named[]): string =>
  content.replace(/<@!?(\d+)>/g, (whole, id: string) => {
    const person = people.find(one => one.id === id);
    return person ? `@${nameOf(person, person.member)}` : whole;
  });

/** Addresses in the words, with the titles that Discord found for them; and those that only an embed tells. */
function linksIn(content: string, embeds: readonly APIEmbed[]): SharedMessage['links'] {
  const titles = new Map(embeds.flatMap(({ url, title }) => (url ? [[url, title] as const] : [])));
  const urls = content.match(/https?:\/\/[^\s<>]+/gi) ?? [];
  const whole = urls.map(url =>
    url.replace(/[.,:;"'\]!?)*_~|]+$/, end => (/\(/.test(url) && end.startsWith(')') ? ')' : '')),
  );
  return [...new Set([...whole, ...titles.keys()])].map(url => {
    const title = titles.get(url);
    return title ? { url, title } : { url };
  });
}
