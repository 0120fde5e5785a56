/**
 * The parts of blocks, strictly: what Slack knows, how long it may be, what must be there.
 * docs.slack.dev/reference/block-kit/block-elements and /composition-objects.
 */
import { z } from 'zod';
import { limits } from './limits.ts';

export const plain = (max: number = limits.text) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.boolean().optional() });
export const mrkdwn = (max: number = limits.text) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });
export const anyText = (max: number = limits.text) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)]);

export const url = z
  .string()
  .min(1)
  .max(limits.url)
  .regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'invalid url');
export const id = z.string().min(1).max(limits.id);
const style = z.enum(['primary', 'danger']).optional();
const flag = z.boolean().optional();

const confirm = z
  .strictObject({
    title: plain(100).optional(),
    text: anyText(300),
    confirm: plain(30).optional(),
    deny: plain(30).optional(),
    style,
  })
  .optional();
const dispatch = z
  .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).optional() })
  .optional();

const option = z.strictObject({
  text: plain(limits.optionText),
  value: z.string().min(1).max(limits.optionValue),
  description: plain(limits.optionText).optional(),
});
const richOption = option.extend({
  text: anyText(limits.optionText),
  description: anyText(limits.optionText).optional(),
});
export const options = z.array(option).min(1).max(limits.options);
export const optionGroups = z
  .array(z.strictObject({ label: plain(limits.optionText), options }))
  .min(1)
  .max(limits.options);

/** What all interactive elements may carry. */
const base = <T extends string>(type: T) => ({ type: z.literal(type), action_id: id.optional() });
const asked = { placeholder: plain(limits.placeholder).optional(), focus_on_load: flag, confirm };
const typed = { placeholder: asked.placeholder, focus_on_load: flag, dispatch_action_config: dispatch };
const several = { max_selected_items: z.int().min(1).optional() };
const filter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  })
  .refine(given => Object.keys(given).length > 0, 'at least one of its fields must be given') // docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object
  .optional();

export const button = z.strictObject({
  ...base('button'),
  text: plain(limits.buttonText),
  url: url.optional(),
  value: z.string().max(limits.buttonValue).optional(),
  style,
  confirm,
  accessibility_label: z.string().max(limits.accessibilityLabel).optional(),
});

const picture = {
  image_url: url.optional(),
  slack_file: z.strictObject({ id: id.optional(), url: url.optional() }).optional(),
};
export const image = z.strictObject({
  type: z.literal('image'),
  alt_text: z.string().min(1).max(limits.altText),
  ...picture,
});

const feedback = z.strictObject({
  text: plain(limits.buttonText),
  value: z.string().max(limits.buttonValue),
  accessibility_label: z.string().max(limits.accessibilityLabel).optional(),
});

const text = (type: string, more: z.ZodRawShape = {}) =>
  z.strictObject({ ...base(type), ...typed, initial_value: z.string().max(limits.inputText).optional(), ...more });

const choice = (type: string, more: z.ZodRawShape) => z.strictObject({ ...base(type), ...asked, ...more });
const given = { options: options.optional(), option_groups: optionGroups.optional() };
const few = {
  ...base('checkboxes'),
  confirm,
  focus_on_load: flag,
  options: z.array(richOption).min(1).max(limits.fewOptions),
};
const ids = z.array(id).optional();
const replies = { response_url_enabled: flag };
const time = { focus_on_load: flag, confirm };

export const elements = {
  button,
  image,
  workflow_button: z.strictObject({
    ...button.omit({ type: true, url: true, value: true }).shape,
    type: z.literal('workflow_button'),
    workflow: z.looseObject({}),
  }),
  checkboxes: z.strictObject({ ...few, initial_options: z.array(richOption).min(1).optional() }),
  radio_buttons: z.strictObject({ ...few, type: z.literal('radio_buttons'), initial_option: richOption.optional() }),
  overflow: z.strictObject({
    ...base('overflow'),
    confirm,
    options: z
      .array(option.extend({ url: url.optional() }))
      .min(1)
      .max(limits.overflowOptions),
  }),
  static_select: choice('static_select', { ...given, initial_option: option.optional() }),
  multi_static_select: choice('multi_static_select', {
    ...given,
    ...several,
    initial_options: z.array(option).min(1).optional(),
  }),
  external_select: choice('external_select', {
    initial_option: option.optional(),
    min_query_length: z.int().min(0).optional(),
  }),
  multi_external_select: choice('multi_external_select', {
    ...several,
    initial_options: z.array(option).min(1).optional(),
    min_query_length: z.int().min(0).optional(),
  }),
  users_select: choice('users_select', { initial_user: id.optional() }),
  multi_users_select: choice('multi_users_select', { ...several, initial_users: ids }),
  channels_select: choice('channels_select', { initial_channel: id.optional(), ...replies }),
  multi_channels_select: choice('multi_channels_select', { ...several, initial_channels: ids }),
  conversations_select: choice('conversations_select', {
    initial_conversation: id.optional(),
    default_to_current_conversation: flag,
    filter,
    ...replies,
  }),
  multi_conversations_select: choice('multi_conversations_select', {
    ...several,
    initial_conversations: ids,
    default_to_current_conversation: flag,
    filter,
  }),
  datepicker: choice('datepicker', {
    initial_date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'invalid date')
      .optional(),
  }),
  timepicker: choice('timepicker', {
    initial_time: z
      .string()
      .regex(/^\d{2}:\d{2}$/, 'invalid time')
      .optional(),
    timezone: z.string().optional(),
  }),
  datetimepicker: z.strictObject({
    ...base('datetimepicker'),
    ...time,
    initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
  plain_text_input: text('plain_text_input', {
    multiline: flag,
    min_length: z.int().min(0).max(limits.inputText).optional(),
    max_length: z.int().min(1).max(limits.inputText).optional(),
  }),
  email_text_input: text('email_text_input'),
  url_text_input: text('url_text_input'),
  number_input: text('number_input', {
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  rich_text_input: z.strictObject({
    ...base('rich_text_input'),
    ...typed,
    initial_value: z.looseObject({ type: z.literal('rich_text') }).optional(),
  }),
  file_input: z.strictObject({
    ...base('file_input'),
    filetypes: z.array(z.string()).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
  feedback_buttons: z.strictObject({
    ...base('feedback_buttons'),
    positive_button: feedback,
    negative_button: feedback,
  }),
  icon_button: z.strictObject({
    ...base('icon_button'),
    icon: z.enum(['trash']),
    text: plain(limits.buttonText),
    value: z.string().max(limits.buttonValue).optional(),
    confirm,
    accessibility_label: z.string().max(limits.accessibilityLabel).optional(),
    visible_to_user_ids: z.array(id).max(10).optional(),
  }),
} as const;

export type ElementType = keyof typeof elements;
