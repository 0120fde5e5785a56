/** The CoPs of a workspace, a page of them, the latest first, or of those that nobody facilitates who has waited longest: for the Support Team, whatever their state. */
import { type SqlBool, sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { CopId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import { type CopStage, youngMs } from '../domain/stage.ts';
import { copFrom } from './beside-cop.ts';
import type { Reader } from './engine.ts';

export async function pageOfStage(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  { stage, behind, most, now }: { stage: CopStage | undefined; behind: CopId | undefined; most: number; now: number },
): Promise<readonly { readonly cop: Cop; readonly members: number }[]> {
  const rows = await reader
    .selectFrom('cops')
    .selectAll()
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('state', '<>', sql.lit('not-started'))
    .$if(stage !== undefined, query => query.where(isAt(stage ?? 'young', now - youngMs)))
    .$if(stage !== 'alone' && behind !== undefined, query => query.where('id', '<', behind as CopId))
    .$if(stage === 'alone' && behind !== undefined, query => query.where(waitsBehind(network, behind as CopId)))
    .$if(stage === 'alone', query => query.orderBy('unattended_since'))
    .orderBy('id', stage === 'alone' ? 'asc' : 'desc')
    .limit(most)
    .execute();
  return rows.map(row => ({ cop: copFrom(row), members: row.members }));
}

/** Where somebody looks after that one by now, it begins anew. */
const waitsBehind = (network: NetworkId, behind: CopId) =>
  sql<SqlBool>`(unattended_since, id) > (select coalesce(b.unattended_since, 0), b.id from cops as b where b.network_id = ${network} and b.id = ${behind})`;

/** As `stageOf` has it. */
const isAt = (stage: CopStage, young: number) =>
  ({
    closed: sql<SqlBool>`closed_at is not null`,
    alone: sql<SqlBool>`closed_at is null and unattended_since is not null`,
    starting: sql<SqlBool>`closed_at is null and unattended_since is null and state <> 'open'`,
    resting: sql<SqlBool>`closed_at is null and unattended_since is null and state = 'open' and resting_since is not null`,
    young: sql<SqlBool>`closed_at is null and unattended_since is null and state = 'open' and resting_since is null and created_at > ${young}`,
    mature: sql<SqlBool>`closed_at is null and unattended_since is null and state = 'open' and resting_since is null and created_at <= ${young}`,
  })[stage];
