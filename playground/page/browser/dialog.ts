/** A window over the page: Escape closes it, and the focus goes back to where it was. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { html } from './html.ts';

interface DialogProps {
  readonly title: string;
  readonly look?: string;
  readonly children?: ComponentChildren;
  onClose(): void;
}

const usual = '.composer textarea';

export function Dialog({ title, look = 'form', children, onClose }: DialogProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    if (!dialog.current?.open) dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('.field input, .field textarea, .field select')?.focus();
    return () => {
      const there =
        before?.isConnected && before !== document.body ? before : document.querySelector<HTMLElement>(usual);
      // Once the window is gone: until then, all below it is out of reach.
      setTimeout(() => there?.focus());
    };
  }, []);
  const cancel = (event: Event): void => {
    event.preventDefault();
    onClose();
  };
  return html`<dialog ref=${dialog} class=${look} aria-label=${title} onCancel=${cancel}>${children}</dialog>`;
}
