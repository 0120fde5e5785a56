import { sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { Document } from '../domain/document.ts';
import type { CopId, DocumentId, NetworkId } from '../domain/ids.ts';
import { folded } from '../domain/words.ts';
import { copBeside, copFromBeside, holding, locksRows } from './cops.ts';
import { type Reader, Stale, type Tx } from './engine.ts';
import type { Schema } from './schema.ts';

function documentFrom(row: Schema['documents']): Document {
  return {
    id: row.id,
    networkId: row.network_id,
    copId: row.cop_id,
    title: row.title,
    kind: row.kind,
    permalink: row.permalink,
    url: row.url ?? undefined,
    messageKey: row.message_key,
    sharedBy: row.shared_by,
    sharedAt: row.shared_at,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    why: row.why ?? undefined,
    untitled: row.untitled === 1,
    version: row.version,
  };
}

const searched = (document: Document): string =>
  folded([document.title, document.why, document.url].filter(Boolean).join(' '));

/** A document with its CoP; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: DocumentId,
  locking = false,
): Promise<{ document: Document; cop: Cop } | undefined> {
  const query = reader
    .selectFrom('documents as d')
    .innerJoin('cops', 'cops.id', 'd.cop_id')
    .selectAll('d')
    .select(copBeside)
    .where('d.network_id', '=', network)
    .where('d.id', '=', id);
  const row = await (locking && locksRows(reader) ? query.forUpdate('cops') : query).executeTakeFirst();
  return row && { document: documentFrom(row), cop: copFromBeside(row) };
}

/** The one that a message has become already. */
export async function byMessage(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  messageKey: string,
): Promise<Document | undefined> {
  const row = await reader
    .selectFrom('documents')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('message_key', '=', messageKey)
    .executeTakeFirst();
  return row && documentFrom(row);
}

/** Those whose title, reason or address hold every word, newest first; all of them for no words. */
export async function find(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  words: readonly string[],
  most: number,
): Promise<readonly Document[]> {
  let query = reader.selectFrom('documents').selectAll().where('network_id', '=', network).where('cop_id', '=', cop);
  for (const word of words) query = query.where(sql<boolean>`folded like ${holding(folded(word))} escape '\\'`);
  const rows = await query.orderBy('saved_at', 'desc').orderBy('id', 'desc').limit(most).execute();
  return rows.map(documentFrom);
}

export async function add(tx: Tx, document: Document): Promise<void> {
  await tx
    .insertInto('documents')
    .values({
      id: document.id,
      network_id: document.networkId,
      cop_id: document.copId,
      title: document.title,
      kind: document.kind,
      permalink: document.permalink,
      url: document.url ?? null,
      message_key: document.messageKey,
      shared_by: document.sharedBy,
      shared_at: document.sharedAt,
      saved_by: document.savedBy,
      saved_at: document.savedAt,
      why: document.why ?? null,
      untitled: document.untitled ? 1 : 0,
      folded: searched(document),
      version: document.version,
    })
    .execute();
}

/** Fails with Stale if it was changed meanwhile. */
export async function save(tx: Tx, document: Document): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('documents')
    .set({
      title: document.title,
      why: document.why ?? null,
      untitled: document.untitled ? 1 : 0,
      folded: searched(document),
      version: document.version + 1,
    })
    .where('network_id', '=', document.networkId)
    .where('id', '=', document.id)
    .where('version', '=', document.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Stale();
}
