/** What is held of people is written down whole: as the database has it, in the code and in PRIVACY.md. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Holding, namesIn } from '../../src/store/held/holding.ts';
import { held } from '../../src/store/held.ts';
import { engines } from '../support/engines.ts';
import { begins, besides, chapter, ends } from '../support/privacy.ts';
import { migratedStore } from '../support/store.ts';

const described = ({ goes, who, cleared, inside, words, plain }: Holding): readonly string[] =>
  [...[goes, who, cleared, inside, plain].flatMap(namesIn), ...Object.keys(words ?? {})].sort();

/** Holding by triggers out of the columns beside them, or on one engine in the index alone, or where it is worked out of another column when read. */
const ofOneEngine: Readonly<Record<string, readonly string[]>> = {
  documents: ['search'],
  cops: ['grams'],
  workspaces: ['platform'],
};
const isIndex = (name: string) => /_search_(data|idx|content|docsize|config)$/.test(name);

describe.each(engines)('on $engine', ({ skip, migrated }) => {
  it.skipIf(skip)(`every table and every column is described${skip ? ` (skipped: ${skip})` : ''}`, async () => {
    const store = await migratedStore(await migrated());
    const tables = (await store.db.introspection.getTables({ withInternalKyselyTables: true })).filter(
      ({ name, schema }) => schema !== 'pgboss' && !isIndex(name) && !besides[name],
    );
    const shared = (name: string, columns: readonly string[]) =>
      columns.filter(one => !ofOneEngine[name]?.includes(one)).sort();
    const there = tables.map(({ name, columns }) => [
      name,
      shared(
        name,
        columns.map(one => one.name),
      ),
    ]);
    const told = Object.entries<Holding>(held).map(([name, kept]) => [name, shared(name, described(kept))]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(there));
    await store.close();
  });
});

it('PRIVACY.md says so', () => {
  const words = readFileSync(path.join(import.meta.dirname, '../../PRIVACY.md'), 'utf8');
  const [, rest = ''] = words.split(begins);
  expect(rest.split(ends)[0]).toBe(chapter());
});
