/** The channels that this person sees, in the platform's order. */
import type { VNode } from 'preact';
import type { Screen, ScreenChannel } from '../../screen.ts';
import { sign } from './channel.ts';
import { entriesFor } from './hands.ts';
import { classes, html } from './html.ts';
import { Icon, type IconName } from './icons.ts';
import { Menu } from './menu.ts';
import type { Room } from './room.ts';

interface SidebarProps {
  readonly screen: Screen;
  readonly room: Room;
  readonly open: string;
  /** Still somebody else's. */
  readonly stale?: boolean;
  onOpen(channel: string): void;
}

/** The place of direct messages with the app, before there are any. */
export const direct = 'direct message';
export const home = 'home';

function Entry({ channel, open, onOpen }: { channel: ScreenChannel } & Pick<SidebarProps, 'open' | 'onOpen'>): VNode {
  const look = classes('entry', channel.kind, channel.news > 0 && 'news', channel.id === open && 'open');
  return html`<li><button type="button" class=${look} aria-current=${channel.id === open ? 'page' : undefined} onClick=${() => onOpen(channel.id)}>
    ${sign(channel.kind)}<span class="name">${channel.name}</span>
    ${channel.kind === 'private' && html`<span class="unseen">, private</span>`}
    ${channel.rings > 0 && html`<span class="badge">${channel.rings}<span class="unseen"> for you</span></span>`}
  </button></li>`;
}

export function Sidebar({ screen, room, open, stale, onOpen }: SidebarProps): VNode {
  const there = screen.channels.filter(channel => !channel.archived);
  const archived = screen.channels.filter(channel => channel.archived && channel.kind !== 'direct');
  const threads = (id: string) => there.filter(one => one.kind === 'thread' && one.under === id);
  const rooms = there.filter(one => one.kind === 'public' || one.kind === 'private');
  const groups = [...new Set(rooms.map(one => one.under ?? ''))];
  const app = there.find(one => one.kind === 'direct');
  const appName = screen.people.find(one => one.bot)?.name ?? 'the app';
  const entry = (
    channel: ScreenChannel,
  ) => html`<${Entry} key=${channel.id} channel=${channel} open=${open} onOpen=${onOpen} />
    ${threads(channel.id).map(thread => html`<${Entry} key=${thread.id} channel=${thread} open=${open} onOpen=${onOpen} />`)}`;
  const plain = (id: string, mark: IconName, name: string) =>
    html`<li><button type="button" class=${classes('entry', id === open && 'open')} aria-current=${id === open ? 'page' : undefined} onClick=${() => onOpen(id)}><${Icon} name=${mark} /><span class="name">${name}</span></button></li>`;
  const mine = entriesFor(room, ['me'], {});
  return html`<nav class="sidebar" aria-label="Channels" inert=${stale}>
    <div class="place"><h2>${screen.workspace}</h2>${mine.length > 0 && html`<${Menu} entries=${mine} name="What I can do myself" look="more shown" />`}</div>
    ${groups.map(
      group => html`<section>
      <h3>${group || (screen.platform === 'slack' ? 'Channels' : 'Text channels')}</h3>
      <ul>${rooms.filter(one => (one.under ?? '') === group).map(entry)}</ul>
    </section>`,
    )}
    ${rooms.length === 0 && html`<p class="quiet">No channel here is open to this person.</p>`}
    ${room.hands.verbs.filter(one => one.on === 'sidebar').map(verb => html`<button type="button" class="entry add" onClick=${() => room.begins(verb)}><${Icon} name="plus" /><span class="name">${verb.label}</span></button>`)}
    <section>
      <h3>${screen.platform === 'slack' ? 'Apps' : 'Direct messages'}</h3>
      <ul>
        ${screen.hasHome && plain(home, 'house', 'Home')}
        ${app ? entry(app) : plain(direct, 'app', appName)}
      </ul>
    </section>
    ${archived.length > 0 && html`<details><summary>Archived</summary><ul>${archived.map(one => html`<${Entry} key=${one.id} channel=${one} open=${open} onOpen=${onOpen} />`)}</ul></details>`}
  </nav>`;
}
