import { sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { Document } from '../domain/document.ts';
import type { CopId, DocumentId, NetworkId } from '../domain/ids.ts';
import { soughtIn, wordsIn } from '../domain/search.ts';
import { pairsIn, soughtAs } from '../domain/unspaced.ts';
import { copBeside, copFromBeside, locksRows } from './cops.ts';
import { type Reader, Stale, type Tx } from './engine.ts';
import type { Schema } from './schema.ts';

type DocumentRow = Omit<Schema['documents'], 'n' | 'folded' | 'folded_more'>;

export function documentFrom(row: DocumentRow): Document {
  return {
    id: row.id,
    networkId: row.network_id,
    copId: row.cop_id,
    state: row.state,
    title: row.title,
    kind: row.kind,
    permalink: row.permalink ?? undefined,
    place: row.place ?? undefined,
    url: row.url ?? undefined,
    linkKey: row.link_key ?? undefined,
    messageKey: row.message_key,
    tags: JSON.parse(row.tags),
    file: row.file_bytes === null ? undefined : { type: row.file_type ?? '', bytes: row.file_bytes },
    sharedBy: row.shared_by,
    sharedAt: row.shared_at,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    stewardId: row.steward_id,
    reviewAt: row.review_at ?? undefined,
    why: row.why ?? undefined,
    words: row.words ?? undefined,
    untitled: row.untitled === 1,
    pinned: row.pinned === 1,
    goneAt: row.gone_at ?? undefined,
    removedAt: row.removed_at ?? undefined,
    version: row.version,
  };
}

/** What may change of a document; the rest is what it is. */
const changing = (document: Document) => ({
  state: document.state,
  title: document.title,
  kind: document.kind,
  file_type: document.file?.type ?? null,
  file_bytes: document.file?.bytes ?? null,
  permalink: document.permalink ?? null,
  place: document.place ?? null,
  url: document.url ?? null,
  link_key: document.linkKey ?? null,
  tags: JSON.stringify(document.tags),
  saved_by: document.savedBy,
  saved_at: document.savedAt,
  steward_id: document.stewardId,
  review_at: document.reviewAt ?? null,
  why: document.why ?? null,
  words: document.words ?? null,
  untitled: document.untitled ? 1 : 0,
  pinned: document.pinned ? 1 : 0,
  gone_at: document.goneAt ?? null,
  removed_at: document.removedAt ?? null,
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
  const query = reader
    .selectFrom('documents as d')
    .innerJoin('cops', 'cops.id', 'd.cop_id')
    .leftJoin('document_files as f', 'f.document_id', 'd.id')
    .selectAll('d')
    .select(copBeside)
    .select('f.kept_at as file_kept_at')
    .where('d.network_id', '=', network)
    .where('d.id', '=', id);
  const row = await (locking && locksRows(reader) ? query.forUpdate('cops') : query).executeTakeFirst();
  return row && { document: documentFrom(row), cop: copFromBeside(row), fileKeptAt: row.file_kept_at ?? undefined };
}

/** The one that a message, or the page it leads to, has become already; in whatever state. */
export async function same(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  { messageKey, linkKey }: { readonly messageKey: string; readonly linkKey?: string | undefined },
): Promise<Document | undefined> {
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
  const row = rows.find(one => one.message_key === messageKey) ?? rows[0];
  return row && documentFrom(row);
}

export interface Page {
  readonly from: number;
  readonly most: number;
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
  const sought = [...new Set(soughtIn(typed).flatMap(soughtAs))].slice(0, mostSought);
  if (sought.length === 0) return [];
  const { rows } = await (locksRows(reader) ? onPostgres : onSqlite)(network, cop, sought, page).execute(reader);
  return rows.map(documentFrom);
}

/** Read from the index backwards and no further than the page, so it takes no longer in a large library (bm25 would count all of it). */
function onSqlite(network: NetworkId, cop: CopId, sought: readonly string[], { from, most }: Page) {
  const words = sought.map(word => `"${word}" *`).join(' AND ');
  const within = (columns: string) => `scope : "${wordsIn(cop).join(' ')}" AND ${columns} : (${words})`;
  const enough = from + most;
  return sql<DocumentRow>`
    with titled as materialized (select rowid as n from documents_search
        where documents_search match ${within('title')} order by rowid desc limit ${enough}),
      anywhere as materialized (select rowid as n from documents_search
        where documents_search match ${within('{title more}')} order by rowid desc limit ${2 * enough}),
      hits as (select n, 1 as in_title from titled
        union all select n, 0 from anywhere where n not in (select n from titled))
    select d.* from hits cross join documents d on d.n = hits.n
    where d.network_id = ${network} and d.cop_id = ${cop}
    order by hits.in_title desc, d.n desc limit ${most} offset ${from}`;
}

function onPostgres(network: NetworkId, cop: CopId, sought: readonly string[], { from, most }: Page) {
  const [anywhere, titled] = ['', 'A'].map(weight => sought.map(word => `'${word}':*${weight}`).join(' & '));
  return sql<DocumentRow>`
    select d.* from documents d
    where d.search @@ to_tsquery('simple', ${anywhere}) and d.state = 'kept'
      and d.network_id = ${network} and d.cop_id = ${cop}
    order by d.search @@ to_tsquery('simple', ${titled}) desc, d.n desc limit ${most} offset ${from}`;
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
  await tx
    .insertInto('documents')
    .values({
      id: document.id,
      network_id: document.networkId,
      cop_id: document.copId,
      message_key: document.messageKey,
      shared_by: document.sharedBy,
      shared_at: document.sharedAt,
      version: document.version,
      ...changing(document),
    })
    .execute();
}

/** What was added with a file stands in the space from now on. */
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
      version: sql`version + 1`,
    })
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute();
}

/** Fails with Stale if it was changed meanwhile. */
export async function save(tx: Tx, document: Document): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('documents')
    .set({ ...changing(document), version: document.version + 1 })
    .where('network_id', '=', document.networkId)
    .where('id', '=', document.id)
    .where('version', '=', document.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Stale();
}
