/** An open modal as its person sees it, and what filling it in sends. discord.com/developers/docs/components/reference#label */
import type { FormValue, SeenField, SeenForm, SeenMessage } from '../driver.ts';
import { placed } from './check-components.ts';
import type { Json, OpenForm, State } from './state.ts';
import { words } from './words.ts';
import { nameOf } from './world.ts';

export interface Input {
  readonly label: string;
  readonly hint?: string;
  readonly component: Json;
}

export const inputsOf = (form: OpenForm): Input[] =>
  form.components.flatMap((c): Input[] => {
    if (c.type === 18) return [{ label: c.label, hint: c.description ?? undefined, component: c.component }];
    return c.type === 1 ? (c.components as Json[]).map(input => ({ label: input.label, component: input })) : [];
  });

const kinds: Readonly<Record<number, SeenField['kind']>> = {
  5: 'people',
  6: 'channel', // looked for by its beginning, as a channel is
  7: 'people',
  8: 'channel',
  19: 'file',
  21: 'choice',
  22: 'choices',
  23: 'choice',
};

function kindOf({ type, style, max_values: most }: Json): SeenField['kind'] {
  if (type === 4) return style === 2 ? 'long-words' : 'words';
  if (type === 3) return (most ?? 1) > 1 ? 'choices' : 'choice';
  return kinds[type] ?? 'words';
}

export function prefilled(state: State, c: Json): string {
  if (c.type === 4) return c.value ?? '';
  if (c.type === 23) return c.default ? 'yes' : '';
  const chosen = (c.options ?? []).filter((o: Json) => o.default).map((o: Json) => o.label);
  const named = (c.default_values ?? []).map((d: Json) =>
    d.type === 'user' ? nameOf(state, d.id) : nameOfOther(state, d.id),
  );
  return [...chosen, ...named].join(', ');
}

const nameOfOther = (state: State, id: string): string =>
  state.channels.find(c => c.id === id)?.name ?? state.guilds.flatMap(g => g.roles).find(r => r.id === id)?.name ?? id;

export const isRequired = (c: Json): boolean => (c.required ?? c.type !== 23) && c.min_values !== 0;

export function seenForm(state: State, form: OpenForm, locale?: string): SeenForm {
  const texts = form.components.filter(c => c.type === 10).map(c => words(state, c.content, locale));
  return {
    title: form.title,
    text: [...texts, ...(form.error ? [form.error] : [])].join('\n'),
    submit: 'Submit',
    fields: inputsOf(form).map(({ label, hint, component: c }) => ({
      label,
      ...(hint ? { hint } : {}),
      kind: kindOf(c),
      required: isRequired(c),
      ...((c.max_values ?? 1) > 1 ? { several: true } : {}),
      value: prefilled(state, c),
      ...(c.options ? { options: c.options.map((o: Json) => o.label) } : {}),
      ...(c.max_length ? { maxLength: c.max_length } : {}),
    })),
  };
}

export function seenFormAsMessage(state: State, form: OpenForm): SeenMessage {
  const { title, text, fields } = seenForm(state, form);
  const shown = fields.flatMap(f => [f.label, f.hint ?? '', f.value, ...(f.options ?? [])]);
  return {
    id: form.interactionId,
    where: 'form',
    channelId: form.channelId,
    author: nameOf(state, state.application.id),
    byBot: true,
    text: [title, text, ...shown].filter(Boolean).join('\n'),
    buttons: [{ label: 'Submit', style: 'primary', disabled: false }],
    pictures: [],
    files: [],
    onlyYou: true,
    pinned: false,
    rings: [],
    edited: false,
    permalink: '',
  };
}

/** What each component of the form sends; `give` answers the fields of an input (`{value}` or `{values}`). */
export function submitted(form: OpenForm, give: (input: Input) => Json): Json[] {
  const inputs = inputsOf(form);
  const numbers = new Map(placed(form.components).map(({ component }, n) => [component, component.id ?? n + 1]));
  const own = (c: Json): Json => ({ type: c.type, id: numbers.get(c) });
  const filled = (c: Json): Json => ({
    ...own(c),
    custom_id: c.custom_id,
    ...give(inputs.find(i => i.component === c)!),
  });
  return form.components.map(c => {
    if (c.type === 18) return { ...own(c), component: filled(c.component) };
    return c.type === 1 ? { ...own(c), components: c.components.map(filled) } : own(c);
  });
}

export const listed = (value: FormValue): string[] => {
  if (typeof value === 'string') return value === '' ? [] : value.split(/\s*,\s*/);
  return Array.isArray(value) ? [...value] : [];
};
