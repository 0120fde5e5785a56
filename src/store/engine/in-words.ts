/** What keeps somebody from the database, once it is open, as whoever typed a command is told; else the error itself. */

import { isStoreTrouble } from '../trouble.ts';
import { withheld } from './codes.ts';
import type { Store } from './store.ts';
import { ofFile, Unusable } from './unusable.ts';

export function inWords({ engine, url }: Pick<Store, 'engine' | 'url'>, error: unknown): unknown {
  const { code = '', message } = error as Error & { code?: string };
  if (engine === 'sqlite') return code.startsWith('SQLITE_') ? ofFile(url, error) : error;
  if (isOfFile(error as NodeJS.ErrnoException))
    return new Unusable(`A file that DATABASE_URL names can't be read (${message}).`, { cause: error });
  if (withheld.test(code))
    return new Unusable(
      `The user that DATABASE_URL names may not do in its database what the bot does there (${message}). Let it be its: alter database NAME owner to USER; what others have made in it, too.`,
      { cause: error },
    );
  if (!isStoreTrouble(error)) return error;
  return new Unusable(
    `The database that DATABASE_URL names can't be reached, or doesn't answer (${whyAway(error)}). ${todoOf(error)}`,
    { cause: error },
  );
}

/** Of a name that leads to several addresses the system says what each of them did, and of the whole no more than a code. */
export function whyAway(error: unknown): string {
  const { code = '', message, cause } = error as Error & { code?: string };
  return [message || code, cause instanceof Error && (cause.message || (cause as { code?: string }).code)]
    .filter(Boolean)
    .join(': ');
}

const todos: readonly { readonly when: RegExp; readonly todo: string }[] = [
  {
    when: /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF)\w*)/,
    todo: "Its certificate is from an authority that this machine doesn't know. Get that one's own from whoever runs the server, and name its file in DATABASE_URL: ?sslmode=verify-full&sslrootcert=/path/to/ca.pem",
  },
  {
    when: /client password must be a/,
    todo: 'It asks for a password, and DATABASE_URL names none: write user:password@ before the host in it.',
  },
];

/** What whoever runs the bot is to do about it. */
export function todoOf(error: unknown): string {
  const { code = '', message } = error as Error & { code?: string };
  return (
    todos.find(({ when }) => when.test(`${code} ${message}`))?.todo ??
    'See to DATABASE_URL, that PostgreSQL runs there, and that it lets this machine in.'
  );
}

/** Certificates and keys; a connection is read, too, and that it was cut says nothing of a file. */
const isOfFile = ({ syscall, code }: NodeJS.ErrnoException): boolean =>
  syscall === 'open' || syscall === 'stat' || (syscall === 'read' && code === 'EISDIR');
