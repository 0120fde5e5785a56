/** What is held about somebody, told to them alone. */
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/commands/person/parts.ts';
import type { Wish } from '../../src/domain/effect.ts';
import { dataFile } from '../../src/messages/person.ts';
import { heldOf } from '../../src/store/held-of.ts';
import { engines } from '../support/engines.ts';
import { al, amira, mo, sam, village, zed } from '../support/village.ts';

describe.each(engines)('on $engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`what is held about somebody${skip ? ` (skipped: ${skip})` : ''}`, () => {
    it('is told in words, with theirs, and nobody else’s', async () => {
      const it_ = await village(await migrated());
      const told = await it_.presses(al, 'person data');
      expect(told).toMatch(/What is held about you.*Only you see this/s);
      expect(told).toMatch(/Your name, as it was shown here.*Al/s);
      expect(told).toMatch(/Where you asked to join.*Wound Care.*“I run a clinic”.*waits for an answer/s);
      expect(told).not.toMatch(/Mo\b|Dressing protocol/);

      const mos = await it_.presses(mo, 'person data');
      expect(mos).toMatch(/CoPs that you are in, or were.*Wound Care/s);
      expect(mos).toMatch(/Papers that you saved to a library.*“Dressing protocol”.*is in the library/s);
      expect(mos).not.toMatch(/clinic/);
      expect(mos).toMatch(/\n• [^\n]+\n\n[^\n]+ \(\d+\)\n/); // room between one part and the next
      expect(await it_.presses(sam, 'person data')).not.toMatch(/Wound Care/);
      expect(await it_.presses(zed, 'person data')).not.toMatch(/clinic|Dressing/);
      await it_.store.close();
    });

    it('says how each stands: a conversation that is over, a CoP that was closed', async () => {
      const it_ = await village(await migrated());
      const { db } = it_.store;
      const { id, network_id } = await db
        .selectFrom('persons')
        .selectAll()
        .where('name', '=', 'Amira')
        .executeTakeFirstOrThrow();
      const told = async () => dataFile(partsOf(await heldOf(db, network_id, id, 9)), 'en');
      expect(await told()).toMatch(/CoPs that you started \(1\)\n• .*“Wound Care” · is open/);
      await db.updateTable('first_conversations').set({ state: 'done' }).execute();
      await db.updateTable('cops').set({ closed_at: 1 }).execute();
      expect(await told()).toMatch(/First conversations that you asked for \(1\)\n• .*Wound Care · is done/);
      expect(await told()).toMatch(/CoPs that you started \(1\)\n• .*“Wound Care” · is closed/);
      await it_.store.close();
    });

    it('is as they wrote it, in the file, too', async () => {
      const it_ = await village(await migrated());
      const wrote = 'I **really** care, _and_ `more`';
      await it_.store.db.updateTable('join_requests').set({ words: wrote }).execute();
      const { id, network_id } = await it_.store.db
        .selectFrom('persons')
        .selectAll()
        .where('name', '=', 'Al')
        .executeTakeFirstOrThrow();
      const parts = partsOf(await heldOf(it_.store.db, network_id, id, 9));
      for (const language of ['en', 'de'] as const) expect(dataFile(parts, language)).toContain(wrote);
      await it_.store.close();
    });

    it('comes as a file where a card can not hold it, and is whole there, in both languages', async () => {
      const it_ = await village(await migrated());
      const { db } = it_.store;
      for (const n of [1, 2, 3, 4, 5]) await it_.presses(amira, 'cop statement', { cop: it_.cop }, { id: `look ${n}` });
      expect(await it_.presses(amira, 'person data')).toMatch(/on its way to you, as a file by direct message/);
      const wishes = (await db.selectFrom('effects').select('wish').execute()).map(row => JSON.parse(row.wish) as Wish);
      const { id: person, network_id } = await db
        .selectFrom('persons')
        .selectAll()
        .where('name', '=', 'Amira')
        .executeTakeFirstOrThrow();
      expect(wishes).toContainEqual(expect.objectContaining({ kind: 'send-records', of: 'person', to: person }));
      const parts = partsOf(await heldOf(db, network_id, person, 100));
      const acts = parts.find(one => one.what === 'audit.actor_id');
      expect(acts?.rows).toHaveLength(acts?.many ?? 0);
      for (const { words } of acts?.rows ?? []) expect(dataFile(parts, 'en')).toContain(words[0]);
      expect(dataFile(parts, 'de')).toMatch(/^Das hat der Bot über dich gespeichert/);
      expect(dataFile(parts, 'de')).not.toContain('**');
      await it_.store.close();
    });
  });
});
