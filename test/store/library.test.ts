/** The library's search and lists, over both engines: what is found, in which order, by which indexes. */
import { CompiledQuery, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Document, unsaid } from '../../src/domain/document.ts';
import type { CopId, DocumentId, NetworkId, PersonId, WorkspaceKey } from '../../src/domain/ids.ts';
import * as cops from '../../src/store/cops.ts';
import * as documents from '../../src/store/documents.ts';
import type { Store, Tx } from '../../src/store/engine.ts';
import { newId } from '../../src/store/ids.ts';
import * as libraries from '../../src/store/libraries.ts';
import * as people from '../../src/store/people.ts';
import { collations } from '../support/engines.ts';
import { migratedStore } from '../support/store.ts';

const now = 1_770_000_000_000;
const here = 'slack:T1' as WorkspaceKey;

describe.each(collations)('$name', ({ engine, skip, migrated }) => {
  describe.skipIf(skip)(`the library${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let store: Store;
    let ours: NetworkId;
    let amira: PersonId;
    let cop: CopId;
    const statements: { text: string; parameters: readonly unknown[] }[] = [];

    const tx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.db.transaction().execute(work);
    const aCop = async (name: string): Promise<CopId> => {
      const id = newId<CopId>(now);
      await tx(t =>
        cops.add(t, {
          id,
          networkId: ours,
          workspace: here,
          name,
          domain: 'Healing',
          statement: undefined,
          unlisted: false,
          joinQuestion: undefined,
          welcome: undefined,
          closedAt: undefined,
          slug: id.toLowerCase(),
          state: 'open',
          spaceId: undefined,
          spaceName: undefined,
          starterId: amira,
          version: 1,
          createdAt: now,
        }),
      );
      return id;
    };
    const document = (title: string, more: Partial<Document> = {}): Document => ({
      ...unsaid,
      id: newId<DocumentId>(now),
      networkId: ours,
      copId: cop,
      title,
      kind: 'file',
      messageKey: newId(now),
      sharedBy: amira,
      sharedAt: now,
      savedBy: amira,
      savedAt: now,
      stewardId: amira,
      ...more,
    });
    const keep = (...all: Document[]) =>
      tx(async t => {
        for (const one of all) await documents.add(t, one);
      });
    const titles = (all: readonly Document[]) => all.map(one => one.title);
    const found = async (typed: string, from = 0, most = 5) =>
      titles(await documents.find(store.db, ours, cop, typed, { from, most }));

    beforeEach(async () => {
      store = await migratedStore(await migrated(), (text, parameters) => statements.push({ text, parameters }));
      ours = await tx(t => people.meetWorkspace(t, here, now));
      amira = (await tx(t => people.meet(t, ours, here, { id: 'U1', name: 'Amira' }, now))).id;
      cop = await aCop('Wound Care');
    });
    afterEach(() => store.close());

    it('finds by every word, by its beginning, in any case and without accents', async () => {
      await keep(document('Café protocol.pdf'), document('Übergänge', { why: 'For the Zürich clinic' }));
      expect(await found('cafe PROT')).toEqual(['Café protocol.pdf']);
      expect(await found('pdf')).toEqual(['Café protocol.pdf']);
      expect(await found('ubergang')).toEqual(['Übergänge']);
      expect(await found('zurich übergänge')).toEqual(['Übergänge']);
      expect(await found('fe')).toEqual([]);
      expect(await found('cafe clinic')).toEqual([]);
    });

    it('finds ß and ss alike', async () => {
      await keep(document('Pflege auf der Straße', { why: 'Füße zuerst' }), document('Strassenpflege'));
      for (const typed of ['strasse', 'STRASSE', 'straße', 'stras'])
        expect((await found(typed)).sort(), typed).toEqual(['Pflege auf der Straße', 'Strassenpflege']);
      expect(await found('strasse fuesse')).toEqual([]);
      expect(await found('strasse füsse')).toEqual(['Pflege auf der Straße']);
    });

    it.each([
      ['傷口護理指南', ['護理', '口護理', '南', '指南', '傷口 指南'], ['理護', '口南']],
      ['カフェの褥瘡ケア手順', ['褥瘡', 'ケア', '順', 'かふぇ褥瘡'.slice(3)], ['瘡褥', 'アケ']],
      ['การดูแลแผลกดทับ', ['แผล', 'กดทับ', 'ดูแลแผล'], ['ทับกด']],
      ['WHO傷口2026', ['傷口', 'who', 'WHO傷口'], ['口傷']],
    ])('finds words inside %s, where no spaces part them', async (title, inside, outside) => {
      await keep(document('Leg ulcer'), document(title), document('Other', { why: `about ${title}` }));
      for (const typed of inside) expect(await found(typed), typed).toEqual([title, 'Other']);
      for (const typed of outside) expect(await found(typed), typed).toEqual([]);
      expect(await found('傷'.repeat(400))).toEqual([]);
    });

    it('finds by tag, address, kind of file and kept words; the title counts most', async () => {
      await keep(
        document('Dressings', { tags: ['leg ulcers'], url: 'https://example.org/compression', kind: 'link' }),
        document('Photos', { file: { type: 'image/png', bytes: 9 }, words: 'Remember the compression bandage' }),
        document('Compression'),
      );
      expect((await found('compression'))[0]).toBe('Compression');
      expect((await found('compression')).length).toBe(3);
      expect(await found('ulcers')).toEqual(['Dressings']);
      expect(await found('png')).toEqual(['Photos']);
      expect(await found('example')).toEqual(['Dressings']);
    });

    it.each([
      '',
      ' ',
      '"',
      '*',
      '"leg',
      'leg*',
      'NEAR(leg ulcer)',
      'leg AND NOT',
      'title : leg',
      '{title} : x',
      '^leg',
      '-leg',
      "'; drop table documents; --",
      "' or 1=1",
      'a & | ! ( ) <-> :*',
      '\\',
      '%',
      '\u0000',
      '😀'.repeat(200),
      'x'.repeat(5000),
      Array.from({ length: 300 }, (_, n) => `w${n}`).join(' '),
      '1e5 0x10 3.14 -7',
    ])('takes %j for words', async typed => {
      await keep(document('Leg ulcer'));
      expect(await found(typed)).toEqual(/^"?leg[*"]?$|^\^leg$|^-leg$/.test(typed) ? ['Leg ulcer'] : []);
    });

    it('finds numbers as they are written', async () => {
      await keep(document('Audit 2026-03 v1.5 1e5'));
      for (const typed of ['2026', '2026-03', 'v1.5', '1e5']) expect(await found(typed)).toHaveLength(1);
    });

    it('goes on page by page, each document once', async () => {
      await keep(...Array.from({ length: 12 }, (_, n) => document(`Protocol ${n}`)));
      const all = [...(await found('protocol', 0)), ...(await found('protocol', 5)), ...(await found('protocol', 10))];
      expect(new Set(all).size).toBe(12);
      expect(all[0]).toBe('Protocol 11');
    });

    it('follows every change: a new title, removed, back, gone for good', async () => {
      const one = document('Old', { tags: ['first'] });
      await keep(one);
      await tx(t => documents.save(t, { ...one, title: 'New', tags: ['second'] }));
      expect([await found('old'), await found('new'), await found('second')]).toEqual([[], ['New'], ['New']]);
      expect(await libraries.tags(store.db, ours, [cop], 9)).toEqual([{ tag: 'second', count: 1 }]);
      const removed = { ...one, title: 'New', tags: ['second'], state: 'removed' as const, removedAt: now, version: 2 };
      await tx(t => documents.save(t, removed));
      expect([await found('new'), await libraries.tags(store.db, ours, [cop], 9)]).toEqual([[], []]);
      await tx(t => documents.save(t, { ...removed, state: 'kept', version: 3 }));
      expect(await found('new')).toEqual(['New']);
      await store.db.deleteFrom('documents').execute();
      expect([await found('new'), await libraries.tags(store.db, ours, [cop], 9)]).toEqual([[], []]);
    });

    it('never looks into another library', async () => {
      const other = await aCop('Another');
      await keep(document('Secret', { copId: other }), document('Open'));
      expect(await found('secret')).toEqual([]);
      expect(await found(other)).toEqual([]);
      expect(await documents.find(store.db, 'other' as NetworkId, cop, 'open', { from: 0, most: 5 })).toEqual([]);
      expect(await documents.list(store.db, 'other' as NetworkId, cop, { from: 0, most: 5 })).toEqual([]);
    });

    it('lists what is pinned first, then the latest; or what has a tag', async () => {
      await keep(
        document('A', { savedAt: 1, pinned: true }),
        document('B', { savedAt: 2, tags: ['x'] }),
        document('C', { savedAt: 3, tags: ['x', 'y'] }),
        document('D', { savedAt: 4, state: 'offered' }),
      );
      const page = { from: 0, most: 5 };
      expect(titles(await documents.list(store.db, ours, cop, page))).toEqual(['A', 'C', 'B']);
      expect(titles(await documents.list(store.db, ours, cop, { ...page, tag: 'x' }))).toEqual(['C', 'B']);
      expect(titles(await documents.list(store.db, ours, cop, { ...page, from: 2 }))).toEqual(['B']);
      expect(await libraries.tags(store.db, ours, [cop], 9)).toEqual([
        { tag: 'x', count: 2 },
        { tag: 'y', count: 1 },
      ]);
    });

    it('knows the latest of several libraries', async () => {
      const other = await aCop('Another');
      await keep(
        ...[1, 2, 3].map(n => document(`A${n}`, { savedAt: n, pinned: n === 1 })),
        ...[1, 2].map(n => document(`B${n}`, { savedAt: n, copId: other })),
      );
      const found = await libraries.latest(store.db, ours, [cop, other], 2);
      expect(titles(found).sort()).toEqual(['A2', 'A3', 'B1', 'B2']);
      expect(await libraries.latest(store.db, ours, [], 2)).toEqual([]);
    });

    it('knows what should be looked at, and forgets what was removed', async () => {
      await keep(
        document('Due', { reviewAt: now - 1 }),
        document('Later', { reviewAt: now + 1 }),
        document('Gone', { goneAt: now }),
        document('Untitled', { untitled: true }),
        document('Removed', { state: 'removed', removedAt: 1, why: 'private', messageKey: 'C/1' }),
        document('Offered', { state: 'offered', savedAt: 1 }),
      );
      expect(titles(await libraries.toLookAt(store.db, ours, cop, now, { from: 0, most: 9 }))).toEqual([
        'Due',
        'Gone',
        'Untitled',
      ]);
      await tx(t => libraries.forget(t, 2));
      const left = await store.db.selectFrom('documents').selectAll().where('state', '<>', 'kept').execute();
      expect(left).toMatchObject([{ title: '', why: null, message_key: 'C/1', state: 'removed' }]);
      expect(await libraries.known(store.db, ours, cop, ['C/1', 'C/2'])).toEqual(new Map([['C/1', true]]));
    });

    it('is set for each CoP', async () => {
      expect(await libraries.settings(store.db, ours, cop)).toEqual({ offers: true, toldFullAt: undefined });
      await tx(t => libraries.set(t, ours, cop, { offers: false, toldFullAt: 7 }));
      await tx(t => libraries.set(t, ours, cop, { offers: false, toldFullAt: undefined }));
      expect(await libraries.settings(store.db, ours, cop)).toEqual({ offers: false, toldFullAt: undefined });
    });

    it('reads 10,000 documents by its indexes alone', async () => {
      const some = Array.from({ length: 500 }, (_, n) =>
        document(`Paper ${n} ${n % 500 === 0 ? 'compression' : 'other'}`, {
          savedAt: now + n,
          untitled: n % 900 === 0,
          tags: [n % 300 === 0 ? 'rare' : 'many'],
          pinned: n % 100 === 0,
        }),
      );
      await keep(...some);
      await copied(20);
      if (engine === 'postgres') await sql`vacuum analyze documents, document_tags`.execute(store.db);
      const page = { from: 0, most: 6 };
      const asks: Record<string, () => Promise<unknown>> = {
        find: () => documents.find(store.db, ours, cop, 'compr', page),
        'find two words': () => documents.find(store.db, ours, cop, 'paper 25', page),
        list: () => documents.list(store.db, ours, cop, page),
        'list by tag': () => documents.list(store.db, ours, cop, { ...page, tag: 'rare' }),
        latest: () => libraries.latest(store.db, ours, [cop, cop], 5),
        review: () => libraries.toLookAt(store.db, ours, cop, now, page),
        pinned: () => libraries.pinned(store.db, ours, cop, 9),
        same: () => documents.same(store.db, ours, cop, { messageKey: 'x', linkKey: 'y' }),
        known: () => libraries.known(store.db, ours, cop, ['x', 'y']),
      };
      for (const [name, ask] of Object.entries(asks)) {
        const plan = await planOf(ask);
        expect(`${name}: ${plan}`).not.toMatch(/SCAN d\b|SCAN documents\b|Seq Scan on documents/);
      }
      expect(await documents.find(store.db, ours, cop, 'compression', page)).toHaveLength(6);
      const { many } = await store.db
        .selectFrom('documents')
        .select(eb => eb.fn.countAll<number>().as('many'))
        .executeTakeFirstOrThrow();
      expect(many).toBe(10_000);
    }, 60_000);

    /** So many times what is there: row by row it would take a minute. */
    async function copied(times: number): Promise<void> {
      type Row = Awaited<ReturnType<typeof all>>[number] & { search?: unknown }; // PostgreSQL makes that one itself
      const all = () => store.db.selectFrom('documents').selectAll().execute();
      const rows: Row[] = await all();
      const another = (batch: number) =>
        rows.map(({ n: _n, search: _search, ...row }) => ({
          ...row,
          id: newId<DocumentId>(now),
          message_key: `${row.message_key} ${batch}`,
          saved_at: row.saved_at + batch * rows.length,
        }));
      for (let batch = 1; batch < times; batch++)
        await store.db.insertInto('documents').values(another(batch)).execute();
    }

    /** What the engine says it would do for the statement that was run last. */
    async function planOf(ask: () => Promise<unknown>): Promise<string> {
      await ask();
      const { text, parameters } = statements.at(-1) ?? { text: '', parameters: [] };
      const explain = engine === 'postgres' ? 'explain' : 'explain query plan';
      const { rows } = await store.db.executeQuery(CompiledQuery.raw(`${explain} ${text}`, [...parameters]));
      return rows.map(row => Object.values(row as object).join(' ')).join('; ');
    }
  });
});
