/** Pictures are uploaded before they are shown. docs.slack.dev/messaging/working-with-files#upload */
import type { webApi } from '@slack/bolt';
import type { Card } from '../../platform/card.ts';
import { ofStatus } from './errors.ts';

/** File ids, by the picture's name. */
export async function uploaded(client: webApi.WebClient, card: Card): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const block of card.body) {
    if (block.kind !== 'picture') continue;
    const place = await client.files.getUploadURLExternal({
      filename: block.name,
      length: block.png.byteLength,
      alt_text: block.alt,
    });
    const form = new FormData();
    form.set('body', new Blob([Buffer.from(block.png)], { type: 'image/png' }), block.name);
    const sent = await fetch(place.upload_url ?? '', { method: 'POST', body: form });
    if (!sent.ok) throw ofStatus(sent.status);
    await client.files.completeUploadExternal({ files: [{ id: place.file_id ?? '', title: block.alt }] });
    ids.set(block.name, place.file_id ?? '');
  }
  return ids;
}
