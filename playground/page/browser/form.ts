/** The form that is open: Slack's modal, Discord's modal. Escape closes it; what was typed stays while errors are mended. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SeenField } from '../../driver.ts';
import type { ScreenForm } from '../../screen.ts';
import * as api from './api.ts';
import { Dialog } from './dialog.ts';
import { html } from './html.ts';
import { rendered } from './markdown.ts';
import type { Room } from './room.ts';
import { Blocks } from './slack.ts';

type Value = string | string[] | { name: string; type: string; base64: string };
type Values = Record<string, Value>;

interface FieldProps {
  readonly field: SeenField;
  readonly value: Value;
  readonly room: Room;
  readonly name: string;
  onValue(value: Value): void;
}

const textOf = (value: Value): string => (typeof value === 'string' ? value : '');
const listOf = (value: Value): string[] =>
  Array.isArray(value) ? value : typeof value === 'string' && value ? value.split(', ') : [];

function Words({ field, value, name, onValue }: FieldProps): VNode {
  const given = {
    id: name,
    value: textOf(value),
    maxlength: field.maxLength,
    'aria-describedby': `${name}-about`,
    onInput: (event: Event) => onValue((event.target as HTMLInputElement).value),
  };
  return field.kind === 'long-words'
    ? html`<textarea rows="4" ...${given}></textarea>`
    : html`<input type=${field.kind === 'date' ? 'date' : field.kind === 'moment' ? 'datetime-local' : 'text'} ...${given} />`;
}

/** One or several of a list that can be typed into: people, channels, what the app suggests. */
function Picker({ field, value, room, name, onValue }: FieldProps): VNode {
  const [typed, setTyped] = useState('');
  const [offered, setOffered] = useState<readonly string[]>([]);
  const chosen = listOf(value);
  const { platform, me } = room.screen;
  useEffect(() => {
    if (field.kind === 'people') setOffered(room.screen.people.filter(p => !p.bot).map(p => p.name));
    else api.suggestions(platform, me.name, field.label, typed).then(setOffered, () => setOffered([]));
  }, [typed, field.label]);
  const choose = (one: string): void => {
    onValue(field.several ? [...new Set([...chosen, one])] : [one]);
    setTyped('');
  };
  const onInput = (event: Event): void => {
    const words = (event.target as HTMLInputElement).value;
    if (offered.includes(words)) choose(words);
    else setTyped(words);
  };
  /** What was typed and is the beginning of one alone is that one. */
  const settle = (): boolean => {
    const meant = offered.filter(one => !chosen.includes(one) && one.toLowerCase().startsWith(typed.toLowerCase()));
    if (!typed || !meant[0] || meant.length > 1) return false;
    choose(meant[0]);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && settle()) event.preventDefault();
  };
  return html`<div class="picker">
    ${chosen.map(one => html`<span class="chip">${one}<button type="button" aria-label=${`Take ${one} out`} onClick=${() => onValue(chosen.filter(c => c !== one))}>×</button></span>`)}
    ${
      (field.several || chosen.length === 0) &&
      html`<input type="text" id=${name} list=${`${name}-list`} value=${typed} placeholder=${field.kind === 'people' ? 'Choose a person' : 'Choose'} aria-describedby=${`${name}-about`} autocomplete="off" onInput=${onInput} onKeyDown=${onKeyDown} onBlur=${settle} />
      <datalist id=${`${name}-list`}>${offered.filter(one => !chosen.includes(one)).map(one => html`<option value=${one}></option>`)}</datalist>`
    }
  </div>`;
}

function Choice({ field, value, name, onValue }: FieldProps): VNode {
  const offered = field.options ?? [];
  if (field.kind === 'choices') {
    const chosen = Array.isArray(value) ? value : offered.filter(one => `, ${textOf(value)}, `.includes(`, ${one}, `)); // a label may have a comma of its own
    const toggle = (one: string) => onValue(chosen.includes(one) ? chosen.filter(c => c !== one) : [...chosen, one]);
    return html`<div role="group" id=${name} aria-label=${field.label}>
      ${offered.map(one => html`<label class="check"><input type="checkbox" checked=${chosen.includes(one)} onChange=${() => toggle(one)} />${one}</label>`)}
    </div>`;
  }
  return html`<select id=${name} aria-describedby=${`${name}-about`} onChange=${(event: Event) => onValue((event.target as HTMLSelectElement).value)}>
    ${(!field.required || !textOf(value)) && html`<option value="">–</option>`}
    ${offered.map(one => html`<option selected=${one === textOf(value)}>${one}</option>`)}
  </select>`;
}

const FileField = ({ name, onValue }: FieldProps): VNode => {
  const take = async (event: Event): Promise<void> => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file) onValue(await api.asBase64(file));
  };
  return html`<input type="file" id=${name} onChange=${take} />`;
};

function Field(props: FieldProps): VNode {
  const { field, name } = props;
  const picks = field.kind === 'people' || field.kind === 'channel' || (field.kind === 'choice' && !field.options);
  const Control = field.kind === 'file' ? FileField : picks ? Picker : field.kind.startsWith('choice') ? Choice : Words;
  return html`<div class="field">
    <label for=${name}>${field.label}${field.required ? html`<span class="required" title="needed"> *</span>` : ''}</label>
    <${Control} ...${props} />
    <div id=${`${name}-about`}>
      ${field.error && html`<p class="error" role="alert">${field.error}</p>`}
      ${field.hint && html`<p class="hint">${field.hint}</p>`}
    </div>
  </div>`;
}

/** Nothing is sent for a field that was empty and still is. */
const toSend = (fields: readonly SeenField[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap(field => {
      const value = values[field.label] ?? field.value;
      const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
      if (isEmpty && field.value === '') return [];
      return [[field.label, field.kind === 'people' && typeof value === 'string' ? listOf(value) : value] as const];
    }),
  );

export function Form({
  form,
  room,
  trouble,
}: {
  form: ScreenForm;
  room: Room;
  /** What the platform's client said of what was tried last. */
  trouble: string;
}): VNode {
  const [values, setValues] = useState<Values>({});
  const [busy, setBusy] = useState(false);
  const close = (): void => void room.acts({ does: 'closes-form' });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    await room.acts({ does: 'submits', values: toSend(form.fields, values) });
    setBusy(false);
  };
  const slack = room.screen.platform === 'slack';
  return html`<${Dialog} title=${form.title} onClose=${close}>
    <form onSubmit=${submit} method="dialog">
      <header><h2>${form.title}</h2><button type="button" class="close" aria-label="Close" onClick=${close}>×</button></header>
      <div class="inside" tabindex="-1">
        ${form.notice && html`<p class="error" role="alert">${form.notice}</p>`}
        ${slack && html`<${Blocks} blocks=${form.blocks ?? []} room=${room} on=${form.id} />`}
        ${!slack && form.text && html`<div class="markup" dangerouslySetInnerHTML=${{ __html: rendered('discord', form.text, room.names) }}></div>`}
        ${form.fields.map((field, i) => html`<${Field} key=${field.label} name=${`field-${i}`} field=${field} room=${room} value=${values[field.label] ?? field.value} onValue=${(value: Value) => setValues(old => ({ ...old, [field.label]: value }))} />`)}
        ${trouble && html`<p class="trouble" role="alert">${trouble}</p>`}
      </div>
      <footer>
        <button type="button" class="button" onClick=${close}>${form.close}</button>
        ${form.submit && html`<button type="submit" class="button primary" disabled=${busy}>${busy ? 'Sending…' : form.submit}</button>`}
      </footer>
    </form>
  <//>`;
}
