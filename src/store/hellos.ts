/** A newcomer's hello: kept with their membership until it has arrived in the space, then only that and when it was. */
import { lane } from '../domain/effect.ts';
import type { CopId, NetworkId, PersonId } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';
import * as told from './told.ts';

/** `written`: nobody has seen it yet. */
export type KeptHello = { readonly written: string; readonly at: number } | PostedHello | undefined;
export type PostedHello = { readonly saidAt: number } | 'on-its-way';

export const isPosted = (hello: KeptHello): hello is PostedHello =>
  hello === 'on-its-way' || (hello !== undefined && 'saidAt' in hello);

/** Whether it is on its way is asked first: what has arrived in between is said. One that never arrived is as it was written. */
export async function of(reader: Reader, network: NetworkId, cop: CopId, person: PersonId): Promise<KeptHello> {
  if (await told.isUnderWay(reader, network, lane.cop(cop), 'hello', { id: person })) return 'on-its-way';
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

export async function keep(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
  words: string,
  now: number,
): Promise<void> {
  await setTo(tx, network, cop, person, { hello: words, hello_at: now });
}

/** It stands in the space; of who has left meanwhile, nothing is kept. */
export async function isSaid(tx: Tx, network: NetworkId, cop: CopId, person: PersonId, now: number): Promise<void> {
  await setTo(tx, network, cop, person, { hello: null, hello_at: now });
}

async function setTo(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
  to: { readonly hello: string | null; readonly hello_at: number },
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set(to)
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', '=', person)
    .where('state', '<>', 'left')
    .execute();
}
