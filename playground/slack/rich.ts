/** Rich text from the block down to the last word of it. docs.slack.dev/reference/block-kit/blocks/rich-text-block */
import { z } from 'zod';
import { id, url } from './elements.ts';

const yes = z.boolean().optional();
const looks = {
  bold: yes,
  italic: yes,
  strike: yes,
  underline: yes,
  highlight: yes,
  client_highlight: yes,
  unlink: yes,
};
const plainLook = z.strictObject(looks).optional();
/** Words and links alone can be code. */
const style = z.strictObject({ ...looks, code: yes }).optional();

const words = z.strictObject({ type: z.literal('text'), text: z.string().min(1), style });
const link = z.strictObject({
  type: z.literal('link'),
  url,
  text: z.string().min(1).optional(),
  unsafe: z.boolean().optional(),
  style,
});
/** What is between braces is one of Slack's own: docs.slack.dev/messaging/formatting-message-text#date-formatting */
const placeholders =
  /^(?:[^{}]|\{(?:date|date_num|date_slash|date_long|date_long_full|date_pretty|date_long_pretty|date_short|date_short_pretty|day_divider_pretty|time|time_secs|ago)\})+$/;
const date = z.strictObject({
  type: z.literal('date'),
  timestamp: z.int().min(0),
  format: z.string().min(1).regex(placeholders, 'unknown date format'),
  url: url.optional(),
  fallback: z.string().min(1).optional(),
  style: plainLook,
});

const inline = z.discriminatedUnion('type', [
  words,
  link,
  date,
  z.strictObject({ type: z.literal('user'), user_id: id.regex(/^[UW]/, 'invalid user'), style: plainLook }),
  z.strictObject({
    type: z.literal('usergroup'),
    usergroup_id: id.regex(/^S/, 'invalid user group'),
    style: plainLook,
  }),
  z.strictObject({ type: z.literal('team'), team_id: id.regex(/^T/, 'invalid team'), style: plainLook }),
  z.strictObject({ type: z.literal('channel'), channel_id: id.regex(/^[CDG]/, 'invalid channel'), style: plainLook }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style: plainLook }),
  z.strictObject({
    type: z.literal('emoji'),
    name: z.string().regex(/^[^\s:]+$/, 'invalid emoji'),
    unicode: z.string().optional(),
    skin_tone: z.int().min(1).max(6).optional(),
    url: url.optional(),
    style: plainLook,
  }),
  z.strictObject({
    type: z.literal('color'),
    value: z.string().regex(/^#[0-9a-f]{6}$/i, 'invalid color'),
    style: plainLook,
  }),
]);

const border = z.union([z.literal(0), z.literal(1)]).optional();
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) });

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z.array(
    z.discriminatedUnion('type', [
      section,
      z.strictObject({
        type: z.literal('rich_text_list'),
        style: z.enum(['bullet', 'ordered']),
        indent: z.int().min(0).max(8).optional(),
        offset: z.int().min(0).optional(),
        border,
        elements: z.array(section),
      }),
      z.strictObject({ type: z.literal('rich_text_quote'), border, elements: z.array(inline) }),
      z.strictObject({
        type: z.literal('rich_text_preformatted'),
        border,
        language: z.string().optional(),
        elements: z.array(z.discriminatedUnion('type', [words, link])),
      }),
    ]),
  ),
});
