/** What somebody put into libraries: their own messages and files go, with what is kept of them; what they saved of others stays. */
import { sql } from 'kysely';
import type { DocumentId } from '../domain/ids.ts';
import * as documents from './documents.ts';
import type { Tx } from './engine.ts';
import type { Erased } from './erasing.ts';

export async function eraseDocuments(tx: Tx, whom: Erased, now: number): Promise<void> {
  const { network, person } = whom;
  const own = await tx
    .selectFrom('documents')
    .select('id')
    .where('network_id', '=', network)
    .where('shared_by', '=', person)
    .where('kind', '<>', sql.lit('link'))
    .execute();
  for (const { id } of own) await eraseOne(tx, whom, id, now);
  const saved = await tx
    .selectFrom('documents')
    .selectAll()
    .where('network_id', '=', network)
    .where(eb => eb.or([eb('saved_by', '=', person), eb('shared_by', '=', person)]))
    .where('state', '<>', sql.lit('removed'))
    .execute();
  for (const row of saved) {
    const document = documents.documentFrom(row);
    const why = document.savedBy === person ? undefined : document.why;
    const words = document.sharedBy === person ? undefined : document.words;
    await documents.save(tx, { ...document, why, words }); // found by its words no longer
  }
}

/** As what was taken out of a library a day ago: that there was something stays known, so that its pin isn't taken for a new one. */
async function eraseOne(tx: Tx, { network }: Erased, id: DocumentId, now: number): Promise<void> {
  for (const table of ['document_files', 'document_tags'] as const)
    await tx.deleteFrom(table).where('network_id', '=', network).where('document_id', '=', id).execute();
  await tx
    .updateTable('documents')
    .set({
      ...{
        state: 'removed',
        removed_at: now,
        pinned: 0,
        untitled: 0,
        title: '',
        tags: '[]',
        folded: '',
        folded_more: '',
      },
      ...{ url: null, link_key: null, permalink: null, why: null, words: null, file_type: null, file_bytes: null },
    })
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute();
}
