/** The channel that is open: its head, its messages, what is pinned, who is in. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenChannel } from '../../screen.ts';
import type { Act } from '../exchange.ts';
import { html } from './html.ts';
import { Icon } from './icons.ts';
import { Avatar, Message } from './message.ts';
import type { Room } from './room.ts';
import { Blocks } from './slack.ts';

interface ChannelProps {
  readonly channel: OpenChannel;
  readonly room: Room;
  acts(act: Act): Promise<boolean>;
}

export const sign = (kind: OpenChannel['kind']): VNode =>
  html`<${Icon} name=${({ public: 'hash', private: 'lock', direct: 'app', thread: 'thread' } as const)[kind]} />`;

function Pins({ channel, room, onGo }: ChannelProps & { onGo: (id: string) => void }): VNode {
  const pinned = channel.pins.flatMap(id => channel.messages.find(m => m.id === id) ?? []);
  return html`<aside class="drawer" aria-label="Pinned messages">
    <h3>Pinned${pinned.length ? ` (${pinned.length})` : ''}</h3>
    ${pinned.length === 0 && html`<p class="quiet">Nothing is pinned here yet. A message’s menu (⋯) has “Pin”.</p>`}
    <ol>${pinned.map(m => html`<li><button type="button" onClick=${() => onGo(m.id)}><b>${m.author.name}</b><span>${gist(m.drawing, room)}</span></button></li>`)}</ol>
  </aside>`;
}

/** A message's first words. */
function gist(drawing: OpenChannel['messages'][number]['drawing'], room: Room): string {
  const found = drawing.text || drawing.content || drawing.embeds?.[0]?.title || firstText(drawing.components);
  const named = String(found || 'a file').replace(
    /<@(\w+)>/g,
    (_, id: string) => `@${room.names.person(id) ?? 'someone'}`,
  );
  return named.replace(/^#+ |\*\*/g, '').slice(0, 90);
}

function firstText(components: readonly Record<string, unknown>[] = []): string {
  for (const one of components) {
    const inner = one.content ? String(one.content) : firstText((one.components as Record<string, unknown>[]) ?? []);
    if (inner) return inner;
  }
  return '';
}

export function Channel({ channel, room, acts }: ChannelProps): VNode {
  const [drawer, setDrawer] = useState<'pins' | 'members' | ''>('');
  const list = useRef<HTMLOListElement>(null);
  const newest = channel.messages.at(-1)?.id;
  const tall = JSON.stringify(channel.messages.at(-1)?.drawing ?? '').length;
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: 'end' });
  }, [newest, channel.id, tall]);
  const go = (id: string): void => {
    const there = document.getElementById(`m-${id}`);
    there?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    there?.classList.add('flash');
  };
  const toggle = (which: 'pins' | 'members') => () => setDrawer(drawer === which ? '' : which);
  return html`
    <header class="head">
      <div><h2>${sign(channel.kind)} ${channel.name}${channel.archived && html` <small>(archived)</small>`}</h2>
      ${channel.topic && html`<p class="topic">${channel.topic}</p>`}</div>
      ${
        channel.kind !== 'direct' &&
        html`<nav aria-label="About this channel">
        <button type="button" aria-pressed=${drawer === 'pins'} onClick=${toggle('pins')}><${Icon} name="pin" /> ${channel.pins.length}<span class="unseen"> pinned messages</span></button>
        <button type="button" aria-pressed=${drawer === 'members'} onClick=${toggle('members')}><${Icon} name="people" /> ${channel.members.length}<span class="unseen"> people</span></button>
      </nav>`
      }
    </header>
    <div class="middle">
      <ol class="messages" ref=${list} tabindex="0" aria-label=${`Messages in ${channel.name}`}>
        ${channel.messages.length === 0 && html`<li class="empty">${channel.kind === 'direct' ? `This is where ${channel.name} writes to you alone.` : 'Nothing has been said here yet.'}${channel.composer && html` Type <kbd>/</kbd> below to see what you can do.`}</li>`}
        ${channel.messages.map(message => html`<${Message} key=${message.id} message=${message} room=${room} acts=${acts} channelId=${channel.id} />`)}
      </ol>
      ${drawer === 'pins' && html`<${Pins} channel=${channel} room=${room} acts=${acts} onGo=${go} />`}
      ${drawer === 'members' && html`<aside class="drawer" aria-label="People in this channel"><h3>Who is in</h3><ul class="people">${channel.members.map(name => html`<li><${Avatar} name=${name} small /> ${name}</li>`)}</ul></aside>`}
    </div>
  `;
}

/** Slack's Home tab of the app. */
export const Home = ({ room }: { room: Room }): VNode => html`
  <header class="head"><div><h2><${Icon} name="house" /> Home</h2></div></header>
  <div class="middle"><div class="messages home">
    ${room.screen.home ? html`<${Blocks} blocks=${room.screen.home} room=${room} on="" />` : html`<p class="empty">The app hasn’t drawn its Home for you yet.</p>`}
  </div></div>
`;
