/** Names that begin alike, whatever the order that a database sorts words in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, desk } from '../support/desk.ts';
import { collations } from '../support/engines.ts';
import { at } from '../support/village.ts';

const amira = at('here', 'u-amira', 'Amira');

describe.each(collations)('$name', ({ skip, migrated }) => {
  describe.skipIf(skip)(`CoPs whose names begin alike${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Desk;
    beforeEach(async () => {
      it_ = await desk(await migrated());
    });
    afterEach(() => it_.store.close());

    const cops = () => it_.store.db.selectFrom('cops').select(['name', 'slug']).orderBy('id').execute();
    const starts = (name: string) => it_.presses(amira, 'cop start', { name, domain: 'Healing' });

    it.each([
      [
        ['Wound Care', 'Wound-Care', 'wound, care', 'Wound Care 2'],
        ['wound-care', 'wound-care-2', 'wound-care-3', 'wound-care-2-2'],
      ],
      [
        ['Größe!', 'große?', 'Große…'],
        ['große', 'große-2', 'große-3'],
      ],
      [
        ['看護 𠮷', '看護·𠮷', '看護、𠮷'],
        ['看護-𠮷', '看護-𠮷-2', '看護-𠮷-3'],
      ],
      [
        ['!', '?', '…'],
        ['community', 'community-2', 'community-3'],
      ],
    ])('%j have each an address of their own', async (names, slugs) => {
      for (const name of names) await starts(name);
      expect((await cops()).map(cop => cop.slug)).toEqual(slugs);
    });

    it('have each an address of their own when they are renamed, too', async () => {
      for (const name of ['Wound Care', 'Wound-Care', 'Else']) await starts(name);
      const { id } = await it_.store.db
        .selectFrom('cops')
        .select('id')
        .where('name', '=', 'Else')
        .executeTakeFirstOrThrow();
      await it_.store.db.updateTable('cops').set({ state: 'open', space_id: 'space-3' }).where('id', '=', id).execute();
      await it_.presses(amira, 'cop edit', { cop: id, name: 'Wound: Care', domain: 'Healing' });
      expect((await cops()).map(cop => cop.slug)).toEqual(['wound-care', 'wound-care-2', 'wound-care-3']);
    });
  });
});
