import type { Field, Form } from './card.ts';

/**
 * A channel or a person that was chosen before may be gone by the time that the form is opened again, and what a platform does then it
 * doesn't say: one that refuses the form for it is asked to open it without. Nothing, where nothing was chosen.
 */
export function unchosen(form: Form): Form | undefined {
  const fields = form.fields.map(empty);
  const isSame = fields.every((field, n) => field === form.fields[n]);
  return isSame ? undefined : { ...form, fields: fields as unknown as Form['fields'] };
}

function empty(field: Field): Field {
  if (!((field.kind === 'people' || field.kind === 'channel') && field.value?.length)) return field;
  const { value: _, ...rest } = field;
  return rest;
}
