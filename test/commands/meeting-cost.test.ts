/** What a meeting costs: the statements of each press, and whether a thousand meetings make a look dearer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingId } from '../../src/domain/ids.ts';
import { newId } from '../../src/store/ids.ts';
import { amira, mo, type Village, village } from '../support/village.ts';

const hour = 3600_000;
const filled = { about: 'Who turns the heels?', format: 'one-problem', when: 'Thursday 14:00', minutes: '90' };

let it_: Village;
beforeEach(async () => {
  it_ = await village();
  await it_.store.db.deleteFrom('meetings').execute();
  await it_.store.db.deleteFrom('clocks').execute();
});
afterEach(() => it_.store.close());

const rows = () => it_.store.db.selectFrom('meetings').selectAll().orderBy('id').execute();
const drafted = async () => {
  await it_.presses(mo, 'meeting call', { cop: it_.cop, ...filled });
  return ((await rows()).at(-1) as { id: string }).id;
};
const called = async () => {
  const meeting = await drafted();
  await it_.presses(mo, 'meeting post', { meeting });
  return meeting;
};
const voting = async () => {
  const meeting = await drafted();
  await it_.presses(mo, 'meeting offer', { meeting, second: 'Friday 14:00' });
  await it_.presses(mo, 'meeting post', { meeting });
  return meeting;
};
/** How many were needed, besides beginning and committing. */
const statements = async (who: typeof mo, command: string, options: Record<string, string>) => {
  it_.statements.length = 0;
  const words = await it_.presses(who, command, options);
  expect(words).not.toMatch(/isn't here any more|went wrong/);
  return it_.statements.filter(one => !/^(begin|commit)/.test(one)).length;
};

/** What moves the date also moves its clocks, and what is in people's calendars: rare, and never in a rush. */
const most: Readonly<Record<string, number>> = {
  'meeting post': 10,
  'meeting move': 12,
  'meeting cancel': 12,
  'meeting take': 12,
};

describe('at most 8 statements for what everybody presses, and 12 for', () => {
  it.each([
    ['meeting list', undefined, {}],
    ['meeting call', undefined, filled],
    ['meeting post', drafted, {}],
    ['meeting show', called, {}],
    ['meeting agenda', called, {}],
    ['meeting come', called, {}],
    ['meeting not', called, {}],
    ['meeting ask', called, { words: 'Does an air cushion help?' }],
    ['meeting calendar', called, {}],
    ['meeting parts', called, {}],
    ['meeting take-part', called, { part: 'write' }],
    ['meeting will-write', called, {}],
    ['meeting lay-down', called, { part: 'write' }],
    ['meeting again', called, {}],
    ['meeting move', called, { when: '2026-03-06 14:00', minutes: '90' }],
    ['meeting cancel', called, { sure: 'yes' }],
    ['meeting vote', voting, { at: String(Date.UTC(2026, 2, 6, 14)), says: 'yes' }],
    ['meeting take', voting, { at: String(Date.UTC(2026, 2, 6, 14)) }],
  ] as const)('%s', async (command, made, options) => {
    const meeting = await made?.();
    const many = await statements(mo, command, { cop: it_.cop, ...(meeting && { meeting }), ...options });
    expect(many).toBeLessThanOrEqual(most[command] ?? 8);
  });
});

it('at most 8 for looking at its notes and at what is next, and 12 for writing them', async () => {
  const meeting = await called();
  it_.passes(3 * 24 * hour);
  const given = { learned: 'Socks.', promised: '@Mo reads on\nwe all sleep' };
  expect(await statements(mo, 'meeting write', { meeting, ...given })).toBeLessThanOrEqual(12);
  const { db } = it_.store;
  const document = (await rows())[0]?.notes_id as string;
  const promise = (await db.selectFrom('promises').select('id').orderBy('id').executeTakeFirstOrThrow()).id;
  const looks = {
    list: await statements(mo, 'meeting list', { cop: it_.cop }),
    read: await statements(mo, 'document notes', { document }),
    next: await statements(mo, 'promise list', { cop: it_.cop }),
    done: await statements(mo, 'promise done', { cop: it_.cop, promise }),
  };
  for (const [look, many] of Object.entries(looks)) expect(many, look).toBeLessThanOrEqual(8);
});

it('asks as much and shows as much with a thousand meetings in the network as with one', async () => {
  await called();
  const looks = async () => ({
    home: await statements(mo, 'home show', {}),
    list: await statements(mo, 'meeting list', { cop: it_.cop }),
    find: await statements(mo, 'cop find', {}),
  });
  const before = await looks();
  const [row] = await rows();
  if (!row) throw new Error('it was called');
  for (let n = 0; n < 1000; n++)
    await it_.store.db
      .insertInto('meetings')
      .values({
        ...row,
        id: newId<MeetingId>(row.created_at + n),
        state: n % 2 ? 'over' : 'called',
        starts_at: Number(row.starts_at) + (n % 2 ? -n : n) * hour,
      })
      .execute();
  expect(await looks()).toEqual(before);
  const words = await it_.presses(amira, 'meeting list', { cop: it_.cop });
  expect(words.length).toBeLessThan(3000);
  expect(words).toMatch(/Later ones/);
  expect(words).toMatch(/Nobody has said yet that they're coming\. \[I'll come\]/);
  expect((await it_.presses(mo, 'home show')).match(/Meets next/g)).toHaveLength(1);
});
