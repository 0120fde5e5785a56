/** The page once more, as wide as a phone. */
import type { VNode } from 'preact';
import { Dialog } from './dialog.ts';
import { html } from './html.ts';

export const Phone = ({ address, onClose }: { address: string; onClose: () => void }): VNode =>
  html`<${Dialog} title="On a phone" look="phone" onClose=${onClose}>
    <button type="button" class="close" aria-label="Close the phone" onClick=${onClose}>×</button>
    <iframe src=${address} title="The page on a phone" width="390" height="780"></iframe>
  <//>`;
