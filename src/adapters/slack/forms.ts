/** Form ↔ modal view. Pure. docs.slack.dev/surfaces/modals */
import { type Card, type Field, type Form, textOf } from '../../platform/card.ts';
import type { Answer, GivenFile, Posted, SharedMessage } from '../../platform/chat-platform.ts';
import { encodeInvoke } from '../../platform/invoke.ts';
import type { Aside } from './aside.ts';
import { toBlocks } from './blocks.ts';
import { readInView } from './guide-in-view.ts';
import { cut, limits } from './limits.ts';
import type { Uploaded } from './pictures.ts';
import { plain, toInline } from './rich-text.ts';
import type { AnyBlock, View } from './slack-types.ts';

/** What a form has to remember until it is sent: the card it came from, the message it is about. */
export interface Kept {
  readonly on?: Posted;
  /** The address of the private answer it came from. */
  readonly panel?: string;
  /** The address of the press that opened it, for an answer to who pressed alone; good until then (epoch milliseconds). */
  readonly answer?: Aside & { readonly until: number };
  /** It came from the Home tab. */
  readonly home?: true;
  readonly message?: SharedMessage;
}

const words = (text: string, most: number) => ({ type: 'plain_text', text: cut(text, most), emoji: false });

export function toView(form: Form, team: string, kept: Kept = {}): View {
  const intro = form.intro
    ? [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: toInline(form.intro, team) }] }]
    : [];
  return {
    type: 'modal',
    callback_id: encodeInvoke(form.does),
    title: words(form.title, limits.viewTitle),
    submit: words(form.submit, limits.viewTitle),
    close: words(form.cancel ?? 'Cancel', limits.viewTitle),
    private_metadata: Object.keys(kept).length > 0 ? remembered(kept) : '',
    blocks: [...intro, ...form.fields.map(toInput)],
  };
}

/** At most 3,000 characters: a message's words are shortened first, then its links. */
function remembered(kept: Kept): string {
  const whole = JSON.stringify(kept);
  if (whole.length <= limits.privateMetadata || !kept.message) return whole;
  const { words: said = '', links, files, ...message } = kept.message;
  const without = (most: number) => ({
    ...kept,
    message: {
      ...message,
      words: cut(said, most),
      links: links.slice(0, 1).map(({ url }) => ({ url: cut(url, 500) })),
      files: files.slice(0, 2).map(file => ({ ...file, name: cut(file.name, 200) })),
    },
  });
  const texts = [2400, 1800, 1200, 600].map(most => JSON.stringify(without(most)));
  const shorter = without(0);
  return (
    texts.find(text => text.length <= limits.privateMetadata) ??
    JSON.stringify({ ...shorter, message: { ...shorter.message, words: '', links: [] } })
  );
}

export const recalled = (metadata: string | undefined): Kept => (metadata ? (JSON.parse(metadata) as Kept) : {});

/** Something is always chosen: Slack's client would write "(optional)" behind its label. */
const isChosen = (field: Field): boolean => field.kind === 'choice' && field.value !== undefined;

function toInput(field: Field): AnyBlock {
  const hint = [field.hint, field.error && plain(textOf(field.error))].filter(Boolean).join(' ');
  return {
    type: 'input',
    block_id: field.name,
    label: words(plain(textOf(field.label)), limits.inputLabel),
    optional: !field.required && !isChosen(field),
    ...(hint && { hint: words(hint, limits.hint) }),
    element: { action_id: 'value', ...toElement(field) },
  };
}

function toElement(field: Field): object {
  switch (field.kind) {
    case 'words': {
      const max_length = Math.min(Math.max(field.max, field.value?.length ?? 0), limits.inputText); // what stands in it already stays whole
      const value = field.value && cut(field.value, max_length);
      return {
        type: 'plain_text_input',
        multiline: field.long === true,
        max_length,
        ...(value && { initial_value: value }),
      };
    }
    case 'people': {
      const [first] = field.value ?? [];
      if (field.most === 1) return { type: 'users_select', ...(first && { initial_user: first }) };
      return {
        type: 'multi_users_select',
        max_selected_items: field.most,
        ...(first && { initial_users: field.value }),
      };
    }
    case 'channel':
      return {
        type: 'conversations_select',
        filter: { include: field.private ? ['private'] : ['public', 'private'], exclude_bot_users: true },
        ...(field.value && { initial_conversation: field.value }),
      };
    case 'server-role': // offered on Discord alone
      return { type: 'plain_text_input', max_length: 20 };
    case 'date': {
      const isDay = /^\d{4}-\d{2}-\d{2}$/.test(field.value ?? '');
      return { type: 'datepicker', ...(isDay && { initial_date: field.value }) };
    }
    case 'moment': {
      const isMoment = /^\d{12,14}$/.test(field.value ?? '');
      return { type: 'datetimepicker', ...(isMoment && { initial_date_time: Math.floor(Number(field.value) / 1000) }) };
    }
    case 'file':
      return { type: 'file_input', max_files: 1 };
    case 'tick': {
      const options = [{ text: words(field.words, limits.optionText), value: 'yes' }];
      return { type: 'checkboxes', options, ...(field.value && { initial_options: options }) };
    }
    case 'choice': {
      const options = field.choices.map(choice => ({
        text: words(plain(textOf(choice.label)), limits.optionText),
        value: choice.value,
      }));
      const chosen = options.find(option => option.value === field.value);
      return { type: 'static_select', options, ...(chosen && { initial_option: chosen }) };
    }
  }
}

interface Given {
  readonly value?: string | null;
  readonly selected_user?: string | null;
  readonly selected_users?: readonly string[];
  readonly selected_conversation?: string | null;
  readonly selected_date?: string | null;
  /** Seconds. */
  readonly selected_date_time?: number | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[];
  readonly files?: readonly { readonly id: string; name?: string; mimetype?: string; size?: number }[];
}
export type Values = Readonly<Record<string, Readonly<Record<string, Given>>>>;

/** What was filled in, by field. */
export function optionsFrom(values: Values): Record<string, string> {
  const options: Record<string, string> = {};
  for (const [name, answer] of Object.entries(values)) {
    const given = Object.values(answer)[0] ?? {};
    const { value, selected_user, selected_users, selected_conversation, selected_option, selected_options, files } =
      given;
    const chosen = selected_option ?? selected_options?.[0];
    const picked = selected_user ?? selected_users?.join(',') ?? selected_conversation ?? chosen?.value;
    const moment = given.selected_date_time ? String(given.selected_date_time * 1000) : undefined;
    const said = value ?? picked ?? given.selected_date ?? moment ?? files?.[0]?.id;
    if (said) options[name] = said;
  }
  return options;
}

/** Uploaded in the form, by field: by now they are Slack's, and lie in no conversation. */
export function filesFrom(values: Values): Readonly<Record<string, GivenFile>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, given]) => {
      const file = Object.values(given)[0]?.files?.[0];
      if (!file) return [];
      const { id, name = 'file', mimetype: type = '', size: bytes = 0 } = file;
      return [[field, { name, type, bytes, at: id }] as const];
    }),
  );
}

/** Errors at their fields; nothing, where one belongs to none. */
export function errorsFrom(form: Form): Record<string, string> {
  return Object.fromEntries(
    form.fields.flatMap(field => (field.error ? [[field.name, plain(textOf(field.error))]] : [])),
  );
}

/** A form can only come back where a form was. */
export const cardOf = (answer: Answer): Card =>
  'say' in answer
    ? answer.say
    : {
        body: Object.values(errorsFrom(answer.mend)).map(error => ({
          kind: 'text',
          text: [{ kind: 'data', data: error }],
        })),
      };

/** A card in place of a form, in its window; `name` is on that where the card's title is too long. */
export function toCardView(told: Card, team: string, name = 'CoP', pictures: Uploaded = new Map()): View {
  const card = readInView(told);
  const title = card.title && plain(card.title);
  const fits = title !== undefined && title.length <= limits.viewTitle;
  const { blocks } = toBlocks(fits ? { ...card, title: undefined } : card, team, pictures, limits.viewBlocks);
  return {
    type: 'modal',
    title: words(fits ? title : name, limits.viewTitle),
    close: words(card.close ?? 'Close', limits.viewTitle),
    blocks,
  };
}
