/** What went over the wire, newest first, and what the bot's store says now. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Traffic } from '../../driver.ts';
import * as api from './api.ts';
import { clockToTheSecond } from './dates.ts';
import { PlatformPanel } from './hands.ts';
import { classes, html } from './html.ts';
import type { Room } from './room.ts';

const ways: Readonly<Record<Traffic['direction'], readonly [string, string]>> = {
  call: ['←', 'the bot asks the platform'],
  event: ['→', 'the platform tells the bot'],
  answer: ['↩', 'the bot answers'],
};

function Line({ one, room }: { one: api.Wired; room: Room }): VNode {
  const [whole, setWhole] = useState<Traffic>();
  const toggle = async (): Promise<void> =>
    setWhole(whole ? undefined : await api.entry(room.screen.platform, one.n).catch(() => undefined));
  const [mark, means] = ways[one.direction];
  return html`<li class=${classes('wired', one.direction, one.error && 'refused')}>
    <button type="button" aria-expanded=${whole !== undefined} onClick=${toggle}>
      <span title=${means}><span aria-hidden="true">${mark}</span><span class="unseen">${means}: </span></span>
      <code>${one.name}${one.gist && html` <span class="quiet">${one.gist}</span>`}</code>
      <span class="status">${one.error ?? (one.status < 300 ? '' : one.status)}</span>
      <time>${clockToTheSecond(one.at, room.names.reader)}</time>
    </button>
    ${whole && html`<pre tabindex="0" role="region" aria-label="Its JSON">${JSON.stringify({ request: whole.request, response: whole.response }, null, 2)}</pre>`}
  </li>`;
}

function Store({ tick }: { tick: number }): VNode {
  const [seen, setSeen] = useState<api.Peeked>();
  useEffect(() => {
    api.peeked().then(setSeen, () => setSeen(undefined));
  }, [tick]);
  if (!seen) return html`<p class="quiet">The bot’s store can’t be looked at just now.</p>`;
  return html`<div>${seen.tables.map(
    ({ title, columns, rows }) => html`<section>
    <h3>${title}</h3>
    ${
      rows.length === 0
        ? html`<p class="quiet">nothing yet</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${title}><table><thead><tr>${columns.map(c => html`<th scope="col">${c}</th>`)}</tr></thead>
        <tbody>${rows.map(row => html`<tr>${row.map(value => html`<td>${value ?? '–'}</td>`)}</tr>`)}</tbody></table></div>`
    }
  </section>`,
  )}</div>`;
}

const tabs = { wire: 'Over the wire', store: 'In its store', platform: 'The platform' } as const;
type Tab = keyof typeof tabs;

export function WirePanel({
  room,
  tick,
  peek,
  done,
  onClose,
}: {
  room: Room;
  tick: number;
  peek: boolean;
  /** What was done by hand last. */
  done: string;
  onClose: () => void;
}): VNode {
  const { platform } = room.screen;
  const [tab, setTab] = useState<Tab>('wire');
  const [lines, setLines] = useState<readonly api.Wired[]>([]);
  useEffect(() => {
    if (tab === 'wire') api.traffic(platform).then(setLines, () => {});
  }, [tick, platform, tab]);
  const shown = (Object.keys(tabs) as Tab[]).filter(one => one !== 'store' || peek);
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && shown.at((shown.indexOf(tab) + step) % shown.length);
    if (!next) return;
    setTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const pick = (which: Tab) =>
    html`<button type="button" role="tab" id=${`tab-${which}`} aria-controls="behind" aria-selected=${tab === which} tabindex=${tab === which ? 0 : -1} onClick=${() => setTab(which)}>${tabs[which]}</button>`;
  return html`<aside class="panel" aria-label="Behind the scenes">
    <header><div role="tablist" aria-label="Behind the scenes" onKeyDown=${onKey}>${shown.map(pick)}</div><button type="button" class="close" aria-label="Close this panel" onClick=${onClose}>×</button></header>
    <div role="tabpanel" id="behind" tabindex="0" aria-labelledby=${`tab-${tab}`}>
    ${
      tab === 'wire'
        ? html`<p class="quiet">What the platform and the bot say to each other, newest first. Press a line for its JSON.</p>
        <ol>${lines.map(one => html`<${Line} key=${one.n} one=${one} room=${room} />`)}</ol>`
        : tab === 'store'
          ? html`<${Store} tick=${tick} />`
          : html`<${PlatformPanel} room=${room} done=${done} />`
    }
    </div>
  </aside>`;
}
