/** Which documents' files are kept on disc, and which of those that are there nobody needs any more. */
import { sql } from 'kysely';
import type { DocumentId, NetworkId } from '../domain/ids.ts';
import { bitesOf } from './bites.ts';
import { type Db, dialectOf, type Reader, type Tx } from './engine.ts';

export interface KeptFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  readonly name: string;
  readonly keptAt: number;
}

export async function of(reader: Reader, network: NetworkId, document: DocumentId): Promise<KeptFile | undefined> {
  const row = await reader
    .selectFrom('document_files')
    .selectAll()
    .where('network_id', '=', network)
    .where('document_id', '=', document)
    .executeTakeFirst();
  return row && { sha256: row.sha256, bytes: row.bytes, mime: row.mime, name: row.name, keptAt: row.kept_at };
}

/** About to be on disc, or there already; of no network. From now on it is safe from `unneeded` for as long as that spares. */
export async function note(db: Db, sha256: string, now: number): Promise<void> {
  await db
    .insertInto('kept_files')
    .values({ sha256, noted_at: now })
    .onConflict(conflict => conflict.column('sha256').doUpdateSet({ noted_at: now }))
    .execute();
}

/** On disc, and perhaps nobody's: looked at from then on. What is known already is left as it is. */
export async function noteStrays(db: Db, all: readonly string[], from: number): Promise<void> {
  for (const some of bitesOf(all))
    await db
      .insertInto('kept_files')
      .values(some.map(sha256 => ({ sha256, noted_at: from })))
      .onConflict(conflict => conflict.column('sha256').doNothing())
      .execute();
}

/** On disc. */
export async function add(tx: Tx, network: NetworkId, document: DocumentId, file: KeptFile): Promise<void> {
  const { sha256, bytes, mime, name, keptAt } = file;
  await tx
    .insertInto('document_files')
    .values({ document_id: document, network_id: network, sha256, bytes, mime, name, kept_at: keptAt })
    .onConflict(conflict => conflict.column('document_id').doNothing())
    .execute();
}

/** Of documents that were removed before then. */
export async function forget(tx: Tx, before: number): Promise<void> {
  await tx
    .deleteFrom('document_files')
    .where('document_id', 'in', eb =>
      eb
        .selectFrom('documents')
        .select('id')
        .where('state', '=', sql.lit('removed'))
        .where('title', '<>', sql.lit('')) // they are forgotten together
        .where('removed_at', '<', before),
    )
    .execute();
}

/** Of a file that a document has: it isn't looked at again until that document is gone, which notes it anew. */
const needed = 8.64e15;

/** Some that were noted before then, and which of them are of no document: those are forgotten here. Whoever asks takes them off the disc before this is committed. */
export async function unneeded(
  tx: Tx,
  before: number,
  most: number,
): Promise<{ readonly looked: number; readonly unneeded: readonly string[] }> {
  const noted = tx
    .selectFrom('kept_files')
    .select('sha256')
    .where('noted_at', '<', before)
    .orderBy('noted_at')
    .limit(most);
  // Whoever notes one of them anew, or takes the last document of it away, waits from here on.
  const rows = await dialectOf(tx).lock(noted, 'kept_files').execute();
  const looked = rows.map(row => row.sha256);
  if (looked.length === 0) return { looked: 0, unneeded: [] };
  const had = await tx.selectFrom('document_files').select('sha256').distinct().where('sha256', 'in', looked).execute();
  const [some, none] = [had.map(row => row.sha256), looked.filter(one => !had.some(row => row.sha256 === one))];
  if (some.length > 0)
    await tx.updateTable('kept_files').set({ noted_at: needed }).where('sha256', 'in', some).execute();
  if (none.length > 0) await tx.deleteFrom('kept_files').where('sha256', 'in', none).execute();
  return { looked: looked.length, unneeded: none };
}
