/** The line that one types in, with what completion offers, and files to go along. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import * as api from './api.ts';
import { type Offer, useOffers } from './completing.ts';
import { classes, html } from './html.ts';
import { Icon } from './icons.ts';
import type { Room } from './room.ts';

export interface Draft {
  readonly line: string;
  /** A tour or a button puts words in; each time anew. */
  readonly times: number;
}

interface ComposerProps {
  readonly room: Room;
  readonly place: string;
  readonly name: string;
  readonly draft: Draft;
  readonly trouble: string;
  /** What is answered. */
  readonly reply?: { readonly id: string; readonly channelId: string; readonly author?: string };
  readonly focus?: boolean;
  onReplied?(): void;
}

function Offers({
  id,
  offered,
  at,
  onTake,
}: {
  id: string;
  offered: readonly Offer[];
  at: number;
  onTake: (one: Offer) => void;
}): VNode {
  const take = (one: Offer) => (event: Event) => {
    event.preventDefault();
    onTake(one);
  };
  return html`<ul class="offered" role="listbox" id=${id} aria-label="What can be typed here">
    ${offered.map(
      (
        one,
        i,
      ) => html`<li role="option" id=${`${id}-${i}`} aria-selected=${i === at} class=${classes(i === at && 'at')} onMouseDown=${take(one)}>
        <b>${one.label}</b> ${one.options?.map(option => html`<code title=${option.summary}>${option.required ? option.name : `${option.name}?`}</code> `)}
        <span>${one.summary}</span>
      </li>`,
    )}
  </ul>`;
}

/** Files to go along: chosen, dropped on the line, or pasted into it. */
function useFiles() {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [over, setOver] = useState(false);
  const add = (more: FileList | undefined | null) => setFiles(old => [...old, ...(more ?? [])]);
  const chosen = (event: Event): void => {
    const box = event.target as HTMLInputElement;
    add(box.files);
    box.value = '';
  };
  const drops = {
    onDragOver(event: DragEvent) {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      event.preventDefault();
      setOver(false);
      add(event.dataTransfer?.files);
    },
    onPaste(event: ClipboardEvent) {
      if (event.clipboardData?.files.length) add(event.clipboardData.files);
    },
  };
  return { files, setFiles, over, chosen, drops };
}

export function Composer({ room, place, name, draft, trouble, reply, focus, onReplied }: ComposerProps): VNode {
  const [line, setLine] = useState(draft.line);
  const [at, setAt] = useState(-1);
  const [busy, setBusy] = useState(false);
  const { files, setFiles, over, chosen, drops } = useFiles();
  const [offered, nothing] = useOffers(line, place, room);
  const input = useRef<HTMLTextAreaElement>(null);
  const taken = useRef(draft.times);
  const list = reply ? 'offered-reply' : 'offered';
  useEffect(() => {
    if (draft.line || focus) input.current?.focus();
    if (taken.current !== draft.times) setLine(draft.line);
    taken.current = draft.times;
  }, [draft.times]);
  useEffect(() => {
    if (reply) input.current?.focus();
  }, [reply?.id]);
  useEffect(() => setAt(-1), [offered]);
  useEffect(() => {
    const box = input.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 180)}px`;
  }, [line]);

  async function send(): Promise<void> {
    if (busy || (!line.trim() && files.length === 0)) return;
    setBusy(true);
    const sent = line;
    setLine('');
    const went = reply
      ? await room.acts({ does: 'replies', text: sent, id: reply.id, channelId: reply.channelId })
      : files.length
        ? await room.acts({ does: 'posts', text: sent, in: place, files: await Promise.all(files.map(api.asBase64)) })
        : await room.acts({ does: 'types', line: sent, in: place });
    if (!went) setLine(sent);
    else {
      setFiles([]);
      onReplied?.();
    }
    setBusy(false);
    if (!document.querySelector('dialog[open]')) input.current?.focus();
  }

  function take(one: Offer): void {
    setLine(one.line);
    input.current?.focus();
  }

  function onKey(event: KeyboardEvent): void {
    const enter = event.key === 'Enter' && !event.shiftKey;
    const choice = offered[Math.max(at, 0)];
    if (offered.length && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setAt(event.key === 'ArrowDown' ? (at + 1) % offered.length : at <= 0 ? offered.length - 1 : at - 1);
    } else if (choice && choice.line !== line && (event.key === 'Tab' || (enter && (at >= 0 || choice.eager)))) {
      event.preventDefault();
      take(choice);
    } else if (event.key === 'Escape') {
      if (offered.length) nothing();
      else onReplied?.();
    } else if (enter) {
      event.preventDefault();
      void send();
    }
  }

  return html`<div class=${classes('composer', over && 'over')} ...${drops}>
    ${trouble && html`<p class="trouble" role="alert">${trouble}</p>`}
    ${offered.length > 0 && html`<${Offers} id=${list} offered=${offered} at=${at} onTake=${take} />`}
    ${reply?.author && html`<p class="replying">Replying to <b>${reply.author}</b> <button type="button" class="close" aria-label="Don’t reply" onClick=${onReplied}>×</button></p>`}
    ${
      files.length > 0 &&
      html`<div class="files">${files.map(file => html`<span class="chip">${file.name}<button type="button" aria-label=${`Take ${file.name} away`} onClick=${() => setFiles(files.filter(f => f !== file))}>×</button></span>`)}</div>`
    }
    <div class="line">
      ${!reply && html`<label class="attach" title="Attach a file"><${Icon} name="plus" /><span class="unseen">Attach a file</span><input type="file" multiple onChange=${chosen} /></label>`}
      <textarea ref=${input} rows="1" value=${line} aria-label=${reply ? `Reply ${reply.author ? `to ${reply.author}` : name}` : `Message ${name}`} placeholder=${reply ? 'Reply' : `Message ${name} – or / for commands`} role="combobox" aria-autocomplete="list" aria-expanded=${offered.length > 0} aria-controls=${offered.length ? list : undefined} aria-activedescendant=${at >= 0 ? `${list}-${at}` : undefined}
        onInput=${(event: Event) => setLine((event.target as HTMLTextAreaElement).value)} onKeyDown=${onKey}></textarea>
      <button type="button" class="send" aria-label="Send" disabled=${busy || (!line.trim() && files.length === 0)} onClick=${send}><${Icon} name="send" /></button>
    </div>
  </div>`;
}
