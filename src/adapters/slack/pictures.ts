/** Pictures are uploaded before they are shown. docs.slack.dev/messaging/working-with-files#upload */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Block, Card } from '../../platform/card.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { SlackClient } from './client.ts';
import { ofAnswer, toPlatformError } from './errors.ts';
import { cut, limits } from './limits.ts';

type Picture = Extract<Block, { kind: 'picture' }>;
export type Uploaded = ReadonlyMap<string, string>;

/** A workspace that takes no pictures, or has not allowed this app to send any: what they show is said in words. */
const unwelcome = new Set([
  'missing_scope',
  'access_denied',
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'file_type_not_allowed',
  'file_upload_size_restricted',
  'storage_limit_reached',
]);

/** File ids, by the picture's name. */
export async function uploaded(client: SlackClient, card: Card): Promise<Uploaded> {
  const ids = new Map<string, string>();
  for (const block of card.body) {
    if (block.kind !== 'picture') continue;
    try {
      ids.set(block.name, await upload(client, block));
    } catch (error) {
      const known = toPlatformError(error);
      if (!unwelcome.has(known.code)) throw known;
    }
  }
  return ids;
}

async function upload(client: SlackClient, { name, png, alt }: Picture): Promise<string> {
  const about = { filename: name, length: png.byteLength, alt_txt: cut(alt, limits.fileAlt) };
  const place = await client.files.getUploadURLExternal(about); // the library's own type says `alt_text`, which Slack passes over
  const id = place.file_id ?? '';
  const form = new FormData();
  form.set('body', new Blob([Buffer.from(png)], { type: 'image/png' }), name);
  const init = { method: 'POST', body: form, signal: AbortSignal.timeout(10_000) };
  const sent = await client.send('upload', place.upload_url ?? '', init, false);
  if (!sent.ok) throw ofAnswer(sent);
  await client.files.completeUploadExternal({ files: [{ id, title: name }] });
  await untilShown(client, id);
  return id;
}

const waitsMs = [0, 100, 200, 400, 800, 1500, 3000];

/** Slack goes on with a file after it was completed; until it has found out what it is, a message with it is refused as `invalid_blocks`. */
async function untilShown(client: SlackClient, file: string): Promise<void> {
  for (const ms of waitsMs) {
    await sleep(ms);
    if ((await client.files.info({ file })).file?.mimetype) return;
  }
  throw new PlatformError('unreachable', 'picture_not_ready');
}
