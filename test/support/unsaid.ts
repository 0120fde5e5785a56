/** What people wrote, and who they are, stands in no line of the log: looked at when a stage is cleared, whatever was played on it. */
import { sql } from 'kysely';
import { openLog } from '../../src/log.ts';
import type { Db } from '../../src/store/engine.ts';
import { held } from '../../src/store/held.ts';

/** Besides what is told of every table: who somebody is, what a CoP is, and what its documents are called. */
const named: Readonly<Record<string, readonly string[]>> = {
  persons: ['name'],
  cops: ['name', 'domain', 'statement', 'join_question', 'welcome'],
  documents: ['title'],
  network_roles: ['name', 'line'],
};
const written = Object.entries(held).flatMap(([table, { words = {} }]) =>
  [...Object.keys(words), ...(named[table] ?? [])].map(column => ({ table, column })),
);

/** Shorter ones are words that anything may have. */
const least = 8;

export async function saidInLog(db: Db, lines: readonly object[]): Promise<readonly string[]> {
  const log = asWritten(lines).join('\n');
  const words = await Promise.all(written.map(({ table, column }) => wordsIn(db, table, column)));
  return [...new Set(words.flat())].filter(
    one => one.length >= least && log.includes(JSON.stringify(one).slice(1, -1)),
  );
}

async function wordsIn(db: Db, table: string, column: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    words: string | null;
  }>`select ${sql.ref(column)} as words from ${sql.table(table)}`.execute(db);
  return rows.flatMap(({ words }) => words?.split('\n') ?? []);
}

/** As the process would write them. */
function asWritten(lines: readonly object[]): readonly string[] {
  const all: string[] = [];
  const log = openLog('debug', { write: line => all.push(line) });
  for (const line of lines) {
    const { sentence, ...fields } = line as { readonly sentence?: string };
    log.info(fields, sentence ?? '');
  }
  return all;
}
