/**
 * What is the database's own trouble, and no bug and no platform's: a lock, a full disk, a lost connection. Whatever met it can be
 * tried again as it is.
 */

/** The connection was cut while it was being committed: perhaps it was written, perhaps not. */
export class Unsure extends Error {
  override readonly name = 'Unsure';
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html; classes where two letters say enough. */
const postgres = /^(08...|28...|3D000|53...|57P..|57014|58...|40001|40P01|55P03|25P03|25006|XX00[12])$/;
/** What is left are errors in our SQL, and constraints. https://sqlite.org/rescode.html */
const sqlite =
  /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL|CORRUPT|NOTADB|PERM|AUTH|INTERRUPT|SCHEMA)/;
const system =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|ENOSPC|EDQUOT|EIO|EROFS|EMFILE|ENFILE)$/;
/** What pg says without a code. */
const words =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Query read timeout|Postgres connection has been discarded)/;

/** Passes by itself within moments, as a rule: somebody else's lock, a connection that is made anew. */
const passing = /^(SQLITE_(BUSY|LOCKED)|08|57P|55P03|40001|40P01|25P03|ECONN|EPIPE)/;

function holdsOf(error: unknown, test: (code: string, message: string) => boolean): boolean {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const code = (one as { code?: unknown }).code;
    if (test(typeof code === 'string' ? code : '', one.message)) return true;
  }
  return false;
}

export const isStoreTrouble = (error: unknown): boolean =>
  error instanceof Unsure ||
  holdsOf(
    error,
    (code, message) => postgres.test(code) || sqlite.test(code) || system.test(code) || words.test(message),
  );

/** Nobody answered: what was asked last may have been done. */
export const isCut = (error: unknown): boolean =>
  holdsOf(error, (code, message) => /^(08|57P|E[A-Z]{3})/.test(code) || words.test(message));

export const isPassing = (error: unknown): boolean =>
  error instanceof Unsure ||
  holdsOf(error, (code, message) => passing.test(code) || /^(Connection|Client)/.test(message));
