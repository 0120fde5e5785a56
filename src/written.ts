/** What is written in a way that whoever wrote it means otherwise than it is read here. */

/**
 * `postgres://user:password@host/database`, as `pg` reads it: a password with `/`, `?` or `#` in it ends the host for it, and the rest
 * of it would be asked for as one. `postgres://user@/database?host=/run/postgresql` is a socket.
 */
export function isServerAddress(url: string): boolean {
  const full = url.replace('@/', '@host/');
  if (!URL.canParse(full)) return false;
  const { pathname, search, hash } = new URL(full);
  return !`${pathname}${hash}${pathname.length > 1 ? '' : search}`.includes('@');
}

/** A shell makes a folder of it before anybody else reads it; nobody does in .env, in a unit or in a container: a folder called `~` would be made. */
export const isForShells = (folder: string): boolean => /^~|\$\w|\$\{|%\w+%/.test(folder);
