/** Rules of components that Discord's published schemas leave out. discord.com/developers/docs/components/reference */
import { emojiErrors } from './check-emoji.ts';
import { limits } from './limits.ts';
import type { FieldError } from './refusal.ts';
import type { Json } from './state.ts';

type Path = readonly (string | number)[];
export interface Placed {
  readonly component: Json;
  readonly path: Path;
}

/** Every component with its place, in reading order, accessories and labelled ones included. */
export function placed(components: readonly Json[], before: Path = ['components']): Placed[] {
  return components.flatMap((component, n) => within(component, [...before, n]));
}

function within(component: Json, path: Path): Placed[] {
  return [
    { component, path },
    ...(component.components ? placed(component.components, [...path, 'components']) : []),
    ...(component.accessory ? within(component.accessory, [...path, 'accessory']) : []),
    ...(component.component ? within(component.component, [...path, 'component']) : []),
  ];
}

const selects = new Set([3, 5, 6, 7, 8]);
const error = (path: Path, code: string, message: string): FieldError => ({ path, code, message });

function buttonErrors({ component: b, path }: Placed): FieldError[] {
  const link = b.style === 5;
  if (b.style === 6) return [];
  return [
    ...(link && !b.url ? [error([...path, 'url'], 'BASE_TYPE_REQUIRED', 'This field is required')] : []),
    ...(link && b.custom_id
      ? [
          error(
            path,
            'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
            'A custom id and url cannot both be specified',
          ),
        ]
      : []),
    ...(!link && b.url
      ? [error([...path, 'url'], 'BUTTON_COMPONENT_INVALID_URL', 'A url may only be specified for link buttons')]
      : []),
    ...(!link && !b.custom_id ? [error([...path, 'custom_id'], 'BASE_TYPE_REQUIRED', 'This field is required')] : []),
    ...(!b.label && !b.emoji
      ? [error(path, 'BUTTON_COMPONENT_MISSING_LABEL', 'A button must have a label or an emoji')]
      : []),
  ];
}

function selectErrors({ component: s, path }: Placed): FieldError[] {
  const least = s.min_values ?? 1;
  const most = s.max_values ?? 1;
  const values = (s.options ?? []).map((o: Json) => o.value);
  const chosen = (s.options ?? []).filter((o: Json) => o.default).length + (s.default_values ?? []).length;
  return [
    ...(least > most
      ? [
          error(
            [...path, 'min_values'],
            'SELECT_COMPONENT_MIN_GREATER_THAN_MAX',
            'min_values must not exceed max_values',
          ),
        ]
      : []),
    ...(s.type === 3 && most > values.length
      ? [error([...path, 'max_values'], 'BASE_TYPE_MAX', `max_values must not exceed the ${values.length} options`)]
      : []),
    ...(new Set(values).size < values.length
      ? [
          error(
            [...path, 'options'],
            'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            'The specified option value is already used',
          ),
        ]
      : []),
    ...(chosen > most
      ? [error(path, 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More options are chosen than max_values allows')]
      : []),
  ];
}

function rowErrors({ component: row, path }: Placed): FieldError[] {
  const kinds: number[] = (row.components ?? []).map((c: Json) => c.type);
  const mixed = kinds.some(k => selects.has(k)) && kinds.length > 1;
  return mixed
    ? [
        error(
          [...path, 'components'],
          'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
          'The specified component exceeds the maximum width',
        ),
      ]
    : [];
}

function customIdErrors(all: readonly Placed[]): FieldError[] {
  const seen = new Set<string>();
  return all.flatMap(({ component: { custom_id: id }, path }) => {
    const twice = typeof id === 'string' && seen.has(id);
    seen.add(id);
    return twice
      ? [error([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')]
      : [];
  });
}

/** Those that number themselves; 0 stands for none. What Discord calls the refusal isn't published. */
function numberErrors(all: readonly Placed[]): FieldError[] {
  const seen = new Set<number>();
  return all.flatMap(({ component: { id }, path }) => {
    const twice = Boolean(id) && seen.has(id);
    seen.add(id);
    return twice ? [error([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated')] : [];
  });
}

/** What is called or numbered twice, in a message or a modal. */
export const twiceErrors = (all: readonly Placed[]): FieldError[] => [...customIdErrors(all), ...numberErrors(all)];

export const selectsErrors = (all: readonly Placed[]): FieldError[] =>
  all.filter(p => selects.has(p.component.type)).flatMap(selectErrors);

function legacyErrors(top: readonly Json[]): FieldError[] {
  return [
    ...(top.length > limits.rows
      ? [error(['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')]
      : []),
    ...top.flatMap((c, n) =>
      c.type === 1
        ? []
        : [error(['components', n, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).')],
    ),
  ];
}

function modernErrors(all: readonly Placed[]): FieldError[] {
  const text = all
    .filter(p => p.component.type === 10)
    .reduce((sum, p) => sum + [...(p.component.content ?? '')].length, 0);
  return [
    ...(all.length > limits.componentsTotal
      ? [
          error(
            ['components'],
            'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
            'The maximum of 40 components in all is exceeded',
          ),
        ]
      : []),
    ...(text > limits.textTotal
      ? [
          error(
            ['components'],
            'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            'Components displayable text size exceeds maximum size of 4000',
          ),
        ]
      : []),
  ];
}

export function componentErrors(components: readonly Json[], v2: boolean): FieldError[] {
  const all = placed(components);
  return [
    ...(v2 ? modernErrors(all) : legacyErrors(components)),
    ...all.filter(p => p.component.type === 1).flatMap(rowErrors),
    ...all.filter(p => p.component.type === 2).flatMap(buttonErrors),
    ...selectsErrors(all),
    ...emojiErrors(all),
    ...twiceErrors(all),
  ];
}

/** Discord numbers components that don't number themselves, in reading order from 1. */
export function numbered(components: readonly Json[]): Json[] {
  const copies = structuredClone(components) as Json[];
  const all = placed(copies);
  const used = new Set(all.map(p => p.component.id).filter(Boolean));
  let next = 1;
  for (const { component } of all) {
    if (component.id) continue;
    while (used.has(next)) next += 1;
    used.add(next);
    component.id = next;
  }
  return copies;
}
