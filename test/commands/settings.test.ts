/** What follows from what an administrator chooses. */
import { afterEach, beforeEach, expect, it } from 'vitest';
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
