import { sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { Document } from '../domain/document.ts';
import type { CopId, DocumentId, NetworkId } from '../domain/ids.ts';
import { soughtIn, spellings, wordsIn } from '../domain/search.ts';
import { pairsIn, soughtAs } from '../domain/unspaced.ts';
import { besideCop, copFromBeside } from './beside-cop.ts';
import { dialectOf, type Page, type Reader, type Tx } from './engine.ts';
import { changedOnce, rowOf } from './rows.ts';
import type { Naming, Schema } from './schema.ts';

type DocumentRow = Omit<Schema['documents'], 'n' | 'opened' | 'folded' | 'folded_more'>;

/** What a record has in other words than a row stands below. */
const columns = rowOf<'documents', Omit<Document, 'tags' | 'file' | 'untitled' | 'pinned'>>()({
  id: 'id',
  networkId: 'network_id',
  copId: 'cop_id',
  state: 'state',
  title: 'title',
  kind: 'kind',
  permalink: 'permalink',
  place: 'place',
  url: 'url',
  linkKey: 'link_key',
  messageKey: 'message_key',
  sharedBy: 'shared_by',
  sharedAt: 'shared_at',
  savedBy: 'saved_by',
  savedAt: 'saved_at',
  stewardId: 'steward_id',
  reviewAt: 'review_at',
  why: 'why',
  words: 'words',
  goneAt: 'gone_at',
  removedAt: 'removed_at',
  version: 'version',
});

export const documentFrom = (row: DocumentRow): Document => ({
  ...columns.from(row),
  tags: JSON.parse(row.tags),
  file: row.file_type === null ? undefined : { type: row.file_type, bytes: row.file_bytes ?? undefined },
  untitled: row.untitled === 1,
  pinned: row.pinned === 1,
});

const written = (document: Document) => ({
  ...columns.of(document),
  tags: JSON.stringify(document.tags),
  file_type: document.file?.type ?? null,
  file_bytes: document.file?.bytes ?? null,
  untitled: document.untitled ? 1 : 0,
  pinned: document.pinned ? 1 : 0,
  folded: searched(document.title),
  folded_more: searched(
    [...document.tags, document.why, document.url, document.file?.type, document.words].filter(Boolean).join(' '),
  ),
});

const searched = (text: string): string => {
  const words = wordsIn(text);
  return [...words, ...pairsIn(words.join(' '))].join(' ');
};

/** More parts of words are not looked for. */
const mostSought = 40;

/** A document with its CoP, and since when a copy of its file is kept, if one is; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: DocumentId,
  locking = false,
): Promise<{ document: Document; cop: Cop; fileKeptAt: number | undefined } | undefined> {
  const row = await besideCop(reader, 'documents', network, id, locking, query =>
    query.leftJoin('document_files as f', 'f.document_id', 'own.id').select('f.kept_at as file_kept_at'),
  );
  return row && { document: documentFrom(row), cop: copFromBeside(row), fileKeptAt: row.file_kept_at ?? undefined };
}

/** The one that a message, or the page it leads to, has become already; in whatever state. */
export const same = async (...asked: Parameters<typeof alike>): Promise<Document | undefined> =>
  (await alike(...asked))[0];

/** What the message has become, and what the page: one of them, or two of which what is kept comes first, then what the message is. */
export async function alike(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  { messageKey, linkKey }: { readonly messageKey: string; readonly linkKey?: string | undefined },
): Promise<readonly Document[]> {
  const query = reader
    .selectFrom('documents')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where(eb =>
      linkKey === undefined
        ? eb('message_key', '=', messageKey)
        : eb.or([eb('message_key', '=', messageKey), eb('link_key', '=', linkKey)]),
    );
  const rows = await query.execute();
  const kept = (row: DocumentRow) => Number(row.state === 'kept');
  const its = (row: DocumentRow) => Number(row.message_key === messageKey);
  return rows.sort((a, b) => kept(b) - kept(a) || its(b) - its(a)).map(documentFrom);
}

/**
 * The search: what holds every word that was typed, each as the beginning of a word, in title, tags, reason, address or kept text.
 * Ranked: where the title holds them all first, of equals the latest. Whatever is typed is words, never syntax.
 */
export async function find(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  typed: string,
  page: Page,
): Promise<readonly Document[]> {
  const sought = [...new Set(soughtIn(typed).flatMap(soughtAs))].slice(0, mostSought).map(spellings);
  if (sought.length === 0) return [];
  const { rows } = await dialectOf(reader).search(network, cop, sought, page).execute(reader);
  return (rows as readonly DocumentRow[]).map(documentFrom);
}

/** All of them, what is pinned first, then the latest; or those of a tag. */
export async function list(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  { tag, from, most }: Page & { readonly tag?: string | undefined },
): Promise<readonly Document[]> {
  const rows = await reader
    .selectFrom('documents as d')
    .selectAll('d')
    .where('d.network_id', '=', network)
    .where('d.cop_id', '=', cop)
    .where('d.state', '=', sql.lit('kept'))
    .$if(tag !== undefined, query =>
      query.where('d.id', 'in', eb =>
        eb
          .selectFrom('document_tags as t')
          .select('t.document_id')
          .where('t.network_id', '=', network)
          .where('t.cop_id', '=', cop)
          .where('t.tag', '=', tag ?? ''),
      ),
    )
    .orderBy('d.pinned', 'desc')
    .orderBy('d.saved_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(most)
    .offset(from)
    .execute();
  return rows.map(documentFrom);
}

export async function add(tx: Tx, document: Document): Promise<void> {
  await tx.insertInto('documents').values(written(document)).execute();
}

/** What was added with a file stands in the space from now on; so do the notes of a meeting. */
export async function stands(
  tx: Tx,
  network: NetworkId,
  id: DocumentId,
  at: { readonly messageKey: string; readonly place: string; readonly permalink: string },
): Promise<void> {
  await tx
    .updateTable('documents')
    .set({
      message_key: at.messageKey,
      place: at.place,
      permalink: at.permalink,
      gone_at: null,
      version: sql`version + 1`,
    })
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute();
}

/** Fails with Stale if it was changed meanwhile. */
export async function save(tx: Tx, document: Document): Promise<void> {
  await changedOnce(tx, 'documents', document, written(document));
}

const hanging: { readonly [T in Naming<'document_id'>]: true } = { document_files: true, document_tags: true };

/** Without all that hangs on them. */
export async function bare(tx: Tx, ids: readonly DocumentId[]): Promise<void> {
  for (const table of Object.keys(hanging) as (keyof typeof hanging)[])
    await tx.deleteFrom(table).where('document_id', 'in', ids).execute();
}

/** As if they had never been saved. */
export async function drop(tx: Tx, ids: readonly DocumentId[]): Promise<void> {
  await bare(tx, ids);
  await tx.deleteFrom('documents').where('id', 'in', ids).execute();
}
