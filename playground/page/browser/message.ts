/** One message: who, when, what, what is under it, and its menu. */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ScreenFile, ScreenMessage } from '../../screen.ts';
import { clock } from './dates.ts';
import { DiscordBody } from './discord.ts';
import { classes, html } from './html.ts';
import { Icon } from './icons.ts';
import { type Entry, Menu } from './menu.ts';
import type { Room } from './room.ts';
import { SlackBody } from './slack.ts';

export const Avatar = ({ name, bot, small }: { name: string; bot?: boolean; small?: boolean }): VNode => {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const initials = bot
    ? html`<${Icon} name="app" />`
    : name
        .split(/\s+/)
        .map(word => word[0])
        .slice(0, 2)
        .join('');
  return html`<span class=${classes('avatar', small && 'small', bot && 'bot')} aria-hidden="true" style=${{ '--hue': String(hue) }}>${initials}</span>`;
};

const size = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 * 1024
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const FileCard = ({ file, room }: { file: ScreenFile; room: Room }): VNode =>
  /^image\/(png|jpeg|gif|webp)$/.test(file.type)
    ? html`<img class="shared" src=${room.file(file.id)} alt=${file.alt || file.name} />`
    : html`<a class="file" href=${room.file(file.id)} download=${file.name}><${Icon} name="paper" /><span><b>${file.name}</b><br /><small>${size(file.bytes)}</small></span></a>`;

/** Files that stand in the message's own drawing aren't shown a second time. */
const loose = ({ drawing, files }: ScreenMessage): readonly ScreenFile[] => {
  const drawn = JSON.stringify([drawing.blocks, drawing.embeds, drawing.components]);
  return files.filter(file => !drawn.includes(`attachment://${file.name}`) && !drawn.includes(`"${file.id}"`));
};

export interface MessageProps {
  readonly message: ScreenMessage;
  readonly room: Room;
  readonly channelId: string;
  /** Opens its thread, or begins a reply. */
  onReply?: ((message: ScreenMessage) => void) | undefined;
  onGo?: ((id: string) => void) | undefined;
}

function entriesOf({ message, room, channelId, onReply }: MessageProps, edit: () => void): Entry[] {
  const { platform, shortcuts } = room.screen;
  const slack = platform === 'slack';
  const on = { channelId, id: message.id };
  const dismiss = { label: 'Dismiss', run: () => void room.acts({ does: 'deletes', ...on }) };
  if (message.onlyYou) return [dismiss];
  const pin = message.pinned
    ? { label: slack ? 'Remove from channel' : 'Unpin message', run: () => void room.acts({ does: 'unpins', ...on }) }
    : { label: slack ? 'Pin to this conversation' : 'Pin message', run: () => void room.acts({ does: 'pins', ...on }) };
  const copy = {
    label: slack ? 'Copy link' : 'Copy message link',
    run: () => void navigator.clipboard?.writeText(message.permalink),
  };
  return [
    ...(onReply ? [{ label: slack ? 'Reply in thread' : 'Reply', run: () => onReply(message) }] : []),
    ...(message.mine ? [{ label: 'Edit message', run: edit }] : []),
    pin,
    ...shortcuts.map(shortcut => ({
      label: shortcut,
      run: () => void room.acts({ does: 'uses', shortcut, ...on }),
    })),
    copy,
    ...(message.mine || room.screen.me.admin
      ? [{ label: 'Delete message', danger: true, run: () => void room.acts({ does: 'deletes', ...on }) }]
      : []),
  ];
}

/** One's own words, to be changed where they stand. */
function Editing({ message, room, channelId, onDone }: MessageProps & { onDone: () => void }): VNode {
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => typed(message, room));
  useLayoutEffect(() => input.current?.focus(), []);
  const save = async (): Promise<void> => {
    if (await room.acts({ does: 'edits', channelId, id: message.id, text })) onDone();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && !event.shiftKey) void save();
    else return;
    event.preventDefault();
  };
  return html`<div class="editing">
    <textarea ref=${input} rows="2" aria-label="Edit the message" value=${text} onInput=${(event: Event) => setText((event.target as HTMLTextAreaElement).value)} onKeyDown=${onKey}></textarea>
    <button type="button" class="button" onClick=${onDone}>Cancel</button>
    <button type="button" class="button primary" onClick=${save}>Save</button>
  </div>`;
}

/** As it was typed: mentions by their names, Slack's three characters as they are. */
const typed = ({ drawing }: ScreenMessage, { names }: Room): string =>
  String(drawing.text ?? drawing.content ?? '')
    .replace(/<@!?(\w+)>/g, (all, id: string) => (names.person(id) ? `@${names.person(id)}` : all))
    .replace(/<#(\w+)(?:\|[^>]*)?>/g, (all, id: string) => (names.channel(id) ? `#${names.channel(id)}` : all))
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function Reactions({ message, room, channelId }: MessageProps): VNode | null {
  if (message.reactions.length === 0) return null;
  const me = room.screen.me.name;
  return html`<p class="reactions">${message.reactions.map(({ emoji, people }) => {
    const mine = people.includes(me);
    const turn = () => room.acts({ does: mine ? 'unreacts' : 'reacts', emoji, channelId, id: message.id });
    return html`<button type="button" class="reaction" aria-pressed=${mine} aria-label=${`${emoji} by ${people.join(', ')}`} title=${people.join(', ')} onClick=${turn}>${emoji} ${people.length}</button>`;
  })}</p>`;
}

function Thread({ message, onReply }: MessageProps): VNode | null {
  if (!message.replies || !onReply) return null;
  return html`<button type="button" class="plain thread-link" onClick=${() => onReply(message)}>${message.replies === 1 ? '1 reply' : `${message.replies} replies`}</button>`;
}

export function Message(props: MessageProps): VNode {
  const { message, room, channelId, onGo } = props;
  const [editing, setEditing] = useState(false);
  const { platform } = room.screen;
  const slack = platform === 'slack';
  const at = clock(message.at, room.names.reader);
  const Body = slack ? SlackBody : DiscordBody;
  const body = html`<${Body} drawing=${message.drawing} room=${room} on=${message.id} files=${message.files} />`;
  if (message.system)
    return html`<li class="message system" id=${`m-${message.id}`}><span aria-hidden="true">→</span> ${body} <time>${at}</time> <${Thread} ...${props} /></li>`;
  const on = { channelId, id: message.id };
  const quick = message.onlyYou
    ? []
    : room.emoji.map(emoji => ({
        ...{ label: emoji, name: `React with ${emoji}` },
        run: () => void room.acts({ does: 'reacts', emoji, ...on }),
      }));
  const { answers } = message;
  return html`<li class=${classes('message', message.onlyYou && 'only-you', message.pinned && 'pinned')} id=${`m-${message.id}`}>
    ${message.pinned && html`<p class="mark"><${Icon} name="pin" /> Pinned</p>`}
    ${answers && html`<p class="mark answers"><button type="button" class="plain" onClick=${() => onGo?.(answers.id)}>${answers.author ? html`<b>${answers.author}</b> ${answers.words}` : 'The original message was deleted'}</button></p>`}
    ${message.onlyYou && slack && html`<p class="mark"><${Icon} name="eye" /> Only visible to you</p>`}
    <${Avatar} name=${message.author.name} bot=${message.author.bot} />
    <div class="what">
      <p class="who"><b>${message.author.name}</b>${message.author.bot && html`<span class="app">APP</span>`}<time>${at}</time>${message.edited && html`<span class="quiet">(edited)</span>`}</p>
      ${editing ? html`<${Editing} ...${props} onDone=${() => setEditing(false)} />` : body}
      ${loose(message).map(file => html`<${FileCard} file=${file} room=${room} />`)}
      <${Reactions} ...${props} />
      <${Thread} ...${props} />
      ${message.onlyYou && !slack && html`<p class="mark"><${Icon} name="eye" /> Only you can see this • <button type="button" class="plain" onClick=${() => room.acts({ does: 'deletes', ...on })}>Dismiss message</button></p>`}
    </div>
    <${Menu} entries=${entriesOf(props, () => setEditing(true))} quick=${quick} name=${`More for the message of ${message.author.name}, ${at}`} />
  </li>`;
}
