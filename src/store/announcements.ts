/** What was posted in a space to say that its CoP is to be closed, and whether anybody can have read it. */

import { sql } from 'kysely';
import { lane } from '../domain/effect.ts';
import type { CopId, EffectId, NetworkId } from '../domain/ids.ts';
import { dialectOf, type Reader } from './engine.ts';
import { idsFrom } from './ids.ts';
import { said } from './pieces.ts';

export interface Announcements {
  /** How often it was said. */
  readonly many: number;
  /** From when on it could be read. */
  readonly stoodFrom: number | undefined;
  /** `waits`: for somebody's hand, since the bot can't post there; `never`: the last of them was given up. */
  readonly trouble: 'waits' | 'never' | undefined;
}

/** Since that time. */
export async function ofClosing(reader: Reader, network: NetworkId, cop: CopId, since: number): Promise<Announcements> {
  const rows = await reader
    .selectFrom('effects')
    .select(['state', 'error', 'settled_at'])
    .where('network_id', '=', network)
    .where('lane', '=', lane.cop(cop))
    .where('kind', '=', sql.lit('post')) // as the index says it
    .where('id', '>=', idsFrom(since) as EffectId)
    .where(dialectOf(reader).holds('wish', said({ message: 'cop-closing' })))
    .orderBy('id')
    .execute();
  const last = rows.at(-1);
  const waits = last?.settled_at === null && (last.state === 'parked' || last.error !== null);
  const never = last?.state === 'failed' || last?.state === 'skipped';
  return {
    many: rows.length,
    stoodFrom: rows.find(one => one.state === 'done')?.settled_at ?? undefined,
    trouble: waits ? 'waits' : never ? 'never' : undefined,
  };
}
