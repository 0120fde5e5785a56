/** What was found to be otherwise than the store has it, and waits for somebody's word. */
import type { Cop } from '../domain/cop.ts';
import type { Difference, Onlookers, WasIn } from '../domain/difference.ts';
import type { CopId, DifferenceId, NetworkId, PersonId } from '../domain/ids.ts';
import type { MembershipRole } from '../domain/membership.ts';
import { besideCop, copFromBeside } from './beside-cop.ts';
import { type Reader, Stale, type Tx } from './engine.ts';
import type { Schema } from './schema.ts';

const differenceFrom = (row: Schema['differences']): Difference => ({
  id: row.id,
  networkId: row.network_id,
  copId: row.cop_id,
  kind: row.kind,
  people: JSON.parse(row.people) as WasIn[],
  seenBy: JSON.parse(row.seen_by ?? '[]') as Onlookers[],
  foundAt: row.found_at,
  settledAt: row.settled_at ?? undefined,
  settledAs: row.settled_as ?? undefined,
});

/** With its CoP; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: DifferenceId,
  locking = false,
): Promise<{ difference: Difference; cop: Cop } | undefined> {
  const row = await besideCop(reader, 'differences', network, id, locking);
  return row && { difference: differenceFrom(row), cop: copFromBeside(row) };
}

/** The one of this kind that is not settled yet. */
export async function openOf(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  kind: Difference['kind'],
): Promise<Difference | undefined> {
  const row = await reader
    .selectFrom('differences')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('kind', '=', kind)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return row && differenceFrom(row);
}

/** The latest of each kind that still holds: not settled yet, or said to be right. */
export async function allHolding(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
): Promise<ReadonlyMap<Difference['kind'], Difference>> {
  const rows = await reader
    .selectFrom('differences')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .orderBy('found_at')
    .orderBy('id')
    .execute();
  const latest = new Map(rows.map(row => [row.kind, differenceFrom(row)]));
  return new Map([...latest].filter(([, one]) => one.settledAs !== 'put-back'));
}

export const holding = async (
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  kind: Difference['kind'],
): Promise<Difference | undefined> => (await allHolding(reader, network, cop)).get(kind);

/** It is as it was before, whatever was said of it. */
export async function isOver(tx: Tx, { networkId, id }: Difference, now: number): Promise<void> {
  await tx
    .updateTable('differences')
    .set({ settled_at: now, settled_as: 'put-back' })
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .execute();
}

export async function add(tx: Tx, { id, networkId, copId, kind, people, seenBy, foundAt }: Difference): Promise<void> {
  await tx
    .insertInto('differences')
    .values({
      id,
      network_id: networkId,
      cop_id: copId,
      kind,
      people: JSON.stringify(people),
      seen_by: seenBy.length > 0 ? JSON.stringify(seenBy) : null,
      found_at: foundAt,
      settled_at: null,
      settled_as: null,
    })
    .execute();
}

/** Fails with Stale if it was settled meanwhile. */
export async function save(tx: Tx, { id, networkId, people, seenBy, settledAt, settledAs }: Difference): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('differences')
    .set({
      people: JSON.stringify(people),
      seen_by: seenBy.length > 0 ? JSON.stringify(seenBy) : null,
      settled_at: settledAt ?? null,
      settled_as: settledAs ?? null,
    })
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Stale();
}

/** Less of it is so than was found, whatever was said of it: what comes back is found anew. */
export async function narrow(
  tx: Tx,
  { networkId, id }: Difference,
  { people, seenBy }: Pick<Difference, 'people' | 'seenBy'>,
): Promise<void> {
  await tx
    .updateTable('differences')
    .set({ people: JSON.stringify(people), seen_by: seenBy.length > 0 ? JSON.stringify(seenBy) : null })
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .execute();
}

/**
 * The CoP is closed: nobody need say anything any more. Nobody has said that what others see, or may do, is right: should it be opened again,
 * it is asked anew. Answers which they were.
 */
export async function settleAll(tx: Tx, network: NetworkId, cop: CopId, now: number): Promise<readonly DifferenceId[]> {
  const rows = await tx
    .updateTable('differences')
    .set(eb => ({
      settled_at: now,
      settled_as: eb
        .case()
        .when('kind', 'in', ['opened', 'rights'])
        .then<'put-back' | 'right'>('put-back')
        .else<'put-back' | 'right'>('right')
        .end(),
    }))
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('settled_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(row => row.id);
}

export interface TakenBack {
  readonly role: MembershipRole;
  readonly difference: DifferenceId;
}

/** They are in again by themselves: what they were is theirs again. Nothing where nobody waits for a word about them. */
export async function takeBack(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
  now: number,
): Promise<TakenBack | undefined> {
  const open = await openOf(tx, network, cop, 'people');
  const mine = open?.people.find(one => one.id === person);
  if (!open || !mine) return undefined;
  const people = open.people.filter(one => one !== mine);
  const over = people.length === 0 && ({ settledAt: now, settledAs: 'put-back' } as const);
  await save(tx, { ...open, people, ...over });
  return { role: mine.role, difference: open.id };
}

/** Who is out of something, and may be put back yet. */
export async function openPeople(reader: Reader, network: NetworkId): Promise<ReadonlySet<PersonId>> {
  const rows = await reader
    .selectFrom('differences')
    .select('people')
    .where('network_id', '=', network)
    .where('kind', '=', 'people')
    .where('settled_at', 'is', null)
    .execute();
  return new Set(rows.flatMap(row => (JSON.parse(row.people) as readonly WasIn[]).map(one => one.id)));
}
