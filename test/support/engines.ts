/**
 * What runs on both engines, each test with a database of its own. `describe.each(collations)` where the store sorts, compares, seeks or
 * keeps unique any word, name, address or id of a platform's, or where rows are compared in an order that the database gave them: a third
 * PostgreSQL takes a second or two a file. `describe.each(engines)` for the rest: migrations, which begin with an empty database; how it is
 * opened, read and described; and what takes many rows in turn by ids of our own alone, all of 26 capitals and digits, which English sorts
 * as the bytes do (`prune.test.ts`, too long to run thrice).
 */
import { inject } from 'vitest';
import { copyOf, freshDatabase, type Templates } from './postgres.ts';

export interface Engine {
  readonly engine: 'sqlite' | 'postgres';
  /** Why it can't be tested here. */
  readonly skip: string | undefined;
  /** An empty database. */
  fresh(): Promise<string>;
  /** One with every table in it, for `migratedStore`: once that is closed, others may have it. */
  migrated(): Promise<string>;
}

const postgres = inject('postgres');

const sqlite: Engine = {
  engine: 'sqlite',
  skip: undefined,
  fresh: async () => 'sqlite::memory:',
  migrated: async () => 'sqlite::memory:',
};

function onPostgres(template: Templates['english']): Engine {
  if ('skip' in postgres) return { ...sqlite, engine: 'postgres', skip: postgres.skip };
  if (typeof template !== 'string') return { ...sqlite, engine: 'postgres', skip: template.skip };
  return {
    engine: 'postgres',
    skip: undefined,
    fresh: () => freshDatabase(postgres.url),
    migrated: () => copyOf(postgres.url, template),
  };
}

const { migrated, english } = 'templates' in postgres ? postgres.templates : { migrated: '', english: '' };

export const engines: readonly Engine[] = [sqlite, onPostgres(migrated)];

/** And PostgreSQL where words are sorted as in English; only what is `migrated` is, `fresh` is as the server has it. */
export const collations: readonly (Engine & { readonly name: string })[] = [
  ...engines.map(one => ({ ...one, name: one.engine })),
  { ...onPostgres(english), name: 'postgres in English' },
];
