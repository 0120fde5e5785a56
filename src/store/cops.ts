import { sql } from 'kysely';
import { type Cop, nameKey } from '../domain/cop.ts';
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import { folded } from '../domain/words.ts';
import { type Reader, Stale, type Tx } from './engine.ts';
import type { Schema } from './schema.ts';

type CopRow = Omit<Schema['cops'], 'name_key' | 'folded'>;

function copFrom(row: CopRow): Cop {
  return {
    id: row.id,
    networkId: row.network_id,
    workspace: row.workspace_id,
    name: row.name,
    domain: row.domain,
    statement: row.statement ?? undefined,
    slug: row.slug,
    state: row.closed_at === null ? row.state : 'closed',
    closedAt: row.closed_at ?? undefined,
    unlisted: row.unlisted === 1,
    spaceId: row.space_id ?? undefined,
    spaceName: row.space_name ?? undefined,
    starterId: row.starter_id,
    version: row.version,
    createdAt: row.created_at,
  };
}

export async function byId(reader: Reader, network: NetworkId, id: CopId): Promise<Cop | undefined> {
  const row = await reader
    .selectFrom('cops')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && copFrom(row);
}

/** Some CoP there: what concerns a workspace as a whole is done in its name. */
export async function anyIn(reader: Reader, network: NetworkId, workspace: WorkspaceKey): Promise<Cop | undefined> {
  const row = await reader
    .selectFrom('cops')
    .selectAll()
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .limit(1)
    .executeTakeFirst();
  return row && copFrom(row);
}

/** Commands about one CoP wait for one another here. On SQLite the transaction is alone already. */
export async function lock(tx: Tx, network: NetworkId, id: CopId): Promise<Cop | undefined> {
  const query = tx.selectFrom('cops').selectAll().where('network_id', '=', network).where('id', '=', id);
  const row = await (locksRows(tx) ? query.forUpdate() : query).executeTakeFirst();
  return row && copFrom(row);
}

export const locksRows = (reader: Reader): boolean => reader.getExecutor().adapter.supportsMultipleConnections === true;

export async function bySpace(reader: Reader, workspace: WorkspaceKey, spaceId: string): Promise<Cop | undefined> {
  const row = await reader
    .selectFrom('cops')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('space_id', '=', spaceId)
    .executeTakeFirst();
  return row && copFrom(row);
}

/** Every space of a CoP that isn't closed on a platform, whosever it is: for looking after what was missed while the bot was away. */
export async function withSpaceOn(reader: Reader, platform: string): Promise<readonly Cop[]> {
  const rows = await reader
    .selectFrom('cops')
    .selectAll()
    .where(sql<boolean>`workspace_id like ${`${platform}:%`}`)
    .where('space_id', 'is not', null)
    .where('state', '=', 'open')
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(copFrom);
}

/** The CoP that has a name already, with its size. */
export async function byName(
  reader: Reader,
  network: NetworkId,
  name: string,
): Promise<{ cop: Cop; members: number } | undefined> {
  const row = await reader
    .selectFrom('cops')
    .selectAll()
    .select(members)
    .where('network_id', '=', network)
    .where('name_key', '=', nameKey(name))
    .where('state', '<>', sql.lit('not-started'))
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row && { cop: copFrom(row), members: row.members };
}

/** A CoP's columns beside another noun's, in one query. */
export const copBeside = [
  'cops.id as cop__id',
  'cops.network_id as cop__network_id',
  'cops.workspace_id as cop__workspace_id',
  'cops.name as cop__name',
  'cops.slug as cop__slug',
  'cops.domain as cop__domain',
  'cops.statement as cop__statement',
  'cops.state as cop__state',
  'cops.closed_at as cop__closed_at',
  'cops.unlisted as cop__unlisted',
  'cops.space_id as cop__space_id',
  'cops.space_name as cop__space_name',
  'cops.starter_id as cop__starter_id',
  'cops.version as cop__version',
  'cops.created_at as cop__created_at',
] as const;

export function copFromBeside(row: { readonly [C in keyof CopRow as `cop__${C}`]: CopRow[C] }): Cop {
  const own = Object.entries(row).flatMap(([name, value]) =>
    name.startsWith('cop__') ? [[name.slice(5), value]] : [],
  );
  return copFrom(Object.fromEntries(own));
}

const members = sql<number>`(select count(*) from memberships m where m.cop_id = cops.id and m.state = 'member')`.as(
  'members',
);

/** What is searched: name, domain and statement, without case and accents. */
const searched = (cop: Cop): string => folded([cop.name, cop.domain, cop.statement].filter(Boolean).join(' '));

/** The words as they are: what LIKE takes for a pattern is escaped. */
export const holding = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** The directory: open CoPs whose name, domain or statement hold every word, largest first. Unlisted ones only for who is in. */
export async function find(
  reader: Reader,
  network: NetworkId,
  words: readonly string[],
  most: number,
  person?: PersonId,
): Promise<readonly { cop: Cop; members: number }[]> {
  let query = reader
    .selectFrom('cops')
    .selectAll()
    .select(members)
    .where('network_id', '=', network)
    .where('state', '=', 'open')
    .where('closed_at', 'is', null)
    .where(
      sql<boolean>`(unlisted = 0 or exists (select 1 from memberships o where o.cop_id = cops.id and o.person_id = ${person ?? ''} and o.state <> 'left'))`,
    );
  for (const word of words)
    query = query.where(
      sql<boolean>`(folded like ${holding(folded(word))} escape '\\' or name_key like ${holding(nameKey(word))} escape '\\')`,
    );
  const rows = await query.orderBy('members', 'desc').orderBy('name').limit(most).execute();
  return rows.map(row => ({ cop: copFrom(row), members: row.members }));
}

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

/** What a CoP of this name would run into: the one that has it already, with its size, and the slugs that begin like its own. */
export async function inTheWay(
  reader: Reader,
  network: NetworkId,
  name: string,
  slug: string,
  except?: CopId,
): Promise<{ readonly namesake: { cop: Cop; members: number } | undefined; readonly slugs: ReadonlySet<string> }> {
  const rows = await reader
    .selectFrom('cops')
    .selectAll()
    .select(members)
    .where('network_id', '=', network)
    .where('id', '<>', except ?? ('' as CopId))
    .where(eb =>
      eb.or([eb('name_key', '=', nameKey(name)), sql<boolean>`substr(slug, 1, ${[...slug].length}) = ${slug}`]),
    )
    .execute();
  const namesake = rows.find(
    row => row.name_key === nameKey(name) && row.state !== 'not-started' && row.closed_at === null,
  );
  return {
    namesake: namesake && { cop: copFrom(namesake), members: namesake.members },
    slugs: new Set(rows.map(row => row.slug)),
  };
}

const standingOf = ({ state, closedAt, unlisted }: Cop) => ({
  state: state === 'closed' ? ('open' as const) : state,
  closed_at: closedAt ?? null,
  unlisted: unlisted ? 1 : 0,
});

export async function add(tx: Tx, cop: Cop): Promise<void> {
  await tx
    .insertInto('cops')
    .values({
      id: cop.id,
      network_id: cop.networkId,
      workspace_id: cop.workspace,
      name: cop.name,
      name_key: nameKey(cop.name),
      slug: cop.slug,
      domain: cop.domain,
      folded: searched(cop),
      statement: cop.statement ?? null,
      ...standingOf(cop),
      space_id: cop.spaceId ?? null,
      space_name: cop.spaceName ?? null,
      starter_id: cop.starterId,
      version: cop.version,
      created_at: cop.createdAt,
    })
    .execute();
}

/** Fails with Stale if it was changed since it was read. */
export async function save(tx: Tx, cop: Cop): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('cops')
    .set({
      name: cop.name,
      name_key: nameKey(cop.name),
      slug: cop.slug,
      domain: cop.domain,
      folded: searched(cop),
      statement: cop.statement ?? null,
      ...standingOf(cop),
      space_id: cop.spaceId ?? null,
      space_name: cop.spaceName ?? null,
      version: cop.version + 1,
    })
    .where('network_id', '=', cop.networkId)
    .where('id', '=', cop.id)
    .where('version', '=', cop.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Stale();
}

/** The spaces of a workspace that are known to be a CoP's. */
export async function spacesIn(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('cops')
    .select('space_id')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('space_id', 'is not', null)
    .execute();
  return rows.map(row => row.space_id as string);
}
