/**
 * Files beside the database, by what is in them: `ab/abcdef…` under SHA-256, so the same content is there once. Each is written under
 * another name first, and stands under its own only when all of it is on the disc. Nothing here is ever run, served or called what a person called it.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, promises as fs } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PlatformError } from '../../platform/platform-error.ts';
import { makeFolder } from '../../store/engine/make-folder.ts';
import { codeOf, onDisc, readFrom } from './on-disc.ts';

export interface KeptFiles {
  /** The folder is there, and can be written; it is made where it isn't. Fails with FolderError. Asked again with whatever is done, until it is so. */
  ready(): Promise<void>;
  /** The largest that is kept, in bytes. */
  readonly most: number;
  /** To the end, or to the first byte too many. What is taken is there only once it is settled. */
  take(body: Readable, most: number): Promise<Taken | 'too-large'>;
  /** As long as it was when it was kept: one that a copy of the folder holds half of is lost. */
  open(sha256: string, bytes: number): Promise<Readable>;
  remove(sha256: string): Promise<void>;
  /** Whatever lies there. */
  all(): Promise<readonly string[]>;
  /** What a process that was killed had not finished; younger ones may be another process's. */
  tidy(): Promise<void>;
}

export interface Taken {
  readonly sha256: string;
  readonly bytes: number;
  readonly beginning: Uint8Array;
  settle(): Promise<void>;
  drop(): Promise<void>;
}

/** Why the folder can't be used: the system's own code. */
export class FolderError extends PlatformError {
  constructor(cause: unknown) {
    super('unreachable', codeOf(cause), { cause });
  }
}

const hour = 60 * 60_000;
const beginningBytes = 64;

export function keepFilesIn(folder: string, most: number): KeptFiles {
  const incoming = path.join(folder, 'incoming');
  const placeOf = (sha256: string): string => path.join(folder, shelfOf(sha256), sha256);
  let begun = false;

  /** Made once alone: a disk of elsewhere that is away afterwards leaves another folder in its place, which is not ours. */
  async function ready(): Promise<void> {
    try {
      if (begun) return await fs.access(incoming);
      makeFolder(incoming, 0o700);
      const probe = path.join(incoming, randomUUID());
      await fs.writeFile(probe, '', { mode: 0o600 });
      await fs.rm(probe);
      begun = true;
    } catch (error) {
      throw new FolderError(error);
    }
  }

  return {
    most,
    ready,

    async take(body, limit) {
      const file = path.join(incoming, randomUUID());
      const hash = createHash('sha256');
      let bytes = 0;
      let beginning = Buffer.alloc(0);
      const drop = () => fs.rm(file, { force: true });
      async function* measured(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > limit) throw new TooLarge();
          hash.update(chunk);
          if (beginning.length < beginningBytes)
            beginning = Buffer.concat([beginning, chunk]).subarray(0, beginningBytes);
          yield chunk;
        }
      }
      try {
        await ready();
        await pipeline(body, measured, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
      } catch (error) {
        body.destroy();
        await drop().catch(() => {}); // an hour later it goes
        if (error instanceof TooLarge) return 'too-large';
        throw onDisc(error);
      }
      const sha256 = hash.digest('hex');
      const settle = () => moved(file, placeOf(sha256)).catch(error => Promise.reject(onDisc(error)));
      return { sha256, bytes, beginning, settle, drop };
    },

    async open(sha256, bytes) {
      await ready();
      const found = await fs.stat(placeOf(sha256)).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw onDisc(error);
        return undefined;
      });
      if (found?.size !== bytes) throw new PlatformError('gone', 'file_lost', { whose: 'message' });
      return readFrom(createReadStream(placeOf(sha256)));
    },

    async remove(sha256) {
      await ready();
      await fs.rm(placeOf(sha256), { force: true });
    },

    all: () => ready().then(() => lyingIn(folder)),
    async tidy() {
      await ready();
      await leftOver(incoming);
    },
  };
}

const shelfOf = (sha256: string): string => sha256.slice(0, 2);

async function lyingIn(folder: string): Promise<readonly string[]> {
  const found = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const isOurs = (name: string, at: string) => at === path.join(folder, shelfOf(name)) && /^[0-9a-f]{64}$/.test(name);
  return found.filter(one => one.isFile() && isOurs(one.name, one.parentPath)).map(one => one.name);
}

class TooLarge extends Error {}

/** Renamed over what may be there already, which is the same; and the folder's own entry is on the disc too. */
async function moved(from: string, to: string): Promise<void> {
  const folder = path.dirname(to);
  makeFolder(folder, 0o700);
  await fs.rename(from, to);
  const handle = await fs.open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function leftOver(incoming: string): Promise<void> {
  for (const name of await fs.readdir(incoming)) {
    const file = path.join(incoming, name);
    const found = await fs.stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > hour) await fs.rm(file, { force: true });
  }
}
