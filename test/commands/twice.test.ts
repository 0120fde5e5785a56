/** The same press, delivered again with another id of its own, as platforms do: it is another press then, and still has one effect. */
import { expect, it } from 'vitest';
import { al, amira, mo, nia, sam, shared, type Village, village } from '../support/village.ts';

type Press = readonly [string, typeof amira, (it: Village) => Record<string, string>];

const presses: readonly Press[] = [
  ['cop start', sam, () => ({ name: 'Footpaths', domain: 'Paths that wash away' })],
  ['join-request make', sam, ({ cop }) => ({ cop, words: 'Hello' })],
  ['join-request approve', amira, ({ request }) => ({ request })],
  ['join-request decline', amira, ({ request }) => ({ request, reason: 'Full' })],
  ['join-request withdraw', al, ({ request }) => ({ request })],
  ['nomination accept', nia, ({ nomination }) => ({ nomination })],
  ['nomination decline', nia, ({ nomination }) => ({ nomination })],
  ['document save', mo, ({ cop }) => ({ cop, title: 'Follow-up recipe' })],
];

it.each(presses)('%s', async (command, who, options) => {
  const its = await village();
  const message = shared(mo.id, 'm9');
  await its.presses(who, command, options(its), { id: 'one', message });
  const once = await everything(its);
  const words = await its.presses(who, command, options(its), { id: 'another', message });
  expect(words).not.toMatch(/went wrong/);
  expect(await everything(its)).toEqual(once);
  await its.store.close();
});

/** Every row; how often one was written again is nobody's concern. */
async function everything({ store: { db } }: Village) {
  const tables = ['cops', 'memberships', 'join_requests', 'nominations', 'documents', 'effects'] as const;
  const rows = await Promise.all(tables.map(table => db.selectFrom(table).selectAll().execute()));
  return rows.map(all => all.map(row => ({ ...row, version: undefined })));
}
