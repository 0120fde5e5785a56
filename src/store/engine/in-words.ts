/** What keeps somebody from the database, once it is open, as whoever typed a command is told; else the error itself. */

import { isStoreTrouble } from '../trouble.ts';
import type { Store } from './store.ts';
import { ofFile, Unusable } from './unusable.ts';

export function inWords({ engine, url }: Pick<Store, 'engine' | 'url'>, error: unknown): unknown {
  const { code = '', message, cause } = error as Error & { code?: string };
  if (engine === 'sqlite') return code.startsWith('SQLITE_') ? ofFile(url, error) : error;
  if (!isStoreTrouble(error)) return error;
  const why = [message || code, cause instanceof Error && cause.message].filter(Boolean).join(': ');
  return new Unusable(
    `The database that DATABASE_URL names can't be reached, or doesn't answer (${why}). See to DATABASE_URL, that PostgreSQL runs there, and that it lets this machine in.`,
    { cause: error },
  );
}
