/** How a table is described: what it is for, and what each of its columns is to the people it tells of. */
import type { PersonId } from '../../domain/ids.ts';
import type { Schema } from '../schema.ts';

/** Columns are named in a row, with spaces between them. */
export interface Holding {
  readonly what: string;
  readonly why: string;
  readonly long: string;
  /** Who sees it besides whoever runs the bot. */
  readonly seen: string;
  /** Its rows are a person's own, by that column: forgetting them, the rows go. */
  readonly goes?: string;
  /** Persons by their ids: forgotten, they are nobody. */
  readonly who?: string;
  /** The same, where nothing may stand instead. */
  readonly cleared?: string;
  /** Text that may name persons by their ids, among other things. */
  readonly inside?: string;
  /** What somebody wrote, or what was written of them, with whose it is: forgotten with any of them. */
  readonly words?: Readonly<Record<string, string>>;
  /** Tells of nobody, or only with what stands beside it. */
  readonly plain: string;
}

export type Named<S> = S extends `${infer First} ${infer Rest}` ? First | Named<Rest> : S extends '' ? never : S;
type In<K, Part extends keyof Holding> = K extends { readonly [P in Part]: infer S } ? Named<S> : never;
type Worded<K> = K extends { readonly words: infer W } ? Exclude<keyof W, symbol | number> : never;
type ColumnsOf<K> =
  | In<K, 'goes' | 'who' | 'cleared' | 'inside' | 'plain'>
  | In<K, 'goes'>
  | In<K, 'who'>
  | In<K, 'cleared'>
  | In<K, 'inside'>
  | In<K, 'plain'>
  | Worded<K>;

/** The columns of a table that hold persons by their ids. */
export type OfPeople<T extends keyof Schema> = {
  [C in keyof Schema[T]]-?: [Extract<Schema[T][C], PersonId>] extends [never] ? never : C;
}[keyof Schema[T]];

/** What the schema has and this doesn't say, what this says and the schema doesn't have, and persons whom this doesn't take for such. */
export type Differing<T extends keyof Schema, K> =
  | Exclude<keyof Schema[T], ColumnsOf<K>>
  | Exclude<ColumnsOf<K>, keyof Schema[T]>
  | Exclude<OfPeople<T>, In<K, 'goes'> | In<K, 'who'> | In<K, 'cleared'>>;

export const namesIn = (columns: string | undefined): readonly string[] => columns?.split(' ').filter(Boolean) ?? [];
