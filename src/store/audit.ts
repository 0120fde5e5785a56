/** Who did what to which record (never a message's words). It is also the memory of what was received. */
import type { NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { Tx } from './engine.ts';
import { newId } from './ids.ts';

export interface Deed {
  /** Nobody, where the bot itself drew a consequence. */
  readonly actor: PersonId | undefined;
  readonly command: string;
  readonly about: { readonly kind: string; readonly id: string | undefined };
  /** Where it was pressed, and the platform's own id of the press. */
  readonly workspace: WorkspaceKey;
  readonly press: string;
}

/** False where the same press was heard before: then nothing may be done. */
export async function note(tx: Tx, network: NetworkId, deed: Deed, now: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('audit')
    .values({
      id: newId(now),
      network_id: network,
      at: now,
      actor_id: deed.actor ?? null,
      command: deed.command,
      about_kind: deed.about.kind,
      about_id: deed.about.id ?? null,
      workspace_id: deed.workspace,
      press: deed.press,
    })
    .onConflict(conflict => conflict.columns(['workspace_id', 'press']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
