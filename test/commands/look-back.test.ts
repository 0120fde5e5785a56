import { expect, it } from 'vitest';
import { amira, mo, village } from '../support/village.ts';

it('pages through answered requests, the latest first, for who facilitates; those that wait are elsewhere', async () => {
  const it_ = await village();
  const { db } = it_.store;
  const waiting = await db.selectFrom('join_requests').selectAll().executeTakeFirstOrThrow();
  const row = (n: number) => ({
    ...waiting,
    ...{ id: `${waiting.id.slice(0, -2)}${10 + n}` as never, words: `Words ${n}.`, state: 'declined' as const },
    ...{ decided_at: n * 1000, decided_by: waiting.person_id, reason: n === 9 ? 'Full just now' : null },
  });
  expect(await it_.presses(amira, 'join-request look-back', { cop: it_.cop })).toMatch(/None yet/);
  await db.insertInto('join_requests').values([1, 2, 3, 4, 5, 6, 7, 8, 9].map(row)).execute();
  const first = await it_.presses(amira, 'join-request look-back', { cop: it_.cop });
  expect(first).toMatch(/Words 9\..*They read: “Full just now”.*Words 2\..*\[Older ones\]/s);
  expect(first).not.toMatch(/Words 1\.|I run a clinic|Newer/);
  const second = await it_.presses(amira, 'join-request look-back', { cop: it_.cop, from: '8' });
  expect(second).toMatch(/Words 1\..*\[Newer ones\]/s);
  expect(second).not.toMatch(/Older|Words 2\./);
  const asWho = db.updateTable('join_requests').where('words', 'in', ['Words 8.', 'Words 7.']);
  const { id } = await db.selectFrom('persons').select('id').where('name', '=', 'Amira').executeTakeFirstOrThrow();
  await asWho.set({ decided_by: id }).execute();
  await db.updateTable('join_requests').where('words', '=', 'Words 7.').set({ state: 'approved' }).execute();
  expect(await it_.presses(amira, 'join-request look-back', { cop: it_.cop })).toMatch(/no, by you, .*yes, by you, /s);
  await db.deleteFrom('join_requests').where('words', '=', 'Words 1.').execute(); // kept no longer
  expect(await it_.presses(amira, 'join-request look-back', { cop: it_.cop, from: '8' })).toMatch(/Words 9\./);
  expect(await it_.presses(mo, 'join-request look-back', { cop: it_.cop })).toMatch(/Only the facilitators/);
  await it_.store.close();
});

it('tells a request that was taken back from one that the closing of its CoP left without an answer, or whose applicant had gone', async () => {
  const it_ = await village();
  const looksBack = () => it_.presses(amira, 'join-request look-back', { cop: it_.cop });
  const { id: amiras } = await it_.store.db
    .selectFrom('persons')
    .select('id')
    .where('name', '=', 'Amira')
    .executeTakeFirstOrThrow();
  const settle = (by: 'person_id' | undefined) =>
    it_.store.db
      .updateTable('join_requests')
      .set(eb => ({ state: 'withdrawn', decided_at: 1000, decided_by: by ? eb.ref(by) : null }))
      .execute();
  await settle('person_id');
  expect(await looksBack()).toMatch(/: taken back, /);
  await settle(undefined);
  expect(await looksBack()).toMatch(/: closed before it was answered, /);
  await it_.store.db.updateTable('join_requests').set({ decided_by: amiras, withdrawn_as: 'gone' }).execute();
  expect(await looksBack()).toMatch(/Al: closed, as they were no longer here, /);
  await it_.store.db.updateTable('join_requests').set({ state: 'approved', decided_by: null }).execute(); // by hand, or asked to facilitate
  expect(await looksBack()).toMatch(/: brought in without an answer, /);
  await it_.store.close();
});
