/** What the two platforms hold, kept in one file, so that a restart goes on where it stopped. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reading } from './page/server.ts';

export interface Kept {
  readonly slack?: string;
  readonly discord?: string;
  readonly read?: Reading;
}

export interface Keeper {
  readonly kept: Kept;
  /** Writes what `now` gives, soon: many changes in a row are one writing. */
  soon(now: () => Kept): void;
  /** Writes at once what still waits. */
  close(): void;
}

const waitMs = 300;

/** Whole or not at all: a new file takes the old one's place. A file that can't be read is put aside, never overwritten. */
export function keeper(file: string, fresh: boolean): Keeper {
  if (fresh) rmSync(file, { force: true });
  let next: (() => Kept) | undefined;
  let timer: NodeJS.Timeout | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!next) return;
    const text = JSON.stringify(next());
    next = undefined;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  return {
    kept: readKept(file),
    soon(now) {
      next = now;
      timer ??= setTimeout(write, waitMs);
    },
    close: write,
  };
}

function readKept(file: string): Kept {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    renameSync(file, `${file}.unreadable`);
    return {};
  }
}
