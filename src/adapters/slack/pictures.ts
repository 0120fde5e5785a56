/**
 * Pictures are uploaded before they are shown, once each: the guides' are the same in every space. docs.slack.dev/messaging/working-with-files#upload
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Block, Card } from '../../platform/card.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { onNobodysTurn } from '../../platform/turn.ts';
import type { SlackClient } from './client.ts';
import { mustBeLeft, toPlatformError } from './errors.ts';
import { cut, limits } from './limits.ts';

export type Picture = Extract<Block, { kind: 'picture' }>;
/** File ids, by the picture's name. */
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

/** What lies ready, or will, by what is in it. */
const lying = new WeakMap<SlackClient, Map<string, Promise<string>>>();
const most = 50;

const keyOf = ({ png, name, alt }: Picture): string =>
  createHash('sha256').update(png).update(`\0${name}\0${alt}`).digest('base64url');

function readyIn(client: SlackClient): Map<string, Promise<string>> {
  const known = lying.get(client) ?? new Map<string, Promise<string>>();
  lying.set(client, known);
  return known;
}

/** Its file; of what failed, nothing is kept. */
export function ready(client: SlackClient, picture: Picture): Promise<string> {
  const known = readyIn(client);
  const key = keyOf(picture);
  const before = known.get(key);
  if (before) return before;
  if (known.size >= most) known.clear();
  const file = onNobodysTurn(() => upload(client, picture));
  known.set(key, file);
  file.catch(() => {
    if (known.get(key) === file) known.delete(key);
  });
  return file;
}

const picturesOf = ({ body }: Card): readonly Picture[] => body.filter(block => block.kind === 'picture');

async function uploaded(client: SlackClient, pictures: readonly Picture[]): Promise<Uploaded> {
  const ids = new Map<string, string>();
  for (const picture of pictures) {
    try {
      ids.set(picture.name, await ready(client, picture));
    } catch (error) {
      const known = toPlatformError(error);
      if (!unwelcome.has(known.code)) throw known;
    }
  }
  return ids;
}

/** Where one that lay ready was deleted since, by a person or by Slack, it is uploaded anew. */
export async function withPictures<T>(
  client: SlackClient,
  card: Card,
  show: (pictures: Uploaded) => Promise<T>,
): Promise<T> {
  const pictures = picturesOf(card);
  const known = readyIn(client);
  const old = pictures.filter(one => known.has(keyOf(one)));
  try {
    return await show(await uploaded(client, pictures));
  } catch (error) {
    if (old.length === 0 || toPlatformError(error).code !== 'invalid_blocks') throw error;
    for (const one of old) known.delete(keyOf(one));
    return show(await uploaded(client, pictures));
  }
}

async function upload(client: SlackClient, { name, png, alt }: Picture): Promise<string> {
  const about = { filename: name, length: png.byteLength, alt_txt: cut(alt, limits.fileAlt) };
  const place = await client.files.getUploadURLExternal(about); // the library's own type says `alt_text`, which Slack passes over
  const id = place.file_id ?? '';
  const form = new FormData();
  form.set('body', new Blob([Buffer.from(png)], { type: 'image/png' }), name);
  const init = { method: 'POST', body: form, signal: AbortSignal.timeout(10_000) };
  await mustBeLeft(await client.send('upload', place.upload_url ?? '', init, false));
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
