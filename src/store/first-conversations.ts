import type { Cop } from '../domain/cop.ts';
import type { FirstConversation } from '../domain/first-conversation.ts';
import type { CopId, FirstConversationId, NetworkId } from '../domain/ids.ts';
import { copBeside, copFromBeside, locksRows } from './cops.ts';
import { type Reader, Stale, type Tx } from './engine.ts';
import type { Schema } from './schema.ts';

function conversationFrom(row: Schema['first_conversations']): FirstConversation {
  return {
    id: row.id,
    networkId: row.network_id,
    copId: row.cop_id,
    personId: row.person_id,
    way: row.way,
    words: row.words ?? undefined,
    state: row.state,
    takenBy: row.taken_by ?? undefined,
    planned: row.planned ?? undefined,
    notes: row.notes ?? undefined,
    draftDomain: row.draft_domain ?? undefined,
    draftStatement: row.draft_statement ?? undefined,
    draft: row.draft,
    notYet: row.not_yet ?? undefined,
    version: row.version,
    createdAt: row.created_at,
  };
}

/** What becomes of it, as it is kept. */
const become = (conversation: FirstConversation) => ({
  state: conversation.state,
  taken_by: conversation.takenBy ?? null,
  planned: conversation.planned ?? null,
  notes: conversation.notes ?? null,
  draft_domain: conversation.draftDomain ?? null,
  draft_statement: conversation.draftStatement ?? null,
  draft: conversation.draft,
  not_yet: conversation.notYet ?? null,
});

/** With its CoP; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: FirstConversationId,
  locking = false,
): Promise<{ conversation: FirstConversation; cop: Cop } | undefined> {
  const query = reader
    .selectFrom('first_conversations as f')
    .innerJoin('cops', 'cops.id', 'f.cop_id')
    .selectAll('f')
    .select(copBeside)
    .where('f.network_id', '=', network)
    .where('f.id', '=', id);
  const row = await (locking && locksRows(reader) ? query.forUpdate('cops') : query).executeTakeFirst();
  return row && { conversation: conversationFrom(row), cop: copFromBeside(row) };
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
  return row && conversationFrom(row);
}

export async function add(tx: Tx, conversation: FirstConversation): Promise<void> {
  await tx
    .insertInto('first_conversations')
    .values({
      id: conversation.id,
      network_id: conversation.networkId,
      cop_id: conversation.copId,
      person_id: conversation.personId,
      way: conversation.way,
      words: conversation.words ?? null,
      ...become(conversation),
      version: conversation.version,
      created_at: conversation.createdAt,
    })
    .execute();
}

/** Fails with Stale if somebody else was quicker. */
export async function save(tx: Tx, conversation: FirstConversation): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('first_conversations')
    .set({ ...become(conversation), version: conversation.version + 1 })
    .where('network_id', '=', conversation.networkId)
    .where('id', '=', conversation.id)
    .where('version', '=', conversation.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Stale();
}
