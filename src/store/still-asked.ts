/** What somebody was asked about a CoP, or asks of it, and nobody has answered yet. */
import { sql } from 'kysely';
import type { About } from '../domain/effect.ts';
import type { CopId, NetworkId } from '../domain/ids.ts';
import { type AskedTable, askedKinds } from './asked-rows.ts';
import type { Reader } from './engine.ts';

export type StillAsked = Extract<About, { kind: (typeof askedKinds)[AskedTable] }>;

/** In one question. */
export async function stillAsked(reader: Reader, network: NetworkId, cop: CopId): Promise<readonly StillAsked[]> {
  const each = Object.entries(askedKinds).map(
    ([table, kind]) => sql`select ${sql.lit(kind)} as kind, id from ${sql.table(table)}
      where network_id = ${network} and cop_id = ${cop} and state = 'pending'`,
  );
  const { rows } = await sql<StillAsked>`${sql.join(each, sql` union all `)}`.execute(reader);
  return rows.map(({ kind, id }) => ({ kind, id }) as StillAsked);
}
