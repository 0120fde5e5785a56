/** A thousand people come to a meeting: its card stays within what the platforms take, and a rush of answers doesn't draw it as often. */
import { afterEach, describe, expect, it } from 'vitest';
import type { MeetingId, MeetingQuestionId, PersonId } from '../../src/domain/ids.ts';
import { newId } from '../../src/store/ids.ts';
import { afternoonIn, startCop, whenIn } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = { in: 'cop-wound-care' } as const;

describe.each(platformNames)('on %s', platform => {
  const workspace = async () =>
    (await it_.store.db.selectFrom('cops').select('workspace_id').executeTakeFirstOrThrow()).workspace_id;

  async function called(): Promise<MeetingId> {
    const amira = it_.person('Amira');
    await startCop(amira);
    await amira.types('/cop meet', space);
    const when = whenIn(await amira.form(), afternoonIn(Date.now(), 8));
    await amira.submits({ 'What about?': 'Who turns the heels?', ...when });
    await amira.presses('Yes, call it', { with: /heels/ });
    await amira.sees(/heels.*Nobody has said yet/s, space);
    await it_.settled();
    return (await it_.store.db.selectFrom('meetings').select('id').executeTakeFirstOrThrow()).id;
  }

  /** Members who have said that they come, take every part, and bring as long a question as they may. */
  async function crowd(meeting: MeetingId, many: number): Promise<void> {
    const { db } = it_.store;
    const cop = await db.selectFrom('cops').select(['id', 'network_id']).executeTakeFirstOrThrow();
    const of = { network_id: cop.network_id, cop_id: cop.id };
    const key = await workspace();
    const ids = Array.from({ length: many }, () => newId<PersonId>(Date.now()));
    const named = (n: number) => `Person ${n} of the very long name ${'o'.repeat(40)}`;
    const insert = async (table: string, rows: readonly object[]) => {
      for (let from = 0; from < rows.length; from += 500)
        await db
          .insertInto(table as 'persons')
          .values(rows.slice(from, from + 500) as never)
          .execute();
    };
    await insert(
      'persons',
      ids.map((id, n) => ({ id, network_id: cop.network_id, name: named(n), created_at: 1 })),
    );
    const outside = (n: number) =>
      platform === 'slack' ? `U0CROWD${String(n).padStart(4, '0')}` : String(10n ** 17n + BigInt(n));
    await insert('accounts', ids.map((id, n) => ({ workspace_id: key, external_id: outside(n), network_id: cop.network_id, person_id: id, locale: null }))); // biome-ignore format: one row
    await insert(
      'memberships',
      ids.map(id => ({ ...of, person_id: id, state: 'member', role: 'member', since: 1 })),
    );
    await insert('meeting_answers', ids.map((id, n) => ({ ...of, meeting_id: meeting, person_id: id, says: 'comes', at: n + 1 }))); // biome-ignore format: one row
    await insert('meeting_questions', ids.map((id, n) => ({ ...of, id: newId<MeetingQuestionId>(n), meeting_id: meeting, person_id: id, words: `${n} ${'why? '.repeat(58)}`, at: n + 1 }))); // biome-ignore format: one row
    for (const part of ['open', 'time', 'write', 'newcomers', 'question'])
      await insert('meeting_parts', ids.map((id, n) => ({ ...of, meeting_id: meeting, person_id: id, part, at: n + 1, offered_at: null }))); // biome-ignore format: one row
  }

  it('has room for a thousand who come, all with a part and a question, and for moving it', {
    timeout: 90_000,
  }, async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    await crowd(await called(), 1000);
    await amira.presses("I'll come", space);
    await amira.sees(/You're coming/);
    const card = await amira.sees(/Coming: Person 0 .* more.*Questions people bring.*Person 0/s, space);
    expect(card.text).toMatch(/and 99\d more/);
    expect(card.text.length).toBeLessThan(8000);
    await amira.types('/cop meetings', space);
    await amira.sees(/heels.*1,?001 people are coming/s);
    await amira.presses('Take a part…', space);
    await amira.sees(/Taken by .*and 997 more/s);
    await amira.chooses(platform === 'discord' ? 'More…' : '', 'Move it…', space);
    await amira.form();
    await amira.submits({ 'Where? (optional)': 'Room 4' });
    await amira.sees(/heels\? has changed: .*at Room 4/s);
    await it_.settled();
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
    const open = await it_.store.db
      .selectFrom('effects')
      .select(['kind', 'error'])
      .where('state', '<>', 'done')
      .where('error', 'is not', null)
      .execute();
    expect(open).toEqual([]);
  });

  it('is drawn far less often than it is answered in a rush, and shows the last of it', {
    timeout: 90_000,
  }, async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    await called();
    it_.playground.clearTraffic();
    for (let n = 0; n < 25; n++)
      await Promise.all(
        ["I'll come", 'Not this time', "I'll come", 'Not this time'].map(label => amira.presses(label, space)),
      );
    await amira.presses("I'll come", space);
    await amira.sees(/Coming: Amira Haddad/, space);
    await it_.settled();
    expect(await it_.store.db.selectFrom('meeting_answers').select('says').execute()).toEqual([{ says: 'comes' }]);
    const drawn = it_.playground.traffic.filter(
      ({ direction, name }) => direction === 'call' && (name === 'chat.update' || name.startsWith('PATCH /channels')),
    );
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.length).toBeLessThan(40);
    expect(amira.seesNow(/Coming: Amira Haddad/, space)).toHaveLength(1);
  });
});
