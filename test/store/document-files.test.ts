/** Files beside the database, over both engines: whose they are, and which nobody needs any more. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unsaid } from '../../src/domain/document.ts';
import type { CopId, DocumentId, NetworkId, PersonId, WorkspaceKey } from '../../src/domain/ids.ts';
import * as cops from '../../src/store/cops.ts';
import * as files from '../../src/store/document-files.ts';
import * as documents from '../../src/store/documents.ts';
import type { Store, Tx } from '../../src/store/engine.ts';
import { newId } from '../../src/store/ids.ts';
import * as people from '../../src/store/people.ts';
import { collations } from '../support/engines.ts';
import { migratedStore } from '../support/store.ts';

const now = 1_770_000_000_000;
const here = 'slack:T1' as WorkspaceKey;
const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];

describe.each(collations)('$name', ({ skip, migrated }) => {
  describe.skipIf(skip)(`kept files${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let store: Store;
    let ours: NetworkId;
    let person: PersonId;
    let cop: CopId;
    const tx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.db.transaction().execute(work);
    const kept = (sha256: string, keptAt = now) => ({ sha256, bytes: 9, mime: 'text/plain', name: 'x.txt', keptAt });
    const document = async (): Promise<DocumentId> => {
      const id = newId<DocumentId>(now);
      const said = { sharedBy: person, sharedAt: now, savedBy: person, savedAt: now, stewardId: person };
      const whole = { ...unsaid, ...said, id, networkId: ours, copId: cop, title: 'x', kind: 'file', messageKey: id };
      await tx(t => documents.add(t, whole as never));
      return id;
    };
    const keep = async (id: DocumentId, sha256: string) => {
      await files.note(store.db, sha256, now);
      await tx(t => files.add(t, ours, id, kept(sha256)));
    };
    const remove = (id: DocumentId, at: number) =>
      store.db.updateTable('documents').set({ state: 'removed', removed_at: at }).where('id', '=', id).execute();

    beforeEach(async () => {
      store = await migratedStore(await migrated());
      ours = await tx(t => people.meetWorkspace(t, here, now));
      person = (await tx(t => people.meet(t, ours, here, { id: 'U1', name: 'Amira' }, now))).id;
      cop = newId<CopId>(now);
      await tx(t =>
        cops.add(t, {
          id: cop,
          networkId: ours,
          workspace: here,
          name: 'Wound Care',
          domain: 'Healing',
          statement: undefined,
          unlisted: false,
          joinQuestion: undefined,
          welcome: undefined,
          closedAt: undefined,
          slug: 'wound-care',
          state: 'open',
          spaceId: undefined,
          spaceName: undefined,
          starterId: person,
          version: 1,
          createdAt: now,
        }),
      );
    });
    afterEach(() => store.close());

    it('are told of in their own network alone', async () => {
      const id = await document();
      await keep(id, one);
      expect(await files.of(store.db, ours, id)).toEqual(kept(one));
      const theirs = await tx(t => people.meetWorkspace(t, 'slack:T2' as WorkspaceKey, now));
      expect(await files.of(store.db, theirs, id)).toBeUndefined();
      await expect(tx(t => files.add(t, theirs, id, kept(one)))).resolves.toBeUndefined(); // that document has one
      const another = await document();
      await expect(tx(t => files.add(t, theirs, another, kept(one)))).rejects.toThrow();
    });

    it('are there once a document, and say since when', async () => {
      const id = await document();
      expect((await documents.withCop(store.db, ours, id))?.fileKeptAt).toBeUndefined();
      await keep(id, one);
      await files.note(store.db, other, now);
      await tx(t => files.add(t, ours, id, kept(other, now + 1)));
      expect(await files.of(store.db, ours, id)).toEqual(kept(one));
      expect((await documents.withCop(store.db, ours, id))?.fileKeptAt).toBe(now);
    });

    it('are needed as long as a document has that content', async () => {
      const [a, b] = [await document(), await document()];
      await keep(a, one);
      await keep(b, one);
      await files.note(store.db, other, now); // on disc, and never written down
      const unneeded = async (before: number) => (await tx(t => files.unneeded(t, before, 10))).unneeded;
      expect(await unneeded(now)).toEqual([]);
      expect(await unneeded(now + 1)).toEqual([other]);
      await remove(a, now);
      await tx(t => files.forget(t, now)); // not a day yet
      expect(await files.of(store.db, ours, a)).toBeDefined();
      await tx(t => files.forget(t, now + 1));
      expect(await files.of(store.db, ours, a)).toBeUndefined();
      expect(await unneeded(now + 1)).toEqual([]);
      await remove(b, now);
      await tx(t => files.forget(t, now + 1));
      await files.note(store.db, one, now + 5); // kept anew, just now
      expect(await unneeded(now + 5)).toEqual([]);
      expect(await unneeded(now + 6)).toEqual([one]);
      expect(await store.db.selectFrom('kept_files').selectAll().execute()).toEqual([]);
    });

    it('are spared while they are kept for another document, though the first one goes meanwhile', async () => {
      const first = await document();
      await keep(first, one);
      expect((await tx(t => files.unneeded(t, now + 1, 10))).unneeded).toEqual([]);
      await files.note(store.db, one, now + 5000); // being kept once more
      await remove(first, now);
      await tx(t => files.forget(t, now + 1));
      expect((await tx(t => files.unneeded(t, now + 4000, 10))).unneeded).toEqual([]);
      expect((await tx(t => files.unneeded(t, now + 5001, 10))).unneeded).toEqual([one]);
    });

    it('go with their document', async () => {
      const id = await document();
      await keep(id, one);
      await store.db.deleteFrom('documents').where('id', '=', id).execute();
      expect(await store.db.selectFrom('document_files').selectAll().execute()).toEqual([]);
    });
  });
});
