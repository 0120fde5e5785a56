/** Files on their way between people, a platform and the bot. */
import type { Readable } from 'node:stream';

/** A file that somebody gave with a form. `at` says where it lies, in the adapter's own words: good for hours, and for whoever has it. */
export interface GivenFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly at: string;
}

/** A file on its way to people, read only as it is sent. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  open(): Promise<Readable>;
}

/** A file on its way from the platform: what it says of it, and the bytes as they come. Failing, they end with a PlatformError. */
export interface Download {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly body: Readable;
}
