/** Requests to join that were answered, looked back at by those who facilitate. */
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { JoinRequestState } from '../domain/join-request.ts';
import type { Page, Reader } from './engine.ts';

interface Somebody {
  readonly id: PersonId;
  readonly name: string;
  readonly accountId: string | undefined;
}

export interface AnsweredRequest {
  readonly applicant: Somebody;
  /** Who asked, where they took it back; nobody, where it was settled by itself. */
  readonly decider: Somebody | undefined;
  readonly state: JoinRequestState;
  /** Settled by itself, or after a yes: they were no longer here. */
  readonly gone: boolean;
  readonly decidedAt: number;
  readonly words: string | undefined;
  readonly reason: string | undefined;
}

/** The latest first. */
export async function answeredIn(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  workspace: WorkspaceKey,
  { from, most }: Page,
): Promise<readonly AnsweredRequest[]> {
  const rows = await reader
    .selectFrom('join_requests as r')
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .leftJoin('accounts as a', join => join.onRef('a.person_id', '=', 'p.id').on('a.workspace_id', '=', workspace))
    .leftJoin('persons as q', 'q.id', 'r.decided_by')
    .leftJoin('accounts as b', join => join.onRef('b.person_id', '=', 'q.id').on('b.workspace_id', '=', workspace))
    .select(['p.id', 'p.name', 'a.external_id'])
    .select(['q.id as decider_id', 'q.name as decider', 'b.external_id as decider_account'])
    .select(['r.state', 'r.withdrawn_as', 'r.decided_at', 'r.words', 'r.reason'])
    .where('r.network_id', '=', network)
    .where('r.cop_id', '=', cop)
    .where('r.decided_at', 'is not', null)
    .orderBy('r.decided_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(most)
    .offset(from)
    .execute();
  return rows.map(row => ({
    applicant: { id: row.id, name: row.name, accountId: row.external_id ?? undefined },
    decider:
      row.decider_id === null
        ? undefined
        : { id: row.decider_id, name: row.decider ?? '', accountId: row.decider_account ?? undefined },
    state: row.state,
    gone: row.withdrawn_as === 'gone',
    decidedAt: row.decided_at ?? 0,
    words: row.words ?? undefined,
    reason: row.reason ?? undefined,
  }));
}
