/** `state.values`: what stands in the inputs and menus of blocks, in the shape in which the app gets it. */
import { elementsOf } from './blocks.ts';
import type { Json, Values } from './state.ts';

/** The property that carries each element's value, the property it starts from, and what it is when empty. */
const carriers: Record<string, { key: string; from: string; empty: unknown }> = {
  plain_text_input: { key: 'value', from: 'initial_value', empty: null },
  email_text_input: { key: 'value', from: 'initial_value', empty: null },
  url_text_input: { key: 'value', from: 'initial_value', empty: null },
  number_input: { key: 'value', from: 'initial_value', empty: null },
  rich_text_input: { key: 'rich_text_value', from: 'initial_value', empty: null },
  static_select: { key: 'selected_option', from: 'initial_option', empty: null },
  external_select: { key: 'selected_option', from: 'initial_option', empty: null },
  radio_buttons: { key: 'selected_option', from: 'initial_option', empty: null },
  checkboxes: { key: 'selected_options', from: 'initial_options', empty: [] },
  multi_static_select: { key: 'selected_options', from: 'initial_options', empty: [] },
  multi_external_select: { key: 'selected_options', from: 'initial_options', empty: [] },
  users_select: { key: 'selected_user', from: 'initial_user', empty: null },
  multi_users_select: { key: 'selected_users', from: 'initial_users', empty: [] },
  channels_select: { key: 'selected_channel', from: 'initial_channel', empty: null },
  multi_channels_select: { key: 'selected_channels', from: 'initial_channels', empty: [] },
  conversations_select: { key: 'selected_conversation', from: 'initial_conversation', empty: null },
  multi_conversations_select: { key: 'selected_conversations', from: 'initial_conversations', empty: [] },
  datepicker: { key: 'selected_date', from: 'initial_date', empty: null },
  timepicker: { key: 'selected_time', from: 'initial_time', empty: null },
  datetimepicker: { key: 'selected_date_time', from: 'initial_date_time', empty: null },
  file_input: { key: 'files', from: 'initial_files', empty: [] },
};

export const carrierOf = (type: string): string => carriers[type]?.key ?? 'value';

export function holding(element: Json, value: unknown): Json {
  const carrier = carriers[element.type]!;
  return { type: element.type, [carrier.key]: value ?? carrier.empty };
}

export function initialValues(blocks: readonly Json[]): Values {
  const values: Values = {};
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const carrier = carriers[element.type];
      if (!carrier) continue;
      values[block.block_id] = {
        ...values[block.block_id],
        [element.action_id]: holding(element, element[carrier.from]),
      };
    }
  }
  return values;
}

export const isEmpty = (value: Json | undefined): boolean => {
  if (!value) return true;
  const held = value[carrierOf(value.type)];
  return held === null || held === undefined || held === '' || (Array.isArray(held) && held.length === 0);
};
