import { expect, it } from 'vitest';
import { amira, village } from '../support/village.ts';

it('a guest who is named to facilitate is said in the form, and nothing is begun', async () => {
  const it_ = await village();
  const asked = { cop: it_.cop, person: 'u-guest' };
  const told = { people: { 'u-guest': { name: 'Gus', bot: false, guest: true } } };
  const words = await it_.presses(amira, 'nomination ask', asked, told);
  expect(words).toMatch(/Guests can.t be brought.*Choose somebody who is a full member/);
  expect(await it_.store.db.selectFrom('accounts').selectAll().where('external_id', '=', 'u-guest').execute()).toEqual(
    [],
  );
  expect(await it_.store.db.selectFrom('effects').selectAll().execute()).toEqual([]);
  await it_.store.close();
});
