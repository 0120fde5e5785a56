/** What the Support Team reads of a request to join that waits: nobody is said to have been reminded who wasn't. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draw } from '../../src/bot/drawing/draw.ts';
import type { JoinRequestId, PersonId } from '../../src/domain/ids.ts';
import * as cops from '../../src/store/cops.ts';
import * as reminders from '../../src/store/reminders.ts';
import { amira, mo, type Village, village } from '../support/village.ts';
import { wordsOf } from '../support/words.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const idOf = async (name: string): Promise<PersonId> =>
  (await it_.store.db.selectFrom('persons').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;

async function facilitates(name: string, role: 'facilitator' | 'member'): Promise<void> {
  const id = await idOf(name);
  await it_.store.db
    .updateTable('memberships')
    .set({ role })
    .where('person_id', '=', id)
    .where('cop_id', '=', it_.cop as never)
    .execute();
}

async function read(): Promise<string> {
  const { db } = it_.store;
  const { network_id } = await db.selectFrom('join_requests').select('network_id').executeTakeFirstOrThrow();
  const cop = await cops.byId(db, network_id, it_.cop as never);
  if (!cop) throw new Error('there is no CoP');
  const about = { kind: 'join-request', id: it_.request as JoinRequestId } as const;
  const wish = { kind: 'post', cop: cop.id, to: 'support', message: 'join-request-waiting', about } as const;
  return wordsOf(await draw({ bot: it_.bot, cop, effect: {} as never, now: 0 }, db, wish, 'en'));
}

async function reminded(name: string): Promise<void> {
  const reader = await idOf(name);
  const { network_id } = await it_.store.db.selectFrom('join_requests').select('network_id').executeTakeFirstOrThrow();
  for (const [step, day] of [
    ['first', '2026-03-05'],
    ['second', '2026-03-08'],
  ] as const)
    await it_.store.db
      .transaction()
      .execute(tx => reminders.add(tx, network_id, it_.request as JoinRequestId, { reader, step, day }, 1));
}

it('names who had two reminders, and not who facilitates it only since then', async () => {
  await reminded(amira.name);
  await facilitates(mo.name, 'facilitator');
  expect(await read()).toMatch(/though @Amira had two reminders/);
});

it('tells of no reminders where whoever had them has handed it over', async () => {
  await reminded(amira.name);
  await facilitates(amira.name, 'member');
  await facilitates(mo.name, 'facilitator');
  const words = await read();
  expect(words).toMatch(/Nobody has answered yet\. Could you have a word with @Mo\?/);
  expect(words).not.toMatch(/reminder/);
});
