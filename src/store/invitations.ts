import type { Cop } from '../domain/cop.ts';
import type { CopId, InvitationId, JoinRequestId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { Invitation } from '../domain/invitation.ts';
import { settleAll } from './asked-rows.ts';
import { besideCop, copFromBeside } from './beside-cop.ts';
import type { Reader, Tx } from './engine.ts';
import { changedOnce, rowOf } from './rows.ts';

const columns = rowOf<'invitations', Invitation>()({
  id: 'id',
  networkId: 'network_id',
  copId: 'cop_id',
  inviteeId: 'invitee_id',
  inviterId: 'inviter_id',
  state: 'state',
  withdrawnAs: 'withdrawn_as',
  decidedAt: 'decided_at',
  version: 'version',
  createdAt: 'created_at',
});

export const invitationFrom = columns.from;

/** An invitation with its CoP; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: InvitationId,
  locking = false,
): Promise<{ invitation: Invitation; cop: Cop } | undefined> {
  const row = await besideCop(reader, 'invitations', network, id, locking);
  return row && { invitation: invitationFrom(row), cop: copFromBeside(row) };
}

/** What is open between a person and a CoP already: they have asked in, or are asked in. And who decides there. */
export async function openBetween(reader: Reader, network: NetworkId, cop: CopId, person: PersonId) {
  const rows = await reader
    .selectFrom('cops as c')
    .leftJoin('join_requests as r', join =>
      join.onRef('r.cop_id', '=', 'c.id').on('r.person_id', '=', person).on('r.state', '=', 'pending'),
    )
    .leftJoin('invitations as i', join =>
      join.onRef('i.cop_id', '=', 'c.id').on('i.invitee_id', '=', person).on('i.state', '=', 'pending'),
    )
    .leftJoin('memberships as f', join =>
      join.onRef('f.cop_id', '=', 'c.id').on('f.role', '=', 'facilitator').on('f.state', '<>', 'left'),
    )
    .leftJoin('memberships as m', join => join.onRef('m.cop_id', '=', 'c.id').on('m.person_id', '=', person))
    .select(['r.id as request', 'r.created_at as asked_at', 'i.id as invitation', 'i.created_at as invited_at'])
    .select(['f.person_id as facilitator', 'm.asks_again_at'])
    .where('c.network_id', '=', network)
    .where('c.id', '=', cop)
    .orderBy('f.since')
    .orderBy('f.person_id')
    .execute();
  const [row] = rows;
  return {
    facilitators: rows.flatMap(({ facilitator }) => facilitator ?? []),
    request: row?.request ? { id: row.request, createdAt: row.asked_at ?? 0 } : undefined,
    invitation: row?.invitation ? { id: row.invitation, createdAt: row.invited_at ?? 0 } : undefined,
    asksAgainAt: row?.asks_again_at ?? undefined,
  };
}

/** How people stand to a CoP, by their accounts in a workspace; nothing of whom nobody knows there. */
export interface StandingOfOne {
  readonly person: PersonId;
  readonly name: string;
  readonly isIn: boolean;
  readonly request: JoinRequestId | undefined;
  readonly invited: boolean;
}

export async function standingsOf(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  workspace: WorkspaceKey,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, StandingOfOne>> {
  if (accounts.length === 0) return new Map();
  const rows = await reader
    .selectFrom('accounts as a')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .leftJoin('memberships as m', join =>
      join.onRef('m.person_id', '=', 'p.id').on('m.cop_id', '=', cop).on('m.state', '<>', 'left'),
    )
    .leftJoin('join_requests as r', join =>
      join.onRef('r.person_id', '=', 'p.id').on('r.cop_id', '=', cop).on('r.state', '=', 'pending'),
    )
    .leftJoin('invitations as i', join =>
      join.onRef('i.invitee_id', '=', 'p.id').on('i.cop_id', '=', cop).on('i.state', '=', 'pending'),
    )
    .select(['a.external_id', 'p.id', 'p.name', 'm.role', 'r.id as request', 'i.id as invitation'])
    .where('a.network_id', '=', network)
    .where('a.workspace_id', '=', workspace)
    .where('a.external_id', 'in', accounts)
    .execute();
  return new Map(
    rows.map(row => [
      row.external_id,
      {
        person: row.id,
        name: row.name,
        isIn: row.role !== null,
        request: row.request ?? undefined,
        invited: row.invitation !== null,
      },
    ]),
  );
}

export async function add(tx: Tx, ...all: readonly Invitation[]): Promise<void> {
  if (all.length === 0) return;
  await tx.insertInto('invitations').values(all.map(columns.of)).execute();
}

/** Fails with Stale if it was answered meanwhile. */
export async function save(tx: Tx, invitation: Invitation): Promise<void> {
  await changedOnce(tx, 'invitations', invitation, columns.of(invitation));
}

/** They are in by another way: what they were asked is answered by that. */
export async function settle(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  people: readonly PersonId[],
  now: number,
): Promise<readonly InvitationId[]> {
  const which = { cop_id: cop, invitee_id: people };
  const settled = await settleAll(tx, 'invitations', network, which, { state: 'accepted', decided_at: now });
  return settled.map(one => one.id);
}

/** The CoP is closed: nobody need answer any more. Or who was asked is no longer here. */
export async function withdrawAll(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  now: number,
  gone?: PersonId,
): Promise<readonly Pick<Invitation, 'id' | 'inviteeId'>[]> {
  const answer = { state: 'withdrawn', decided_at: now, ...(gone && { withdrawn_as: 'gone' as const }) } as const;
  const which = { cop_id: cop, ...(gone && { invitee_id: gone }) };
  const rows = await settleAll(tx, 'invitations', network, which, answer);
  return rows.map(row => ({ id: row.id, inviteeId: row.invitee_id }));
}
