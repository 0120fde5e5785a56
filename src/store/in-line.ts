/** What stands before something in the outbox of a workspace. */
import type { WishKind } from '../domain/effect.ts';
import type { CopId, EffectId, WorkspaceKey } from '../domain/ids.ts';
import { workspaceOf } from '../domain/workspace.ts';
import type { Reader } from './engine.ts';

export interface Before {
  readonly kind: WishKind;
  readonly cop: CopId;
  readonly many: number;
}

/** Of these kinds, what was asked for before an effect and is yet to be done. What waits for a human stands in nobody's way. */
export async function standingBefore(
  reader: Reader,
  workspace: WorkspaceKey,
  effect: EffectId,
  kinds: readonly WishKind[],
): Promise<readonly Before[]> {
  if (kinds.length === 0) return [];
  const rows = await reader
    .selectFrom('effects')
    .select(['kind', 'cop_id'])
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('settled_at', 'is', null)
    .where('platform', '=', workspaceOf(workspace).platform)
    .where('workspace_id', '=', workspace)
    .where('kind', 'in', kinds)
    .where('state', '<>', 'parked')
    .where('id', '<', effect)
    .groupBy(['kind', 'cop_id'])
    .execute();
  return rows.map(row => ({ kind: row.kind, cop: row.cop_id, many: Number(row.many) }));
}
