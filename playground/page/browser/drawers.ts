/** Beside a channel: what is pinned, who is in, what is searched for, and a thread. */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OpenChannel, ScreenMessage } from '../../screen.ts';
import { Composer } from './composer.ts';
import { clock } from './dates.ts';
import { entriesFor } from './hands.ts';
import { html } from './html.ts';
import { Menu } from './menu.ts';
import { Avatar, Message } from './message.ts';
import type { Room } from './room.ts';

export interface DrawerProps {
  readonly channel: OpenChannel;
  readonly room: Room;
  onGo(id: string): void;
  onClose(): void;
}

const Head = ({ title, onClose }: { title: string; onClose: () => void }): VNode =>
  html`<header><h3>${title}</h3><button type="button" class="close" aria-label=${`Close: ${title}`} onClick=${onClose}>×</button></header>`;

/** All words of a message. */
export function wordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inner]) =>
      typeof inner === 'string'
        ? /^(text|content|title|description|name|value|label)$/.test(key)
          ? inner
          : ''
        : wordsOf(inner),
    )
    .filter(Boolean)
    .join(' ');
}

/** A message's first words. */
function gist({ drawing, files }: ScreenMessage, room: Room): string {
  const found = wordsOf(drawing) || files[0]?.name || 'a file';
  const named = found.replace(/<@!?(\w+)>/g, (_, id: string) => `@${room.names.person(id) ?? 'someone'}`);
  return named.replace(/[#*]+ ?/g, '').slice(0, 90);
}

const Found = ({ message, room, onGo }: Pick<DrawerProps, 'room' | 'onGo'> & { message: ScreenMessage }): VNode =>
  html`<li><button type="button" class="found" onClick=${() => onGo(message.id)}><b>${message.author.name}</b> <small>${clock(message.at, room.names.reader)}</small><span>${gist(message, room)}</span></button></li>`;

export function Pins({ channel, room, onGo, onClose }: DrawerProps): VNode {
  const pinned = channel.pins.flatMap(id => channel.messages.find(m => m.id === id) ?? []);
  return html`<aside class="drawer" aria-label="Pinned messages">
    <${Head} title=${pinned.length ? `Pinned (${pinned.length})` : 'Pinned'} onClose=${onClose} />
    ${pinned.length === 0 && html`<p class="quiet">Nothing is pinned here yet. A message’s menu (⋯) has “Pin”.</p>`}
    <ol>${pinned.map(message => html`<${Found} key=${message.id} message=${message} room=${room} onGo=${onGo} />`)}</ol>
  </aside>`;
}

export function Members({ channel, room, onClose }: DrawerProps): VNode {
  const bots = room.screen.people.filter(one => one.bot).map(one => one.name);
  return html`<aside class="drawer" aria-label="People in this channel">
    <${Head} title="Who is in" onClose=${onClose} />
    <ul class="people">${channel.members.map(name => {
      const on = { channel: channel.id, person: name };
      const places = name === room.screen.me.name ? (['me'] as const) : (['member', 'person'] as const);
      const entries = entriesFor(room, places, on);
      return html`<li><${Avatar} name=${name} bot=${bots.includes(name)} small /> <span class="name">${name}</span>${entries.length > 0 && html`<${Menu} entries=${entries} name=${`More for ${name}`} look="more shown" />`}</li>`;
    })}</ul>
  </aside>`;
}

export function Search({ channel, room, onGo, onClose }: DrawerProps): VNode {
  const [words, setWords] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const wanted = words.trim().toLowerCase();
  const found = wanted
    ? channel.messages.filter(m =>
        `${m.author.name} ${wordsOf(m.drawing)} ${m.files.map(f => f.name).join(' ')}`.toLowerCase().includes(wanted),
      )
    : [];
  return html`<aside class="drawer" aria-label="Search in this channel">
    <${Head} title="Search" onClose=${onClose} />
    <input type="search" ref=${input} class="search" aria-label=${`Search in ${channel.name}`} value=${words} onInput=${(event: Event) => setWords((event.target as HTMLInputElement).value)} />
    <p class="quiet" role="status">${wanted && (found.length === 0 ? 'Nothing here has these words.' : `${found.length} found`)}</p>
    <ol>${found.toReversed().map(message => html`<${Found} key=${message.id} message=${message} room=${room} onGo=${onGo} />`)}</ol>
  </aside>`;
}

/** Slack: what was said below one message, and a line to go on with. */
export function ThreadOf({ root, channel, room, onClose }: Omit<DrawerProps, 'onGo'> & { root: string }): VNode {
  const all = channel.messages.filter(m => m.id === root || m.inThread === root);
  return html`<aside class="drawer wide" aria-label="Thread">
    <${Head} title="Thread" onClose=${onClose} />
    <ol class="messages">${all.map(message => html`<${Message} key=${message.id} message=${message} room=${room} channelId=${channel.id} />`)}</ol>
    ${channel.composer && html`<${Composer} room=${room} place=${channel.id} name="in the thread" draft=${{ line: '', times: 0 }} trouble="" reply=${{ id: root, channelId: channel.id }} focus />`}
  </aside>`;
}
