/** What people may not do yet in a CoP's space, because the bot may not. */
import type { CopId, NetworkId, PersonId } from '../domain/ids.ts';
import type { Tx } from './engine.ts';

/** What the bot had not to hand on when they were last given what is theirs in the space; nothing, where they have all of it. */
export async function note(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  people: readonly PersonId[] | 'everybody',
  lacking: string | undefined,
): Promise<void> {
  if (people.length === 0) return;
  let query = tx
    .updateTable('memberships')
    .set({ lacking: lacking ?? null })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop);
  if (people !== 'everybody') query = query.where('person_id', 'in', people);
  await query.execute();
}

/** They were seen to have some of it, or all: whatever they have less from then on was taken from them. Not where they were given something meanwhile. */
export async function seen(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
  { before, left }: { readonly before: string; readonly left: string | undefined },
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ lacking: left ?? null })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', '=', person)
    .where('lacking', '=', before)
    .execute();
}
