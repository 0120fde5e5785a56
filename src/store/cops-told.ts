/** All CoPs, in every network, for whoever runs the bot: by name, id or address. */
import type { CopState } from '../domain/cop.ts';
import type { CopId, NetworkId } from '../domain/ids.ts';
import type { Reader } from './engine.ts';
import type { Schema } from './schema.ts';

/** Of an open one, also whether it rests, or is to be closed. */
export type ToldState = CopState | 'resting' | 'closing';

type Standing = Pick<Schema['cops'], 'state' | 'closed_at' | 'resting_since' | 'closes_at'>;

export function toldState({ state, closed_at, resting_since, closes_at }: Standing): ToldState {
  if (closed_at !== null) return 'closed';
  if (state !== 'open') return state;
  if (closes_at !== null) return 'closing';
  return resting_since === null ? 'open' : 'resting';
}

export interface ToldCop {
  readonly id: CopId;
  readonly networkId: NetworkId;
  readonly name: string;
  readonly slug: string;
  readonly workspace: string;
  readonly members: number;
  readonly state: ToldState;
  readonly closed: boolean;
}

export async function everyCop(reader: Reader): Promise<readonly ToldCop[]> {
  const rows = await reader
    .selectFrom('cops')
    .select(['id', 'network_id', 'name', 'slug', 'workspace_id', 'members'])
    .select(['state', 'closed_at', 'resting_since', 'closes_at'])
    .orderBy('id')
    .execute();
  return rows.map(row => ({
    id: row.id,
    networkId: row.network_id,
    name: row.name,
    slug: row.slug,
    workspace: row.workspace_id,
    members: row.members,
    state: toldState(row),
    closed: row.closed_at !== null,
  }));
}

export const isAnyCop = async (reader: Reader): Promise<boolean> =>
  (await reader.selectFrom('cops').select('id').limit(1).executeTakeFirst()) !== undefined;

/** By its id, by its address's name, or by its name in whatever case: there may be several. */
export function called(all: readonly ToldCop[], words: string): readonly ToldCop[] {
  const sought = words.trim().toLowerCase();
  return all.filter(one => [one.id, one.slug, one.name].some(name => name.toLowerCase() === sought));
}
