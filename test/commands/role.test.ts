import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toComponents } from '../../src/adapters/discord/components.ts';
import { threeMonthsAfter } from '../../src/domain/core-role.ts';
import type { Wish } from '../../src/domain/effect.ts';
import { termCard } from '../../src/messages/carried-role.ts';
import type { Invocation } from '../../src/platform/chat-platform.ts';
import * as coreRoles from '../../src/store/core-roles.ts';
import { look } from '../support/clockwork.ts';
import { invocation, type Presser } from '../support/desk.ts';
import { al, amira, mo, nia, sam, type Village, village, yan, zed } from '../support/village.ts';
import { answerWords } from '../support/words.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const admin: Presser = { ...sam, admin: true };
const start = Date.UTC(2026, 2, 3, 9);
const end = Date.UTC(2026, 5, 3, 9);

const roles = (who: Presser, more: Record<string, string> = {}) =>
  it_.presses(who, 'role show', { cop: it_.cop, ...more });
const volunteers = (who: Presser, role: string, term = 'open') =>
  it_.presses(who, 'role volunteer', { cop: it_.cop, role, term });
const suggests = (who: Presser, person: string, role: string, more: Record<string, string> = {}) =>
  it_.presses(
    who,
    'role suggest',
    { cop: it_.cop, role, person, ...more },
    { people: { 'u-robot': { name: 'Robot', bot: true } } },
  );
const adds = (name: string, line = 'Finds what it was all worth.') => it_.presses(admin, 'role add', { name, line });
const wishes = async () =>
  (await it_.store.db.selectFrom('effects').select(['wish', 'due_at']).orderBy('id').execute()).map(row => ({
    wish: JSON.parse(row.wish) as Wish,
    dueAt: row.due_at,
  }));
const said = async () =>
  (await wishes()).flatMap(({ wish }) => ('message' in wish ? [`${wish.kind} ${wish.message}`] : []));
const asksAt = async () =>
  (await it_.store.db.selectFrom('clocks').select('due_at').where('step', '=', 'term').execute()).map(
    row => row.due_at,
  );
const nothingSaid = () => it_.store.db.deleteFrom('effects').execute();
const idOf = async (table: 'core_roles' | 'role_suggestions' | 'network_roles') => {
  const all = await it_.store.db.selectFrom(table).select('id').orderBy('id').execute();
  return all.at(-1)?.id as string;
};
const leaves = (who: Presser) =>
  it_.happened({
    kind: 'left',
    id: `left-${who.id}`,
    space: { platform: 'discord', workspace: 'here', id: 'space-1' },
    who: { platform: 'discord', workspace: 'here', id: who.id, name: who.name },
  });

describe('the roles of a CoP', () => {
  it('are shown with what each does and who carries it, and what I can do', async () => {
    expect(await roles(amira)).toBe(
      [
        'Roles in Wound Care',
        'These are offers, never duties: take one up, share it, and step back whenever you like. A role may stay open, too.',
        'Agenda Activist\nAsks what we should talk about next.\nNobody carries it at the moment [Volunteer] [Suggest someone…]',
        "Critical Friend\nSays kindly what isn't working.\nCarried by @Mo [Share it] [Suggest someone…]",
        'Social Reporter\nNotes what we learned, for those who missed it.\nNobody carries it at the moment [Volunteer] [Suggest someone…]',
        'External Messenger\nCarries questions and lessons in and out, with consent.\nNobody carries it at the moment [Volunteer] [Suggest someone…]',
        'Community Keeper\nWelcomes newcomers and notices who has gone quiet.\nNobody carries it at the moment [Volunteer] [Suggest someone…]',
      ].join('\n'),
    );
    expect(await roles(mo)).toMatch(/Carried by @Mo \[Step back\]/);
    expect(await it_.presses(amira, 'role show', {})).toMatch(/^Roles in Wound Care/);
    expect(await roles(al)).toMatch(/Only the members of Wound Care/);
  });

  it('fit on Discord however many a network adds, a few at a time', async () => {
    for (let n = 1; n <= 20; n++) await adds(`Role ${n} ${'x'.repeat(30)}`, 'y'.repeat(120));
    expect(await adds('One more')).toMatch(/has 20 roles of its own already/);
    for (const from of [undefined, '5', '20', '7']) {
      const options = { cop: it_.cop, ...(from && { from }) };
      const answer = await it_.invoke(invocation({ ...amira, admin: true }, 'role show', options));
      const drawn = JSON.stringify('say' in answer && toComponents(answer.say));
      expect(drawn.match(/"type":/g)?.length).toBeLessThanOrEqual(40);
      expect(drawn.match(/Suggest someone/g)).toHaveLength(5);
    }
    expect(await roles(amira)).toMatch(/\[More roles\]$/);
    expect(await roles(amira, { from: '20' })).toMatch(/Role 20[\s\S]*\[Back to the first\]$/);
    expect(await roles(amira, { from: 'x' })).toMatch(/Agenda Activist/);
    const own = await it_.invoke(invocation(admin, 'role own'));
    expect(JSON.stringify('say' in own && toComponents(own.say)).match(/"type":/g)?.length).toBeLessThanOrEqual(40);
    const first = await it_.presses(admin, 'role own');
    expect(first).toMatch(/Role 1 [\s\S]*\[More roles\]/);
    for (const from of ['-3', 'x', '1.5']) expect(await it_.presses(admin, 'role own', { from })).toBe(first);
    expect(await it_.presses(admin, 'role own', { from: '18' })).toMatch(/Role 19 [\s\S]*Role 20 /);
  });
});

describe('volunteering', () => {
  it('takes it on until I step back, and the welcome follows', async () => {
    await nothingSaid();
    expect(await volunteers(amira, 'agenda-activist')).toBe(
      'You carry Agenda Activist in Wound Care now, until you step back. Thank you.\n[Step back]\n[Just for three months]',
    );
    expect(await said()).toEqual(['revise cop-welcome']);
    expect(await roles(mo)).toMatch(/Agenda Activist[^[]*Carried by @Amira \[Share it\]/);
  });

  it('is for three months if I like, and I am asked then', async () => {
    await nothingSaid();
    expect(await volunteers(amira, 'agenda-activist', 'three-months')).toBe(
      "You carry Agenda Activist in Wound Care until 2026-06-03; then I'll ask whether you'd like to go on. Thank you.\n[Step back]",
    );
    expect(await asksAt()).toEqual([end]);
    expect(await roles(mo)).toMatch(/Carried by @Amira until 2026-06-03/);
  });

  it('is sharing where somebody carries it, and they hear of it', async () => {
    await nothingSaid();
    const form = await it_.form(invocation(amira, 'role volunteer', { cop: it_.cop, role: 'critical-friend' }));
    expect(form).toMatchObject({ show: { title: 'Share it', does: { command: 'role volunteer' } } });
    expect(await it_.presses(amira, 'role volunteer', { cop: it_.cop, role: 'critical-friend', term: 'open' })).toMatch(
      /You share Critical Friend in Wound Care with @Mo now, until you step back/,
    );
    expect(await said()).toEqual(['revise cop-welcome', 'post role-shared']);
  });

  it('twice is said to be so already', async () => {
    expect(await volunteers(mo, 'critical-friend')).toMatch(/You carry Critical Friend in Wound Care already, since/);
    const form = await it_.form(invocation(mo, 'role volunteer', { cop: it_.cop, role: 'critical-friend' }));
    expect('say' in form && answerWords({ say: form.say, shows: 'person' })).toMatch(/already, since/);
  });

  it('answers what somebody had asked me', async () => {
    await nothingSaid();
    await volunteers(nia, 'social-reporter');
    expect(await said()).toEqual(['revise cop-welcome', 'revise role-suggestion', 'post role-suggestion-answered']);
    expect(await it_.presses(nia, 'role accept', { suggestion: it_.suggestion })).toMatch(/answered with a yes/);
  });

  it.each(['', 'nonsense', '01ARZ3NDEKTSV4RRFFQ69G5FAV'])('has no role called “%s”', async role => {
    expect(await volunteers(amira, role)).toMatch(/isn't offered here any more/);
    expect(await suggests(amira, mo.id, role)).toMatch(/isn't offered here any more/);
  });

  it('needs an open CoP', async () => {
    await it_.store.db.updateTable('cops').set({ closed_at: 1 }).execute();
    expect(await volunteers(amira, 'agenda-activist')).toMatch(/is closed/);
    expect(await suggests(amira, mo.id, 'agenda-activist')).toMatch(/is closed/);
    expect(await it_.presses(nia, 'role accept', { suggestion: it_.suggestion })).toMatch(/is closed/);
    expect(await it_.presses(mo, 'role step-back', { carried: it_.carried })).toMatch(/You stepped back/);
  });
});

describe('stepping back', () => {
  it('is done, thanked for, and done once', async () => {
    await nothingSaid();
    expect(await it_.presses(mo, 'role step-back', { carried: it_.carried })).toBe(
      'You stepped back from Critical Friend in Wound Care on 2026-03-03. Thank you for carrying it.\n[See the roles]',
    );
    expect(await said()).toEqual(['revise cop-welcome', 'revise role-term']);
    expect(await it_.presses(mo, 'role step-back', { carried: it_.carried })).toMatch(/You carry this no longer/);
    expect(await it_.presses(mo, 'role go-on', { carried: it_.carried })).toMatch(/You carry this no longer/);
    expect(await volunteers(mo, 'critical-friend')).toMatch(/^You carry Critical Friend/);
  });

  it('happens by leaving', async () => {
    await nothingSaid();
    await leaves(mo);
    expect(await said()).toEqual([
      ...['post stand-in-answered', 'revise stand-in', 'revise who-looks-after-it'], // Mo had offered that as well
      ...['revise role-term', 'revise cop-welcome'],
    ]);
    expect(await roles(amira)).toMatch(/Critical Friend[^[]*Nobody carries it at the moment/);
  });

  it('is for who leaves: what they were asked ends with it', async () => {
    await nothingSaid();
    await leaves(nia);
    expect((await said()).filter(one => /role/.test(one))).toEqual(['revise role-suggestion']);
    expect(await it_.presses(nia, 'role accept', { suggestion: it_.suggestion })).toMatch(/isn't here any more/);
  });
});

describe('suggesting', () => {
  it('asks one of the members, with a kind word', async () => {
    await nothingSaid();
    expect(await suggests(amira, mo.id, 'community-keeper', { words: 'You welcome everybody' })).toBe(
      "I'm asking @Mo whether they'd like to be Community Keeper of Wound Care. You'll get their answer by direct message.\n[Withdraw the suggestion]",
    );
    expect(await said()).toEqual(['post role-suggestion']);
    expect(JSON.stringify(await it_.store.db.selectFrom('audit').selectAll().execute())).not.toMatch(/welcome every/);
  });

  it.each([
    ['nobody', amira, '', 'social-reporter', /Choose one of the members/],
    ['a bot', amira, 'u-robot', 'social-reporter', /That is a bot/],
    ['oneself', amira, amira.id, 'social-reporter', /press Volunteer/],
    ['who is no member', amira, al.id, 'social-reporter', /aren't in this CoP/],
    ['who is unknown', amira, 'u-nobody', 'social-reporter', /aren't in this CoP/],
    ["another CoP's", amira, yan.id, 'social-reporter', /aren't in this CoP/],
    ['who carries it', amira, mo.id, 'critical-friend', /already carry it/],
    ['who was asked', mo, nia.id, 'social-reporter', /already been asked/],
  ])('not %s', async (_who, by, person, role, words) => {
    expect(await suggests(by, person, role)).toMatch(words);
    expect(await it_.store.db.selectFrom('role_suggestions').select('id').execute()).toHaveLength(1);
  });

  it('waits for them on their Home, and a yes there counts', async () => {
    expect(await it_.presses(nia, 'home show')).toMatch(
      /You are thought of as Social Reporter of Wound Care\. Notes what we learned[^[]*\[Yes, gladly\] \[Not now\]/,
    );
    await nothingSaid();
    const answer = await it_.invoke(
      invocation(nia, 'role accept', { suggestion: it_.suggestion, panel: 'home' }, { from: 'panel' }),
    );
    expect(answerWords(answer)).toMatch(/^This week\nYou carry Social Reporter in Wound Care now/);
    expect(await said()).toEqual(['revise cop-welcome', 'revise role-suggestion', 'post role-suggestion-answered']);
    expect(await it_.presses(nia, 'home show')).not.toMatch(/thought of/);
  });

  it('needs the server to choose somebody, and says how to come there', async () => {
    const inDirectMessage = { id: amira.id, name: 'Amira' };
    const options = { cop: it_.cop, role: 'critical-friend' };
    const form = await it_.form(invocation(inDirectMessage, 'role suggest', options));
    expect('say' in form && answerWords({ say: form.say, shows: 'person' })).toMatch(
      /can't show you who there is to choose\. Type \/cop roles in #cop-1/,
    );
  });

  it('takes a no as it is', async () => {
    await nothingSaid();
    expect(await it_.presses(nia, 'role decline', { suggestion: it_.suggestion })).toMatch(
      /You said “not now” \(2026-03-03\)\. That is fine/,
    );
    expect(await said()).toEqual(['revise role-suggestion', 'post role-suggestion-answered']);
    expect(await it_.presses(nia, 'role accept', { suggestion: it_.suggestion })).toMatch(/The answer was “not now”/);
    expect(await suggests(amira, nia.id, 'social-reporter')).toMatch(/I'm asking @Nia/);
  });

  it('is taken back by who asked', async () => {
    await it_.presses(nia, 'home show');
    expect(await it_.presses(amira, 'role withdraw', { suggestion: it_.suggestion })).toMatch(
      /Done: @Nia isn't asked to be Social Reporter/,
    );
    expect(await it_.presses(nia, 'role accept', { suggestion: it_.suggestion })).toMatch(/was taken back/);
    expect(await it_.store.db.selectFrom('core_roles').select('id').execute()).toHaveLength(1);
  });

  it('tells nobody who has left since', async () => {
    await suggests(mo, nia.id, 'community-keeper');
    await leaves(mo);
    await nothingSaid();
    await it_.presses(nia, 'role decline', { suggestion: await idOf('role_suggestions') });
    expect(await said()).toEqual(['revise role-suggestion']);
  });
});

describe('a term', () => {
  /** Of a term alone: other clocks ring in three months, too. */
  async function comes(): Promise<void> {
    await it_.store.db.deleteFrom('clocks').where('step', '<>', 'term').execute();
    await nothingSaid();
    await look(it_.bot);
  }
  beforeEach(async () => {
    await nothingSaid();
    await volunteers(amira, 'agenda-activist', 'three-months');
  });

  it('ends with a question', async () => {
    it_.passes(end - start);
    await comes();
    expect(await said()).toEqual(['post role-term']);
  });

  it.each([
    ['the CoP is closed', /Wound Care was closed on .*roles ended with it.*Thank you for carrying Agenda Activist/s],
    ['they have left', /no longer in Wound Care, so you carry Agenda Activist no longer/],
  ])('asked about is not said to have been given back when %s', async (how, says) => {
    it_.passes(end - start);
    await comes();
    const { db } = it_.store;
    const id = (await idOf('core_roles')) as never;
    if (how === 'they have left') {
      await db
        .updateTable('memberships')
        .set({ state: 'left' })
        .where('person_id', '=', amira.id as never)
        .execute();
    } else await db.updateTable('cops').set({ closed_at: it_.bot.clock.now() }).execute();
    await db.updateTable('core_roles').set({ ended_at: it_.bot.clock.now() }).execute();
    const { network_id } = await db.selectFrom('cops').select('network_id').executeTakeFirstOrThrow();
    const found = await coreRoles.withCop(db, network_id, id);
    if (!found) throw new Error('nobody carries it');
    const role = how === 'they have left' ? undefined : ('facilitator' as const);
    const carrier = { id: found.carried.personId, networkId: network_id, name: 'Amira', accountId: 'amira', role };
    expect(answerWords({ say: termCard({ ...found, carrier }, it_.bot.clock.now()), shows: 'person' })).toMatch(says);
  });

  it('may be followed by another', async () => {
    it_.passes(end - start);
    expect(await it_.presses(amira, 'role go-on', { carried: await idOf('core_roles') })).toMatch(
      /You carry Agenda Activist in Wound Care until 2026-09-03/,
    );
    expect(await asksAt()).toEqual([Date.UTC(2026, 8, 3, 9)]);
    await comes();
    expect(await said()).toEqual([]);
    it_.passes(92 * 24 * 3600_000);
    await comes();
    expect(await said()).toEqual(['post role-term']);
  });

  it('unanswered is over two weeks later, and the role stays', async () => {
    it_.passes(end - start + 13 * 24 * 3600_000);
    expect(await roles(mo)).toMatch(/Carried by @Amira until 2026-06-03/);
    it_.passes(24 * 3600_000);
    expect(await roles(mo)).toMatch(/Carried by @Amira \(term over\)/);
    await it_.presses(amira, 'cop rest', { cop: it_.cop });
    expect(await roles(mo)).toMatch(/Carried by @Amira(?! \(term| until)/); // nobody has asked her meanwhile
    await it_.presses(amira, 'cop wake', { cop: it_.cop });
    expect(await it_.presses(amira, 'role go-on', { carried: await idOf('core_roles') })).toMatch(/until 2026-09-17/);
  });

  it('that ran out while the CoP rested is not over before it was asked about, nor for two weeks then', async () => {
    const day = 24 * 3600_000;
    await it_.presses(amira, 'cop rest', { cop: it_.cop });
    it_.passes(end - start + 30 * day);
    await comes();
    expect(await said()).toEqual([]);
    await it_.presses(amira, 'cop wake', { cop: it_.cop });
    expect(await roles(mo)).not.toMatch(/term over/);
    it_.passes(3 * day); // a weekend lies between
    await comes();
    expect(await said()).toEqual(['post role-term']);
    expect(await roles(mo)).not.toMatch(/term over/);
    it_.passes(15 * day);
    expect(await roles(mo)).toMatch(/Carried by @Amira \(term over\)/);
  });

  it('that is asked about late, since nobody was there to ask, is over two weeks after that', async () => {
    const day = 24 * 3600_000;
    it_.passes(end - start + 30 * day);
    await comes();
    expect(await said()).toEqual(['post role-term']);
    it_.passes(13 * day);
    expect(await roles(mo)).not.toMatch(/term over/);
    it_.passes(2 * day);
    expect(await roles(mo)).toMatch(/term over/);
  });

  it('asks nobody who has stepped back, and nobody of a closed CoP', async () => {
    const { db } = it_.store;
    const row = await db.selectFrom('clocks').selectAll().where('step', '=', 'term').executeTakeFirstOrThrow();
    it_.passes(end - start);
    await it_.presses(amira, 'role step-back', { carried: await idOf('core_roles') });
    await comes();
    expect(await said()).toEqual([]);
    await db.insertInto('clocks').values(row).execute();
    await db.updateTable('core_roles').set({ ended_at: null }).execute();
    await db.updateTable('cops').set({ closed_at: 1 }).execute();
    await comes();
    expect(await said()).toEqual([]);
  });

  it('is three months by the calendar', () => {
    const day = (time: number) => new Date(time).toISOString();
    expect(day(threeMonthsAfter(Date.UTC(2026, 10, 30, 9)))).toBe('2027-02-28T09:00:00.000Z');
    expect(day(threeMonthsAfter(Date.UTC(2026, 0, 31)))).toBe('2026-04-30T00:00:00.000Z');
    expect(day(threeMonthsAfter(Date.UTC(2026, 2, 3)))).toBe('2026-06-03T00:00:00.000Z');
  });
});

describe("a network's own role", () => {
  it('is added by an administrator, and offered in every CoP', async () => {
    expect(await it_.presses(admin, 'role own')).toMatch(
      /Every CoP of your network offers the five[^[]*\[Add a role…\]/,
    );
    expect(await adds('Value Detective')).toMatch(
      /Value Detective is offered from now on[\s\S]*Value Detective\nFinds what it was all worth\. \[Change…\] \[Remove\]/,
    );
    expect(await roles(amira, { from: '5' })).toMatch(/Value Detective\nFinds what[^[]*\[Volunteer\]/);
    expect(await it_.presses(yan, 'role show', { cop: it_.otherCop, from: '5' })).toMatch(/Value Detective/);
    expect(await it_.presses(zed, 'role show', {})).not.toMatch(/More roles/);
    expect(await it_.presses(sam, 'role own')).toMatch(/Only administrators/);
    expect(await roles({ ...amira, admin: true })).toMatch(/\[Your network's own roles\]$/);
  });

  it.each([
    ['', 'Give it a name'],
    ['  ', 'Give it a name'],
    ['x'.repeat(200), 'longer than 40'],
    ['agenda  ACTIVIST', 'a role of that name'],
    ['Válue detective', 'a role of that name'],
  ])('is not called “%s”', async (name, words) => {
    await adds('Value Detective');
    expect(await adds(name)).toContain(words);
    expect(await it_.store.db.selectFrom('network_roles').select('id').execute()).toHaveLength(1);
  });

  it('reads as it was written, markup and all', async () => {
    await adds('*Broker* @everyone 🎉', '<!channel> _joins_ what is apart');
    await volunteers(amira, await idOf('network_roles'));
    expect(await roles(amira, { from: '5' })).toMatch(/\*Broker\* @everyone 🎉\n<!channel> _joins_ what is apart/);
    expect(await adds('Broker', '')).toMatch(/Say in a few words/);
  });

  it('is changed everywhere, and its name stays its own', async () => {
    await adds('Value Detective');
    await adds('Broker');
    const role = await idOf('network_roles');
    await volunteers(amira, role);
    await nothingSaid();
    const changed = (name: string) => it_.presses(admin, 'role rename', { role, name, line: 'Joins what is apart.' });
    expect(await changed('Value detective')).toMatch(/a role of that name/);
    expect(await changed('broker')).toMatch(/broker reads like this from now on/);
    expect(await said()).toEqual(['revise cop-welcome']);
    expect(await roles(amira, { from: '5' })).toMatch(/broker\nJoins what is apart/);
  });

  it('is called so, too, where somebody is asked to carry it, or whether they go on', async () => {
    await adds('Broker');
    const role = await idOf('network_roles');
    await volunteers(amira, role);
    await suggests(amira, mo.id, role);
    const over = { ends_at: it_.bot.clock.now() };
    await it_.store.db.updateTable('core_roles').set(over).execute();
    await nothingSaid();
    await it_.presses(admin, 'role rename', { role, name: 'Bridge Builder', line: 'Joins what is apart.' });
    expect([...(await said())].sort()).toEqual(['revise cop-welcome', 'revise role-suggestion', 'revise role-term']);
  });

  it('is removed while nobody carries it, with what was asked about it', async () => {
    await adds('Value Detective');
    const role = await idOf('network_roles');
    await volunteers(amira, role);
    await suggests(amira, mo.id, role);
    const suggestion = await idOf('role_suggestions');
    expect(await it_.presses(admin, 'role remove', { role })).toMatch(/Somebody still carries Value Detective/);
    await it_.presses(amira, 'role step-back', { carried: await idOf('core_roles') });
    await nothingSaid();
    expect(await it_.presses(admin, 'role remove', { role })).toMatch(/Value Detective isn't offered any more/);
    expect(await said()).toEqual(['revise role-suggestion']);
    expect(await it_.presses(mo, 'role accept', { suggestion })).toMatch(/was taken back/);
    expect(await volunteers(mo, role)).toMatch(/isn't offered here any more/);
    for (const command of ['role remove', 'role rename'])
      expect(await it_.presses(admin, command, { role, name: 'x', line: 'y' })).toMatch(/isn't offered here any more/);
    expect(await adds('Value Detective')).toMatch(/is offered from now on/);
  });

  it('is nothing of another network', async () => {
    await adds('Value Detective');
    const role = await idOf('network_roles');
    const stranger = { ...zed, admin: true };
    for (const command of ['role remove', 'role rename'])
      expect(await it_.presses(stranger, command, { role, name: 'x', line: 'y' })).toMatch(/isn't offered here/);
    expect(await it_.presses(stranger, 'role own')).not.toMatch(/\[Remove\]/);
    expect(await it_.presses(zed, 'role volunteer', { role, term: 'open' })).toMatch(/isn't offered here/);
  });
});

describe('a server role', () => {
  const chosen = () => it_.store.db.selectFrom('server_roles').select('external_id').execute();
  const chooses = (server: string, ungivable?: Invocation['ungivable']) =>
    it_.presses(admin, 'role server', { role: 'community-keeper', server }, { ...(ungivable && { ungivable }) });

  it('is chosen only once the platform has told who may give it, whatever form it comes with', async () => {
    expect(await chooses('7')).toMatch(/hasn't told me just now who may give that role/);
    expect(await chooses('7', 'untold')).toMatch(/hasn't told me just now/);
    expect(await chooses('7', { '7': 'by the presser' })).toMatch(/only roles below your own/);
    expect(await chosen()).toEqual([]);
    expect(await chooses('7', {})).toMatch(/given the server role that you chose for it/);
    expect(await chooses('')).toMatch(/hasn't told me just now/);
    expect(await chosen()).toHaveLength(1);
  });
});

describe('at most 8 statements for', () => {
  it.each([
    ['role show', amira, {}],
    ['role volunteer', amira, { role: 'agenda-activist', term: 'three-months' }],
    ['role volunteer', amira, { role: 'critical-friend' }],
    ['role volunteer', nia, { role: 'social-reporter' }],
    ['role suggest', amira, { role: 'community-keeper', person: mo.id }],
    ['role step-back', mo, {}],
    ['role go-on', mo, {}],
    ['role accept', nia, {}],
    ['role decline', nia, {}],
    ['role withdraw', amira, {}],
    ['home show', nia, {}],
    ['role own', admin, {}],
    ['role add', admin, { name: 'x', line: 'y' }],
  ])('%s', async (command, who, options: Record<string, string>) => {
    await it_.presses(who, 'home show');
    it_.statements.length = 0;
    const { cop, carried, suggestion } = it_;
    const words = await it_.presses(who, command, { cop, carried, suggestion, ...options });
    expect(words).not.toMatch(/isn't here any more/);
    expect(it_.statements.filter(one => !/^(begin|commit)/.test(one)).length).toBeLessThanOrEqual(8);
  });
});
