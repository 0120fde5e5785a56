/** The rows of what is asked and answered once: several settled at once, by what others do. */
import type { Updateable } from 'kysely';
import type { NetworkId } from '../domain/ids.ts';
import type { RecordKind } from '../domain/record.ts';
import type { Tx } from './engine.ts';
import type { Schema } from './schema.ts';

/** Every table of which a row may wait for somebody's answer. */
export type AskedTable = {
  [T in keyof Schema]: Schema[T] extends { readonly state: infer State }
    ? 'pending' extends State
      ? T
      : never
    : never;
}[keyof Schema];

/** What kind of record stands in each. */
export const askedKinds = {
  join_requests: 'join-request',
  invitations: 'invitation',
  nominations: 'nomination',
  role_suggestions: 'role-suggestion',
  stand_ins: 'stand-in',
} as const satisfies Readonly<Record<AskedTable, RecordKind>>;
type Kinds = typeof askedKinds;

/** In which table each kind stands. */
export const askedTables = Object.fromEntries(Object.entries(askedKinds).map(([table, kind]) => [kind, table])) as {
  readonly [T in AskedTable as Kinds[T]]: T;
};

/** What is the same of every table of them, in a list of all tables. */
export const eachAsked = <const V>(same: V) =>
  Object.fromEntries(Object.keys(askedKinds).map(table => [table, same])) as { readonly [T in AskedTable]: V };

/** All that still wait for an answer among these. A column may be any of several; answers which they were. */
export async function settleAll<T extends AskedTable>(
  tx: Tx,
  table: T,
  network: NetworkId,
  which: { readonly [C in keyof Schema[T]]?: Schema[T][C] | readonly Schema[T][C][] },
  answer: Updateable<Schema[T]>,
): Promise<readonly Schema[T][]> {
  const among = Object.entries(which).map(
    ([column, value]) => [column, Array.isArray(value) ? value : [value]] as const,
  );
  if (among.some(([, values]) => values.length === 0)) return [];
  let query = tx
    .updateTable(table as 'join_requests')
    .set(eb => ({ ...(answer as object), version: eb('version', '+', 1) }))
    .where('network_id', '=', network)
    .where('state', '=', 'pending');
  for (const [column, values] of among) query = query.where(column as 'id', 'in', values as never);
  return (await query.returningAll().execute()) as never;
}
