/** Somebody without an account there, or without one any more: what they hold in their hands, and the door. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Screen } from '../../screen.ts';
import type { Act } from '../exchange.ts';
import * as api from './api.ts';
import { html } from './html.ts';

interface OutsideProps {
  readonly screen: Screen;
  /** The platform's own address that they came by, if any. */
  readonly by: string;
  readonly tick: number;
  readonly trouble: string;
  acts(act: Act): Promise<boolean>;
}

const isInvite = (address: string): boolean =>
  /discord\.gg\/|\/invite\/|join\.slack\.com|\/join\/|shared_invite/.test(address);

export function Outside({ screen, by, tick, trouble, acts }: OutsideProps): VNode {
  const [pages, setPages] = useState<readonly string[]>([]);
  useEffect(() => {
    api.handedOut().then(setPages, () => setPages([]));
  }, [tick]);
  const { me, workspace, platform } = screen;
  const place = platform === 'slack' ? 'Slack workspace' : 'Discord server';
  return html`<section class="outside">
    <h2>${me.name} is outside</h2>
    <p>${me.name.split(' ')[0]} has no account in the ${place} “${workspace}”, and sees nothing of it.</p>
    ${by && html`<p>They came by <code>${by}</code>: ${isInvite(by) ? 'an invite.' : 'a link that is only for people inside.'}</p>`}
    <h3>Pages that somebody could have given them</h3>
    ${pages.length === 0 ? html`<p class="quiet">None yet. Let somebody share a community with /cop share: the answer holds the link, if the bot serves public pages.</p>` : html`<ul>${pages.map(page => html`<li><a href=${page} target="_blank" rel="noopener">${decodeURIComponent(page)}</a></li>`)}</ul>`}
    <h3>The door</h3>
    <p class="quiet">${isInvite(by) ? 'An invite opens it.' : 'Whoever runs it lets them in, by an invite or by making the account.'}</p>
    <button type="button" class="button primary" onClick=${() => acts({ does: 'arrives', by })}>${isInvite(by) ? 'Accept the invite' : 'Arrive'}</button>
    ${trouble && html`<p class="trouble" role="alert">${trouble}</p>`}
  </section>`;
}
