import { sql } from 'kysely';
import { type Cop, nameKey } from '../domain/cop.ts';
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import { folded } from '../domain/words.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { copFrom, copRow } from './beside-cop.ts';
import { gramsOfCop } from './directory.ts';
import { dialectOf, type Reader, type Tx } from './engine.ts';
import { changedOnce } from './rows.ts';

/** One that is going isn't found any more. */
const one = (reader: Reader, network: NetworkId, id: CopId) =>
  reader
    .selectFrom('cops')
    .selectAll()
    .where(eb => eb.and({ network_id: network, id }))
    .where('gone_at', 'is', null);

export async function byId(reader: Reader, network: NetworkId, id: CopId): Promise<Cop | undefined> {
  const row = await one(reader, network, id).executeTakeFirst();
  return row && copFrom(row);
}

/** The first CoP there: what concerns a workspace as a whole is done in its name, begun and ended. */
export async function anyIn(reader: Reader, network: NetworkId, workspace: WorkspaceKey): Promise<Cop | undefined> {
  const row = await reader
    .selectFrom('cops')
    .selectAll()
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('gone_at', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && copFrom(row);
}

/** Commands about one CoP wait for one another here. */
export async function lock(tx: Tx, network: NetworkId, id: CopId): Promise<Cop | undefined> {
  const row = await dialectOf(tx)
    .lock(one(tx, network, id))
    .executeTakeFirst();
  return row && copFrom(row);
}

/** One that was found by something else than its id, as it stands once it is locked. */
export const locked = async (tx: Tx, cop: Cop): Promise<Cop | undefined> =>
  dialectOf(tx).alone ? cop : lock(tx, cop.networkId, cop.id);

/** One at a time of what is reckoned over a whole workspace. */
export async function lockWorkspace(tx: Tx, workspace: WorkspaceKey): Promise<void> {
  const row = tx.selectFrom('workspaces').select('id').where('id', '=', workspace);
  if (!dialectOf(tx).alone) await dialectOf(tx).lock(row).executeTakeFirst();
}

const byChannel =
  (column: 'space_id' | 'former_space_id') =>
  async (reader: Reader, workspace: WorkspaceKey, channel: string): Promise<Cop | undefined> => {
    const row = await reader
      .selectFrom('cops')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where(column, '=', channel)
      .where('gone_at', 'is', null)
      .executeTakeFirst();
    return row && copFrom(row);
  };

export const bySpace = byChannel('space_id');
/** Whose space it was, before it lived on in another. */
export const byFormerSpace = byChannel('former_space_id');

/** The CoP that has a name already, with its size. */
export async function byName(
  reader: Reader,
  network: NetworkId,
  name: string,
): Promise<{ cop: Cop; members: number } | undefined> {
  const row = await reader
    .selectFrom('cops')
    .selectAll()
    .where('network_id', '=', network)
    .where('name_key', '=', nameKey(name))
    .where('state', '<>', sql.lit('not-started'))
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row && { cop: copFrom(row), members: row.members };
}

/** What is searched: name, domain and statement, without case and accents. */
const searched = (cop: Cop): string => folded([cop.name, cop.domain, cop.statement].filter(Boolean).join(' '));

/** Those a person is in, with what they are there; not what is closed. */
export async function ofPerson(reader: Reader, network: NetworkId, person: PersonId) {
  const rows = await reader
    .selectFrom('memberships as m')
    .innerJoin('cops', 'cops.id', 'm.cop_id')
    .selectAll('cops')
    .select(['m.role', 'm.state as membership'])
    .where('m.network_id', '=', network)
    .where('m.person_id', '=', person)
    .where('m.state', '<>', 'left')
    .where('cops.state', '<>', sql.lit('not-started'))
    .where('cops.closed_at', 'is', null)
    .orderBy('cops.name')
    .execute();
  return rows.map(row => ({ cop: copFrom(row), role: row.role, membership: row.membership }));
}

/** Closed ones that they were in until then: their spaces may stand still. */
export async function closedOf(reader: Reader, network: NetworkId, person: PersonId): Promise<readonly Cop[]> {
  const rows = await reader
    .selectFrom('memberships as m')
    .innerJoin('cops', 'cops.id', 'm.cop_id')
    .selectAll('cops')
    .where('m.network_id', '=', network)
    .where('m.person_id', '=', person)
    .where('m.state', '<>', 'left')
    .where('cops.closed_at', 'is not', null)
    .execute();
  return rows.map(copFrom);
}

/** When somebody started the last ones that came to be or may still, the latest first. */
export async function startedBy(
  reader: Reader,
  network: NetworkId,
  starter: PersonId,
  most: number,
): Promise<readonly number[]> {
  const rows = await reader
    .selectFrom('cops')
    .select('created_at')
    .where('network_id', '=', network)
    .where('starter_id', '=', starter)
    .where('state', '<>', sql.lit('not-started'))
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(row => row.created_at);
}

/** Two starts of theirs wait for one another. */
export async function lockStarter(tx: Tx, starter: PersonId): Promise<void> {
  const row = tx.selectFrom('persons').select('id').where('id', '=', starter);
  if (!dialectOf(tx).alone) await dialectOf(tx).lock(row).executeTakeFirst();
}

interface InTheWay {
  readonly namesake: { readonly cop: Cop; readonly members: number } | undefined;
  readonly slugs: ReadonlySet<string>;
  /** When `by` started their last ones, the latest first. */
  readonly started: readonly number[];
}

/** What a CoP of this name would run into: the one that has it already, with its size, and the slugs that begin like its own. */
export async function inTheWay(
  reader: Reader,
  network: NetworkId,
  name: string,
  slug: string,
  { except, by, since }: { readonly except?: CopId; readonly by?: PersonId; readonly since?: number } = {},
): Promise<InTheWay> {
  const ids = reader.selectFrom('cops').select('id').where('network_id', '=', network);
  const called = ids
    .where('name_key', '=', nameKey(name))
    .where('state', '<>', sql.lit('not-started'))
    .where('closed_at', 'is', null);
  const begunAlike = ids.where(dialectOf(reader).startsWith('slug', slug));
  const lately = (starter: PersonId) =>
    reader
      .selectFrom('cops')
      .select('id')
      .where('starter_id', '=', starter)
      .where('created_at', '>', since ?? 0);
  const alike = called.unionAll(begunAlike);
  const rows = await reader
    .selectFrom('cops')
    .selectAll()
    .where('network_id', '=', network)
    .$if(except !== undefined, query => query.where('id', '<>', except as CopId))
    .where('id', 'in', by === undefined ? alike : alike.unionAll(lately(by)))
    .execute();
  const namesake = rows.find(
    row => row.name_key === nameKey(name) && row.state !== 'not-started' && row.closed_at === null,
  );
  return {
    namesake: namesake && { cop: copFrom(namesake), members: namesake.members },
    slugs: new Set(rows.map(row => row.slug)),
    started: rows
      .filter(row => row.starter_id === by && row.state !== 'not-started')
      .map(row => row.created_at)
      .sort((a, b) => b - a),
  };
}

const written = (cop: Cop) => ({
  ...copRow.of(cop),
  platform: workspaceOf(cop.workspace).platform,
  name_key: nameKey(cop.name),
  folded: searched(cop),
  grams: gramsOfCop(cop.networkId, searched(cop), nameKey(cop.name)),
  state: cop.state === 'closed' ? ('open' as const) : cop.state,
  unlisted: cop.unlisted ? 1 : 0,
});

export async function add(tx: Tx, cop: Cop): Promise<void> {
  await tx.insertInto('cops').values(written(cop)).execute();
}

/** Fails with Stale if it was changed since it was read. */
export async function save(tx: Tx, cop: Cop): Promise<void> {
  await changedOnce(tx, 'cops', cop, written(cop));
}
