/** On whom something hangs in a workspace: they are in one of its CoPs or on the way in, ask or are asked, or are of its Support Team. */
import { sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import { copFrom } from './beside-cop.ts';
import type { Reader } from './engine.ts';

/** Their accounts, among so many of the workspace's behind one; and the last of those, if there are more. */
export async function counted(
  reader: Reader,
  workspace: WorkspaceKey,
  { behind, most }: { readonly behind: string | undefined; readonly most: number },
): Promise<{ readonly accounts: readonly string[]; readonly last: string | undefined }> {
  const page = await reader
    .selectFrom('accounts')
    .select(['external_id', 'person_id'])
    .where('workspace_id', '=', workspace)
    .where('external_id', '>', behind ?? '')
    .orderBy('external_id')
    .limit(most)
    .execute();
  if (page.length === 0) return { accounts: [], last: undefined };
  const people = page.map(one => one.person_id);
  const rows = await reader
    .selectFrom('memberships')
    .select('person_id as person')
    .where('person_id', 'in', people)
    .where('state', '<>', 'left')
    .union(
      reader
        .selectFrom('join_requests')
        .select('person_id as person')
        .where('person_id', 'in', people)
        .where('state', '=', sql.lit('pending')),
    )
    .union(
      reader
        .selectFrom('invitations')
        .select('invitee_id as person')
        .where('invitee_id', 'in', people)
        .where('state', '=', sql.lit('pending')),
    )
    .union(
      reader
        .selectFrom('nominations')
        .select('nominee_id as person')
        .where('nominee_id', 'in', people)
        .where('state', '=', sql.lit('pending')),
    )
    .union(
      reader
        .selectFrom('first_conversations')
        .select('person_id as person')
        .where('person_id', 'in', people)
        .where('state', 'in', ['asked', 'taken']),
    )
    .union(
      reader
        .selectFrom('support_people')
        .select('person_id as person')
        .where('workspace_id', '=', workspace)
        .where('person_id', 'in', people),
    )
    .execute();
  const count = new Set(rows.map(row => row.person));
  return {
    accounts: page.filter(one => count.has(one.person_id)).map(one => one.external_id),
    last: page.length < most ? undefined : page.at(-1)?.external_id,
  };
}

/** The CoPs that somebody asks to join and is not answered, would talk over with the Support Team, or is asked about and has not answered. */
export async function copsAsked(reader: Reader, network: NetworkId, person: PersonId): Promise<readonly Cop[]> {
  const rows = await reader
    .selectFrom('cops')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('join_requests')
        .select('cop_id')
        .where('person_id', '=', person)
        .where('state', '=', sql.lit('pending'))
        .union(
          selectFrom('invitations')
            .select('cop_id')
            .where('invitee_id', '=', person)
            .where('state', '=', sql.lit('pending')),
        )
        .union(
          selectFrom('nominations')
            .select('cop_id')
            .where('nominee_id', '=', person)
            .where('state', '=', sql.lit('pending')),
        )
        .union(
          selectFrom('first_conversations')
            .select('cop_id')
            .where('person_id', '=', person)
            .where('state', 'in', ['asked', 'taken']),
        ),
    )
    .execute();
  return rows.map(copFrom);
}
