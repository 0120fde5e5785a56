/** How a CoP's core statement has changed. */
import type { Cop } from '../domain/cop.ts';
import type { CopId, NetworkId } from '../domain/ids.ts';
import type { Statement } from '../domain/statement.ts';
import type { Reader, Tx } from './engine.ts';
import { newId } from './ids.ts';

export async function add(tx: Tx, cop: Pick<Cop, 'networkId' | 'id'>, { words, by, at }: Statement): Promise<void> {
  await tx
    .insertInto('statements')
    .values({ id: newId(at), network_id: cop.networkId, cop_id: cop.id, words: words ?? null, by, at })
    .execute();
}

/** Newest first, with who wrote it. */
export async function of(reader: Reader, network: NetworkId, cop: CopId, most: number): Promise<readonly Statement[]> {
  const rows = await reader
    .selectFrom('statements')
    .select(['words', 'by', 'at'])
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ words, by, at }) => ({ words: words ?? undefined, by, at }));
}
