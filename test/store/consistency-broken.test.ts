/** Each thing that `copbot check` says it looks at is looked at: broken by hand, it is found, and told by its name. */
import { type RawBuilder, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { consistency } from '../../src/store/consistency.ts';
import { amira, type Village, village } from '../support/village.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
  await it_.presses(amira, 'cop share', { cop: it_.cop, channel: 'c-1' }); // so that there is something to be done
});
afterEach(() => it_.store.close());

const looked = async () => consistency(it_.store.db, Date.UTC(2027, 0, 1));
const person = (account: string) => sql`(select person_id from accounts where external_id = ${account})`;
const allDone = sql`update effects set state = 'done', settled_at = 1`;
const one = sql`(select min(id) from effects where settled_at is null)`;

/** What is done to the rows, one after the other. */
const broken: Readonly<Record<string, readonly RawBuilder<unknown>[]>> = {
  'every clock is about a record that is there': [sql`update clocks set about_id = 'nobody'`],
  'nothing is still asked in a closed CoP': [sql`update cops set closed_at = 1`],
  'a CoP counts as many members as it has': [sql`update cops set members = members + 1`],
  'an open CoP has a facilitator, or it is known since when it has none': [
    allDone,
    sql`update memberships set role = 'member'`,
  ],
  'an open CoP has a space, or one is on its way': [allDone, sql`update cops set space_id = null, space_name = null`],
  'whoever is being brought in has an effect that does it': [
    allDone,
    sql`update memberships set state = 'joining' where person_id = ${person('u-mo')}`,
  ],
  'nobody who is in a CoP waits to be let into it': [
    sql`update join_requests set person_id = ${person('u-mo')} where person_id = ${person('u-al')}`,
  ],
  'a role is carried by somebody who is in the CoP': [
    sql`update differences set settled_at = 1`,
    sql`update memberships set state = 'left' where person_id = ${person('u-mo')}`,
  ],
  'every person has an account': [sql`delete from accounts where external_id = 'u-mo'`],
  'what an effect needs is there, or was done long ago': [
    sql`update effects set batch = 'alone', needs = '["gone"]' where id = ${one}`,
  ],
  'no effect was begun more than a day ago and left like that': [
    sql`update effects set state = 'intended', due_at = 1, intended_at = 1 where id = ${one}`,
  ],
  'what was settled has a time, and what has none is open': [sql`update effects set state = 'done' where id = ${one}`],
  'a file that is kept belongs to a document that is kept, or was until yesterday': [
    sql`insert into kept_files (sha256, noted_at) values ('f', 1)`,
    sql`insert into document_files (document_id, network_id, sha256, bytes, mime, name, kept_at)
      select id, network_id, 'f', 1, 'text/plain', 'x', 1 from documents limit 1`,
    sql`update documents set state = 'removed', removed_at = 1`,
  ],
  'a forum, a Support Team and a Home are for people who have an account there': [
    sql`insert into forum_people (network_id, workspace_id, person_id, since)
      select network_id, workspace_id, person_id, 1 from accounts where external_id = 'u-mo'`,
    sql`delete from accounts where external_id = 'u-mo'`,
  ],
  'an exchange belongs to a request that is still open': [sql`update cops set closed_at = 1`],
};

it('an unharmed one holds together, and no rule is without its harm', async () => {
  const all = await looked();
  expect(all.filter(({ many }) => many > 0)).toEqual([]);
  expect(all.map(({ holds }) => holds).toSorted()).toEqual(Object.keys(broken).toSorted());
});

it.each(Object.entries(broken))('%s: or it is found', async (holds, harms) => {
  for (const harm of harms) await harm.execute(it_.store.db);
  const found = (await looked()).find(rule => rule.holds === holds);
  expect(found?.many).toBeGreaterThan(0);
  expect(found?.which.length).toBeGreaterThan(0);
});
