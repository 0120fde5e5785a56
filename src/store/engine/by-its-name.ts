/** Where a file is, whichever way somebody calls it: SQLite puts what belongs to it beside that, and not beside a link to it. */
import { existsSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** As many links, one leading to the next, as Linux follows. */
const mostLinks = 40;

export function byItsName(file: string, links = mostLinks): string {
  if (existsSync(file)) return realpathSync(file);
  const target = links > 0 ? targetOf(file) : undefined;
  return target === undefined ? file : byItsName(path.resolve(folderOf(file), target), links - 1);
}

/** Of a link; it may lead to what is not there yet, and is made there. */
function targetOf(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined; // no link
  }
}

const folderOf = (file: string): string => {
  const folder = path.dirname(file);
  return existsSync(folder) ? realpathSync(folder) : folder;
};
