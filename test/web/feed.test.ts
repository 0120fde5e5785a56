/** A private calendar address over real HTTP: what its owner may see, and for everybody else as if it had never been. */
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CopId } from '../../src/domain/ids.ts';
import { startWeb, type Web } from '../../src/web/serve.ts';
import { amira, mo, sam, type Village, village, yan } from '../support/village.ts';

let it_: Village;
let web: Web;
beforeEach(async () => {
  it_ = await village();
  await it_.store.db.deleteFrom('meetings').execute();
  web = await startWeb(it_.store, 0);
});
afterEach(async () => {
  await web.stop();
  await it_.store.close();
});

const get = (path: string) => fetch(`http://127.0.0.1:${web.port}${path}`, { redirect: 'manual' });
const given = async (who = mo) => {
  const said = await it_.presses(who, 'calendar give');
  return new URL(/https:\S+\.ics/.exec(said)?.[0] ?? '').pathname;
};
async function calls(who: typeof mo, cop: string, about: string): Promise<string> {
  await it_.presses(who, 'meeting call', { cop, about, format: 'check-in', when: '2027-01-14 14:00', place: 'Room 4' });
  const { id } = await it_.store.db
    .selectFrom('meetings')
    .select('id')
    .where('about', '=', about)
    .executeTakeFirstOrThrow();
  await it_.presses(who, 'meeting post', { meeting: id });
  return id;
}
const read = async (path: string) => {
  const calendar = new ICAL.Component(ICAL.parse(await (await get(path)).text()));
  return calendar.getAllSubcomponents('vevent').map(one => new ICAL.Event(one));
};
/** All that tells one answer from another, but for when it was given. */
const answer = async (path: string) => {
  const got = await get(path);
  const headers = Object.fromEntries(got.headers);
  delete headers.date;
  return { status: got.status, headers, body: await got.text() };
};
const nothingThere = `/calendar/${'x'.repeat(43)}.ics`;

describe('a private calendar address', () => {
  it('tells when the CoPs meet that its owner is in, and nothing of others', async () => {
    const id = await calls(mo, it_.cop, 'Heels?');
    await calls(yan, it_.otherCop, 'Not for Mo');
    const dropped = await calls(amira, it_.cop, 'Without Mo');
    await it_.presses(mo, 'meeting not', { meeting: dropped });
    await it_.presses(mo, 'meeting call', { cop: it_.cop, about: 'A draft', format: 'check-in', when: 'Friday 14:00' });
    const path = await given();
    const got = await get(path);
    expect([got.status, got.headers.get('content-type'), got.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'no-store',
    ]);
    const events = await read(path);
    expect(events.map(one => [one.uid, one.summary, one.location])).toEqual([
      [`${id}@cop-bot`, 'Wound Care: Heels?', 'Room 4'],
    ]);
    await it_.store.db
      .updateTable('meetings')
      .set({ state: 'cancelled', sequence: 1 })
      .where('about', '=', 'Heels?')
      .execute();
    const [off] = await read(path);
    expect([off?.sequence, off?.component.getFirstPropertyValue('status')]).toEqual([1, 'CANCELLED']);
    expect(await get(nothingThere)).toMatchObject({ status: 404 });
  });

  it('is kept nowhere, and another one takes its place', async () => {
    expect(await it_.presses(mo, 'calendar show')).toMatch(/\[Give me an address\]$/);
    const path = await given();
    const secret = /calendar\/(.*)\.ics/.exec(path)?.[1] ?? '';
    expect(secret).toMatch(/^[\w-]{43}$/);
    for (const table of ['calendar_feeds', 'audit', 'effects'] as const)
      expect(JSON.stringify(await it_.store.db.selectFrom(table).selectAll().execute())).not.toContain(secret);
    expect(await it_.presses(mo, 'calendar show')).toMatch(
      /You have had one since.*\[Give me another address\]\n\[Take it away\]$/s,
    );
    const other = await given();
    expect((await get(other)).status).toBe(200);
    expect((await get(path)).status).toBe(404);
  });

  it('that is taken away, or whose owner has left, is answered like one that never was', async () => {
    const never = await answer(nothingThere);
    expect(never).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } });
    const taken = await given();
    expect(await it_.presses(mo, 'calendar take-away')).toMatch(/no longer works/);
    const left = await given();
    expect((await get(left)).status).toBe(200);
    await it_.presses(mo, 'membership go', { cop: it_.cop, sure: 'yes' });
    const closed = await given(yan);
    await it_.store.db
      .updateTable('cops')
      .set({ closed_at: 1 })
      .where('id', '=', it_.otherCop as CopId)
      .execute();
    for (const path of [taken, left, closed, '/calendar/short.ics', '/calendar/'])
      expect(await answer(path), path).toEqual(never);
    expect(await it_.presses(sam, 'calendar give')).toMatch(/You're in no CoP here/);
  });
});
