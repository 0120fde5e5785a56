/** What Discord refuses in a message. discord.com/developers/docs/resources/message#create-message */
import { addressErrors } from './check-addresses.ts';
import { componentErrors, placed } from './check-components.ts';
import { limits } from './limits.ts';
import { type FieldError, refuse, refuseFields } from './refusal.ts';
import { schemaErrors } from './schemas.ts';
import type { Json } from './state.ts';

export const flags = {
  crossposted: 1,
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  silent: 1 << 12,
  v2: 1 << 15,
} as const;

const length = (value: unknown): number => (typeof value === 'string' ? [...value].length : 0);

function embedErrors(embeds: readonly Json[]): FieldError[] {
  const total = embeds.reduce(
    (sum, e) =>
      sum +
      [e.title, e.description, e.footer?.text, e.author?.name].reduce((n: number, s) => n + length(s), 0) +
      (e.fields ?? []).reduce((n: number, f: Json) => n + length(f.name) + length(f.value), 0),
    0,
  );
  return [
    ...(total > limits.embedTotal
      ? [{ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message: 'Embed size exceeds maximum size of 6000' }]
      : []),
    ...embeds.flatMap((embed, n) => [...emptyFieldErrors(embed, n), ...emptyErrors(embed, n)]),
  ];
}

const required = (...path: (string | number)[]): FieldError => ({
  path,
  code: 'BASE_TYPE_REQUIRED',
  message: 'This field is required',
});

const emptyFieldErrors = ({ fields }: Json, n: number): FieldError[] =>
  (fields ?? []).flatMap((field: Json, m: number) =>
    ['name', 'value'].filter(key => !field[key].trim()).map(key => required('embeds', n, 'fields', m, key)),
  );

const emptyErrors = (embed: Json, n: number): FieldError[] =>
  [embed.title, embed.description, embed.footer, embed.author, embed.image, embed.thumbnail].some(Boolean) ||
  embed.fields?.length
    ? []
    : [required('embeds', n, 'description')];

/** Names of files that the message points to as `attachment://name`, with where. */
function pointed(value: unknown, path: (string | number)[] = []): { path: (string | number)[]; name: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const name = key === 'url' && typeof inner === 'string' ? inner.match(/^attachment:\/\/(.+)$/)?.[1] : undefined;
    return name ? [{ path: here, name }] : pointed(inner, here);
  });
}

function fileErrors(body: Json, names: readonly string[]): FieldError[] {
  return pointed({ embeds: body.embeds ?? [], components: body.components ?? [] })
    .filter(({ name }) => !names.includes(name))
    .map(({ path }) => ({
      path,
      code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      message: 'The referenced attachment was not found',
    }));
}

function modeErrors(body: Json, v2: boolean): FieldError[] {
  if (!v2) return [];
  return ['content', 'embeds', 'sticker_ids', 'poll']
    .filter(field => (Array.isArray(body[field]) ? body[field].length > 0 : Boolean(body[field])))
    .map(field => ({
      path: [field],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
}

function mentionErrors({ allowed_mentions: allowed }: Json): FieldError[] {
  return (['users', 'roles'] as const)
    .filter(kind => allowed?.[kind]?.length && allowed.parse?.includes(kind))
    .map(kind => ({
      path: ['allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
}

/** `before`: what stays of an edited message; `names`: the files it will have. */
export function checkMessage(schema: string, body: Json, names: readonly string[], before?: Json): void {
  const whole = { ...before, ...body };
  const v2 = Boolean(((body.flags ?? 0) | (before?.flags ?? 0)) & flags.v2);
  const errors = schemaErrors(schema, body);
  if (length(body.content) > limits.content && !errors.some(e => e.path[0] === 'content'))
    errors.push({ path: ['content'], code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' });
  if (errors.length > 0) refuseFields(errors);
  errors.push(
    ...embedErrors(body.embeds ?? []),
    ...modeErrors(whole, v2),
    ...componentErrors(body.components ?? [], v2),
    ...fileErrors(body, names),
    ...addressErrors(body.embeds ?? [], placed(body.components ?? [])),
    ...mentionErrors(body),
  );
  if (errors.length > 0) refuseFields(errors);
  const shown = [
    length(whole.content?.trim?.()),
    whole.embeds?.length,
    v2 ? placed(whole.components ?? []).length : 0,
    names.length,
  ];
  if (!shown.some(Boolean) && !whole.poll && !whole.sticker_ids?.length) refuse(50006);
}
