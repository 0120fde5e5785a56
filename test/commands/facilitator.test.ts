import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draw } from '../../src/bot/drawing/draw.ts';
import type { Wish } from '../../src/domain/effect.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import * as cops from '../../src/store/cops.ts';
import * as effects from '../../src/store/effects.ts';
import { invocation, type Presser } from '../support/desk.ts';
import { al, amira, choose, ivy, mo, nia, sam, sue, type Village, village } from '../support/village.ts';
import { wordsOf } from '../support/words.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const day = 24 * 3600_000;
const wishes = async () =>
  (await it_.store.db.selectFrom('effects').select('wish').orderBy('id').execute()).map(
    row => JSON.parse(row.wish) as Wish,
  );
const said = async () => (await wishes()).map(wish => ('message' in wish ? `${wish.kind} ${wish.message}` : wish.kind));
/** What is to be posted, as it reads. */
async function reads(message: string): Promise<string> {
  const { db } = it_.store;
  const posted = db.selectFrom('effects').select(['network_id', 'id']).where('kind', '=', 'post');
  const { network_id, id } = await posted.where('wish', 'like', `%"${message}"%`).executeTakeFirstOrThrow();
  const effect = await effects.byId(db, network_id, id);
  const cop = effect && (await cops.byId(db, network_id, effect.copId));
  if (!cop || effect.wish.kind !== 'post') throw new Error('nothing is posted');
  return wordsOf(await draw({ bot: it_.bot, cop, effect, now: 0 }, db, effect.wish, 'en'));
}
const nothingSaid = () => it_.store.db.deleteFrom('effects').execute();
const idOf = async ({ id }: Presser) =>
  (
    await it_.store.db
      .selectFrom('accounts')
      .select('person_id')
      .where('external_id', '=', id)
      .executeTakeFirstOrThrow()
  ).person_id as PersonId;
const facilitators = async () => {
  const rows = await it_.store.db
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select('p.name')
    .where('m.cop_id', '=', it_.cop as never)
    .where('m.role', '=', 'facilitator')
    .where('m.state', '<>', 'left')
    .orderBy('p.name')
    .execute();
  return rows.map(row => row.name);
};
const shows = (who: Presser) => it_.presses(who, 'facilitator show', { cop: it_.cop });
const asks = (person: string, way: string, more: Record<string, string> = {}) =>
  it_.presses(amira, 'nomination ask', { cop: it_.cop, person, way, ...more });
const latest = async () => (await it_.store.db.selectFrom('nominations').selectAll().orderBy('id').execute()).at(-1);
const accepts = async (who: Presser) =>
  it_.presses(who, 'nomination accept', { nomination: (await latest())?.id ?? '' });
const stepsDown = (who: Presser, more: Record<string, string> = {}) =>
  it_.presses(who, 'facilitator step-down', { cop: it_.cop, ...more });
/** Nia was asked when it was started; she has said no, and Mo facilitates it with Amira. */
async function together() {
  await it_.presses(nia, 'nomination decline', { nomination: it_.nomination });
  await asks(mo.id, 'with');
  await accepts(mo);
  await nothingSaid();
}

describe('who facilitates a CoP', () => {
  it('is shown with since when; who is asked, and what can be done, to those alone who do', async () => {
    const own = await shows(amira);
    expect(own).toMatch(/^Who facilitates Wound Care\n@?Amira, since/);
    expect(own).toMatch(/I couldn't reach @.* yet, so they may not know that they are asked/);
    expect(own).toMatch(/\[Ask somebody to facilitate with me…\]\n\[Hand over…\]\n\[Step down\]/);
    const theirs = await shows(mo);
    expect(theirs).toMatch(/@?Amira, since/);
    expect(theirs).not.toMatch(/asked|\[/i);
    expect(await shows(al)).toMatch(/Only the members/);
    expect(await it_.presses(amira, 'facilitator show', {})).toBe(own);
    const choices = await it_.suggest(invocation(mo, 'facilitator show', {}), 'cop', 'wou');
    expect(choices.map(one => one.label)).toEqual(['Wound Care']);
  });

  it('counts from their yes, not from when they came in', async () => {
    it_.passes(90 * day);
    await together();
    const rows = await it_.store.db
      .selectFrom('memberships')
      .select(['person_id', 'since', 'facilitates_since'])
      .where('cop_id', '=', it_.cop as never)
      .where('role', '=', 'facilitator')
      .execute();
    const since = new Map(rows.map(row => [row.person_id, row]));
    expect(since.get(await idOf(amira))?.facilitates_since).toBeNull();
    const mine = since.get(await idOf(mo));
    expect((mine?.facilitates_since ?? 0) - (mine?.since ?? 0)).toBe(90 * day);
    expect(await shows(amira)).toMatch(/@?Amira, since [^\n]*\n@?Mo, since/);
  });
});

describe('sharing it', () => {
  it('asks with a line; a yes brings rights, forum, requests and the guide, and takes nothing from who asked', async () => {
    expect(await asks(mo.id, 'with', { words: 'You answer everybody anyway' })).toMatch(
      /I'm asking @?Mo whether they'll facilitate Wound Care with you/,
    );
    expect(await latest()).toMatchObject({ way: 'with', words: 'You answer everybody anyway', state: 'pending' });
    expect(await it_.store.db.selectFrom('nominations').select('state').where('way', '=', 'first').execute()).toEqual([
      { state: 'pending' },
    ]); // whom the starter asked is still asked
    await nothingSaid();
    expect(await accepts(mo)).toMatch(/Amira facilitates Wound Care .* and asks you to do so together.*You said yes/s);
    expect(await facilitators()).toEqual(['Amira', 'Mo']);
    const told = await said();
    expect(told).toEqual(
      expect.arrayContaining([
        'make-facilitator',
        'forum',
        'post first-week',
        'post join-request',
        'post facilitates-now',
      ]),
    );
    expect(told).toEqual(expect.arrayContaining(['revise cop-welcome', 'revise cop-invitation']));
    expect(told).not.toContain('unmake-facilitator');
    expect(await it_.presses(mo, 'join-request approve', { request: it_.request })).toMatch(/You said yes/);
  });

  it('says a no and a silence in words that fit', async () => {
    await asks(mo.id, 'with');
    const nomination = (await latest())?.id ?? '';
    expect(await it_.presses(mo, 'nomination decline', { nomination })).toMatch(/You said no/);
    expect(await said()).toContain('post nomination-answered');
    await asks(mo.id, 'with');
    expect(await asks(mo.id, 'with')).toMatch(/was asked to facilitate Wound Care already/);
    expect(await it_.presses(amira, 'nomination withdraw', { nomination: (await latest())?.id ?? '' })).toMatch(
      /need not answer any more/,
    );
  });

  it('says to who asks another to take over that whoever was asked before need not answer', async () => {
    await it_.presses(nia, 'nomination decline', { nomination: it_.nomination });
    const lets = /Whoever you asked before need not answer any more/;
    expect(await asks(mo.id, 'instead')).not.toMatch(lets);
    expect(await asks(sam.id, 'instead')).toMatch(lets);
    expect(await asks(nia.id, 'with')).not.toMatch(lets);
  });

  it('welcomes who is still on the way in, and need not answer, once they are in and have read so', async () => {
    await asks(sam.id, 'instead');
    await asks(mo.id, 'instead');
    const posts = it_.store.db
      .selectFrom('effects')
      .select(['id', 'needs'])
      .where('lane', '=', `person:${await idOf(sam)}`);
    const [question, welcome] = await posts.where('kind', '=', 'post').orderBy('id').execute();
    expect(JSON.parse(welcome?.needs ?? '[]')).toEqual([question?.id]);
    expect(await reads('brought-in')).toMatch(/You're in/);
  });

  it('says in the form who can not be asked, and keeps the line', async () => {
    const robot = { people: { 'u-robot': { name: 'Robot', bot: true } } };
    const options = { cop: it_.cop, person: 'u-robot', way: 'with', words: 'My line' };
    const answer = await it_.invoke(invocation(amira, 'nomination ask', options, robot));
    expect(JSON.stringify(answer)).toMatch(/That is a bot.*My line/s);
    expect(await asks(amira.id, 'with')).toMatch(/They already facilitate it/);
    expect(await asks('', 'instead')).toMatch(/Please choose who might facilitate it/);
    expect(await it_.presses(mo, 'nomination ask', { cop: it_.cop, person: sam.id })).toMatch(/Only the facilitators/);
  });
});

describe('handing it over', () => {
  it('moves rights, forum, requests and cards in one go, and tells the space in one line', async () => {
    expect(await asks(mo.id, 'instead')).toMatch(/until then, it's you/);
    expect((await it_.store.db.selectFrom('nominations').select(['way', 'state']).orderBy('id').execute())[0]).toEqual({
      way: 'first',
      state: 'withdrawn',
    });
    await nothingSaid();
    expect(await accepts(mo)).toMatch(/asks you to take over.*You said yes/s);
    expect(await facilitators()).toEqual(['Mo']);
    const all = await wishes();
    expect(all).toContainEqual({ kind: 'unmake-facilitator', cop: it_.cop, person: await idOf(amira) });
    const about = { kind: 'join-request', id: it_.request };
    expect(all).toContainEqual({ kind: 'revise', cop: it_.cop, message: 'join-request', about });
    expect((await said()).filter(one => one === 'post facilitates-now')).toHaveLength(1);
    expect(await it_.presses(amira, 'join-request approve', { request: it_.request })).toMatch(/Only the facilitators/);
    expect(await shows(amira)).not.toMatch(/\[/);
  });

  it('tells the space nothing of who was asked when it was started', async () => {
    await it_.presses(nia, 'nomination accept', { nomination: it_.nomination });
    expect(await facilitators()).toEqual(['Nia']);
    expect(await said()).not.toContain('post facilitates-now');
  });
});

describe('stepping down', () => {
  it('is at once where somebody else facilitates it, who hears of it', async () => {
    await together();
    expect(await stepsDown(amira)).toMatch(/You're a member of Wound Care now.*@?Mo goes on with it/s);
    expect(await facilitators()).toEqual(['Mo']);
    const told = (await wishes()).filter(wish => wish.kind === 'post');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ message: 'stepped-down', to: await idOf(mo), whom: await idOf(amira) });
    expect(await said()).toEqual(expect.arrayContaining(['unmake-facilitator', 'forum', 'revise join-request']));
    expect(await stepsDown(amira)).toMatch(/Only the facilitators/);
  });

  it('asks the last one who is to find somebody, and changes nothing until they say', async () => {
    expect(await stepsDown(amira)).toMatch(
      /Nobody else facilitates Wound Care\. Who should find somebody\?.*\[Hand over…\]\n\[Ask the Support Team\]\n\[Ask the members\]/s,
    );
    expect(await facilitators()).toEqual(['Amira']);
    expect(await said()).toEqual([]);
  });

  it('has the Support Team asked, or the members with it, as they say', async () => {
    expect(await stepsDown(amira, { sure: 'support' })).toMatch(/I'm asking the Support Team to find somebody/);
    expect(await facilitators()).toEqual([]);
    expect(await said()).toContain('post needs-facilitator');
    const asking = await reads('needs-facilitator');
    expect(asking).toMatch(/^Wound Care needs a facilitator\nNobody facilitates Wound Care just now\./);
    expect(asking).toMatch(/Members: .*Amira/); // who has stepped down is in it still
    expect(await said()).not.toContain('post who-looks-after-it');
    expect(await shows(mo)).toMatch(/Nobody looks after it just now.*\[I will\]/s);
    expect(await it_.presses(amira, 'document list', { cop: it_.cop })).toMatch(/Dressing protocol/); // still a member
  });

  it('has the members asked at once, if that is what they say', async () => {
    expect(await stepsDown(amira, { sure: 'members' })).toMatch(/I'm asking the members, in its space/);
    expect(await said()).toEqual(expect.arrayContaining(['post needs-facilitator', 'post who-looks-after-it']));
    await it_.presses(sue, 'stand-in accept', { standIn: it_.standIn });
    expect(await facilitators()).toEqual(['Mo']);
  });

  it('asks no Support Team where there is none', async () => {
    await choose(it_, { supportChannel: undefined });
    expect(await stepsDown(amira, { sure: 'support' })).not.toMatch(/Support Team/);
    expect(await facilitators()).toEqual(['Amira']);
    await stepsDown(amira, { sure: 'members' });
    expect(await said()).toContain('post who-looks-after-it');
    expect(await it_.presses(ivy, 'facilitator show', { cop: it_.cop })).toMatch(/Only the members/);
  });
});
