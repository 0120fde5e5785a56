/** Many rows in few statements, and none with more values than an engine takes: SQLite 32,766, PostgreSQL 65,535 (sqlite.org/limits.html). */
const most = 500;

export function* bitesOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += most) yield all.slice(from, from + most);
}
