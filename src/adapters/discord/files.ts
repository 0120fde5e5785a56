/** Files: out of Discord, and into it. An address on its CDN is good for a day, so it is asked for anew. https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */

import { Readable } from 'node:stream';
import { type APIAttachment, type APIMessage, Routes } from 'discord.js';
import type { Download, GivenFile, Posted, SentFile } from '../../platform/chat-platform.ts';
import { fetchFile } from '../../platform/file-host.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { fileName } from './attachments.ts';
import type { Drawn } from './message.ts';
import type { Reach } from './reach.ts';
import { fileNamed } from './shared-message.ts';

const fileHosts = ['cdn.discordapp.com', 'media.discordapp.net'];

type Told = Pick<GivenFile, 'name' | 'type' | 'bytes'> & { readonly url: string };

export async function download(reach: Reach, from: Posted | { given: string }): Promise<Download> {
  const { url, ...file } = 'given' in from ? (JSON.parse(from.given) as Told) : await fileOf(reach, from);
  const { apiUrl, ended } = reach;
  const { body } = await fetchFile({ url, hosts: fileHosts, own: apiUrl, bytes: file.bytes, ending: ended });
  return { ...file, body };
}

/** Without the Message Content intent no file of a person's message is told; the bot's own always are. */
async function fileOf({ calls }: Reach, { channel, id }: Posted): Promise<Told> {
  const message = await calls.ask<APIMessage>('GET', Routes.channelMessage(channel.id, id));
  const [file] = [...message.attachments, ...(message.message_snapshots?.[0]?.message.attachments ?? [])];
  if (!file) throw new PlatformError('gone', 'no_file', { whose: 'message' });
  return toldOf(file);
}

const toldOf = (file: APIAttachment): Told => ({ ...fileNamed(file), url: file.url });

/** What was chosen in a form, by field. Its address lasts as long as an attachment's. */
export function givenIn(
  options: Readonly<Record<string, string>>,
  attachments: Readonly<Record<string, APIAttachment>> | undefined,
): Readonly<Record<string, GivenFile>> | undefined {
  const given = Object.entries(options).flatMap(([field, id]) => {
    const file = attachments?.[id];
    if (!file) return [];
    const { name, type, bytes } = fileNamed(file);
    return [[field, { name, type, bytes, at: JSON.stringify(toldOf(file)) }] as const];
  });
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** Discord takes files as parts of one request: ten megabytes at most, and so held whole. */
export async function withFile({ body, files, v2 }: Drawn, file: SentFile): Promise<Drawn> {
  const name = fileName(file.name);
  const data = Buffer.concat(await Readable.from(await file.open()).toArray());
  const attachments = [...(body.attachments ?? []), { id: files.length, filename: name }];
  return { v2, body: { ...body, attachments }, files: [...files, { name, data, contentType: file.type }] };
}
