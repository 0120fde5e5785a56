/**
 * Whether Slack would take these blocks: every property, length and count, and what must be unique.
 * docs.slack.dev/reference/block-kit/blocks. Messages name the place as Slack does: `[json-pointer:/blocks/0/text]`.
 */
import { z } from 'zod';
import { places } from './element-places.ts';
import { anyText, button, elements, id, image, mrkdwn, plain, url } from './elements.ts';
import { elementTrouble } from './fitting.ts';
import { limits } from './limits.ts';
import { refuse } from './refusal.ts';
import { richText } from './rich.ts';
import type { Json } from './state.ts';

const block = { block_id: id.optional() };
const cell = z.discriminatedUnion('type', [
  richText,
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string() }),
]);
const of = (place: keyof typeof places) =>
  z.discriminatedUnion('type', places[place].map(type => elements[type]) as unknown as [typeof button]);

const card = z.strictObject({
  type: z.literal('card'),
  ...block,
  hero_image: image.optional(),
  icon: image.optional(),
  title: mrkdwn(150).optional(),
  subtitle: mrkdwn(150).optional(),
  body: mrkdwn(200).optional(),
  subtext: mrkdwn(200).optional(),
  actions: z.array(button).max(3).optional(),
});

const known: Record<string, z.ZodType> = {
  actions: z.strictObject({
    type: z.literal('actions'),
    ...block,
    elements: z.array(of('actions')).min(1).max(limits.actionsElements),
  }),
  alert: z.strictObject({
    type: z.literal('alert'),
    ...block,
    text: anyText(200),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
  card,
  carousel: z.strictObject({ type: z.literal('carousel'), ...block, elements: z.array(card).min(1).max(10) }),
  container: z.looseObject({
    type: z.literal('container'),
    ...block,
    title: plain(150).optional(),
    child_blocks: z.array(z.looseObject({})).min(1).max(10),
  }),
  context: z.strictObject({
    type: z.literal('context'),
    ...block,
    elements: z
      .array(z.discriminatedUnion('type', [plain(), mrkdwn(), image]))
      .min(1)
      .max(limits.contextElements),
  }),
  context_actions: z.strictObject({
    type: z.literal('context_actions'),
    ...block,
    elements: z.array(of('context_actions')).min(1).max(5),
  }),
  divider: z.strictObject({ type: z.literal('divider'), ...block }),
  header: z.strictObject({ type: z.literal('header'), ...block, text: plain(limits.header) }),
  image: z.strictObject({ ...image.shape, ...block, title: plain(limits.altText).optional() }),
  input: z.strictObject({
    type: z.literal('input'),
    ...block,
    label: plain(limits.inputLabel),
    hint: plain(limits.inputLabel).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: of('input'),
  }),
  markdown: z.strictObject({ type: z.literal('markdown'), ...block, text: z.string().min(1).max(limits.markdownText) }),
  rich_text: richText,
  section: z.strictObject({
    type: z.literal('section'),
    ...block,
    text: anyText().optional(),
    fields: z.array(anyText(limits.fieldText)).min(1).max(limits.fields).optional(),
    accessory: of('accessory').optional(),
    expand: z.boolean().optional(),
  }),
  table: z.strictObject({
    type: z.literal('table'),
    ...block,
    rows: z.array(z.array(cell).min(1).max(limits.tableColumns)).min(1).max(limits.tableRows),
    column_settings: z
      .array(
        z
          .strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() })
          .nullable(),
      )
      .max(limits.tableColumns)
      .optional(),
  }),
  video: z.strictObject({
    type: z.literal('video'),
    ...block,
    video_url: url,
    thumbnail_url: url,
    alt_text: z.string().min(1).max(200),
    title: plain(200),
    title_url: url.optional(),
    author_name: z.string().max(50).optional(),
    provider_name: z.string().max(50).optional(),
    provider_icon_url: url.optional(),
    description: plain(200).optional(),
  }),
};

type Surface = 'message' | 'modal' | 'home';

const everywhere = [
  'actions',
  'container',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'video',
];
const surfaces: Record<Surface, readonly string[]> = {
  message: [...everywhere, 'alert', 'card', 'carousel', 'context_actions', 'markdown', 'table'],
  modal: [...everywhere, 'alert'],
  home: everywhere,
};

export const elementsOf = (one: Json): Json[] => [
  ...(Array.isArray(one?.elements) && one.type !== 'rich_text' ? one.elements : []),
  ...(one?.accessory ? [one.accessory] : []),
  ...(one?.element ? [one.element] : []),
  ...(Array.isArray(one?.actions) ? one.actions : []),
];

const interactive = (element: Json): boolean => element.type in elements && element.type !== 'image';

/** `[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]` */
function said(issue: z.core.$ZodIssue, at: string): string {
  const pointer = [at, ...issue.path.map(String)].join('/');
  const words =
    issue.code === 'too_big' && issue.origin === 'string'
      ? `must be less than ${Number(issue.maximum) + 1} characters`
      : issue.code === 'too_small' && issue.origin === 'string'
        ? 'must be more than 0 characters'
        : issue.code === 'too_big' && issue.origin === 'array'
          ? `no more than ${issue.maximum} items allowed`
          : issue.code === 'invalid_union'
            ? 'unsupported type'
            : issue.message;
  return `[ERROR] ${words} [json-pointer:${pointer}]`;
}

export interface Where {
  readonly surface: Surface;
  /** Whether a picture of ours exists: by file id, or by its url. */
  readonly hasPicture: (file: Json) => boolean;
}

/** Everything that Slack would say against these blocks; empty if it takes them. */
export function blockTroubles(blocks: unknown, { surface, hasPicture }: Where, at = '/blocks'): string[] {
  if (!Array.isArray(blocks)) return [`[ERROR] must be an array [json-pointer:${at}]`];
  const most = surface === 'message' ? limits.messageBlocks : limits.viewBlocks;
  const wrong: string[] = [];
  if (blocks.length > most) wrong.push(`[ERROR] no more than ${most} items allowed [json-pointer:${at}]`);
  const blockIds = new Set<string>();
  let focused = 0;
  let markdown = 0;
  blocks.forEach((one: Json, i) => {
    const here = `${at}/${i}`;
    const shape = known[one?.type];
    if (!shape || !surfaces[surface].includes(one.type)) {
      wrong.push(`[ERROR] unsupported type: ${one?.type} [json-pointer:${here}/type]`);
      return;
    }
    const parsed = shape.safeParse(one);
    if (!parsed.success) wrong.push(...parsed.error.issues.map(issue => said(issue, here)));
    if (one.type === 'section' && !one.text && !one.fields)
      wrong.push(`[ERROR] missing required field: text or fields [json-pointer:${here}]`);
    if (one.type === 'card' && !one.hero_image && !one.title && !one.actions && !one.body)
      wrong.push(`[ERROR] missing required field: title, body, hero_image or actions [json-pointer:${here}]`);
    if (one.type === 'markdown' && typeof one.text === 'string') markdown += one.text.length;
    if (one.type === 'container' && Array.isArray(one.child_blocks))
      wrong.push(...blockTroubles(one.child_blocks, { surface, hasPicture }, `${here}/child_blocks`));
    if (one.block_id !== undefined) {
      if (blockIds.has(one.block_id))
        wrong.push(`[ERROR] \`block_id\` "${one.block_id}" already exists [json-pointer:${here}/block_id]`);
      blockIds.add(one.block_id);
    }
    const actionIds = new Set<string>();
    for (const element of [...elementsOf(one), ...(one.type === 'image' ? [one] : [])]) {
      if (typeof element !== 'object' || element === null) continue;
      wrong.push(...elementTrouble(element).map(words => `[ERROR] ${words} [json-pointer:${here}]`));
      if (element.slack_file && !hasPicture(element.slack_file))
        wrong.push(`[ERROR] invalid slack file [json-pointer:${here}/slack_file]`);
      if (element.focus_on_load) focused += 1;
      if (element.type === 'file_input' && surface !== 'modal')
        wrong.push(`[ERROR] unsupported type: file_input [json-pointer:${here}/element/type]`); // docs.slack.dev/reference/block-kit/block-elements/file-input-element
      if (element.response_url_enabled && (surface !== 'modal' || one.type !== 'input'))
        wrong.push(`[ERROR] response_url_enabled only stands in a modal's input block [json-pointer:${here}]`);
      if (element.action_id === undefined) continue;
      if (actionIds.has(element.action_id))
        wrong.push(
          `[ERROR] \`action_id\` "${element.action_id}" already exists for another action in this block [json-pointer:${here}]`,
        );
      actionIds.add(element.action_id);
    }
  });
  if (focused > 1) wrong.push(`[ERROR] only one element may have focus_on_load [json-pointer:${at}]`);
  if (markdown > limits.markdownText)
    wrong.push(
      `[ERROR] markdown blocks must be less than ${limits.markdownText + 1} characters in all [json-pointer:${at}]`,
    );
  return wrong;
}

/** Refuses with `invalid_blocks`, or answers the blocks with the ids that Slack adds. */
export function takeBlocks(blocks: unknown, where: Where, nextId: () => string): Json[] {
  const wrong = blockTroubles(blocks, where);
  if (wrong.length) refuse('invalid_blocks', wrong, { errors: wrong.map(words => words.replace('[ERROR] ', '')) });
  return withIds(blocks as Json[], nextId);
}

export function withIds(blocks: Json[], nextId: () => string): Json[] {
  const copy: Json[] = structuredClone(blocks);
  for (const one of copy) {
    one.block_id ??= nextId();
    for (const element of elementsOf(one)) if (interactive(element)) element.action_id ??= nextId();
    if (one.type === 'container') one.child_blocks = withIds(one.child_blocks, nextId);
  }
  return copy;
}
