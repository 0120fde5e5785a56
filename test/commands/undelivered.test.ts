/** What follows where a card can't be brought to whoever it asks. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { render } from '../../src/bot/drawing/render.ts';
import type { Consequence } from '../../src/domain/consequence.ts';
import type { CopId, JoinRequestId, NominationId, WorkspaceKey } from '../../src/domain/ids.ts';
import type { AboutOf, MessageName } from '../../src/domain/message.ts';
import type { ReminderStep } from '../../src/domain/reminder.ts';
import * as cops from '../../src/store/cops.ts';
import { draw } from '../support/consequences.ts';
import { amira, choose, nia, sue, type Village, village } from '../support/village.ts';
import { wordsOf } from '../support/words.ts';

const workspace = 'discord:here' as WorkspaceKey;
let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

async function follows(does: Consequence): Promise<string[]> {
  const { db } = it_.store;
  await db.deleteFrom('effects').execute();
  const { network_id: networkId } = await db
    .selectFrom('workspaces')
    .selectAll()
    .where('id', '=', workspace)
    .executeTakeFirstOrThrow();
  await draw(it_, { networkId, workspace }, does);
  const rows = await db.selectFrom('effects').select('wish').orderBy('id').execute();
  const names = new Map(
    (await db.selectFrom('persons').selectAll().execute()).map(one => [one.id as string, one.name]),
  );
  return rows.map(row => JSON.parse(row.wish)).map(({ message, to }) => `${message} to ${names.get(to) ?? to}`);
}
const idOf = async (name: string) =>
  (await it_.store.db.selectFrom('persons').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
/** What stands on a card by now. */
async function reads<M extends MessageName>(reader: string, message: M, about: AboutOf<M>): Promise<string> {
  const { bot, store } = it_;
  const { network_id } = await store.db.selectFrom('join_requests').select('network_id').executeTakeFirstOrThrow();
  const cop = await cops.byId(store.db, network_id, it_.cop as CopId);
  if (!cop) throw new Error('it is gone');
  const where = { bot, reader: store.db, cop, effect: undefined as never, language: 'en' } as const;
  return wordsOf(await render(message, { ...where, now: bot.clock.now(), about, addressee: await idOf(reader) }));
}
const stateOf = async (table: 'nominations' | 'role_suggestions') =>
  (await it_.store.db.selectFrom(table).select('state').executeTakeFirstOrThrow()).state;
const notHad = async (name: string, step?: ReminderStep): Promise<Consequence> => ({
  command: 'join-request not-had',
  options: {
    request: it_.request,
    reader: await idOf(name),
    ...(step && { step }),
    reason: 'forbidden',
    whose: 'person',
  },
});

it('a request is the other facilitators’, and the Support Team’s once none of them can be reached', async () => {
  const { db } = it_.store;
  await db
    .updateTable('memberships')
    .set({ role: 'facilitator' })
    .where('person_id', '=', await idOf('Mo'))
    .execute();
  expect(await follows(await notHad('Amira'))).toEqual([]);
  expect(await follows(await notHad('Mo'))).toEqual([
    'join-request-waiting to support',
    'join-request-unreached to Al',
  ]);
  expect(await follows(await notHad('Amira'))).toEqual(['join-request-unreached to Al']); // the first is not said yet; the Support Team has it
});

it('a reminder counts as not had', async () => {
  const row = { network_id: '', request_id: it_.request, step: 'first', day: '2026-03-05', sent_at: 1 };
  const { network_id } = await it_.store.db.selectFrom('join_requests').selectAll().executeTakeFirstOrThrow();
  const values = { ...row, network_id, reader: await idOf('Amira') } as never;
  await it_.store.db.insertInto('reminders').values(values).execute();
  await follows(await notHad('Amira', 'first'));
  expect(await it_.store.db.selectFrom('reminders').select('reader').execute()).toEqual([{ reader: 'support' }]);
});

it('who asked is told what is so where there is no Support Team', async () => {
  await choose(it_, { supportChannel: undefined });
  expect(await follows(await notHad('Amira'))).toEqual(['join-request-unreached to Al']);
});

it.each([
  ['takes no messages', { reason: 'forbidden', whose: 'person' }, 'pending'],
  ['has left', { reason: 'gone', whose: 'person' }, 'withdrawn'],
] as const)(
  'whoever asks somebody to facilitate, or thinks of them for a role, hears that they %s',
  async (_what, why, state) => {
    expect(
      await follows({ command: 'nomination not-delivered', options: { nomination: it_.nomination, ...why } }),
    ).toEqual(['nomination-not-delivered to Amira', 'first-week to Amira']); // she looks after it meanwhile
    expect(await follows({ command: 'role not-delivered', options: { suggestion: it_.suggestion, ...why } })).toEqual([
      'role-suggestion-not-delivered to Amira',
    ]);
    expect([await stateOf('nominations'), await stateOf('role_suggestions')]).toEqual([state, state]);
    await it_.store.db.updateTable('nominations').set({ state: 'accepted' }).execute();
    await it_.store.db.updateTable('role_suggestions').set({ state: 'declined' }).execute();
    expect(
      await follows({ command: 'nomination not-delivered', options: { nomination: it_.nomination, ...why } }),
    ).toEqual([]);
    expect(await follows({ command: 'role not-delivered', options: { suggestion: it_.suggestion, ...why } })).toEqual(
      [],
    );
  },
);

it('whoever asked somebody to facilitate reads that they are no longer here of nobody who is', async () => {
  const about = { kind: 'nomination', id: it_.nomination as NominationId } as const;
  const notDelivered = (reason: 'forbidden' | 'gone') =>
    follows({ command: 'nomination not-delivered', options: { nomination: it_.nomination, reason, whose: 'person' } });
  await it_.presses(nia, 'home show'); // her name is known from then on
  await notDelivered('forbidden');
  expect(await reads('Amira', 'nomination-not-delivered', about)).toMatch(/I couldn't write to @Nia/);
  await it_.presses(amira, 'nomination withdraw', { nomination: it_.nomination });
  expect(await reads('Amira', 'nomination-not-delivered', about)).toMatch(/^@Nia need not answer any more/);
  expect(await reads('Nia', 'nomination', about)).toMatch(/They have found another way since/);
  expect(await it_.presses(nia, 'nomination accept', { nomination: it_.nomination })).toMatch(/Nobody needs an answer/);
  await it_.store.db.updateTable('nominations').set({ state: 'pending' }).execute();
  await notDelivered('gone');
  expect(await reads('Amira', 'nomination-not-delivered', about)).toMatch(/@Nia .*: they are no longer here/);
});

it('who was asked to facilitate, and leaves, reads that it ended with that', async () => {
  await it_.presses(nia, 'membership go', { cop: it_.cop, sure: 'yes' });
  const about = { kind: 'nomination', id: it_.nomination as NominationId } as const;
  expect(await reads('Nia', 'nomination', about)).toMatch(/The question ended, as you are no longer in it/);
  expect(await reads('Amira', 'nomination-unanswered', about)).toMatch(/@Nia need not answer any more/);
});

it('who has left before they were let in took nothing back: whoever said yes reads why it ended', async () => {
  await it_.presses(amira, 'join-request approve', { request: it_.request });
  const why = { reason: 'gone', whose: 'person' } as const;
  expect(await follows({ command: 'join-request not-admitted', options: { request: it_.request, ...why } })).toContain(
    'join-request-not-admitted to Amira',
  );
  const about = { kind: 'join-request', id: it_.request as JoinRequestId } as const;
  expect(await reads('Amira', 'join-request', about)).toMatch(/The request was closed .*: @Al was no longer here/);
  expect(await it_.presses(amira, 'join-request approve', { request: it_.request })).toMatch(/doesn't stand any more/);
  expect(await it_.presses(amira, 'join-request look-back', { cop: it_.cop })).toMatch(/Al: closed, as they were no/);
});

it.each([
  ['take', { planned: 'Tuesday' }],
  ['draft', {}],
  ['not-yet', { reason: 'Talk to Wound Care first' }],
])('the Support Team hears that who would like to talk does not know what it said (%s)', async (verb, given) => {
  const { db } = it_.store;
  const conversation = it_.conversation;
  if (verb === 'not-yet')
    await db
      .updateTable('cops')
      .set({ state: 'proposed' })
      .where('id', '=', it_.cop as never)
      .execute();
  await it_.presses(sue, 'first-conversation note', { conversation, notes: 'n', domain: 'Wounds' });
  await db.deleteFrom('effects').execute();
  await it_.presses(sue, `first-conversation ${verb}`, { conversation, ...given });
  const { on_failure } = await db
    .selectFrom('effects')
    .select('on_failure')
    .where('kind', '=', 'post')
    .executeTakeFirstOrThrow();
  expect(await follows(JSON.parse(on_failure ?? '{}'))).toEqual(['first-conversation-not-heard to support']);
});
