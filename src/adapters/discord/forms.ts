/**
 * A Form as a modal of Labels, and a submitted modal as options. A modal takes five components at most, the words at its top included.
 * https://docs.discord.com/developers/components/reference#label
 */
import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APITextDisplayComponent,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import { type Field, type Form, textOf } from '../../platform/card.ts';
import { cut, fitting, limits, postable } from './limits.ts';
import { plain, toMarkdown } from './markdown.ts';

const most = limits.modal;

export function toModal(form: Form, customId: string): APIModalInteractionResponseCallbackData {
  const labels = form.fields.flatMap(toLabel).slice(0, most.components);
  const intro = form.intro ? fitting(form.intro, limits.message.text, toMarkdown) : '';
  const [first] = labels;
  if (first && intro && labels.length === most.components)
    labels[0] = { ...first, description: introduced(form, first) };
  const top: APITextDisplayComponent[] =
    labels.length === 0 || (intro.trim() && labels.length < most.components)
      ? [{ type: ComponentType.TextDisplay, content: intro.trim() ? intro : form.title || '…' }]
      : [];
  return { custom_id: customId, title: cut(form.title, most.title) || '…', components: [...top, ...labels] };
}

/** Five fields leave no room above them: what is to be said first stands at the first of them, unless something is wrong with that one. */
function introduced({ intro, fields }: Form, { description }: APILabelComponent): string {
  const words = sentencesWithin(plain(intro ?? []).trim(), most.description);
  const both = [words, description].filter(Boolean).join(' ');
  if (fields[0]?.error && description) return description;
  return cut(both.length <= most.description ? both : words, most.description);
}

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The first of them that fit; all, where not even the first does: it is cut then. */
function sentencesWithin(words: string, most: number): string {
  let fit = '';
  for (const { segment } of sentences.segment(words)) {
    if ((fit + segment).trim().length > most) break;
    fit += segment;
  }
  return fit.trim() || words;
}

/** Discord shows no error at a field: where there is one, it stands in the hint's place. */
function toLabel(field: Field): readonly APILabelComponent[] {
  const component = toComponent(field);
  const description = cut((field.error ? plain(textOf(field.error)) : (field.hint ?? '')).trim(), most.description);
  const label = cut([plain(textOf(field.label)).trim(), field.optional].filter(Boolean).join(' '), most.label) || '…';
  return component ? [{ type: ComponentType.Label, label, ...(description && { description }), component }] : [];
}

function toComponent(field: Field): APIComponentInLabel | undefined {
  const base = { custom_id: field.name, required: field.required ?? false };
  switch (field.kind) {
    case 'words': {
      const max_length = Math.min(Math.max(field.max, field.value?.length ?? 0, 1), most.value); // what stands in it already stays whole
      const style = field.long ? TextInputStyle.Paragraph : TextInputStyle.Short;
      const value = field.value ? { value: cut(field.value, max_length) } : {};
      return { type: ComponentType.TextInput, ...base, style, max_length, ...value };
    }
    case 'date':
    case 'moment': {
      const value = field.value ? { value: cut(field.value, most.day) } : {};
      return { type: ComponentType.TextInput, ...base, style: TextInputStyle.Short, max_length: most.day, ...value };
    }
    case 'people': {
      const max_values = Math.min(Math.max(field.most, 1), most.people);
      const chosen = (field.value ?? []).slice(0, max_values);
      const default_values = chosen.map(id => ({ id, type: SelectMenuDefaultValueType.User as const }));
      return {
        type: ComponentType.UserSelect,
        ...base,
        ...many(field, max_values),
        ...(chosen[0] && { default_values }),
      };
    }
    case 'channel': {
      const default_values = field.value
        ? [{ id: field.value, type: SelectMenuDefaultValueType.Channel as const }]
        : [];
      return {
        type: ComponentType.ChannelSelect,
        ...base,
        channel_types: [...postable],
        ...many(field, 1),
        ...(field.value && { default_values }),
      };
    }
    case 'server-role':
      return { type: ComponentType.RoleSelect, ...base, ...many(field, 1) };
    case 'file':
      return { type: ComponentType.FileUpload, ...base, ...many(field, 1) };
    case 'tick': {
      const options = [{ value: 'yes', label: cut(field.words, most.option), ...(field.value && { default: true }) }];
      return { type: ComponentType.CheckboxGroup, ...base, ...many(field, 1), options };
    }
    case 'choice': {
      const options = field.choices.slice(0, most.options).map(({ value, label }) => ({
        value,
        label: cut(plain(textOf(label)).trim(), most.option) || '…',
        ...(value === field.value && { default: true }),
      }));
      return options.length > 0 ? { type: ComponentType.StringSelect, ...base, ...many(field, 1), options } : undefined;
    }
  }
}

const many = (field: Field, max_values: number) => ({ min_values: field.required ? 1 : 0, max_values });

/** What was filled in, by the fields' names; people as ids joined by commas. A text input may come back in a row, as it did before there were Labels. */
export function filledIn(submission: APIModalSubmission): Readonly<Record<string, string>> {
  const given: Record<string, string> = {};
  for (const part of submission.components) {
    const fields = 'component' in part ? [part.component] : 'components' in part ? part.components : [];
    for (const field of fields)
      if ('value' in field && typeof field.value === 'string') given[field.custom_id] = field.value;
      else if ('values' in field) given[field.custom_id] = field.values.join(',');
  }
  return given;
}
