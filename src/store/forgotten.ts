/** Who is to stay forgotten, by a keyed hash of their account: whose it was can't be read from it. */
import { isShut } from '../domain/closing.ts';
import type { NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import { manners } from '../domain/platforms.ts';
import type { Trouble } from '../domain/trouble.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { bitesOf } from './bites.ts';
import { dialectOf, type Reader, type Tx } from './engine.ts';

export interface Forgotten {
  readonly hash: string;
  readonly at: number;
}

export async function add(tx: Tx, all: readonly Forgotten[]): Promise<void> {
  const rows = [...new Map(all.map(one => [one.hash, one.at]))].map(([hash, at]) => ({ hash, forgotten_at: at }));
  for (const some of bitesOf(rows))
    await tx
      .insertInto('forgotten')
      .values(some)
      .onConflict(conflict =>
        conflict.column('hash').doUpdateSet(eb => ({ forgotten_at: eb.ref('excluded.forgotten_at') })),
      )
      .execute();
}

export async function allForgotten(reader: Reader): Promise<readonly Forgotten[]> {
  const rows = await reader.selectFrom('forgotten').selectAll().orderBy('hash').execute();
  return rows.map(row => ({ hash: row.hash, at: row.forgotten_at }));
}

export interface KnownAccount {
  readonly workspace: WorkspaceKey;
  readonly externalId: string;
  readonly network: NetworkId;
  readonly person: PersonId;
  readonly since: number;
}

/** A page of all accounts that are known, and since when their persons are. */
export async function everyAccount(
  reader: Reader,
  after: Pick<KnownAccount, 'workspace' | 'externalId'> | undefined,
  most: number,
): Promise<readonly KnownAccount[]> {
  let query = reader
    .selectFrom('accounts as a')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .select(['a.workspace_id', 'a.external_id', 'a.network_id', 'a.person_id', 'p.created_at']);
  if (after)
    query = query.where(eb =>
      eb.or([
        eb('a.workspace_id', '>', after.workspace),
        eb.and([eb('a.workspace_id', '=', after.workspace), eb('a.external_id', '>', after.externalId)]),
      ]),
    );
  const rows = await query.orderBy('a.workspace_id').orderBy('a.external_id').limit(most).execute();
  return rows.map(row => ({
    workspace: row.workspace_id,
    externalId: row.external_id,
    network: row.network_id,
    person: row.person_id,
    since: row.created_at,
  }));
}

export async function accountsOf(
  reader: Reader,
  network: NetworkId,
  person: PersonId,
): Promise<readonly { readonly workspace: WorkspaceKey; readonly externalId: string }[]> {
  const rows = await reader
    .selectFrom('accounts')
    .select(['workspace_id', 'external_id'])
    .where('network_id', '=', network)
    .where('person_id', '=', person)
    .execute();
  return rows.map(row => ({ workspace: row.workspace_id, externalId: row.external_id }));
}

/** Whether the platforms have still to let them go: out of a space or the forum, or of a role there. It may wait for somebody's hand. */
export async function isStillIn(reader: Reader, network: NetworkId, person: PersonId): Promise<boolean> {
  if (await isStillInForum(reader, network, person)) return true;
  const role = await reader
    .selectFrom('effects')
    .select('effects.id')
    .where('effects.network_id', '=', network)
    .where('settled_at', 'is', null)
    .where('kind', '=', 'server-roles')
    .where('workspace_id', 'in', of =>
      of.selectFrom('server_role_grants').select('workspace_id').where('person_id', '=', person),
    )
    .limit(1)
    .executeTakeFirst();
  return role !== undefined || (await isStillInSpace(reader, network, person));
}

/** A forum that isn't to be found any more isn't waited for where that may be since it is archived: nobody can tell. */
async function isStillInForum(reader: Reader, network: NetworkId, person: PersonId): Promise<boolean> {
  const rows = await reader
    .selectFrom('effects')
    .select(['workspace_id', 'error'])
    .where('network_id', '=', network)
    .where('settled_at', 'is', null)
    .where('kind', '=', 'forum')
    .where(dialectOf(reader).holds('wish', person))
    .execute();
  const mayBeShut = ({ workspace_id, error }: (typeof rows)[number]) =>
    manners[workspaceOf(workspace_id).platform].channelsEnd === 'archived' &&
    error !== null &&
    (JSON.parse(error) as Trouble).kind === 'gone';
  return rows.some(one => !mayBeShut(one));
}

/** Of a space that is shut nobody can be taken out: it isn't waited for. */
async function isStillInSpace(reader: Reader, network: NetworkId, person: PersonId): Promise<boolean> {
  const rows = await reader
    .selectFrom('effects as e')
    .innerJoin('cops as c', 'c.id', 'e.cop_id')
    .leftJoin('closings as x', 'x.cop_id', 'e.cop_id')
    .select(['c.closed_at', 'c.workspace_id', 'x.space'])
    .where('e.network_id', '=', network)
    .where('e.settled_at', 'is', null)
    .where('e.kind', '=', 'remove')
    .where(dialectOf(reader).holds('e.wish', person))
    .execute();
  return rows.some(
    ({ closed_at, workspace_id: workspace, space }) =>
      !isShut({ closedAt: closed_at ?? undefined, workspace }, space ? { space } : undefined),
  );
}
