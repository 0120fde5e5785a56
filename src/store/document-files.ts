/** Which documents' files are kept on disc, and which of those that are there nobody needs any more. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { DocumentId, NetworkId } from '../domain/ids.ts';
import type { Db, Reader, Tx } from './engine.ts';
import type { Schema } from './schema.ts';

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

/** Noted before then, and of no document: forgotten here. Whoever asks takes them off the disc before this is committed. */
export async function unneeded(tx: Tx, before: number, most: number): Promise<readonly string[]> {
  const ofADocument = (eb: ExpressionBuilder<Schema & { k: Schema['kept_files'] }, 'k'>) =>
    eb.exists(eb.selectFrom('document_files as f').select('f.sha256').whereRef('f.sha256', '=', 'k.sha256'));
  await tx
    .updateTable('kept_files as k')
    .set({ noted_at: needed })
    .where('k.noted_at', '<', before)
    .where(ofADocument as never)
    .execute();
  const rows = await tx
    .deleteFrom('kept_files')
    .where('sha256', 'in', eb =>
      eb
        .selectFrom('kept_files as k')
        .select('k.sha256')
        .where('k.noted_at', '<', before)
        .where(inner => inner.not(ofADocument(inner)))
        .limit(most),
    )
    .returning('sha256')
    .execute();
  return rows.map(row => row.sha256);
}
