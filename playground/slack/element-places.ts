import type { ElementType } from './elements.ts';

const selects = [
  'static_select',
  'external_select',
  'users_select',
  'channels_select',
  'conversations_select',
] as const;
const multiSelects = [
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_channels_select',
  'multi_conversations_select',
] as const;
const pickers = ['datepicker', 'timepicker'] as const;

/** Which elements may stand where. docs.slack.dev/reference/block-kit/block-elements */
export const places: Record<'actions' | 'accessory' | 'input' | 'context_actions', readonly ElementType[]> = {
  actions: [
    'button',
    'workflow_button',
    'checkboxes',
    'radio_buttons',
    'overflow',
    ...selects,
    ...multiSelects,
    ...pickers,
    'datetimepicker',
    'rich_text_input',
  ],
  accessory: [
    'button',
    'workflow_button',
    'image',
    'checkboxes',
    'radio_buttons',
    'overflow',
    ...selects,
    ...multiSelects,
    ...pickers,
  ],
  input: [
    'plain_text_input',
    'email_text_input',
    'url_text_input',
    'number_input',
    'rich_text_input',
    'file_input',
    'checkboxes',
    'radio_buttons',
    ...selects,
    ...multiSelects,
    ...pickers,
    'datetimepicker',
  ],
  context_actions: ['feedback_buttons', 'icon_button'],
};
