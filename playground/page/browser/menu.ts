/** A button that opens a menu: by keyboard too, and Escape leads back to the button. */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { classes, html } from './html.ts';

export interface Entry {
  readonly label: string;
  readonly danger?: boolean;
  run(): void;
}

interface MenuProps {
  readonly entries: readonly Entry[];
  /** What the button is called for who can't see it. */
  readonly name: string;
  readonly face?: VNode | string;
  readonly look?: string;
  /** In a row above the others, each by its own name. */
  readonly quick?: readonly (Entry & { readonly name: string })[];
}

export function Menu({ entries, name, face = '⋯', look = 'more', quick = [] }: MenuProps): VNode {
  const [open, setOpen] = useState(false);
  const [up, setUp] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const toggle = (): void => {
    const edge = box.current?.closest('.messages, .sidebar, .drawer')?.getBoundingClientRect().bottom ?? innerHeight;
    const below = box.current?.getBoundingClientRect().bottom ?? 0;
    const needs = 34 * entries.length + (quick.length ? 44 : 0) + 24;
    setUp(below + needs > edge && below > needs);
    setOpen(!open);
  };
  const close = (back: boolean): void => {
    setOpen(false);
    if (back) button.current?.focus();
  };
  // With the menu itself: done later, it would draw the focus back into one that is closed already.
  useLayoutEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLButtonElement>('[role=menuitem]')?.focus();
    const away = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('click', away);
    return () => document.removeEventListener('click', away);
  }, [open]);
  const onKey = (event: KeyboardEvent): void => {
    if (!open) return;
    const all = [...(box.current?.querySelectorAll<HTMLButtonElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    const step = steps[event.key];
    if (event.key === 'Tab') {
      close(false);
      return;
    }
    if (event.key === 'Escape') close(true);
    else if (step !== undefined) all.at((at + step) % all.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const choose =
    ({ run }: Entry) =>
    () => {
      close(true);
      run();
    };
  return html`<div class="menu" ref=${box} onKeyDown=${onKey}>
    <button type="button" ref=${button} class=${look} aria-haspopup="menu" aria-expanded=${open} aria-label=${name} title=${name} onClick=${toggle}>${face}</button>
    ${
      open &&
      html`<div role="menu" aria-label=${name} class=${classes(up && 'up')}>
      ${quick.length > 0 && html`<div class="quick" role="none">${quick.map(one => html`<button type="button" role="menuitem" aria-label=${one.name} title=${one.name} onClick=${choose(one)}>${one.label}</button>`)}</div>`}
      ${entries.map(one => html`<button type="button" role="menuitem" class=${classes(one.danger && 'danger')} onClick=${choose(one)}>${one.label}</button>`)}
    </div>`
    }
  </div>`;
}
