/** What follows from what an administrator chooses. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Consequence } from '../../src/domain/consequence.ts';
import { draw } from '../support/consequences.ts';
import { invocation } from '../support/desk.ts';
import { amira, choose, sam, supportChannel, type Village, village } from '../support/village.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
  await choose(it_, { supportChannel: supportChannel.id, forum: 'there', forumChannel: 'forum-1' });
});
afterEach(() => it_.store.close());

const chooses = async (options: Record<string, string>) => {
  it_.statements.length = 0;
  expect(await it_.presses({ ...sam, admin: true }, 'settings choose', options)).toMatch(/^Saved/);
};
const lettingIn = () => it_.store.db.selectFrom('effects').select('id').where('kind', '=', 'forum').execute();

it('the facilitators are brought into the forum when it is what was chosen, and by no other section', async () => {
  await chooses({ section: 'language', language: 'de' });
  await chooses({ section: 'support', support: supportChannel.id });
  await chooses({ section: 'way-in' });
  expect(await lettingIn()).toEqual([]);
  await chooses({ section: 'forum', forum: 'take', forumChannel: 'forum-1' });
  expect(await lettingIn()).toHaveLength(2); // of Wound Care, and of Another
});

it('one channel is not both the Support Team’s and the forum', async () => {
  const chosen = () => it_.store.db.selectFrom('settings').select(['support_channel', 'forum_channel']).execute();
  const mended = async (options: Record<string, string>) =>
    JSON.stringify(await it_.presses({ ...sam, admin: true }, 'settings choose', options));
  expect(await mended({ section: 'support', support: 'forum-1' })).toMatch(/That channel is the Facilitators' forum/);
  expect(await mended({ section: 'forum', forum: 'take', forumChannel: supportChannel.id })).toMatch(
    /That channel is the Support Team's\. Please choose another/,
  );
  expect(await chosen()).toEqual([{ support_channel: supportChannel.id, forum_channel: 'forum-1' }]);
});

it('what a section doesn’t ask keeps nobody from saving it, and is said where it is asked', async () => {
  const aSpace = /That channel is a CoP's own space/;
  await choose(it_, { supportChannel: 'space-1', forum: 'none', forumChannel: undefined });
  await chooses({ section: 'language', language: 'de' });
  await chooses({ section: 'forum', forum: 'none' });
  const mended = async (options: Record<string, string>) =>
    JSON.stringify(await it_.presses({ ...sam, admin: true }, 'settings choose', options));
  expect(await mended({ section: 'support', team: 'keep' })).toMatch(aSpace);
  await choose(it_, { supportChannel: undefined });
  expect(await mended({ section: 'forum', forum: 'take', forumChannel: 'space-1' })).toMatch(aSpace);
});

it('nobody is told of a lost channel that is not another now, and no CoP is looked for', async () => {
  await chooses({ section: 'support', support: supportChannel.id });
  expect(it_.statements.filter(sql => /select \* from "cops"/.test(sql))).toEqual([]);
});

it('an administrator says for how long answered requests are kept; it is a year until then', async () => {
  const opened = await it_.form(invocation({ ...sam, admin: true }, 'settings choose', { section: 'kept' }));
  expect(opened).toMatchObject({
    show: {
      title: 'What is kept',
      fields: [
        { name: 'requests', value: 'year' },
        { name: 'audit', value: 'always' },
        { name: 'closed', value: 'always' },
      ],
    },
  });
  await chooses({ section: 'kept', requests: 'three-years', audit: 'two-years', closed: 'five-years' });
  expect(await it_.presses({ ...sam, admin: true }, 'settings choose', { section: 'language' })).toMatch(
    /Answered requests to join: Three years\nWho did what: Two years\nClosed CoPs: Five years/,
  );
  expect(await it_.store.db.selectFrom('settings').selectAll().executeTakeFirstOrThrow()).toMatchObject({
    support_channel: supportChannel.id,
    keeps_requests: 'three-years',
    keeps_audit: 'two-years',
    keeps_closed: 'five-years',
  });
});

it('who chose the settings and administers no longer is sent to somebody who can, not to themselves', async () => {
  await chooses({ section: 'language', language: 'de' });
  expect(await it_.presses(sam, 'settings choose', { section: 'language' })).not.toMatch(/Sam/);
  await it_.presses({ ...amira, admin: true }, 'settings choose', { section: 'language' });
  expect(await it_.presses(sam, 'settings choose', { section: 'language' })).toMatch(/@Amira set me up here/);
  expect(await it_.presses(amira, 'settings choose', { section: 'language' })).toMatch(/@Sam set me up here/);
});

it('that a channel is lost is told to who chose before, where who chose last is there no longer', async () => {
  const { db } = it_.store;
  const told = async () => {
    const rows = await db.selectFrom('effects').selectAll().where('kind', '=', 'post').execute();
    const [lost, ...more] = rows.filter(row => JSON.parse(row.wish).message === 'support-lost');
    expect(more).toEqual([]);
    await db.deleteFrom('effects').execute();
    if (!lost) return undefined;
    const { name } = await db
      .selectFrom('persons')
      .select('name')
      .where('id', '=', JSON.parse(lost.wish).to)
      .executeTakeFirstOrThrow();
    const failed = JSON.parse(lost.on_failure ?? '{}') as Consequence;
    const place = { networkId: lost.network_id, workspace: lost.workspace_id };
    return { name, fails: () => draw(it_, place, failed) };
  };
  for (const one of [sam, amira, sam])
    await it_.presses({ ...one, admin: true }, 'settings choose', { section: 'way-in' });
  await it_.happened({ kind: 'closed', id: 'c9', space: supportChannel, how: 'deleted' });
  const first = await told();
  expect(first?.name).toBe('Sam');
  await first?.fails();
  const second = await told();
  expect(second?.name).toBe('Amira');
  await second?.fails();
  expect(await told()).toBeUndefined();
});
