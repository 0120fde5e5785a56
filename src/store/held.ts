/**
 * What is held of people, table by table and column by column. What they are shown of themselves, what forgetting somebody does, and
 * PRIVACY.md all go by it: a column that isn't in it is an error of the compiler's.
 */
import { asked } from './held/asked.ts';
import { cops } from './held/cops.ts';
import type { Differing, Holding } from './held/holding.ts';
import { library } from './held/library.ts';
import { people } from './held/people.ts';
import type { Schema } from './schema.ts';

export type Table = keyof Schema;

const all = { ...people, ...cops, ...asked, ...library };
type All = typeof all;

/** Where the two differ, in which columns. */
type Whole<T extends Table> = T extends keyof All
  ? [Differing<T, All[T]>] extends [never]
    ? Holding
    : { readonly notDescribed: Differing<T, All[T]> }
  : Holding;

export const held: { readonly [T in Table]: Whole<T> } = all;
