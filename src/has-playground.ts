/** Whether this installation has a playground: one for production has nothing of what only that needs, and a container not even its folder. */
import { existsSync } from 'node:fs';
import path from 'node:path';

export function hasPlayground(): boolean {
  try {
    import.meta.resolve('preact');
  } catch {
    return false;
  }
  return existsSync(path.join(import.meta.dirname, '../playground'));
}
