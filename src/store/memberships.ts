import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { Membership, MembershipRole, MembershipState } from '../domain/membership.ts';
import type { Known } from '../domain/person.ts';
import { bitesOf } from './bites.ts';
import type { Reader, Tx } from './engine.ts';
import { idsFrom } from './ids.ts';

export async function of(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
): Promise<Membership | undefined> {
  const row = await reader
    .selectFrom('memberships')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return (
    row && { networkId: network, copId: cop, personId: person, state: row.state, role: row.role, since: row.since }
  );
}

/** Those of them who are out of it. */
export async function outOf(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  if (people.length === 0) return [];
  const rows = await reader
    .selectFrom('memberships')
    .select('person_id')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', 'in', people)
    .where('state', '=', 'left')
    .execute();
  return rows.map(row => row.person_id);
}

/** One of the moments that are noted of somebody in a CoP. `asks_again_at`: from when on somebody who was taken out may ask to join again, where that isn't at once. `facilitates_since`: when they last took it on; nothing for who has from the start, or came back as what they were. */
export async function noted(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
  moment: 'asks_again_at' | 'facilitates_since',
): Promise<number | undefined> {
  const row = await reader
    .selectFrom('memberships')
    .select(moment)
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row?.[moment] ?? undefined;
}

/** Until they are let in: then it is as if it had never been. */
export async function askAgainFrom(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
  time: number,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ asks_again_at: time })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', '=', person)
    .execute();
}

/** Everybody in it or on the way in, with their accounts in its workspace; the longest first. */
export async function everybody(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  workspace: WorkspaceKey,
  role?: MembershipRole,
): Promise<readonly Known[]> {
  let query = reader
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'm.person_id').on('a.workspace_id', '=', workspace),
    )
    .select(['p.id', 'p.name', 'm.role', 'a.external_id'])
    .where('m.network_id', '=', network)
    .where('m.cop_id', '=', cop)
    .where('m.state', '<>', 'left');
  if (role) query = query.where('m.role', '=', role);
  const rows = await query.orderBy('m.since').orderBy('p.id').execute();
  return rows.map(row => ({
    id: row.id,
    networkId: network,
    name: row.name,
    accountId: row.external_id ?? undefined,
    role: row.role,
  }));
}

/** Everybody who was ever in it and has an account in its workspace, with how they stand. */
export async function standing(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  workspace: WorkspaceKey,
): Promise<
  readonly {
    readonly id: PersonId;
    readonly accountId: string;
    readonly name: string;
    readonly state: MembershipState;
    readonly role: MembershipRole;
    readonly lacking?: string;
  }[]
> {
  const rows = await reader
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'm.person_id').on('a.workspace_id', '=', workspace),
    )
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select(['m.person_id', 'm.state', 'm.role', 'm.lacking', 'a.external_id', 'p.name'])
    .where('m.network_id', '=', network)
    .where('m.cop_id', '=', cop)
    .execute();
  return rows.map(row => ({
    id: row.person_id,
    accountId: row.external_id,
    name: row.name,
    state: row.state,
    role: row.role,
    ...(row.lacking !== null && { lacking: row.lacking }),
  }));
}

/** One membership a person and CoP: whoever comes back takes up the old one. */
export async function save(tx: Tx, ...all: readonly Membership[]): Promise<void> {
  for (const some of bitesOf(all))
    await tx
      .insertInto('memberships')
      .values(
        some.map(({ networkId, copId, personId, state, role, since }) => ({
          network_id: networkId,
          cop_id: copId,
          person_id: personId,
          state,
          role,
          since,
        })),
      )
      .onConflict(conflict =>
        conflict.columns(['cop_id', 'person_id']).doUpdateSet(eb => ({
          state: eb.ref('excluded.state'),
          role: eb.ref('excluded.role'),
          since: eb.ref('excluded.since'),
          asks_again_at: null,
          facilitates_since: null,
          once_facilitated: eb
            .case()
            .when('memberships.role', '=', 'facilitator')
            .then<number | null>(1)
            .else(eb.ref('memberships.once_facilitated'))
            .end(),
        })),
      )
      .execute();
}

/** Who left by hand since then, and is out. */
export async function leftSince(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  since: number,
): Promise<readonly { readonly id: PersonId; readonly role: MembershipRole }[]> {
  return reader
    .selectFrom('audit as a')
    .innerJoin('memberships as m', join => join.onRef('m.person_id', '=', 'a.actor_id').on('m.cop_id', '=', cop))
    .select(['m.person_id as id', 'm.role'])
    .distinct()
    .where('a.network_id', '=', network)
    .where('a.about_id', '=', cop)
    .where('a.command', '=', 'membership left')
    .where('a.id', '>', idsFrom(since)) // looks at the last few alone
    .where('a.at', '>', since)
    .where('m.state', '=', 'left')
    .execute();
}

/** The platform has let them in, or they are out. Answers how many that changed. */
export async function mark(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  people: readonly PersonId[],
  from: MembershipState,
  to: MembershipState,
): Promise<number> {
  if (people.length === 0) return 0;
  const { numUpdatedRows } = await tx
    .updateTable('memberships')
    .set({ state: to, ...(to === 'left' && { hello: null, hello_at: null }) })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', 'in', people)
    .where('state', '=', from)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Members who came in later than that. */
export async function cameSince(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  time: number,
): Promise<readonly { readonly id: PersonId; readonly since: number }[]> {
  return reader
    .selectFrom('memberships')
    .select(['person_id as id', 'since'])
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', 'member')
    .where('role', '=', 'member')
    .where('since', '>', time)
    .execute();
}
