/** What goes wrong with this machine's own disc is tried again later, like a platform that can't be reached: full, away, or closed to the bot. */
import { Readable } from 'node:stream';
import { PlatformError } from '../../platform/platform-error.ts';

export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

export const onDisc = (error: unknown): Error =>
  error instanceof PlatformError ? error : new PlatformError('unreachable', codeOf(error), { cause: error });

/** A disc may fail in the middle of a file, too, when some of it was sent. */
export const readFrom = (file: Readable): Readable => Readable.from(read(file), { objectMode: false });

async function* read(file: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* file;
  } catch (error) {
    throw onDisc(error);
  }
}
