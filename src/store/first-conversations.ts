import type { Cop } from '../domain/cop.ts';
import type { FirstConversation } from '../domain/first-conversation.ts';
import type { CopId, FirstConversationId, NetworkId } from '../domain/ids.ts';
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

/** With its CoP; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: FirstConversationId,
  locking = false,
): Promise<{ conversation: FirstConversation; cop: Cop } | undefined> {
  const row = await besideCop(reader, 'first_conversations', network, id, locking).executeTakeFirst();
  return row && { conversation: columns.from(row), cop: copFromBeside(row) };
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
