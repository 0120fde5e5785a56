/** Requests that nobody answered before their CoP was closed. */
import { sql } from 'kysely';
import type { CopId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { JoinRequest } from '../domain/join-request.ts';
import { type Known, nobodyOf } from '../domain/person.ts';
import { settleAll } from './asked-rows.ts';
import type { Reader, Tx } from './engine.ts';
import { requestFrom } from './join-requests.ts';

/** Those that nobody had answered when it was closed. */
export async function whenClosedAt(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  closedAt: number,
): Promise<readonly JoinRequest[]> {
  const rows = await reader
    .selectFrom('join_requests')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', sql.lit('withdrawn'))
    .where('decided_by', 'is', null)
    .where('withdrawn_as', 'is', null)
    .where('decided_at', '=', closedAt)
    .orderBy('created_at')
    .execute();
  return rows.map(requestFrom);
}

/** Whose request nobody had answered when it was closed the last time, and who has not asked again; who was forgotten since is nobody. */
export async function lastTime(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  workspace: WorkspaceKey,
): Promise<readonly Known[]> {
  const latest = reader
    .selectFrom('join_requests')
    .select(({ fn }) => fn.max('decided_at').as('at'))
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', sql.lit('withdrawn'))
    .where('decided_by', 'is', null)
    .where('withdrawn_as', 'is', null);
  const rows = await reader
    .selectFrom('join_requests as r')
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'r.person_id').on('a.workspace_id', '=', workspace),
    )
    .select(['p.id', 'p.name', 'a.external_id'])
    .where('r.network_id', '=', network)
    .where('r.cop_id', '=', cop)
    .where('r.state', '=', sql.lit('withdrawn'))
    .where('r.decided_by', 'is', null)
    .where('r.withdrawn_as', 'is', null)
    .where('r.decided_at', '=', latest)
    .where('r.person_id', '<>', nobodyOf(network))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('join_requests as again')
            .select('again.id')
            .whereRef('again.cop_id', '=', 'r.cop_id')
            .whereRef('again.person_id', '=', 'r.person_id')
            .whereRef('again.created_at', '>', 'r.created_at'),
        ),
      ),
    )
    .orderBy('r.created_at')
    .execute();
  return rows.map(row => ({
    id: row.id,
    networkId: network,
    name: row.name,
    accountId: row.external_id ?? undefined,
    role: undefined,
  }));
}

/** The CoP is closed: nobody answers any more, and nobody took them back. Answers whose. */
export async function lapse(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  now: number,
): Promise<readonly Pick<JoinRequest, 'id' | 'personId'>[]> {
  const answer = { state: 'withdrawn', decided_at: now } as const;
  const rows = await settleAll(tx, 'join_requests', network, { cop_id: cop }, answer);
  return rows.map(row => ({ id: row.id, personId: row.person_id }));
}
