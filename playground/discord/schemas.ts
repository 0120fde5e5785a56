/** Every request body held against Discord's own published schemas, its complaints turned into Discord's tree of field errors. */
import { type FieldError, refuse, refuseFields } from './refusal.ts';
import type { Json } from './state.ts';

type Issue = Json & { readonly path: readonly PropertyKey[] };
type Schema = { safeParse(value: unknown): { success: boolean; error?: { issues: Issue[] } } };
let loaded: Record<string, Schema> | undefined;

/** The preview's schemas are the stable ones and what is announced; loaded when the first playground starts. */
export async function loadSchemas(): Promise<void> {
  const all: Json = await import('discord-api-spec/preview/zod');
  loaded = all;
}

const numeric = new Set(['allow', 'deny', 'permissions', 'default_member_permissions']);

/** Discord takes permission sets as text and ids as numbers too, which its published schemas leave out. */
function loosened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(loosened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (numeric.has(key) && typeof inner === 'string' && /^\d+$/.test(inner)) return [key, Number(inner)];
      if (key === 'attachments' && Array.isArray(inner)) return [key, inner.map(a => ({ ...a, id: String(a?.id) }))];
      return [key, loosened(inner)];
    }),
  );
}

const sized = (issue: Issue): [string, string] => {
  const unit = issue.origin === 'string' || issue.origin === 'array' ? ' in length' : '';
  const small = issue.code === 'too_small';
  const bound = small ? issue.minimum : issue.maximum;
  if (!unit)
    return small
      ? ['NUMBER_TYPE_MIN', `int value should be greater than or equal to ${bound}.`]
      : ['NUMBER_TYPE_MAX', `int value should be less than or equal to ${bound}.`];
  if (small && bound === 1) return ['BASE_TYPE_REQUIRED', 'This field is required'];
  return small
    ? ['BASE_TYPE_MIN_LENGTH', `Must be ${bound} or more${unit}.`]
    : ['BASE_TYPE_MAX_LENGTH', `Must be ${bound} or fewer${unit}.`];
};

const kinds: Readonly<Record<string, readonly [string, string]>> = {
  string: ['STRING_TYPE_CONVERT', 'Could not interpret value as string.'],
  number: ['NUMBER_TYPE_COERCE', 'Value is not int.'],
  int: ['NUMBER_TYPE_COERCE', 'Value is not int.'],
  boolean: ['BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'],
  array: ['LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'],
  object: ['DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType'],
};

function said(issue: Issue): readonly [string, string] {
  if (issue.code === 'too_big' || issue.code === 'too_small') return sized(issue);
  if (issue.code === 'invalid_value')
    return ['BASE_TYPE_CHOICES', `Value must be one of {${(issue.values ?? []).slice(0, 30).join(', ')}}.`];
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return ['URL_TYPE_INVALID_URL', 'Not a well formed URL.'];
  if (issue.code === 'invalid_format') return ['STRING_TYPE_REGEX', 'String value did not match validation regex.'];
  return kinds[issue.expected] ?? ['BASE_TYPE_INVALID', 'Invalid value.'];
}

const at = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value: unknown, key) => (value as Json | undefined)?.[key as string], body);

/** Of a union, the branch whose `type` is the one given; its complaints are those that count. */
function flat(body: unknown, issue: Issue, before: readonly PropertyKey[]): FieldError[] {
  const whole = [...before, ...issue.path];
  const path = whole as (string | number)[];
  if (issue.code === 'invalid_union') {
    const branches = (issue.errors ?? []) as Issue[][];
    const own = branches.filter(b => !b.some(i => i.path.length === 1 && i.path[0] === 'type'));
    const fewest = own.sort((a, b) => a.length - b.length)[0];
    if (fewest) return fewest.flatMap(i => flat(body, i, whole));
    return [
      {
        path: [...path, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: 'Value of field "type" is not one of its choices.',
      },
    ];
  }
  if (at(body, whole) === undefined && issue.code === 'invalid_type')
    return [{ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
  const [code, message] = said(issue);
  return [{ path, code, message }];
}

export function schemaErrors(name: string, body: unknown): FieldError[] {
  const schema = loaded?.[`${name}Schema`];
  if (!schema) throw new Error(`no schema ${name}`);
  const loose = loosened(body);
  const result = schema.safeParse(loose);
  return result.success ? [] : (result.error?.issues ?? []).flatMap(issue => flat(loose, issue, []));
}

/** 50035 when the body isn't as the schema says; 50109 when it isn't an object at all. */
export function checkBody(name: string, body: unknown): void {
  if (typeof body !== 'object' || body === null) refuse(50109);
  const errors = schemaErrors(name, body);
  if (errors.length > 0) refuseFields(errors);
}
