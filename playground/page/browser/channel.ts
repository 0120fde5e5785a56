/** The channel that is open: its head, its messages, what is beside it, and the line to write in. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenChannel, ScreenMessage } from '../../screen.ts';
import { Composer, type Draft } from './composer.ts';
import { Members, Pins, Search, ThreadOf } from './drawers.ts';
import { entriesFor } from './hands.ts';
import { html } from './html.ts';
import { Icon } from './icons.ts';
import { Menu } from './menu.ts';
import { Message } from './message.ts';
import type { Room } from './room.ts';
import { Blocks } from './slack.ts';

export const sign = (kind: OpenChannel['kind']): VNode =>
  html`<${Icon} name=${({ public: 'hash', private: 'lock', direct: 'app', thread: 'thread' } as const)[kind]} />`;

interface ChannelProps {
  readonly channel: OpenChannel;
  readonly room: Room;
  readonly draft: Draft;
  readonly trouble: string;
}

type Drawer = 'pins' | 'members' | 'search' | { readonly thread: string };

function Head({
  channel,
  room,
  drawer,
  onDrawer,
}: Pick<ChannelProps, 'channel' | 'room'> & { drawer: Drawer | undefined; onDrawer: (which: Drawer) => void }): VNode {
  const tool = (which: 'pins' | 'members' | 'search', face: VNode | (VNode | number | string)[], name: string) =>
    html`<button type="button" aria-pressed=${drawer === which} aria-label=${name} title=${name} onClick=${() => onDrawer(which)}>${face}</button>`;
  const entries = entriesFor(room, ['channel'], { channel: channel.id }, channel);
  return html`<header class="head">
    <div><h2>${sign(channel.kind)} ${channel.name}${channel.archived && html` <small>(archived)</small>`}</h2>
    ${channel.topic && html`<p class="topic">${channel.topic}</p>`}</div>
    <nav aria-label="About this channel">
      ${channel.kind !== 'direct' && tool('pins', html`<span><${Icon} name="pin" /> ${channel.pins.length}</span>`, `${channel.pins.length} pinned messages`)}
      ${channel.kind !== 'direct' && tool('members', html`<span><${Icon} name="people" /> ${channel.members.length}</span>`, `${channel.members.length} people`)}
      ${tool('search', html`<${Icon} name="search" />`, 'Search in this channel')}
      ${channel.kind !== 'direct' && html`<${Menu} entries=${entries} name="More for this channel" look="tool" />`}
    </nav>
  </header>`;
}

/** Where what is new begins; it stays there until the channel is opened anew. */
function useNewLine({ messages, readUpTo }: OpenChannel): string | undefined {
  const line = useRef<string | undefined | null>(null);
  if (line.current === null) {
    const last = readUpTo === undefined ? -1 : messages.findIndex(m => m.id === readUpTo);
    line.current = last < 0 ? undefined : messages.slice(last + 1).find(m => !m.mine && !m.system)?.id;
  }
  return line.current;
}

/** Whoever is at the end stays there: what is above grows late, with its pictures, answers and lines. */
function useAtEnd(list: { readonly current: HTMLOListElement | null }, newest: string) {
  const isAtEnd = useRef(true);
  const left = useRef(0);
  const stay = () => {
    const box = list.current;
    if (!box || !isAtEnd.current) return;
    if (box.scrollTop < left.current - 2) return seen(); // led elsewhere since
    box.scrollTop = box.scrollHeight;
    left.current = box.scrollTop;
  };
  const seen = () => {
    const box = list.current;
    if (!box) return;
    isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 60;
    left.current = box.scrollTop;
  };
  useEffect(() => {
    isAtEnd.current = true;
    left.current = 0;
  }, [newest]);
  useEffect(stay);
  return { seen, stay };
}

function Messages({
  channel,
  room,
  onReply,
  onGo,
}: Pick<ChannelProps, 'channel' | 'room'> & {
  onReply: ((message: ScreenMessage) => void) | undefined;
  onGo: (id: string) => void;
}): VNode {
  const list = useRef<HTMLOListElement>(null);
  const shown = channel.messages.filter(message => message.inThread === undefined);
  const newLine = useNewLine(channel);
  const newest = shown.at(-1)?.id;
  const atEnd = useAtEnd(list, `${channel.id} ${newest}`);
  return html`<ol class="messages" ref=${list} onScroll=${atEnd.seen} onLoadCapture=${atEnd.stay} tabindex="0" id="messages" aria-label=${`Messages in ${channel.name}`}>
    ${shown.length === 0 && html`<li class="empty">${channel.kind === 'direct' ? `This is where ${channel.name} writes to you alone.` : 'Nothing has been said here yet.'}${channel.composer && html` Type <kbd>/</kbd> below to see what you can do.`}</li>`}
    ${shown.flatMap(message => [
      ...(message.id === newLine ? [html`<li key="new" class="new-line"><span>New</span></li>`] : []),
      html`<${Message} key=${message.id} message=${message} room=${room} channelId=${channel.id} onReply=${onReply} onGo=${onGo} />`,
    ])}
  </ol>`;
}

export function Channel({ channel, room, draft, trouble }: ChannelProps): VNode {
  const [drawer, setDrawer] = useState<Drawer>();
  const [reply, setReply] = useState<ScreenMessage>();
  const go = (id: string): void => {
    const root = channel.messages.find(m => m.id === id)?.inThread;
    if (root) setDrawer({ thread: root });
    const there = document.getElementById(`m-${root ?? id}`);
    there?.scrollIntoView({ block: 'center' });
    there?.classList.remove('flash');
    requestAnimationFrame(() => there?.classList.add('flash'));
  };
  const toggle = (which: Drawer) => setDrawer(drawer === which ? undefined : which);
  const slack = room.screen.platform === 'slack';
  const onReply = !channel.composer
    ? undefined
    : (message: ScreenMessage) => (slack ? setDrawer({ thread: message.id }) : setReply(message));
  const beside = { channel, room, onGo: go, onClose: () => setDrawer(undefined) };
  const join = room.hands.verbs.find(one => one.verb === 'joins');
  return html`
    <${Head} channel=${channel} room=${room} drawer=${drawer} onDrawer=${toggle} />
    <div class="middle">
      <${Messages} key=${channel.id} channel=${channel} room=${room} onReply=${onReply} onGo=${go} />
      ${drawer === 'pins' && html`<${Pins} ...${beside} />`}
      ${drawer === 'members' && html`<${Members} ...${beside} />`}
      ${drawer === 'search' && html`<${Search} ...${beside} />`}
      ${typeof drawer === 'object' && html`<${ThreadOf} ...${beside} root=${drawer.thread} />`}
    </div>
    ${
      channel.composer
        ? html`<${Composer} room=${room} place=${channel.id} name=${channel.kind === 'direct' ? channel.name : `#${channel.name}`} draft=${draft} trouble=${trouble} ...${reply ? { reply: { id: reply.id, channelId: channel.id, author: reply.author.name } } : {}} onReplied=${() => setReply(undefined)} />`
        : html`<p class="closed">${noComposer(channel, room)} ${!channel.joined && !channel.archived && join && html`<button type="button" class="button" onClick=${() => room.begins(join, { channel: channel.id })}>${join.label}</button>`}</p>${trouble && html`<p class="trouble" role="alert">${trouble}</p>`}`
    }
  `;
}

export const appTabIsReadOnly = 'Messages to this app are switched off: it answers by its buttons.';

const noComposer = (channel: OpenChannel, { screen }: Room): string => {
  if (channel.archived) return 'This channel is archived: nobody can write here.';
  if (channel.kind === 'direct') return appTabIsReadOnly;
  if (!channel.joined) return 'You aren’t in this channel.';
  return screen.platform === 'discord' ? 'You do not have permission to write here.' : 'Nobody can write here.';
};

/** Slack's Home tab of the app. */
export const Home = ({ room }: { room: Room }): VNode => html`
  <header class="head"><div><h2><${Icon} name="house" /> Home</h2></div></header>
  <div class="middle"><div class="messages home" tabindex="0" role="region" aria-label="Home of the app">
    ${room.screen.home ? html`<${Blocks} blocks=${room.screen.home} room=${room} on="" />` : html`<p class="empty">The app hasn’t drawn its Home for you yet.</p>`}
  </div></div>
`;
