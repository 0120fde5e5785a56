/** A file that nobody else on this machine may read, for as long as it is sent. */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SentFile } from '../../platform/file.ts';
import { onDisc, readFrom } from './on-disc.ts';

/** Its name is taken off the disc before anything is sent, where the system lets that be done to an open file: a kill leaves nothing. */
export async function temporarily<T>(
  { name, type, bytes }: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
  send: (file: SentFile) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cop-bot-')).catch(again); // mode 0700
  const removed = () => rm(folder, { recursive: true, force: true });
  try {
    const file = await open(path.join(folder, 'sent'), 'wx+', 0o600).catch(again);
    try {
      await file.writeFile(bytes).catch(again);
      await removed().catch(() => {});
      return await send({
        name,
        type,
        bytes: bytes.length,
        open: async () => readFrom(file.createReadStream({ start: 0, autoClose: false })),
      });
    } finally {
      await file.close();
    }
  } finally {
    await removed();
  }
}

function again(error: unknown): never {
  throw onDisc(error);
}
