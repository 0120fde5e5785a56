/** What becomes of a library's entries in the states they may be in: taken out meanwhile, their message gone, their people away. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mo, type Village, village } from '../support/village.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const add = (link: string, more: Record<string, string> = {}, who = mo) =>
  it_.presses(who, 'document add', { cop: it_.cop, link, title: 'A page', ...more });

it('shows what there is where what was further on has been taken out', async () => {
  for (let n = 0; n < 10; n++) await add(`https://example.org/${n}`, { title: `Verband ${n}` });
  const further = { cop: it_.cop, from: '10' };
  expect(await it_.presses(mo, 'document page', further)).toMatch(/11–11 of 11\nDressing protocol/);
  await it_.presses(mo, 'document remove', { document: it_.document, sure: 'yes' });
  expect(await it_.presses(mo, 'document page', further)).toMatch(/The library of Wound Care\nVerband 9/);
  const sought = Buffer.from('wverband').toString('base64url');
  expect(await it_.presses(mo, 'document page', { ...further, for: sought })).toMatch(/Verband 9/);
});
