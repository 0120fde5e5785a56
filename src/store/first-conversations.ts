import type { Cop } from '../domain/cop.ts';
import type { FirstConversation } from '../domain/first-conversation.ts';
import type { CopId, FirstConversationId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import { besideCop, copFromBeside } from './beside-cop.ts';
import type { Reader, Tx } from './engine.ts';
import { changedOnce, rowOf } from './rows.ts';

const columns = rowOf<'first_conversations', FirstConversation>()({
  id: 'id',
  networkId: 'network_id',
  copId: 'cop_id',
  personId: 'person_id',
  way: 'way',
  words: 'words',
  state: 'state',
  withdrawnAs: 'withdrawn_as',
  takenBy: 'taken_by',
  planned: 'planned',
  notes: 'notes',
  draftDomain: 'draft_domain',
  draftStatement: 'draft_statement',
  draft: 'draft',
  notYet: 'not_yet',
  version: 'version',
  createdAt: 'created_at',
});

/** With its CoP, and whether whoever takes it is of the Support Team still; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: FirstConversationId,
  locking = false,
): Promise<{ conversation: FirstConversation; cop: Cop; takerIsHere: boolean } | undefined> {
  const row = await besideCop(reader, 'first_conversations', network, id, locking, query =>
    query
      .leftJoin('support_people as s', join =>
        join.onRef('s.person_id', '=', 'own.taken_by').onRef('s.workspace_id', '=', 'cops.workspace_id'),
      )
      .select('s.since as taker_since'),
  );
  return row && { conversation: columns.from(row), cop: copFromBeside(row), takerIsHere: row.taker_since !== null };
}

/** Those that somebody has taken in a workspace, or had taken, and are still to be had. */
const takenBy = (
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
  state: 'taken' | 'asked',
): Promise<readonly Pick<FirstConversation, 'id' | 'copId' | 'personId'>[]> =>
  reader
    .selectFrom('first_conversations as f')
    .innerJoin('cops as c', 'c.id', 'f.cop_id')
    .select(['f.id', 'f.cop_id as copId', 'f.person_id as personId'])
    .where('f.network_id', '=', network)
    .where('f.taken_by', '=', person)
    .where('f.state', '=', state)
    .where('c.workspace_id', '=', workspace)
    .orderBy('f.id')
    .execute();

/** Theirs while they are of its Support Team, and else anybody's. */
export async function passOn(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
  isHere: boolean,
): Promise<readonly Pick<FirstConversation, 'id' | 'copId' | 'personId'>[]> {
  const [before, state] = isHere ? (['asked', 'taken'] as const) : (['taken', 'asked'] as const);
  const moved = await takenBy(tx, network, workspace, person, before);
  const others = await takenBy(tx, network, workspace, person, state);
  for (const { id } of moved)
    await tx
      .updateTable('first_conversations')
      .set(eb => ({ state, version: eb('version', '+', 1) }))
      .where('network_id', '=', network)
      .where('id', '=', id)
      .where('taken_by', '=', person)
      .where('state', '=', before)
      .execute();
  return [...moved, ...others];
}

/** The one of a CoP that is still to be had. */
export async function openOf(reader: Reader, network: NetworkId, cop: CopId): Promise<FirstConversation | undefined> {
  const row = await reader
    .selectFrom('first_conversations')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', 'in', ['asked', 'taken'])
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && columns.from(row);
}

/** All of a CoP, however they stand. */
export async function idsOf(reader: Reader, network: NetworkId, cop: CopId): Promise<readonly FirstConversationId[]> {
  const rows = await reader
    .selectFrom('first_conversations')
    .select('id')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .execute();
  return rows.map(row => row.id);
}

/** The latest of a CoP, however it stands. */
export async function lastOf(reader: Reader, network: NetworkId, cop: CopId): Promise<FirstConversation | undefined> {
  const row = await reader
    .selectFrom('first_conversations')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && columns.from(row);
}

export async function add(tx: Tx, conversation: FirstConversation): Promise<void> {
  await tx.insertInto('first_conversations').values(columns.of(conversation)).execute();
}

/** Fails with Stale if somebody else was quicker. */
export async function save(tx: Tx, conversation: FirstConversation): Promise<void> {
  await changedOnce(tx, 'first_conversations', conversation, columns.of(conversation));
}
