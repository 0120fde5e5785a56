/** Networks, workspaces, persons and their accounts. */
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { Known, Person } from '../domain/person.ts';
import type { PlatformName } from '../domain/platforms.ts';
import type { Settings } from '../domain/settings.ts';
import { bitesOf } from './bites.ts';
import { dialectOf, type Reader, type Tx } from './engine.ts';
import { newId } from './ids.ts';
import { settingsBeside, settingsFromBeside } from './settings.ts';
import { workspaceOf as placeOfRecord, type Record } from './tenancy.ts';

export interface Recognised {
  readonly workspace: WorkspaceKey;
  readonly networkId: NetworkId;
  readonly person: Person | undefined;
  /** As the platform told it last. */
  readonly locale: string | undefined;
  readonly settings: Settings;
  /** Known to be of the Support Team. */
  readonly support: boolean;
}

/** Whose press it was: the workspace's network and what was chosen for it, and the person if they are known there already. */
export async function whoIs(
  reader: Reader,
  at: WorkspaceKey | Record,
  externalId: string,
): Promise<Recognised | undefined> {
  const row = await reader
    .selectFrom('workspaces as w')
    .leftJoin('accounts as a', join => join.onRef('a.workspace_id', '=', 'w.id').on('a.external_id', '=', externalId))
    .leftJoin('persons as p', 'p.id', 'a.person_id')
    .leftJoin('settings', 'settings.workspace_id', 'w.id')
    .leftJoin('support_people as s', join =>
      join.onRef('s.workspace_id', '=', 'w.id').onRef('s.person_id', '=', 'p.id'),
    )
    .select(['w.id as workspace', 'w.network_id', 'p.id', 'p.name', 'a.locale', 's.since as supports'])
    .select(settingsBeside)
    .where('w.id', '=', typeof at === 'string' ? at : placeOfRecord(reader, at))
    .executeTakeFirst();
  return (
    row && {
      workspace: row.workspace,
      networkId: row.network_id,
      person: row.id ? { id: row.id, networkId: row.network_id, name: row.name ?? '' } : undefined,
      locale: row.locale ?? undefined,
      settings: settingsFromBeside(row, row.network_id, row.workspace),
      support: row.supports !== null,
    }
  );
}

/** A workspace never seen before becomes a network of its own. */
export async function meetWorkspace(tx: Tx, workspace: WorkspaceKey, now: number): Promise<NetworkId> {
  const id = newId<NetworkId>(now);
  await tx.insertInto('networks').values({ id, name: workspace, created_at: now }).execute();
  await tx.insertInto('workspaces').values({ id: workspace, network_id: id, created_at: now }).execute();
  return id;
}

export async function networkOf(reader: Reader, workspace: WorkspaceKey): Promise<NetworkId | undefined> {
  const row = await reader.selectFrom('workspaces').select('network_id').where('id', '=', workspace).executeTakeFirst();
  return row?.network_id;
}

/** Every one that the bot has met, on whichever platform. */
export async function everyWorkspace(reader: Reader): Promise<readonly WorkspaceKey[]> {
  const rows = await reader.selectFrom('workspaces').select('id').orderBy('id').execute();
  return rows.map(row => row.id);
}

const on = (reader: Reader, platform: PlatformName) =>
  reader.selectFrom('workspaces').select('id').where('platform', '=', platform);

/** Every workspace of a platform that the bot has met. */
export async function workspacesOn(reader: Reader, platform: PlatformName): Promise<readonly WorkspaceKey[]> {
  const rows = await on(reader, platform).orderBy('id').execute();
  return rows.map(row => row.id);
}

/** Where an account was met: on Discord it is the same in every server. */
export async function workspacesWith(
  reader: Reader,
  platform: PlatformName,
  externalId: string,
): Promise<readonly WorkspaceKey[]> {
  const rows = await reader
    .selectFrom('accounts')
    .select('workspace_id')
    .where('external_id', '=', externalId)
    .where('workspace_id', 'in', on(reader, platform))
    .execute();
  return rows.map(row => row.workspace_id);
}

export async function meet(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  account: { id: string; name: string; locale?: string | undefined },
  now: number,
): Promise<Person> {
  const person: Person = { id: newId<PersonId>(now), networkId: network, name: account.name };
  await tx
    .insertInto('persons')
    .values({ id: person.id, network_id: network, name: person.name, created_at: now })
    .execute();
  await tx
    .insertInto('accounts')
    .values({
      workspace_id: workspace,
      external_id: account.id,
      network_id: network,
      person_id: person.id,
      locale: account.locale ?? null,
    })
    .execute();
  return person;
}

/** Several never seen before, by their accounts. */
export async function meetAll(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  accounts: readonly { readonly id: string; readonly name: string }[],
  now: number,
): Promise<ReadonlyMap<string, Person>> {
  const met = accounts.map(({ id, name }) => ({
    account: id,
    person: { id: newId<PersonId>(now), networkId: network, name },
  }));
  for (const some of bitesOf(met)) {
    const at = { network_id: network, created_at: now };
    const persons = some.map(({ person: { id, name } }) => ({ ...at, id, name }));
    await tx.insertInto('persons').values(persons).execute();
    const theirs = { network_id: network, workspace_id: workspace, locale: null };
    const held = some.map(({ account, person }) => ({ ...theirs, external_id: account, person_id: person.id }));
    await tx.insertInto('accounts').values(held).execute();
  }
  return new Map(met.map(({ account, person }) => [account, person]));
}

/** Heard by every process side by side: what each believes of them is out of date. */
export async function tellOthers(db: Reader, workspace: WorkspaceKey, account: string): Promise<void> {
  await dialectOf(db).tellsOf?.(`${workspace} ${account}`).execute(db);
}

export async function renamed(tx: Tx, network: NetworkId, person: PersonId, name: string): Promise<void> {
  await tx.updateTable('persons').set({ name }).where('network_id', '=', network).where('id', '=', person).execute();
}

/** They read another language now. */
export async function reads(tx: Tx, workspace: WorkspaceKey, externalId: string, locale: string): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ locale })
    .where('workspace_id', '=', workspace)
    .where('external_id', '=', externalId)
    .execute();
}

/** Their account there, and BCP 47 as the platform told it last: not of who never pressed anything. */
export async function localeOf(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
): Promise<{ readonly account: string; readonly locale: string | undefined } | undefined> {
  const row = await reader
    .selectFrom('accounts')
    .select(['external_id', 'locale'])
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row && { account: row.external_id, locale: row.locale ?? undefined };
}

/** These persons as a CoP (or, for none, its workspace alone) knows them; in no order. */
export async function known(
  reader: Reader,
  network: NetworkId,
  where: { readonly workspace: WorkspaceKey; readonly cop: CopId | undefined },
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Known>> {
  if (people.length === 0) return new Map();
  const rows = await reader
    .selectFrom('persons as p')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'p.id').on('a.workspace_id', '=', where.workspace),
    )
    .$if(where.cop !== undefined, query =>
      query
        .leftJoin('memberships as m', join =>
          join
            .onRef('m.person_id', '=', 'p.id')
            .on('m.cop_id', '=', where.cop as CopId)
            .on('m.state', '<>', 'left'),
        )
        .select(['m.role', 'm.state', 'm.once_facilitated']),
    )
    .select(['p.id', 'p.name', 'a.external_id'])
    .where('p.network_id', '=', network)
    .where('p.id', 'in', people)
    .execute();
  return new Map(
    rows.map(row => [
      row.id,
      {
        id: row.id,
        networkId: network,
        name: row.name,
        accountId: row.external_id ?? undefined,
        role: row.role ?? undefined,
        joining: row.state === 'joining',
        facilitatedBefore: row.once_facilitated === 1,
      },
    ]),
  );
}
