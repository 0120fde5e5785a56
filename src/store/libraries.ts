/** A library as a whole: its tags, what in it should be looked at, what is pinned, how it is set. */
import { sql } from 'kysely';
import type { Document } from '../domain/document.ts';
import type { CopId, NetworkId } from '../domain/ids.ts';
import { documentFrom } from './documents.ts';
import { dialectOf, type Reader, type Tx } from './engine.ts';
import type { Schema } from './schema.ts';

/** The most used first. */
export async function tags(
  reader: Reader,
  network: NetworkId,
  cops: readonly CopId[],
  most: number,
): Promise<readonly { readonly tag: string; readonly count: number }[]> {
  if (cops.length === 0) return [];
  const rows = await reader
    .selectFrom('document_tags')
    .select(['tag', eb => eb.fn.countAll<number>().as('count')])
    .where('network_id', '=', network)
    .where('cop_id', 'in', cops)
    .groupBy('tag')
    .orderBy('count', 'desc')
    .orderBy('tag')
    .limit(most)
    .execute();
  return rows.map(row => ({ tag: row.tag, count: Number(row.count) }));
}

/** The latest of each of these CoPs, in one question. */
export async function latest(
  reader: Reader,
  network: NetworkId,
  cops: readonly CopId[],
  most: number,
): Promise<readonly Document[]> {
  if (cops.length === 0) return [];
  const each = cops.map(
    cop => sql<
      Schema['documents']
    >`select * from (select * from documents where network_id = ${network} and cop_id = ${cop}
      and state = 'kept' order by saved_at desc, id desc limit ${most}) as of_one`,
  );
  const { rows } = await sql<Schema['documents']>`${sql.join(each, sql` union all `)}`.execute(reader);
  return rows.map(documentFrom);
}

/** How many there are, or how many of a tag. */
export async function count(reader: Reader, network: NetworkId, cop: CopId, tag: string | undefined): Promise<number> {
  const row = await reader
    .selectFrom('documents as d')
    .select(eb => eb.fn.countAll<number>().as('count'))
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
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Due for review, or, since nobody has looked at it, gone from the channel or without a title of its own; the oldest first. */
export async function toLookAt(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  now: number,
  page: { readonly from: number; readonly most: number },
): Promise<readonly Document[]> {
  const rows = await reader
    .selectFrom('documents')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where(sql<boolean>`state = 'kept' and (review_at is not null or gone_at is not null or untitled = 1)`)
    .where(sql<boolean>`(review_at <= ${now} or ((gone_at is not null or untitled = 1) and review_at is null))`)
    .orderBy('saved_at')
    .orderBy('id')
    .limit(page.most)
    .offset(page.from)
    .execute();
  return rows.map(documentFrom);
}

/** What a library holds that is pinned, the oldest first. */
export async function pinned(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  most: number,
): Promise<readonly Document[]> {
  const rows = await reader
    .selectFrom('documents')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', sql.lit('kept'))
    .where('pinned', '=', 1)
    .orderBy('saved_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(documentFrom);
}

export async function countPinned(reader: Reader, network: NetworkId, cop: CopId): Promise<number> {
  const row = await reader
    .selectFrom('documents')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', sql.lit('kept'))
    .where('pinned', '=', 1)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The message keys among these that the library knows, in whatever state; and whether it takes them for pinned. */
export async function known(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  messageKeys: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  if (messageKeys.length === 0) return new Map();
  const rows = await reader
    .selectFrom('documents')
    .select(['message_key', 'state', 'pinned'])
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('message_key', 'in', messageKeys)
    .execute();
  return new Map(rows.map(row => [row.message_key, row.state === 'removed' || row.pinned === 1]));
}

/** What people did by hand to the pins of messages that a library holds. */
export async function mark(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  messageKeys: readonly string[],
  pinned: 0 | 1,
): Promise<void> {
  if (messageKeys.length === 0) return;
  await tx
    .updateTable('documents')
    .set({ pinned, version: sql`version + 1` })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('message_key', 'in', messageKeys)
    .where('pinned', '<>', pinned)
    .execute();
}

/** Messages by their keys, or all that stood in a thread, or in a space with its threads. */
export type Deleted =
  | { readonly messageKeys: readonly string[] }
  | { readonly thread: string }
  | { readonly space: string };

/** What stood there can't be opened there any more. Somebody looks at it now, whenever they meant to. */
export async function gone(tx: Tx, network: NetworkId, cop: CopId, what: Deleted, now: number): Promise<void> {
  if ('messageKeys' in what && what.messageKeys.length === 0) return;
  await tx
    .updateTable('documents')
    .set({ pinned: 0, gone_at: now, review_at: null, version: sql`version + 1` })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('gone_at', 'is', null)
    .where(eb => {
      if ('messageKeys' in what) return eb('message_key', 'in', what.messageKeys);
      if ('thread' in what) return eb('place', '=', what.thread);
      return dialectOf(tx).startsWith('message_key', `${what.space}/`);
    })
    .execute();
}

/** Nothing of it stands pinned in a new space. */
export async function unpin(tx: Tx, network: NetworkId, cop: CopId): Promise<void> {
  await tx
    .updateTable('documents')
    .set({ pinned: 0, version: sql`version + 1` })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('pinned', '=', 1)
    .execute();
}

/** Offers that nobody took up, and what is left of documents that were removed before then: of those it stays known that they were. */
export async function forget(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom('documents').where('state', '=', sql.lit('offered')).where('saved_at', '<', before).execute();
  await tx
    .updateTable('documents')
    .set({
      title: '',
      url: null,
      link_key: null,
      permalink: null,
      why: null,
      words: null,
      tags: '[]',
      folded: '',
      folded_more: '',
    })
    .where('state', '=', sql.lit('removed'))
    .where('title', '<>', sql.lit(''))
    .where('removed_at', '<', before)
    .execute();
}

export interface Library {
  /** Whether who posts a file is asked whether to keep it. */
  readonly offers: boolean;
  /** When its facilitators were told that there is hardly room for another pin. */
  readonly toldFullAt: number | undefined;
}

export async function settings(reader: Reader, network: NetworkId, cop: CopId): Promise<Library> {
  const row = await reader
    .selectFrom('libraries')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .executeTakeFirst();
  return { offers: row?.offers !== 0, toldFullAt: row?.told_full_at ?? undefined };
}

export async function set(tx: Tx, network: NetworkId, cop: CopId, library: Library): Promise<void> {
  const row = { offers: library.offers ? 1 : 0, told_full_at: library.toldFullAt ?? null };
  await tx
    .insertInto('libraries')
    .values({ cop_id: cop, network_id: network, ...row })
    .onConflict(conflict => conflict.column('cop_id').doUpdateSet(row))
    .execute();
}
