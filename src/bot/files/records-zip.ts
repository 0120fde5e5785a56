/** Records as others take them up: all of them as JSON, and each kind as CSV, in one zip. */
import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync } from 'fflate';
import type { RecordsOf } from '../../store/records-of.ts';

/** What people wrote isn't to be taken for a formula by a spreadsheet; and Excel reads UTF-8 only where a mark says so. */
const csvOf = (rows: RecordsOf[string]): string =>
  stringify([...rows], { header: true, bom: true, escape_formulas: true });

export function recordsZip(records: RecordsOf, at: number): Uint8Array {
  const files = Object.entries(records).map(([kind, rows]) => [`${kind}.csv`, strToU8(csvOf(rows))] as const);
  return zipSync(
    { 'records.json': strToU8(`${JSON.stringify(records, null, 2)}\n`), ...Object.fromEntries(files) },
    { mtime: at },
  );
}
