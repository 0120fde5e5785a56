/** A newcomer's hello: kept with their membership until it is posted, then only that and when it was. */
import type { CopId, NetworkId, PersonId } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';

/** `written`: nobody has seen it yet. */
export type KeptHello = { readonly written: string; readonly at: number } | { readonly saidAt: number } | undefined;

export async function of(reader: Reader, network: NetworkId, cop: CopId, person: PersonId): Promise<KeptHello> {
  const row = await reader
    .selectFrom('memberships')
    .select(['hello', 'hello_at'])
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (!row || row.hello_at === null) return undefined;
  return row.hello === null ? { saidAt: row.hello_at } : { written: row.hello, at: row.hello_at };
}

/** Without words: it is said. */
export async function keep(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
  words: string | null,
  now: number,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ hello: words, hello_at: now })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', '=', person)
    .execute();
}
