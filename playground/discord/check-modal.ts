/** What Discord refuses in a modal. discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
import { type Placed, placed, selectsErrors, twiceErrors } from './check-components.ts';
import { emojiErrors } from './check-emoji.ts';
import { limits } from './limits.ts';
import type { FieldError } from './refusal.ts';
import type { Json } from './state.ts';

function inputErrors({ component: c, path }: Placed): FieldError[] {
  const size = [...(c.value ?? '')].length;
  const tooLong = size > (c.max_length ?? 4000);
  const tooShort = size > 0 && size < (c.min_length ?? 0);
  return [
    ...((c.min_length ?? 0) > (c.max_length ?? 4000)
      ? [
          {
            path: [...path, 'min_length'],
            code: 'TEXT_INPUT_MIN_GREATER_THAN_MAX',
            message: 'min_length must not exceed max_length',
          },
        ]
      : []),
    ...(tooLong || tooShort
      ? [
          {
            path: [...path, 'value'],
            code: 'BASE_TYPE_BAD_LENGTH',
            message: `Must be between ${c.min_length ?? 0} and ${c.max_length ?? 4000} in length.`,
          },
        ]
      : []),
    ...(c.label && path.includes('component')
      ? [
          {
            path: [...path, 'label'],
            code: 'COMPONENT_LABEL_NOT_ALLOWED',
            message: 'A text input in a label has no label of its own',
          },
        ]
      : []),
    ...(!c.label && !path.includes('component')
      ? [{ path: [...path, 'label'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]
      : []),
  ];
}

/** Selects, files and checkboxes that have to be filled in, as they do unless told, can't be left empty. What Discord calls the refusal isn't published. */
const emptyErrors = ({ component: c, path }: Placed): FieldError[] =>
  [3, 5, 6, 7, 8, 19, 22].includes(c.type) && c.min_values === 0 && c.required !== false
    ? [{ path: [...path, 'min_values'], code: 'NUMBER_TYPE_MIN', message: 'Must be at least 1 where it is required.' }]
    : [];

/** Whether it may be chosen beforehand: whether Discord lets pass what is gone nobody has published, so it doesn't here. */
export type IsThere = (kind: string, id: string) => boolean;

const goneErrors = ({ component: { default_values: chosen = [] }, path }: Placed, isThere: IsThere): FieldError[] =>
  chosen.flatMap((one: Json, n: number) =>
    isThere(one.type, one.id)
      ? []
      : [
          {
            path: [...path, 'default_values', n],
            code: 'SELECT_COMPONENT_INVALID_DEFAULT_VALUE',
            message: 'The default value is unknown',
          },
        ],
  );

/** Paths as within `data`. */
export function modalErrors(data: Json, isThere: IsThere): FieldError[] {
  const all = placed(data.components ?? []);
  const disabled = all.filter(p => p.component.disabled && p.path.includes('component'));
  return [
    ...((data.components ?? []).length > limits.modalComponents
      ? [{ path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' }]
      : []),
    ...all
      .filter(p => p.component.type === 1 && p.component.components?.length > 1)
      .map(({ path }) => ({
        path: [...path, 'components'],
        code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        message: 'The specified component exceeds the maximum width',
      })),
    ...all.filter(p => p.component.type === 4).flatMap(inputErrors),
    ...disabled.map(({ path }) => ({
      path: [...path, 'disabled'],
      code: 'COMPONENT_DISABLED_IN_MODAL',
      message: 'Components in modals cannot be disabled',
    })),
    ...all.flatMap(emptyErrors),
    ...all.flatMap(one => goneErrors(one, isThere)),
    ...selectsErrors(all),
    ...emojiErrors(all),
    ...twiceErrors(all),
  ];
}
