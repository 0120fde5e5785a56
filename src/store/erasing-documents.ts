/** What somebody put into libraries: their own messages and files go, with what is kept of them; what they saved of others stays. */
import { sql } from 'kysely';
import { titleOfNotes } from '../domain/document.ts';
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
    .where('title', '<>', sql.lit('')) // what was taken out today can be had back
    .execute();
  for (const row of saved) {
    const document = documents.documentFrom(row);
    const why = document.savedBy === person ? undefined : document.why;
    const words = document.sharedBy === person ? undefined : document.words;
    await documents.save(tx, { ...document, why, words }); // found by its words no longer
  }
  await retitleNotes(tx, whom);
}

/** What a meeting was about is the title of its notes, whoever wrote them: it goes with who asked it. What somebody has called them since stays. */
async function retitleNotes(tx: Tx, { network, person }: Erased): Promise<void> {
  const rows = await tx
    .selectFrom('documents as d')
    .innerJoin('meetings as m', join => join.onRef('m.cop_id', '=', 'd.cop_id').onRef('m.notes_id', '=', 'd.id'))
    .innerJoin('cops as c', 'c.id', 'd.cop_id')
    .selectAll('d')
    .select(['c.name as cop', 'm.about', 'm.starts_at'])
    .where('d.network_id', '=', network)
    .where('m.called_by', '=', person)
    .execute();
  for (const { cop, about, starts_at, ...row } of rows) {
    const day = new Date(starts_at ?? row.saved_at).toISOString().slice(0, 10);
    if (about === null || row.title !== titleOfNotes(about, cop, day)) continue;
    await documents.save(tx, { ...documents.documentFrom(row), title: titleOfNotes(undefined, cop, day) });
  }
}

/** As what was taken out of a library a day ago: that there was something stays known, so that its pin isn't taken for a new one. */
async function eraseOne(tx: Tx, { network }: Erased, id: DocumentId, now: number): Promise<void> {
  await documents.bare(tx, [id]);
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
