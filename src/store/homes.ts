/** Who has opened the Home of the bot: theirs is kept current. */
import { sql } from 'kysely';
import { lane } from '../domain/effect.ts';
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import { type Db, dialectOf, type Reader, type Tx } from './engine.ts';
import { nextAt } from './meetings.ts';

/** Asked again does nothing. */
export async function remember(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
  now: number,
): Promise<void> {
  await tx
    .insertInto('homes')
    .values({ network_id: network, workspace_id: workspace, person_id: person, since: now })
    .onConflict(conflict => conflict.columns(['workspace_id', 'person_id']).doNothing())
    .execute();
}

/** A mark of what it shows, as far as somebody is sure. */
export async function drawn(reader: Reader, workspace: WorkspaceKey, account: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('homes as h')
    .innerJoin('accounts as a', join =>
      join.onRef('a.workspace_id', '=', 'h.workspace_id').onRef('a.person_id', '=', 'h.person_id'),
    )
    .select('h.drawn')
    .where('h.workspace_id', '=', workspace)
    .where('a.external_id', '=', account)
    .executeTakeFirst();
  return row?.drawn ?? undefined;
}

export async function noteDrawn(
  db: Db,
  workspace: WorkspaceKey,
  account: string,
  mark: string | undefined,
): Promise<void> {
  await db
    .updateTable('homes')
    .set({ drawn: mark ?? null })
    .where('workspace_id', '=', workspace)
    .where('person_id', 'in', eb =>
      eb
        .selectFrom('accounts')
        .select('person_id')
        .where('workspace_id', '=', workspace)
        .where('external_id', '=', account),
    )
    .execute();
}

/** At a start: what is there may have been drawn otherwise by another version, or since a backup was made. */
export async function nobodyIsSure(db: Db): Promise<void> {
  await db.updateTable('homes').set({ drawn: null }).where('drawn', 'is not', null).execute();
}

/** Those of these people who look at one, and for whom no drawing waits already: that one will show this too, and is not begun before this is kept. */
export async function toBeDrawn(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('homes')
    .select('person_id')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('person_id', 'in', people)
    .execute();
  const looking = rows.map(row => row.person_id);
  if (looking.length === 0) return [];
  const drawn = tx
    .selectFrom('effects')
    .select('lane')
    .where('lane', 'in', looking.map(lane.home))
    .where('settled_at', 'is', null)
    .where('state', '=', 'waiting')
    .orderBy('id');
  const waiting = new Set((await dialectOf(tx).lock(drawn, 'effects').execute()).map(row => row.lane));
  return looking.filter(person => !waiting.has(lane.home(person)));
}

interface Going {
  readonly people: number;
  readonly papers: number;
  /** When it meets next. */
  readonly meets: number | undefined;
}

/** How many are in each of these CoPs or on their way in, how much its library holds, and when it meets next. */
export async function sizes(
  reader: Reader,
  network: NetworkId,
  cops: readonly CopId[],
): Promise<ReadonlyMap<CopId, Going>> {
  if (cops.length === 0) return new Map();
  const rows = await reader
    .selectFrom('cops as c')
    .select(['c.id'])
    .select(sql<number>`(select count(*) from memberships m where m.cop_id = c.id and m.state <> 'left')`.as('people'))
    .select(sql<number>`(select count(*) from documents d where d.cop_id = c.id and d.state = 'kept')`.as('papers'))
    .select(nextAt('c.id').as('meets'))
    .where('c.network_id', '=', network)
    .where('c.id', 'in', cops)
    .execute();
  const going = (row: (typeof rows)[number]): Going => ({
    people: Number(row.people),
    papers: Number(row.papers),
    meets: row.meets === null ? undefined : Number(row.meets),
  });
  return new Map(rows.map(row => [row.id, going(row)]));
}
