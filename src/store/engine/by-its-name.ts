/** Where a file is, whichever way somebody calls it: SQLite puts what belongs to it beside that, and not beside a link to it. */
import { existsSync, realpathSync } from 'node:fs';

export const byItsName = (file: string): string => (existsSync(file) ? realpathSync(file) : file);
