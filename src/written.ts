/** What is written in a way that whoever wrote it means otherwise than it is read here. */

/**
 * `postgres://user:password@host/database`, as `pg` reads it: a password with `/`, `?` or `#` in it ends the host for it, and the rest
 * of it would be asked for as one. `postgres://user@/database?host=/run/postgresql` is a socket.
 */
export function isServerAddress(url: string): boolean {
  const full = url.replace('@/', '@host/');
  if (!URL.canParse(full)) return false;
  const { pathname, search, hash, username, password } = new URL(asPgTakesIt(full));
  if (![username, password, pathname].every(isReadable)) return false;
  return !`${pathname}${hash}${pathname.length > 1 ? '' : search}`.includes('@');
}

/** A % with anything but two digits behind it is taken for itself, and then every other, too; else it stands for a letter. */
const asPgTakesIt = (url: string): string =>
  / |%[^a-f0-9]|%[a-f0-9][^a-f0-9]/i.test(url) ? encodeURI(url).replace(/%25(\d\d)/g, '%$1') : url;

function isReadable(words: string): boolean {
  try {
    return decodeURIComponent(words) !== undefined;
  } catch {
    return false; // it stands for a part of a letter
  }
}

/** A shell makes a folder of it before anybody else reads it; nobody does in .env, in a unit or in a container: a folder called `~` would be made. */
export const isForShells = (folder: string): boolean => /^~|\$\w|\$\{|%\w+%/.test(folder);
