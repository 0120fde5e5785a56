/** What runs on both engines: `describe.each(engines)`, each test with a database of its own; what sorts or compares words, `collations`. */
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

/** And PostgreSQL where words are sorted as in English. */
export const collations: readonly (Engine & { readonly name: string })[] = [
  ...engines.map(one => ({ ...one, name: one.engine })),
  { ...onPostgres(english), name: 'postgres in English' },
];
