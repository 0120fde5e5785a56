/** Who looks after the papers of a library, where whoever did has gone: who saved them, else a facilitator. */
import { sql } from 'kysely';
import type { CopId, NetworkId, PersonId } from '../domain/ids.ts';
import type { MembershipRole } from '../domain/membership.ts';
import type { Reader, Tx } from './engine.ts';

/** Where nobody facilitates it just now, they wait for whoever does next. */
export async function passOn(tx: Tx, network: NetworkId, cop: CopId, from: PersonId): Promise<void> {
  await tx
    .updateTable('documents')
    .set({ steward_id: sql`saved_by`, version: sql`version + 1` })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('steward_id', '=', from)
    .where('saved_by', '<>', from)
    .where('saved_by', 'in', theirs(tx, network, cop))
    .execute();
  const facilitator = await theirs(tx, network, cop, 'facilitator').orderBy('since').limit(1).executeTakeFirst();
  if (facilitator) await leftBehind(tx, network, cop, facilitator.person_id).where('steward_id', '=', from).execute();
}

/** Whoever looks after the CoP from now on, after what nobody in it does. */
export async function takeUp(tx: Tx, network: NetworkId, cop: CopId, facilitator: PersonId): Promise<void> {
  await leftBehind(tx, network, cop, facilitator)
    .where('steward_id', 'not in', theirs(tx, network, cop))
    .execute();
}

const theirs = (reader: Reader, network: NetworkId, cop: CopId, role?: MembershipRole) =>
  reader
    .selectFrom('memberships')
    .select('person_id')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '<>', 'left')
    .$if(role !== undefined, query => query.where('role', '=', role as MembershipRole));

const leftBehind = (tx: Tx, network: NetworkId, cop: CopId, to: PersonId) =>
  tx
    .updateTable('documents')
    .set({ steward_id: to, version: sql`version + 1` })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop);
