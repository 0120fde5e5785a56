/** A noun's row: its columns, listed once, each with the field that it holds, and how it is changed. */
import type { Updateable } from 'kysely';
import { Stale, type Tx } from './engine.ts';
import type { Schema } from './schema.ts';

type Table = keyof Schema;
/** What isn't there is null in a row, and undefined in a record. */
type Held<V> = null extends V ? Exclude<V, null> | undefined : V;

/** The columns that may hold a field: of its type. */
type For<T extends Table, V> = {
  [C in keyof Schema[T] & string]: [Held<Schema[T][C]>, V] extends [V, Held<Schema[T][C]>] ? C : never;
}[keyof Schema[T] & string];

export type Columns<T extends Table, N> = { readonly [F in keyof N]-?: For<T, N[F]> };

export interface Row<T extends Table, N, C extends Columns<T, N>> {
  readonly names: readonly C[keyof N][];
  from(row: Pick<Schema[T], C[keyof N] & keyof Schema[T]>): N;
  of(record: N): Pick<Schema[T], C[keyof N] & keyof Schema[T]>;
}

/** `table` is there for its types. */
export function rowOf<T extends Table, N>() {
  return <const C extends Columns<T, N>>(columns: C): Row<T, N, C> => {
    const pairs = Object.entries(columns) as [keyof N & string, string][];
    return {
      names: pairs.map(([, column]) => column as C[keyof N]),
      from: row =>
        Object.fromEntries(
          pairs.map(([field, column]) => [field, (row as Readonly<Record<string, unknown>>)[column] ?? undefined]),
        ) as N,
      of: record => Object.fromEntries(pairs.map(([field, column]) => [column, record[field] ?? null])) as never,
    };
  };
}

type Versioned = { [T in Table]: 'version' | 'id' | 'network_id' extends keyof Schema[T] ? T : never }[Table];

/** Fails with Stale where it was changed since it was read. */
export async function changedOnce<T extends Versioned>(
  tx: Tx,
  table: T,
  { id, networkId, version }: { readonly id: Schema[T]['id']; readonly networkId: string; readonly version: number },
  changes: Updateable<Schema[T]>,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable(table as 'cops')
    .set({ ...changes, version: version + 1 } as Updateable<Schema['cops']>)
    .where('network_id', '=', networkId as never)
    .where('id', '=', id as never)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Stale();
}
