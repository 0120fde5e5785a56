/** A message as its reader sees it. */
import type { SeenButton, SeenMessage } from '../driver.ts';
import { type Placed, placed } from './check-components.ts';
import { flags } from './check-message.ts';
import type { Attachment, Channel, Json, Message, State } from './state.ts';
import { words } from './words.ts';
import { nameOf, userById } from './world.ts';

export const whereOf = (channel: Channel): string => (channel.type === 1 ? 'direct message' : channel.name);

const styleNames: Readonly<Record<number, SeenButton['style']>> = { 1: 'primary', 4: 'danger', 5: 'link' };

const buttonsOf = (message: { components: readonly Json[] }): Placed[] =>
  placed(message.components).filter(p => p.component.type === 2);

export const labelOf = ({ label, emoji }: Json): string => label ?? emoji?.name ?? '';

const seenButton = ({ component: b }: Placed): SeenButton => ({
  label: labelOf(b),
  style: styleNames[b.style] ?? 'plain',
  disabled: b.disabled === true,
  ...(b.style === 5 ? { url: b.url } : {}),
});

const embedWords = ({ author, title, description, fields, footer }: Json): (string | undefined)[] => [
  author?.name,
  title,
  description,
  ...(fields ?? []).flatMap((f: Json) => [f.name, f.value]),
  footer?.text,
];

/** Sentences that Discord itself writes. discord.com/developers/docs/resources/message#message-object-message-types */
function systemWords(state: State, { type, authorId, content }: Message): string | undefined {
  if (type === 6) return `${nameOf(state, authorId)} pinned a message to this channel.`;
  if (type === 18) return `${nameOf(state, authorId)} started a thread: ${content}`;
}

function textOf(state: State, message: Message): string {
  if (message.flags & flags.loading) return `${nameOf(state, message.authorId)} is thinking...`;
  const said = systemWords(state, message);
  if (said !== undefined) return said;
  const shown = placed(message.components).filter(p => p.component.type === 10);
  const all = [message.content, ...message.embeds.flatMap(embedWords), ...shown.map(p => p.component.content)];
  return all
    .map(text => words(state, text ?? ''))
    .filter(text => text !== '')
    .join('\n');
}

interface Shown {
  readonly alt: string;
  readonly url: string;
}

/** Pictures by address: of embeds, galleries and thumbnails. */
const shownPictures = ({ embeds, components }: Message): Shown[] => [
  ...embeds.flatMap(e => [e.image, e.thumbnail]).flatMap(p => (p ? [{ alt: '', url: p.url }] : [])),
  ...placed(components).flatMap(({ component: c }) => {
    const items: Json[] = c.type === 12 ? c.items : c.type === 11 ? [c] : [];
    return items.map(i => ({ alt: i.description ?? '', url: i.media.url }));
  }),
];

function picturesOf(message: Message): { pictures: SeenMessage['pictures']; files: Attachment[] } {
  const shown = shownPictures(message);
  const fileOf = ({ url }: Shown) => message.attachments.find(a => url === `attachment://${a.name}`);
  const used = shown.map(fileOf);
  const files = message.attachments.filter(a => !used.includes(a));
  const loose = files.filter(a => a.type.startsWith('image/'));
  return {
    pictures: [
      ...shown.map((p, n) => ({ alt: p.alt || (used[n]?.description ?? '') })),
      ...loose.map(a => ({ alt: a.description ?? '' })),
    ],
    files,
  };
}

export function seenMessage(state: State, channel: Channel, message: Message): SeenMessage {
  const { pictures, files } = picturesOf(message);
  return {
    id: message.id,
    where: whereOf(channel),
    channelId: channel.id,
    author: nameOf(state, message.authorId),
    byBot: userById(state, message.authorId)?.bot ?? false,
    text: textOf(state, message),
    buttons: buttonsOf(message).map(seenButton),
    pictures,
    files: files.map(f => ({ id: f.id, name: f.name, type: f.type, bytes: f.bytes })),
    onlyYou: message.onlyFor !== undefined,
    pinned: message.pinnedAt !== undefined,
    rings: message.rings.map(id => nameOf(state, id)),
    edited: message.editedAt !== undefined,
    permalink: `https://discord.com/channels/${channel.guildId ?? '@me'}/${channel.id}/${message.id}`,
  };
}
