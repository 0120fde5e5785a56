/** What went over the wire, newest first, and what the bot's store says now. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Traffic } from '../../driver.ts';
import * as api from './api.ts';
import { classes, html } from './html.ts';

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const ways: Readonly<Record<Traffic['direction'], readonly [string, string]>> = {
  call: ['←', 'the bot asks the platform'],
  event: ['→', 'the platform tells the bot'],
  answer: ['↩', 'the bot answers'],
};

function Line({ one, platform }: { one: api.Wired; platform: api.Platform }): VNode {
  const [whole, setWhole] = useState<Traffic>();
  const toggle = async (): Promise<void> =>
    setWhole(whole ? undefined : await api.entry(platform, one.n).catch(() => undefined));
  const [mark, means] = ways[one.direction];
  return html`<li class=${classes('wired', one.direction, one.error && 'refused')}>
    <button type="button" aria-expanded=${whole !== undefined} onClick=${toggle}>
      <span title=${means}><span aria-hidden="true">${mark}</span><span class="unseen">${means}: </span></span>
      <code>${one.name}${one.gist && html` <span class="quiet">${one.gist}</span>`}</code>
      <span class="status">${one.error ?? (one.status === 200 || one.status === 204 ? '' : one.status)}</span>
      <time>${clock.format(one.at)}</time>
    </button>
    ${whole && html`<pre tabindex="0">${JSON.stringify({ request: whole.request, response: whole.response }, null, 2)}</pre>`}
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
        : html`<div class="scroll"><table><thead><tr>${columns.map(c => html`<th>${c}</th>`)}</tr></thead>
        <tbody>${rows.map(row => html`<tr>${row.map(value => html`<td>${value ?? '–'}</td>`)}</tr>`)}</tbody></table></div>`
    }
  </section>`,
  )}</div>`;
}

export function WirePanel({
  platform,
  tick,
  peek,
  onClose,
}: {
  platform: api.Platform;
  tick: number;
  peek: boolean;
  onClose: () => void;
}): VNode {
  const [tab, setTab] = useState<'wire' | 'store'>('wire');
  const [lines, setLines] = useState<readonly api.Wired[]>([]);
  useEffect(() => {
    if (tab === 'wire') api.traffic(platform).then(setLines, () => {});
  }, [tick, platform, tab]);
  const pick = (which: 'wire' | 'store', words: string) =>
    html`<button type="button" role="tab" aria-selected=${tab === which} onClick=${() => setTab(which)}>${words}</button>`;
  return html`<aside class="panel" aria-label="Behind the scenes">
    <header><div role="tablist">${pick('wire', 'Over the wire')}${peek && pick('store', 'In its store')}</div><button type="button" class="close" aria-label="Close this panel" onClick=${onClose}>×</button></header>
    ${
      tab === 'wire'
        ? html`<p class="quiet">What the platform and the bot say to each other, newest first. Press a line for its JSON.</p>
        <ol>${lines.map(one => html`<${Line} key=${one.n} one=${one} platform=${platform} />`)}</ol>`
        : html`<${Store} tick=${tick} />`
    }
  </aside>`;
}
