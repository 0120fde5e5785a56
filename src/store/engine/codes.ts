/** What the engines call their errors. */

/** https://www.postgresql.org/docs/current/errcodes-appendix.html; classes where two letters say enough. */
const ofPostgres = /^(08...|28...|3D000|42501|53...|57P..|57014|58...|40001|40P01|55P03|25P03|25006|XX00[12])$/;
/** What is left are errors in our SQL, and constraints. https://sqlite.org/rescode.html */
const ofSqlite =
  /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL|CORRUPT|NOTADB|PERM|AUTH|INTERRUPT|SCHEMA)/;

/** Whoever the bot is there may not make, or read, what it needs. */
export const withheld = /^42501$/;

/** A database's own trouble, and no bug. */
export const ownTrouble: readonly RegExp[] = [ofPostgres, ofSqlite];

/** Passes by itself within moments, as a rule: somebody else's lock, a connection that is made anew. */
export const passing = /^(SQLITE_(BUSY|LOCKED)|08|57P|55P03|40001|40P01|25P03|ECONN|EPIPE)/;

/** A row that must exist once was written twice; or two waited for each other, and this one was chosen to give way. */
export const conflict = /^(23505|40001|40P01|SQLITE_CONSTRAINT_UNIQUE.*|SQLITE_CONSTRAINT_PRIMARYKEY)$/;

/** What is said without a code. */
export const words =
  /^(SASL: |The server does not support SSL connections|There was an error establishing an SSL connection|Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Query read timeout|Postgres connection has been discarded)/;
