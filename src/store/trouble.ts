/**
 * What is the database's own trouble, and no bug and no platform's: a lock, a full disk, a lost connection. Whatever met it can be
 * tried again as it is.
 */

import { ownTrouble, passing, words } from './engine/codes.ts';

/** The connection was cut while it was being committed: perhaps it was written, perhaps not. */
export class Unsure extends Error {
  override readonly name = 'Unsure';
}

const system =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|ENOSPC|EDQUOT|EIO|EROFS|EMFILE|ENFILE|(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)\w+)$/;
function holdsOf(error: unknown, test: (code: string, message: string, syscall: unknown) => boolean): boolean {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const { code, syscall } = one as { code?: unknown; syscall?: unknown };
    if (test(typeof code === 'string' ? code : '', one.message, syscall)) return true;
  }
  return false;
}

/** No connection came about, whatever the system calls that: the file of a socket is gone (ENOENT) for as long as its server is. */
const isUnconnected = (syscall: unknown): boolean => syscall === 'connect';

/** A socket that is there for others alone stays so, however long somebody waits. */
const isForbidden = (code: string): boolean => /^(EACCES|EPERM)$/.test(code);

export const isStoreTrouble = (error: unknown): boolean =>
  error instanceof Unsure ||
  holdsOf(
    error,
    (code, message, syscall) =>
      ownTrouble.some(one => one.test(code)) || system.test(code) || words.test(message) || isUnconnected(syscall),
  );

/** Nobody answered: what was asked last may have been done. */
export const isCut = (error: unknown): boolean =>
  holdsOf(error, (code, message) => /^(08|57P|E[A-Z]{3})/.test(code) || words.test(message));

export const isPassing = (error: unknown): boolean =>
  error instanceof Unsure ||
  holdsOf(
    error,
    (code, message, syscall) =>
      passing.test(code) || /^(Connection|Client)/.test(message) || (isUnconnected(syscall) && !isForbidden(code)),
  );

/** Nobody is there who could answer, or not yet: a server that starts beside this process, or a network. */
export const isAway = (error: unknown): boolean =>
  holdsOf(
    error,
    (code, message, syscall) =>
      (isUnconnected(syscall) && !isForbidden(code)) ||
      /^(08...|57P0[123]|ECONN\w+|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST\w+|ENET\w+)$/.test(code) ||
      /^(timeout exceeded when trying to connect|timeout expired|Connection terminated)/.test(message),
  );
