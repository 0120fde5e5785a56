/** Emoji of buttons and of options. One that Discord doesn't know costs the whole message. */
import type { Placed } from './check-components.ts';
import type { FieldError } from './refusal.ts';
import type { Json } from './state.ts';

const whole = /^\p{RGI_Emoji}$/v;

/** With or without the sign that asks for the coloured form. */
const isEmoji = (name: string): boolean =>
  [name, `${name}\ufe0f`, name.replaceAll('\ufe0f', '')].some(one => whole.test(one));

/** No server here has any of its own. */
function errorsOf(emoji: Json | null | undefined, path: FieldError['path']): FieldError[] {
  if (!emoji) return [];
  const wrong = { code: 'COMPONENT_INVALID_EMOJI', message: 'Invalid emoji' };
  if (emoji.id) return [{ path: [...path, 'id'], ...wrong }];
  return isEmoji(emoji.name ?? '') ? [] : [{ path: [...path, 'name'], ...wrong }];
}

export const emojiErrors = (all: readonly Placed[]): FieldError[] =>
  all.flatMap(({ component, path }) => [
    ...errorsOf(component.emoji, [...path, 'emoji']),
    ...(component.options ?? []).flatMap((option: Json, n: number) =>
      errorsOf(option.emoji, [...path, 'options', n, 'emoji']),
    ),
  ]);
