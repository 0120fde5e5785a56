/** One message: who, when, what, and its menu. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScreenFile, ScreenMessage } from '../../screen.ts';
import type { Act } from '../exchange.ts';
import { DiscordBody } from './discord.ts';
import { classes, html } from './html.ts';
import { Icon } from './icons.ts';
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

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

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

interface Entry {
  readonly label: string;
  run(): void;
}

function Menu({ entries, about }: { entries: readonly Entry[]; about: string }): VNode {
  const [open, setOpen] = useState(false);
  const [up, setUp] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const toggle = (): void => {
    const edge = box.current?.closest('.messages')?.getBoundingClientRect().bottom ?? innerHeight;
    setUp((box.current?.getBoundingClientRect().bottom ?? 0) + 36 * entries.length + 24 > edge);
    setOpen(!open);
  };
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLButtonElement>('[role=menuitem]')?.focus();
    const away = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('click', away);
    return () => document.removeEventListener('click', away);
  }, [open]);
  const onKey = (event: KeyboardEvent): void => {
    const all = [...(box.current?.querySelectorAll<HTMLButtonElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(at + all.length - 1) % all.length]?.focus();
    else return;
    event.preventDefault();
  };
  return html`<div class="menu" ref=${box} onKeyDown=${onKey}>
    <button type="button" class="more" aria-haspopup="menu" aria-expanded=${open} aria-label=${`More for the message ${about}`} onClick=${toggle}>⋯</button>
    ${
      open &&
      html`<div role="menu" class=${classes(up && 'up')}>${entries.map(
        ({ label, run }) =>
          html`<button type="button" role="menuitem" onClick=${() => {
            setOpen(false);
            run();
          }}>${label}</button>`,
      )}</div>`
    }
  </div>`;
}

/** Files that stand in the message's own drawing aren't shown a second time. */
const loose = ({ drawing, files }: ScreenMessage): readonly ScreenFile[] => {
  const drawn = JSON.stringify([drawing.blocks, drawing.embeds, drawing.components]);
  return files.filter(file => !drawn.includes(`attachment://${file.name}`) && !drawn.includes(`"${file.id}"`));
};

export function Message({
  message,
  room,
  acts,
  channelId,
}: {
  message: ScreenMessage;
  room: Room;
  channelId: string;
  acts: (act: Act) => Promise<boolean>;
}): VNode {
  const { platform, shortcuts } = room.screen;
  const on = { channelId, id: message.id };
  const Body = platform === 'slack' ? SlackBody : DiscordBody;
  const body = html`<${Body} drawing=${message.drawing} room=${room} on=${message.id} files=${message.files} />`;
  if (message.system)
    return html`<li class="message system" id=${`m-${message.id}`}><span aria-hidden="true">→</span> ${body} <time>${clock.format(message.at)}</time></li>`;
  const entries: Entry[] = message.onlyYou
    ? [{ label: 'Dismiss', run: () => void acts({ does: 'deletes', ...on }) }]
    : [
        message.pinned
          ? {
              label: platform === 'slack' ? 'Remove from channel' : 'Unpin message',
              run: () => void acts({ does: 'unpins', ...on }),
            }
          : {
              label: platform === 'slack' ? 'Pin to this conversation' : 'Pin message',
              run: () => void acts({ does: 'pins', ...on }),
            },
        ...shortcuts.map(shortcut => ({ label: shortcut, run: () => void acts({ does: 'uses', shortcut, ...on }) })),
        {
          label: platform === 'slack' ? 'Copy link' : 'Copy message link',
          run: () => void navigator.clipboard?.writeText(message.permalink),
        },
        ...(message.mine ? [{ label: 'Delete message', run: () => void acts({ does: 'deletes', ...on }) }] : []),
      ];
  return html`<li class=${classes('message', message.onlyYou && 'only-you', message.pinned && 'pinned')} id=${`m-${message.id}`}>
    ${message.pinned && html`<p class="mark"><${Icon} name="pin" /> Pinned</p>`}
    ${message.onlyYou && platform === 'slack' && html`<p class="mark"><${Icon} name="eye" /> Only visible to you</p>`}
    <${Avatar} name=${message.author.name} bot=${message.author.bot} />
    <div class="what">
      <p class="who"><b>${message.author.name}</b>${message.author.bot && html`<span class="app">APP</span>`}<time>${clock.format(message.at)}</time>${message.edited && html`<span class="quiet">(edited)</span>`}</p>
      ${body}
      ${loose(message).map(file => html`<${FileCard} file=${file} room=${room} />`)}
      ${message.onlyYou && platform === 'discord' && html`<p class="mark"><${Icon} name="eye" /> Only you can see this • <button type="button" class="plain" onClick=${() => acts({ does: 'deletes', ...on })}>Dismiss message</button></p>`}
    </div>
    <${Menu} entries=${entries} about=${`of ${message.author.name}, ${clock.format(message.at)}`} />
  </li>`;
}
