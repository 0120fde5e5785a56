/** PRIVACY.md's chapter on the tables, as it follows from what the store says of itself (src/store/held.ts). */

import { type Holding, namesIn } from '../../src/store/held/holding.ts';
import { held, type Table } from '../../src/store/held.ts';

/** Tables that are no records: indexes over others, kept by triggers, and what brings the database up to date. */
export const besides: Readonly<Record<string, string>> = {
  directory: 'numbers the CoPs that the directory’s index has (SQLite)',
  directory_search: 'the index of the directory (SQLite)',
  documents_search: 'the index of the libraries (SQLite)',
  schema_steps: 'which steps have rewritten the rows that they meant to',
  schema_breaks: 'which steps older versions can’t go on with',
  came_back: 'that it was put back, until people know (PostgreSQL)',
  kysely_migration: 'which steps the database has been brought up to date by',
  kysely_migration_lock: 'that one process does it at a time',
};

const code = (names: readonly string[]) => names.map(name => `\`${name}\``).join(', ');

const line = (label: string, names: readonly string[]) => (names.length > 0 ? [`- ${label}: ${code(names)}`] : []);

function sectionOf(table: Table): string {
  const { what, why, long, seen, goes, who, cleared, inside, words, plain }: Holding = held[table];
  return [
    `### \`${table}\``,
    '',
    `${what} ${why}`,
    '',
    `- Kept: ${long}. Seen by: ${seen}.`,
    ...line('Whose row it is', namesIn(goes)),
    ...line('Persons', [...namesIn(who), ...namesIn(cleared)]),
    ...line('Words', Object.keys(words ?? {})),
    ...line('Names persons among other things', namesIn(inside)),
    ...line('Else', namesIn(plain)),
    '',
  ].join('\n');
}

export const chapter = (): string =>
  [
    ...(Object.keys(held) as Table[]).map(sectionOf),
    '### What is no record',
    '',
    ...Object.entries(besides).map(([table, what]) => `- \`${table}\`: ${what}`),
    '',
  ].join('\n');

export const [begins, ends] = ['<!-- the tables: from src/store/held.ts -->\n', '<!-- the end of the tables -->'];
