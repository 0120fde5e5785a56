/** The line that one types in, with what completion offers, and files to go along. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Completion } from '../../driver.ts';
import type { Act } from '../exchange.ts';
import * as api from './api.ts';
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
  acts(act: Act): Promise<boolean>;
}

/** The command that a line begins with: completion of its options goes on behind it. */
const begun = (line: string, known: readonly string[]): string | undefined =>
  known.toSorted((a, b) => b.length - a.length).find(label => line.startsWith(`${label} `));

export function Composer({ room, place, name, draft, trouble, acts }: ComposerProps): VNode {
  const [line, setLine] = useState(draft.line);
  const [offered, setOffered] = useState<readonly Completion[]>([]);
  const [at, setAt] = useState(0);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [busy, setBusy] = useState(false);
  const known = useRef<readonly string[]>([]);
  const input = useRef<HTMLTextAreaElement>(null);
  const { platform, me } = room.screen;

  const taken = useRef(draft.times);
  useEffect(() => {
    if (draft.line) input.current?.focus();
    if (taken.current !== draft.times) setLine(draft.line);
    taken.current = draft.times;
  }, [draft.times]);

  useEffect(() => {
    if (!line.startsWith('/') || line.includes('\n')) return setOffered([]);
    let stale = false;
    api.completions(platform, me.name, line, place).then(
      found => {
        if (stale) return;
        if (found.every(one => one.label.startsWith('/')))
          known.current = [...new Set([...known.current, ...found.map(one => one.label)])];
        setOffered(found);
        setAt(0);
      },
      () => setOffered([]),
    );
    return () => {
      stale = true;
    };
  }, [line, place, platform, me.name]);

  useEffect(() => {
    const box = input.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 180)}px`;
  }, [line]);

  const completed = (one: Completion): string => {
    if (one.label.startsWith('/')) return one.options?.length === 0 ? one.label : `${one.label} `;
    return `${begun(line, known.current) ?? line} ${one.label}`;
  };
  const isWhole = (one: Completion): boolean =>
    line.trimEnd() === one.label || line === completed(one) || line.startsWith(`${one.label} `);

  async function send(): Promise<void> {
    if (busy || (!line.trim() && files.length === 0)) return;
    setBusy(true);
    const sent = line;
    setLine('');
    const went = files.length
      ? await acts({ does: 'posts', text: sent, in: place, files: await Promise.all(files.map(api.asBase64)) })
      : await acts({ does: 'types', line: sent, in: place });
    if (went) setFiles([]);
    else setLine(sent);
    setBusy(false);
    input.current?.focus();
  }

  function onKey(event: KeyboardEvent): void {
    const choice = offered[at];
    if (offered.length && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setAt((at + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
    } else if (choice && !isWhole(choice) && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey))) {
      event.preventDefault();
      setLine(completed(choice));
    } else if (event.key === 'Escape') setOffered([]);
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  }

  const take = (event: Event): void => {
    const box = event.target as HTMLInputElement;
    setFiles([...files, ...(box.files ?? [])]);
    box.value = '';
  };

  return html`<div class="composer">
    ${trouble && html`<p class="trouble" role="alert">${trouble}</p>`}
    ${
      offered.length > 0 &&
      html`<ul class="offered" role="listbox" id="offered" aria-label="What can be typed here">
      ${offered.map(
        (
          one,
          i,
        ) => html`<li role="option" id=${`offered-${i}`} aria-selected=${i === at} class=${classes(i === at && 'at')} onMouseDown=${(
          event: Event,
        ) => {
          event.preventDefault();
          setLine(completed(one));
        }}>
          <b>${one.label}</b> ${one.options?.map(option => html`<code title=${option.summary}>${option.required ? option.name : `${option.name}?`}</code> `)}
          <span>${one.summary}</span>
        </li>`,
      )}
    </ul>`
    }
    ${
      files.length > 0 &&
      html`<div class="files">${files.map(file => html`<span class="chip">${file.name}<button type="button" aria-label=${`Take ${file.name} away`} onClick=${() => setFiles(files.filter(f => f !== file))}>×</button></span>`)}</div>`
    }
    <div class="line">
      <label class="attach" title="Attach a file"><${Icon} name="plus" /><span class="unseen">Attach a file</span><input type="file" multiple onChange=${take} /></label>
      <textarea ref=${input} rows="1" value=${line} aria-label=${`Message ${name}`} placeholder=${`Message ${name} – or / for commands`} role="combobox" aria-expanded=${offered.length > 0} aria-controls="offered" aria-activedescendant=${offered.length ? `offered-${at}` : undefined}
        onInput=${(event: Event) => setLine((event.target as HTMLTextAreaElement).value)} onKeyDown=${onKey}></textarea>
      <button type="button" class="send" aria-label="Send" disabled=${busy || (!line.trim() && files.length === 0)} onClick=${send}><${Icon} name="send" /></button>
    </div>
  </div>`;
}
