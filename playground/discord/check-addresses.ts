/** Which addresses Discord takes where: it refuses every scheme but a few. discord.com/developers/docs/components/reference#unfurled-media-item */
import type { Placed } from './check-components.ts';
import type { FieldError } from './refusal.ts';
import type { Json } from './state.ts';

type Path = FieldError['path'];

const web = ['http', 'https'];
const link = [...web, 'discord'];
const media = [...web, 'attachment'];

function schemeErrors(url: unknown, path: Path, schemes: readonly string[]): FieldError[] {
  if (typeof url !== 'string' || url === '') return [];
  const [, scheme = ''] = url.match(/^([^:/?#]*):/) ?? [];
  if (schemes.includes(scheme.toLowerCase())) return [];
  const known = schemes.map(one => `'${one}'`).join(', ');
  const message = `Scheme "${scheme.toLowerCase()}" is not supported. Scheme must be one of (${known}).`;
  return [{ path, code: 'URL_TYPE_INVALID_SCHEME', message }];
}

function embedErrors(embed: Json, at: Path): FieldError[] {
  return [
    ...schemeErrors(embed.url, [...at, 'url'], web),
    ...schemeErrors(embed.author?.url, [...at, 'author', 'url'], web),
    ...schemeErrors(embed.author?.icon_url, [...at, 'author', 'icon_url'], media),
    ...schemeErrors(embed.footer?.icon_url, [...at, 'footer', 'icon_url'], media),
    ...schemeErrors(embed.image?.url, [...at, 'image', 'url'], media),
    ...schemeErrors(embed.thumbnail?.url, [...at, 'thumbnail', 'url'], media),
  ];
}

/** A file component shows what was uploaded with its message alone. What Discord calls the refusal isn't published. */
function fileErrors(url: string, path: Path): FieldError[] {
  if (url.startsWith('attachment://')) return [];
  const message = 'File components only support attachment:// references';
  return [{ path, code: 'UNFURLED_MEDIA_ITEM_ATTACHMENT_REFERENCE_REQUIRED', message }];
}

function componentErrors({ component: c, path }: Placed): FieldError[] {
  if (c.type === 2 && c.style === 5) return schemeErrors(c.url, [...path, 'url'], link);
  if (c.type === 11) return schemeErrors(c.media.url, [...path, 'media', 'url'], media);
  if (c.type === 13) return fileErrors(c.file.url, [...path, 'file', 'url']);
  if (c.type !== 12) return [];
  return c.items.flatMap((item: Json, n: number) =>
    schemeErrors(item.media.url, [...path, 'items', n, 'media', 'url'], media),
  );
}

export const addressErrors = (embeds: readonly Json[], all: readonly Placed[]): FieldError[] => [
  ...embeds.flatMap((embed, n) => embedErrors(embed, ['embeds', n])),
  ...all.flatMap(componentErrors),
];
