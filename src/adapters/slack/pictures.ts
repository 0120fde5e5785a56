/**
 * Pictures are uploaded before they are shown, once each: the guides' are the same in every space. docs.slack.dev/messaging/working-with-files#upload
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TroubleKind } from '../../domain/trouble.ts';
import { attempt } from '../../platform/attempt.ts';
import type { Block, Card } from '../../platform/card.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { onNobodysTurn } from '../../platform/turn.ts';
import type { SlackClient } from './client.ts';
import { mustBeLeft, toPlatformError } from './errors.ts';
import { cut, limits } from './limits.ts';

export type Picture = Extract<Block, { kind: 'picture' }>;
/** File ids, by the picture's name. */
export type Uploaded = ReadonlyMap<string, string>;

/** A workspace that takes no pictures, has not allowed this app to send any, or has lost it again: what they show is said in words. */
const unwelcome: ReadonlySet<TroubleKind> = new Set(['forbidden', 'gone', 'unsupported']);

/** By what is in them: those that lie ready, or will; and those that Slack has, but doesn't show yet. */
interface Lying {
  readonly ready: Map<string, Promise<string>>;
  readonly left: Map<string, string>;
}
const lying = new WeakMap<SlackClient, Lying>();
const most = 50;

const keyOf = ({ png, name, alt }: Picture): string =>
  createHash('sha256').update(png).update(`\0${name}\0${alt}`).digest('base64url');

function lyingIn(client: SlackClient): Lying {
  const known = lying.get(client) ?? { ready: new Map(), left: new Map() };
  lying.set(client, known);
  return known;
}

/** Its file; of what failed, nothing is kept but what Slack only doesn't show yet. */
export function ready(client: SlackClient, picture: Picture): Promise<string> {
  const known = lyingIn(client).ready;
  const key = keyOf(picture);
  const before = known.get(key);
  if (before) return before;
  if (known.size >= most) known.clear();
  const file = onNobodysTurn(() => shown(client, picture));
  known.set(key, file);
  file.catch(() => {
    if (known.get(key) === file) known.delete(key);
  });
  return file;
}

/** So often it was tried in vain, by the effect that it is for. */
const inVain = new Map<string, number>();
const mostTries = 6;
const mostEffects = 1000;

/** All else of a card is not to wait for its picture for ever. To be told to wait is no failure. */
function isGivenUp({ kind }: PlatformError): boolean {
  const key = attempt()?.key;
  if (key === undefined || kind === 'rate-limited' || kind === 'invalid') return false;
  const tries = (inVain.get(key) ?? 0) + 1;
  if (inVain.size >= mostEffects) inVain.clear();
  inVain.set(key, tries);
  return tries >= mostTries;
}

const picturesOf = ({ body }: Card): readonly Picture[] => body.filter(block => block.kind === 'picture');

async function uploaded(client: SlackClient, pictures: readonly Picture[]): Promise<Uploaded> {
  const ids = new Map<string, string>();
  for (const picture of pictures) {
    try {
      ids.set(picture.name, await ready(client, picture));
    } catch (error) {
      const known = toPlatformError(error);
      if (!unwelcome.has(known.kind) && !isGivenUp(known)) throw known;
      lyingIn(client).left.delete(keyOf(picture));
    }
  }
  return ids;
}

/** Where one that lay ready was deleted since, by a person or by Slack, it is uploaded anew; where Slack takes none of them, it is said in words. */
export async function withPictures<T>(
  client: SlackClient,
  card: Card,
  show: (pictures: Uploaded) => Promise<T>,
): Promise<T> {
  const pictures = picturesOf(card);
  const known = lyingIn(client).ready;
  const old = pictures.filter(one => known.has(keyOf(one)));
  let tried = 0;
  const attempted = async () => {
    const files = await uploaded(client, pictures);
    tried = files.size;
    return show(files);
  };
  try {
    return await attempted().catch(error => {
      if (old.length === 0 || !isRefused(error)) throw error;
      for (const one of old) known.delete(keyOf(one));
      return attempted();
    });
  } catch (error) {
    if (tried === 0 || !isRefused(error)) throw error;
    return show(new Map());
  }
}

const isRefused = (error: unknown): boolean => toPlatformError(error).code === 'invalid_blocks';

/** What was left there in vain is only looked at again: between the tries there is time enough. */
async function shown(client: SlackClient, picture: Picture): Promise<string> {
  const { left } = lyingIn(client);
  const key = keyOf(picture);
  const before = left.get(key);
  const file = before ?? (await upload(client, picture));
  try {
    await untilShown(client, file, before ? againMs : waitsMs);
    left.delete(key);
  } catch (error) {
    if (left.size >= most) left.clear();
    left.set(key, file);
    throw error;
  }
  return file;
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
  return id;
}

const waitsMs = [0, 100, 200, 400, 800, 1500, 3000];
const againMs = [0, 200];

/** Slack goes on with a file after it was completed; until it has found out what it is, a message with it is refused as `invalid_blocks`. */
async function untilShown(client: SlackClient, file: string, waits: readonly number[]): Promise<void> {
  for (const ms of waits) {
    await sleep(ms);
    if ((await client.files.info({ file })).file?.mimetype) return;
  }
  throw new PlatformError('unreachable', 'picture_not_ready');
}
