/**
 * What is held of people, table by table and column by column. What they are shown of themselves, what forgetting somebody does, and
 * PRIVACY.md all go by it: a column that isn't in it is an error of the compiler's.
 */
import { asked } from './held/asked.ts';
import { cops } from './held/cops.ts';
import { type Differing, type Holding, type Named, namesIn } from './held/holding.ts';
import { library } from './held/library.ts';
import { meetings } from './held/meetings.ts';
import { people } from './held/people.ts';
import type { Schema } from './schema.ts';

export type Table = keyof Schema;

const all = { ...people, ...cops, ...asked, ...library, ...meetings };
type All = typeof all;

/** Where the two differ, in which columns. */
type Whole<T extends Table> = T extends keyof All
  ? [Differing<T, All[T]>] extends [never]
    ? Holding
    : { readonly notDescribed: Differing<T, All[T]> }
  : Holding;

export const held: { readonly [T in Table]: Whole<T> } = all;

type Asked<T extends Table> = {
  [P in 'goes' | 'who' | 'cleared']: All[T] extends { readonly [K in P]: infer C extends string } ? Named<C> : never;
}['goes' | 'who' | 'cleared'];

/** Where somebody may stand in a table: `memberships.person_id`; `inside`, in a text with other things. */
export type Whereabouts = {
  [T in Table & keyof All]: `${T}.${Asked<T>}` | (All[T] extends { readonly inside: string } ? `${T}.inside` : never);
}[Table & keyof All];

type TableOf<W> = W extends `${infer T}.${string}` ? Extract<T, Table> : never;
/** The tables in which somebody may stand. */
export type Peopled = TableOf<Whereabouts>;

/** How what is held of somebody can stand. */
export type StateThere = {
  [T in Peopled]: Schema[T] extends { readonly state: infer State extends string } ? State : never;
}[Peopled];

export const whereabouts: readonly {
  readonly at: Whereabouts;
  readonly table: Table;
  readonly columns: readonly string[];
}[] = (Object.entries(held) as [Table, Holding][]).flatMap(([table, { goes, who, cleared, inside }]) => [
  ...[goes, who, cleared]
    .flatMap(namesIn)
    .map(column => ({ at: `${table}.${column}` as Whereabouts, table, columns: [column] })),
  ...(inside ? [{ at: `${table}.inside` as Whereabouts, table, columns: namesIn(inside) }] : []),
]);
