/** CoPs that are to be closed: one closing a CoP, the last. */

import { sql } from 'kysely';
import type { Closing } from '../domain/closing.ts';
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';

export async function of(reader: Reader, network: NetworkId, cop: CopId): Promise<Closing | undefined> {
  const row = await reader
    .selectFrom('closings')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .executeTakeFirst();
  return (
    row && {
      copId: row.cop_id,
      networkId: row.network_id,
      askedBy: row.asked_by,
      askedAt: row.asked_at,
      dueAt: row.due_at,
      state: row.state,
      waitsFor: row.waits_for ?? undefined,
      keepsRoles: row.keeps_roles === 1,
      keepsLibrary: row.keeps_library === 1,
      story: row.story ?? undefined,
      otherStory: row.other_story ?? undefined,
      space: row.space,
    }
  );
}

export async function save(tx: Tx, closing: Closing): Promise<void> {
  const rest = {
    asked_by: closing.askedBy,
    asked_at: closing.askedAt,
    due_at: closing.dueAt,
    state: closing.state,
    waits_for: closing.waitsFor ?? null,
    keeps_roles: closing.keepsRoles ? 1 : 0,
    keeps_library: closing.keepsLibrary ? 1 : 0,
    story: closing.story ?? null,
    other_story: closing.otherStory ?? null,
    space: closing.space,
  };
  await tx
    .insertInto('closings')
    .values({ cop_id: closing.copId, network_id: closing.networkId, ...rest })
    .onConflict(conflict => conflict.column('cop_id').doUpdateSet(rest))
    .execute();
}

/** Its space could not be archived. */
export async function spaceLeft(tx: Tx, network: NetworkId, cop: CopId): Promise<void> {
  const left = tx.updateTable('closings').set({ space: 'left' });
  await left.where('network_id', '=', network).where('cop_id', '=', cop).execute();
}

/** One that could not be archived has been since, by a person, or the bot was put out of it: somebody has to bring it back. */
export async function spaceWentAway(tx: Tx, network: NetworkId, cop: CopId): Promise<void> {
  const away = tx.updateTable('closings').set({ space: 'archived' }).where('space', '=', sql.lit('left'));
  await away.where('network_id', '=', network).where('cop_id', '=', cop).execute();
}

/** Closed ones of a workspace whose spaces could not be archived, by their spaces. */
export async function leftIn(
  reader: Reader,
  workspace: WorkspaceKey,
): Promise<ReadonlyMap<string, { readonly network: NetworkId; readonly cop: CopId }>> {
  const rows = await reader
    .selectFrom('closings as x')
    .innerJoin('cops as c', 'c.id', 'x.cop_id')
    .select(['c.network_id', 'c.id', 'c.space_id'])
    .where('c.workspace_id', '=', workspace)
    .where('c.closed_at', 'is not', null)
    .where('x.space', '=', sql.lit('left'))
    .execute();
  return new Map(rows.flatMap(row => (row.space_id ? [[row.space_id, { network: row.network_id, cop: row.id }]] : [])));
}

type Wish = 'named' | 'wants_harvest';

/** Somebody's own, to be named in what is kept, or to have it. */
export async function wish(tx: Tx, network: NetworkId, cop: CopId, person: PersonId, what: Wish): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ [what]: 1 })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', '=', person)
    .execute();
}

/** What was wished for when it was to be closed another time. */
export async function forgetWishes(tx: Tx, network: NetworkId, cop: CopId): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ named: null, wants_harvest: null })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .execute();
}

/** Those in it who wished so. */
export async function wishing(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  what: Wish,
): Promise<ReadonlySet<PersonId>> {
  const rows = await reader
    .selectFrom('memberships')
    .select('person_id')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '<>', 'left')
    .where(what, '=', 1)
    .execute();
  return new Set(rows.map(row => row.person_id));
}
