/** An open modal with inputs as a form: what its fields show, and what filling them by label puts into its state. */
import type { FormValue, SeenField, SeenForm } from '../driver.ts';
import { nameOf, personCalled } from './looks.ts';
import type { Json, Loose, Team, Values, View } from './state.ts';
import { carrierOf, holding, isEmpty } from './values.ts';
import { blocksWords, labelWords, textWords, unescaped } from './words.ts';

const kinds: Record<string, SeenField['kind']> = {
  static_select: 'choice',
  external_select: 'choice',
  radio_buttons: 'choice',
  multi_static_select: 'choices',
  multi_external_select: 'choices',
  checkboxes: 'choices',
  users_select: 'people',
  multi_users_select: 'people',
  channels_select: 'channel',
  multi_channels_select: 'channel',
  conversations_select: 'channel',
  multi_conversations_select: 'channel',
  datepicker: 'date',
  datetimepicker: 'moment',
  file_input: 'file',
};

export const inputsOf = (view: View): Json[] => view.blocks.filter(b => b.type === 'input');
export const isForm = (view: View | undefined): view is View =>
  view !== undefined && view.type === 'modal' && inputsOf(view).length > 0;

export const offered = (element: Json): Json[] =>
  element.options ?? element.option_groups?.flatMap((g: Json) => g.options) ?? [];
export const optionLabel = (option: Json): string => unescaped(String(option.text.text));

const held = (view: View, block: Json): Json | undefined => view.values[block.block_id]?.[block.element.action_id];

/** What stands in a field, in words. */
function shownValue(team: Team, value: Json | undefined): string {
  if (isEmpty(value)) return '';
  const inside = value![carrierOf(value!.type)];
  const one = (part: Loose): string => {
    if (part?.text?.text !== undefined) return optionLabel(part);
    if (part?.name !== undefined) return part.name;
    if (part?.type === 'rich_text') return blocksWords(team, [part]);
    return value!.type.includes('user')
      ? nameOf(team, part)
      : /channel|conversation/.test(value!.type)
        ? (team.channels.find(c => c.id === part)?.name ?? String(part))
        : String(part);
  };
  return Array.isArray(inside) ? inside.map(one).join(', ') : one(inside);
}

function fieldOf(team: Team, view: View, block: Json): SeenField {
  const { element } = block;
  const all = offered(element);
  return {
    label: labelWords(team, block),
    ...(block.hint ? { hint: textWords(team, block.hint) } : {}),
    kind: kinds[element.type] ?? (element.multiline || element.type === 'rich_text_input' ? 'long-words' : 'words'),
    required: !block.optional,
    ...(element.type.startsWith('multi_') ? { several: true } : {}),
    value: shownValue(team, held(view, block)),
    ...(view.errors[block.block_id] ? { error: view.errors[block.block_id] } : {}),
    ...(all.length ? { options: all.map(optionLabel) } : {}),
    ...(element.max_length ? { maxLength: element.max_length } : {}),
  };
}

export function seenForm(team: Team, view: View): SeenForm {
  const around = [
    view.notice,
    blocksWords(
      team,
      view.blocks.filter(b => b.type !== 'input'),
    ),
  ].filter(Boolean);
  return {
    title: textWords(team, view.title),
    text: around.join('\n'),
    submit: textWords(team, view.submit ?? undefined),
    fields: inputsOf(view).map(block => fieldOf(team, view, block)),
  };
}

/** By its label, with or without Slack's own word behind it. */
export const isCalled = (team: Team, block: Json, label: string): boolean =>
  labelWords(team, block) === label || textWords(team, block.label) === label;

export function inputCalled(team: Team, view: View, label: string): Json {
  const found = inputsOf(view).find(b => isCalled(team, b, label));
  if (!found)
    throw new Error(
      `the form "${textWords(team, view.title)}" has no field "${label}"; it has: ${inputsOf(view)
        .map(b => labelWords(team, b))
        .join(', ')}`,
    );
  return found;
}

const list = (value: FormValue): string[] =>
  typeof value === 'string' ? (value ? [value] : []) : Array.isArray(value) ? [...value] : [];

export interface Filling {
  readonly team: Team;
  /** The app's options for a field that asks it. */
  suggest(block: Json, typed: string): Promise<Json[]>;
  /** Uploads what goes into a file field; answers the file as the state shows it. */
  upload(file: { readonly name: string; readonly type: string; readonly body: Uint8Array }): Json;
  /** Of a channel that the field offers; throws otherwise. */
  channelId(name: string, element: Json): string;
}

/** The value that a field's element takes for what a person gives it; throws if it offers no such thing. */
export async function filled(filling: Filling, block: Json, given: FormValue): Promise<Json> {
  const { element } = block;
  const suggested = async (label: string): Promise<Json[]> => {
    const typed = await filling.suggest(block, label);
    return typed.some(o => optionLabel(o) === label) ? typed : [...typed, ...(await filling.suggest(block, ''))];
  };
  const choose = async (label: string): Promise<Json> => {
    const all = element.type.includes('external') ? await suggested(label) : offered(element);
    const found = all.find(o => optionLabel(o) === label) ?? all.find(o => o.value === label);
    if (!found)
      throw new Error(
        `"${block.label?.text ?? element.placeholder?.text}" offers no "${label}"; it offers: ${all.map(optionLabel).join(', ') || 'nothing'}`,
      );
    const { text, value } = found;
    return { text: { emoji: true, ...text }, value };
  };
  const carrier = carrierOf(element.type);
  const words = list(given);
  const single = async (take: (word: string) => Json | string | Promise<Json | string>): Promise<Json> =>
    holding(element, words[0] === undefined ? null : await take(words[0]));
  const many = async (take: (word: string) => Json | string | Promise<Json | string>): Promise<Json> =>
    holding(element, await Promise.all(words.map(take)));
  const person = (name: string): string => personCalled(filling.team, name).id;
  switch (carrier) {
    case 'selected_option':
      return single(choose);
    case 'selected_options':
      return many(choose);
    case 'selected_user':
      return single(person);
    case 'selected_users':
      return many(person);
    case 'selected_channel':
    case 'selected_conversation':
      return single(name => filling.channelId(name, element));
    case 'selected_channels':
    case 'selected_conversations':
      return many(name => filling.channelId(name, element));
    case 'files':
      return holding(element, typeof given === 'object' && 'body' in given ? [filling.upload(given)] : []);
    case 'selected_date': {
      const [day] = words;
      if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`a date picker has no "${day}"`);
      return holding(element, day ?? null);
    }
    case 'selected_date_time': {
      const [moment] = words;
      if (moment && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(moment))
        throw new Error(`a date and time picker has no "${moment}"`);
      return holding(element, moment ? Math.floor(Date.parse(moment) / 1000) : null);
    }
    case 'rich_text_value':
      return holding(
        element,
        words[0]
          ? {
              type: 'rich_text',
              elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: words[0] }] }],
            }
          : null,
      );
    default:
      return holding(element, words[0] || null);
  }
}

/** What Slack's own client says at a field before anything is sent; nothing if it would send. */
export function clientErrors(view: View, values: Values): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const block of inputsOf(view)) {
    const { element, block_id } = block;
    const value = values[block_id]?.[element.action_id];
    const empty = isEmpty(value);
    const words = typeof value?.value === 'string' ? value.value : '';
    if (empty && !block.optional) wrong[block_id] = 'Please complete this required field.';
    else if (empty) continue;
    else if (element.max_length && words.length > element.max_length)
      wrong[block_id] = `Please shorten this text to ${element.max_length} characters or less.`;
    else if (element.min_length && words.length < element.min_length)
      wrong[block_id] = `Please lengthen this text to ${element.min_length} characters or more.`;
    else if (element.type === 'url_text_input' && !URL.canParse(words)) wrong[block_id] = 'Please enter a valid URL.';
    else if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(words))
      wrong[block_id] = 'Please enter a valid email address.';
    else if (element.type === 'number_input' && Number.isNaN(Number(words)))
      wrong[block_id] = 'Please enter a valid number.';
    else if (element.max_selected_items && value![carrierOf(element.type)].length > element.max_selected_items)
      wrong[block_id] = `Please choose no more than ${element.max_selected_items}.`;
  }
  return wrong;
}
