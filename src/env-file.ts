/** Reads .env. What somebody wrote there and can't be understood is said: nobody who filled it in meets the playground instead. */
import { existsSync, readFileSync } from 'node:fs';
import dotenv from 'dotenv';
import { ConfigError } from './config.ts';

/** Its variables; none where there is no such file. */
export function readEnvFile(file: string): Readonly<Record<string, string>> {
  const bytes = bytesOf(file);
  if (!bytes) return {};
  const text = textOf(file, bytes);
  const written = dotenv.parse(text);
  const unread = unreadLines(text, written);
  if (unread.length > 0)
    throw new ConfigError(
      unread
        .map(line => `${file}, line ${line}, is not understood. Write it as NAME=value, as in .env.example.`)
        .join('\n'),
    );
  return written;
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new ConfigError(`${file} can't be read: ${message}`, { cause });
    if (existsSync(`${file}.txt`)) throw new ConfigError(`There is ${file}.txt, but no ${file}. Rename it.`);
    return undefined;
  }
}

/** Windows PowerShell's `>` and Notepad's "Unicode" write UTF-16. A mark at the beginning of UTF-8 does no harm. */
function textOf(file: string, bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff' || bytes.includes(0))
    throw new ConfigError(
      `${file} is written in UTF-16, and nothing in it can be understood. Save it as UTF-8: in Notepad, "Save as", Encoding; in PowerShell, Set-Content -Encoding utf8.`,
    );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ConfigError(`${file} is not written in UTF-8. Save it as UTF-8, in any editor.`, { cause });
  }
}

const assignment = /^\s*(export\s+)?[\w.-]+(\s*=|:\s)/;
const ours = /slack|discord|\bcop\b|token|xox[a-z]-|xapp-/i;

/** By number. Values may go over several lines; what is nothing of ours is left alone. */
function unreadLines(text: string, written: Readonly<Record<string, string>>): number[] {
  const within = Object.values(written).filter(value => value.includes('\n'));
  return text.split(/\r\n?|\n/).flatMap((line, at) => {
    const read = line.trim() === '' || /^\s*#/.test(line) || assignment.test(line);
    return read || !ours.test(line) || within.some(value => value.includes(line.trim())) ? [] : [at + 1];
  });
}
