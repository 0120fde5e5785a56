/** A CoP's row, and another noun's beside its CoP in one query. */
import type { Selectable, SelectQueryBuilder } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { NetworkId } from '../domain/ids.ts';
import { dialectOf, type Reader } from './engine.ts';
import { rowOf } from './rows.ts';
import type { Schema } from './schema.ts';

/** `state` and `unlisted` a record has in other words; whether somebody looks after it is written beside it. */
export const copRow = rowOf<'cops', Omit<Cop, 'state' | 'unlisted' | 'unattendedSince'>>()({
  id: 'id',
  networkId: 'network_id',
  workspace: 'workspace_id',
  name: 'name',
  domain: 'domain',
  statement: 'statement',
  slug: 'slug',
  joinQuestion: 'join_question',
  welcome: 'welcome',
  closedAt: 'closed_at',
  restingSince: 'resting_since',
  restingUntil: 'resting_until',
  closesAt: 'closes_at',
  goesAt: 'goes_at',
  keptUntil: 'kept_until',
  formerSpaceId: 'former_space_id',
  spaceId: 'space_id',
  spaceName: 'space_name',
  starterId: 'starter_id',
  version: 'version',
  createdAt: 'created_at',
});

const columns = [...copRow.names, 'state', 'unlisted', 'unattended_since'] as const;
type Column = (typeof columns)[number];
type CopRow = Pick<Selectable<Schema['cops']>, Column>;

export const copFrom = (row: CopRow): Cop => ({
  ...copRow.from(row),
  state: row.closed_at === null ? row.state : 'closed',
  unlisted: row.unlisted === 1,
  unattendedSince: row.unattended_since ?? undefined,
});

type Beside = { [C in Column]: `cops.${C} as cop__${C}` }[Column];

/** A CoP's columns beside another noun's, in one query. */
export const copBeside = columns.map(column => `cops.${column} as cop__${column}`) as readonly Beside[];

type CopRowBeside = { readonly [C in Column as `cop__${C}`]: CopRow[C] };

export const copFromBeside = (row: CopRowBeside): Cop =>
  copFrom(Object.fromEntries(columns.map(column => [column, row[`cop__${column}`]])) as unknown as CopRow);

/** The tables whose rows belong to a CoP, each by an id of its own. */
export type OfCop = {
  [T in keyof Schema]: 'id' | 'cop_id' | 'network_id' extends keyof Schema[T] ? T : never;
}[keyof Schema];

type With<T extends OfCop> = Schema & { own: Schema[T] };
type Whole<T extends OfCop> = Selectable<Schema[T]> & CopRowBeside;

type OwnBeside<T extends OfCop> = SelectQueryBuilder<With<T>, 'own' | 'cops', Whole<T>>;

/**
 * One row (`own`) with its CoP, and `more` of what stands beside it. `locking` makes other commands about that CoP wait. It is locked first
 * and read then: read with the lock, what had to be waited for would be as it was before
 * (postgresql.org/docs/current/transaction-iso.html, Read Committed).
 */
export async function besideCop<T extends OfCop, O = Whole<T>>(
  reader: Reader,
  table: T,
  network: NetworkId,
  id: Schema[T]['id'],
  locking: boolean,
  more: (query: OwnBeside<T>) => { executeTakeFirst(): Promise<O | undefined> } = query => query as never,
): Promise<O | undefined> {
  const { alone, lock } = dialectOf(reader);
  const found = reader
    .selectFrom(`${table as 'join_requests'} as own`)
    .innerJoin('cops', 'cops.id', 'own.cop_id')
    .where('own.network_id', '=', network)
    .where('own.id', '=', id as never)
    .where('cops.gone_at', 'is', null);
  if (locking && !alone) await lock(found.select('cops.id'), 'cops').executeTakeFirst();
  return more(found.selectAll('own').select(copBeside) as never).executeTakeFirst();
}
