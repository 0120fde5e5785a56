/** Every space there is to be looked at, a page at a time: never a whole table. */
import type { Cop } from '../../domain/cop.ts';
import type { CopId, WorkspaceKey } from '../../domain/ids.ts';
import type { Db } from '../../store/engine.ts';
import * as spaces from '../../store/spaces.ts';

const most = 200;

export async function* eachSpace(db: Db, workspace: WorkspaceKey): AsyncGenerator<Cop> {
  for (let behind: CopId | undefined; ; ) {
    const page = await spaces.withSpaceIn(db, workspace, { behind, most });
    yield* page;
    behind = page.at(-1)?.id;
    if (page.length < most) return;
  }
}
