/** What keeps somebody from the database, once it is open, as whoever typed a command is told; else the error itself. */

import { isStoreTrouble } from '../trouble.ts';
import { withheld } from './codes.ts';
import type { Store } from './store.ts';
import { ofFile, Unusable } from './unusable.ts';

export function inWords({ engine, url }: Pick<Store, 'engine' | 'url'>, error: unknown): unknown {
  const { code = '', message, cause } = error as Error & { code?: string };
  if (engine === 'sqlite') return code.startsWith('SQLITE_') ? ofFile(url, error) : error;
  if (isOfFile(error as NodeJS.ErrnoException))
    return new Unusable(`A file that DATABASE_URL names can't be read (${message}).`, { cause: error });
  if (withheld.test(code))
    return new Unusable(
      `The user that DATABASE_URL names may not do in its database what the bot does there (${message}). Let it be its: alter database NAME owner to USER; what others have made in it, too.`,
      { cause: error },
    );
  if (!isStoreTrouble(error)) return error;
  const why = [message || code, cause instanceof Error && cause.message].filter(Boolean).join(': ');
  return new Unusable(
    `The database that DATABASE_URL names can't be reached, or doesn't answer (${why}). See to DATABASE_URL, that PostgreSQL runs there, and that it lets this machine in.`,
    { cause: error },
  );
}

/** Certificates and keys; a connection is read, too, and that it was cut says nothing of a file. */
const isOfFile = ({ syscall, code }: NodeJS.ErrnoException): boolean =>
  syscall === 'open' || syscall === 'stat' || (syscall === 'read' && code === 'EISDIR');
