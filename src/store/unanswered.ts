/** What somebody was asked and has not answered yet, whatever it is, in one query. */
import { sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { FirstConversationId, InvitationId, NetworkId, NominationId, PersonId } from '../domain/ids.ts';
import { copBeside, copFromBeside } from './beside-cop.ts';
import type { Reader } from './engine.ts';

export type Unanswered = { readonly cop: Cop } & (
  | { readonly kind: 'nomination'; readonly id: NominationId }
  | { readonly kind: 'invitation'; readonly id: InvitationId }
  /** Of the Support Team, and nobody has taken it. */
  | { readonly kind: 'first-conversation'; readonly id: FirstConversationId }
  /** By a Support Team that was given up since: not to start it yet. */
  | { readonly kind: 'start'; readonly id: FirstConversationId }
);

/** Where they still could say yes; what came first is first. */
export async function waitingFor(
  reader: Reader,
  network: NetworkId,
  person: PersonId,
  most: number,
): Promise<readonly Unanswered[]> {
  const rows = await reader
    .selectFrom('nominations as n')
    .innerJoin('cops', 'cops.id', 'n.cop_id')
    .select([sql<string>`'nomination'`.as('kind'), sql<string>`n.id`.as('id'), 'n.created_at as at'])
    .select(copBeside)
    .where('n.network_id', '=', network)
    .where('n.nominee_id', '=', person)
    .where('n.state', '=', sql.lit('pending'))
    .where('cops.state', '<>', sql.lit('proposed'))
    .unionAll(
      reader
        .selectFrom('invitations as i')
        .innerJoin('cops', 'cops.id', 'i.cop_id')
        .select([sql<string>`'invitation'`.as('kind'), sql<string>`i.id`.as('id'), 'i.created_at as at'])
        .select(copBeside)
        .where('i.network_id', '=', network)
        .where('i.invitee_id', '=', person)
        .where('i.state', '=', sql.lit('pending'))
        .where('cops.closed_at', 'is', null),
    )
    .unionAll(
      reader
        .selectFrom('first_conversations as f')
        .innerJoin('cops', 'cops.id', 'f.cop_id')
        .innerJoin('support_people as s', 's.workspace_id', 'cops.workspace_id')
        .select([sql<string>`'first-conversation'`.as('kind'), sql<string>`f.id`.as('id'), 'f.created_at as at'])
        .select(copBeside)
        .where('f.network_id', '=', network)
        .where('f.state', '=', sql.lit('asked'))
        .where('s.person_id', '=', person),
    )
    .unionAll(
      reader
        .selectFrom('cops')
        .crossJoin('first_conversations as f') // SQLite begins with what they started
        .innerJoin('settings as s', 's.workspace_id', 'cops.workspace_id')
        .select([sql<string>`'start'`.as('kind'), sql<string>`f.id`.as('id'), 'f.created_at as at'])
        .select(copBeside)
        .where('cops.network_id', '=', network)
        .where('cops.starter_id', '=', person)
        .whereRef('f.network_id', '=', 'cops.network_id')
        .whereRef('f.cop_id', '=', 'cops.id')
        .where('f.state', 'in', ['asked', 'taken'])
        .where('f.person_id', '=', person)
        .where('f.not_yet', 'is not', null)
        .where('cops.state', '=', sql.lit('proposed'))
        .where('s.support_channel', 'is', null)
        .where('s.starters', '=', sql.lit('anyone')),
    )
    .orderBy('at')
    .limit(most)
    .execute();
  return rows.map(row => ({ kind: row.kind, id: row.id, cop: copFromBeside(row) }) as Unanswered);
}

/** Somebody would like to talk, and nobody has taken it: for somebody who is of the Support Team. What came first is first. */
export async function talksFor(
  reader: Reader,
  network: NetworkId,
  person: PersonId,
  most: number,
): Promise<readonly { readonly cop: Cop }[]> {
  const rows = await reader
    .selectFrom('first_conversations as f')
    .innerJoin('cops', 'cops.id', 'f.cop_id')
    .innerJoin('support_people as s', 's.workspace_id', 'cops.workspace_id')
    .select(copBeside)
    .where('f.network_id', '=', network)
    .where('f.state', '=', sql.lit('asked'))
    .where('s.person_id', '=', person)
    .orderBy('f.created_at')
    .limit(most)
    .execute();
  return rows.map(row => ({ cop: copFromBeside(row) }));
}
