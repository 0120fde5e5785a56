/** What no single property of an element shows: whether its parts fit each other. */
import type { Json } from './state.ts';

const same = (a: Json, b: Json): boolean => a.value === b.value && a.text?.text === b.text?.text;

/** What no single property shows: initial values that fit, options or groups, lengths in order. Answers what is wrong, or nothing. */
export function elementTrouble(element: Json): readonly string[] {
  const wrong: string[] = [];
  if (element.type === 'static_select' || element.type === 'multi_static_select') {
    if (!element.options === !element.option_groups)
      wrong.push('must provide exactly one of `options` and `option_groups`');
  }
  const offered: Json[] | undefined = element.options ?? element.option_groups?.flatMap((g: Json) => g.options ?? []);
  const chosen: Json[] = [
    ...(element.initial_options ?? []),
    ...(element.initial_option ? [element.initial_option] : []),
  ];
  if (offered && chosen.some(one => !offered.some(other => same(one, other))))
    wrong.push('initial value must match one of the options exactly');
  const most = element.max_selected_items;
  const initials =
    (element.initial_options ?? element.initial_users ?? element.initial_channels ?? element.initial_conversations)
      ?.length ?? 0;
  if (most && initials > most) wrong.push('more initial values than `max_selected_items`');
  const words = element.initial_value;
  if (typeof words === 'string') {
    if (element.max_length !== undefined && words.length > element.max_length)
      wrong.push('`initial_value` is longer than `max_length`');
    if (words && element.min_length !== undefined && words.length < element.min_length)
      wrong.push('`initial_value` is shorter than `min_length`');
  }
  if (element.min_length !== undefined && element.max_length !== undefined && element.min_length > element.max_length)
    wrong.push('`min_length` must not exceed `max_length`');
  if (element.type === 'image' && !element.image_url === !element.slack_file)
    wrong.push('must provide exactly one of `image_url` and `slack_file`');
  return wrong;
}
