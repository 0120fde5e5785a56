/** In whose name something is done that concerns a workspace as a whole: what was begun in it is ended in it, over both engines. */
import { describe, expect, it } from 'vitest';
import type { CopId, WorkspaceKey } from '../../src/domain/ids.ts';
import * as cops from '../../src/store/cops.ts';
import { collations } from '../support/engines.ts';
import { village } from '../support/village.ts';

describe.each(collations)('$name', ({ skip, migrated }) => {
  it.skipIf(skip)('it is the first CoP of the workspace, whichever changed last', async () => {
    const { store, cop, otherCop } = await village(await migrated());
    const { db } = store;
    const [first = ''] = [cop, otherCop].sort();
    const { network_id: network } = await db
      .selectFrom('cops')
      .select('network_id')
      .where('id', '=', first as CopId)
      .executeTakeFirstOrThrow();
    const here = 'discord:here' as WorkspaceKey;
    for (const id of [first, cop, otherCop]) {
      await db
        .updateTable('cops')
        .set({ domain: `changed ${id}`, space_id: `space-of-${id === first ? 'z' : 'a'}` })
        .where('id', '=', id as CopId)
        .execute();
      expect((await cops.anyIn(db, network, here))?.id).toBe(first);
    }
    await store.close();
  });
});
