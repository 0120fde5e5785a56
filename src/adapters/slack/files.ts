/** Files: out of Slack, and into it. docs.slack.dev/messaging/working-with-files */

import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Download, Effects, Posted } from '../../platform/chat-platform.ts';
import { fetchFile } from '../../platform/file-host.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { toBlocks } from './blocks.ts';
import type { SlackClient } from './client.ts';
import { posted, type Reach } from './connected.ts';
import { mustBeLeft } from './errors.ts';
import { clockSlackMs, historySince } from './finding.ts';
import { isOnSlack } from './shared-message.ts';

type Sending = Effects['send-file'];

interface SlackFile {
  readonly id?: string;
  readonly name?: string | null;
  readonly title?: string | null;
  readonly mimetype?: string;
  readonly size?: number;
  readonly mode?: string;
  readonly file_access?: string;
  readonly is_external?: boolean;
  readonly url_private?: string;
  readonly url_private_download?: string;
  readonly shares?: Readonly<Record<string, Readonly<Record<string, readonly { readonly ts?: string }[]>>>>;
}

/** Slack's own, where files lie; those of its government's edition, which is apart from it, lie at that's. api.slack-gov.com/gov-slack/about */
const fileHostOf = (home: string): string =>
  /^https:\/\/([a-z0-9-]+\.)*slack-gov\.com\//.test(home) ? 'files.slack-gov.com' : 'files.slack.com';

export async function download(connection: Reach, from: Posted | { given: string }): Promise<Download> {
  const { client, token, home, apiUrl, ended } = connection;
  const told = 'given' in from ? undefined : await fileOf(client, from);
  const file = told?.mimetype ? told : await fileCalled(client, 'given' in from ? from.given : (told?.id ?? ''));
  if (!file.mimetype) throw new PlatformError('unreachable', 'file_not_ready', { whose: 'message' }); // Slack hasn't found out yet what it is
  const url = file.url_private_download ?? file.url_private;
  if (!url) throw new PlatformError('gone', 'no_file', { whose: 'message' });
  const [type, bytes] = [file.mimetype, file.size ?? 0];
  const headers = { authorization: `Bearer ${token}` };
  const fetched = await fetchFile({ url, hosts: [fileHostOf(home)], own: apiUrl, headers, bytes, ending: ended });
  if (fetched.type.startsWith('text/html') && !type.startsWith('text/html')) {
    fetched.body.destroy();
    throw new PlatformError('forbidden', 'sign_in_page'); // Slack's way of saying no, with 200
  }
  return { name: file.name ?? file.title ?? 'file', type, bytes, body: fetched.body };
}

async function fileCalled(client: SlackClient, file: string): Promise<SlackFile> {
  return ((await client.files.info({ file })).file ?? {}) as SlackFile;
}

/** The one that its entry is called after. Of one message by its time, also if it stands in a thread, where the history doesn't show it. */
async function fileOf(client: SlackClient, { channel, id }: Posted): Promise<SlackFile> {
  const page = await client.conversations.replies({
    channel: channel.id,
    ts: id,
    latest: id,
    inclusive: true,
    limit: 1,
  });
  const message = page.messages?.find(one => one.ts === id);
  const file = (message as { files?: readonly SlackFile[] } | undefined)?.files?.find(isOnSlack);
  if (!file) throw new PlatformError('gone', 'no_file', { whose: 'message' });
  return file;
}

/** With its words in one message. There Slack takes no metadata, so a block's id carries the key; and nothing to press. */
export async function sendFile(
  connection: Reach,
  { to, card, file }: Sending['in'],
  key: string,
): Promise<Sending['out']> {
  const { client, team } = connection;
  const channel = await conversationWith(client, to);
  await client.ahead('files.completeUploadExternal', channel);
  const place = await client.files.getUploadURLExternal({ filename: file.name, length: file.bytes });
  const id = place.file_id ?? '';
  await upload(client, place.upload_url ?? '', await file.open(), file.bytes, connection.ended);
  const [first, ...others] = toBlocks({ ...card, buttons: [] }, team).blocks;
  const blocks = [{ ...first, block_id: key }, ...others];
  await client.files.completeUploadExternal({
    files: [{ id, title: file.name }],
    channel_id: channel,
    blocks: blocks as never,
  });
  return posted(connection, channel, { ts: await untilShared(client, id, channel) });
}

export async function findFile(
  connection: Reach,
  { to }: Sending['in'],
  key: string,
  since: number,
): Promise<Sending['out'] | undefined> {
  const { client } = connection;
  const channel = await conversationWith(client, to);
  for await (const message of historySince(connection, channel, since - clockSlackMs))
    if (message.blocks?.some(block => block.block_id === key)) return posted(connection, channel, message);
  return undefined;
}

const conversationWith = async (client: SlackClient, to: Sending['in']['to']): Promise<string> =>
  'person' in to ? ((await client.conversations.open({ users: to.person.id })).channel?.id ?? '') : to.id;

/** As it is read: Slack wants to know the length beforehand. */
async function upload(
  client: SlackClient,
  url: string,
  body: Readable,
  bytes: number,
  ending: AbortSignal,
): Promise<void> {
  const headers = { 'content-type': 'application/octet-stream', 'content-length': String(bytes) };
  const init = { method: 'POST', headers, body: Readable.toWeb(body), duplex: 'half' };
  const signal = AbortSignal.any([ending, AbortSignal.timeout(50_000)]);
  await mustBeLeft(await client.send('upload', url, { ...(init as RequestInit), signal }, false));
}

const waitsMs = [0, 100, 200, 400, 800, 1500, 3000];

/** Slack posts it a little after it was completed. */
async function untilShared(client: SlackClient, id: string, channel: string): Promise<string> {
  for (const ms of waitsMs) {
    await sleep(ms);
    const { shares = {} } = await fileCalled(client, id);
    const ts = Object.values(shares).flatMap(channels => channels[channel] ?? [])[0]?.ts;
    if (ts) return ts;
  }
  throw new PlatformError('unknown-outcome', 'not_shared_yet');
}
