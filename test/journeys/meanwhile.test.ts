/** What is under way while a CoP is closed, opened again or not there yet: whoever waits hears of it, and nobody is where they don't belong. */
import { afterEach, describe, expect, it } from 'vitest';
import { goesOn, movableClock } from '../support/clock.ts';
import { afternoonIn, announcesClosing, askIn, fillsIn, setUp, startCop, whenIn } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());
const hour = 3600_000;
const dm = { in: 'direct message' } as const;
const isClosed = async () =>
  (await it_.store.db.selectFrom('cops').select('closed_at').executeTakeFirstOrThrow()).closed_at !== null;
const memberships = () => it_.store.db.selectFrom('memberships').select(['state', 'role']).execute();

describe('over the wire', { timeout: 60_000 }, () => {
  it('who was approved and waits for an administrator hears that the CoP was closed, and asks again once it lives on', async () => {
    it_ = await stage('slack');
    const [amira, kofi] = [it_.person('Amira'), it_.person('Kofi')];
    await startCop(amira);
    await askIn(kofi);
    await amira.presses('Approve', { in: 'direct message', with: /Kofi Mensah asks/ });
    await kofi.sees(/You're expected in Wound Care/, dm);
    await it_.settled();
    await amira.archives('cop-wound-care');
    await it_.playground.until(isClosed, 'it to be closed');
    await it_.settled();
    expect.soft(kofi.seesNow(/Wound Care (is|was) closed/, dm)).not.toEqual([]);
    expect.soft(amira.seesNow(/look every hour/, dm)).toEqual([]); // nobody has to let Kofi in any more
    expect.soft(amira.seesNow(/Wound Care needs no hand any more/, dm)).toHaveLength(1);
    await amira.unarchives('cop-wound-care');
    await amira.brings('CoP Bot', 'cop-wound-care');
    await amira.sees(/Wound Care lives on/, dm);
    await it_.settled();
    await kofi.types('/cop join wound care', { in: 'general' });
    expect.soft(kofi.seesNow(/You are in Wound Care already/, { in: 'general' })).toEqual([]);
    expect(await memberships()).not.toContainEqual({ state: 'joining', role: 'member' }); // nothing is left to be done
  });

  it('whoever is asked to facilitate while the space waits to be made is let in and asked once it is there', async () => {
    const clock = movableClock();
    it_ = await stage('slack', { clock });
    const [amira, dev] = [it_.person('Amira'), it_.person('Dev')];
    it_.playground.injects({ on: 'conversations.create', does: { refuse: 'restricted_action' } });
    await fillsIn(amira);
    await amira.sees(/needs a hand/);
    await it_.settled();
    await amira.types('/cop facilitators', { in: 'general' });
    await amira.presses('Ask somebody to facilitate with me…');
    await amira.form();
    await amira.submits({ 'Who might facilitate it?': 'Dev Patel' });
    await amira.sees(/I'm asking @?Dev Patel/);
    clock.passes(hour + 60_000);
    await amira.sees(/Your space is ready/, dm);
    await it_.settled();
    expect.soft(dev.seesNow(/facilitate/, dm)).not.toEqual([]);
    await dev.types('/cop home', { in: 'general' });
    await dev.presses("Yes, I'll facilitate");
    await it_.settled();
    expect.soft(await memberships()).toContainEqual({ state: 'member', role: 'facilitator' });
    expect(await amira.membersOf('cop-wound-care')).toContain('Dev Patel');
  });

  it('and meanwhile whatever else is for them reaches them', async () => {
    it_ = await stage('slack');
    const [amira, dev] = [it_.person('Amira'), it_.person('Dev')];
    await startCop(amira);
    it_.playground.failsBy(call => (call === 'conversations.create' ? { refuse: 'restricted_action' } : undefined));
    await fillsIn(amira, { Name: 'Hoof Care' });
    await amira.sees(/needs a hand/);
    await it_.settled();
    await amira.types('/cop facilitators hoof care', { in: 'general' });
    await amira.presses('Ask somebody to facilitate with me…');
    await amira.form();
    await amira.submits({ 'Who might facilitate it?': 'Dev Patel' });
    await amira.sees(/I'm asking @?Dev Patel/);
    await amira.types('/cop invite wound care', { in: 'general' });
    await amira.form();
    await amira.submits({ 'Who would care about this?': ['Dev Patel'] });
    await dev.sees(/Wound Care/, dm);
  });

  it('opened anew where nobody facilitates it, its members are asked though the new space has to wait', async () => {
    const clock = movableClock();
    it_ = await stage('slack', { clock });
    const [amira] = [it_.person('Amira')];
    await startCop(amira);
    await it_.settled();
    await amira.archives('cop-wound-care');
    await it_.playground.until(isClosed, 'it to be closed');
    await it_.settled();
    const { db } = it_.store;
    await db.updateTable('memberships').set({ role: 'member', once_facilitated: 1 }).execute();
    it_.playground.injects({ on: 'conversations.create', does: { refuse: 'restricted_action' } });
    await amira.types('/cop reopen wound care', { in: 'general' });
    await amira.presses('Make a new space');
    await amira.sees(/I'm making a new space/);
    await it_.settled();
    clock.passes(hour + 60_000);
    const state = async () => (await db.selectFrom('cops').select('state').executeTakeFirstOrThrow()).state;
    await it_.playground.until(async () => (await state()) === 'open', 'it to be there');
    await it_.settled();
    const asked = await db.selectFrom('posts').select('message').where('message', '=', 'who-looks-after-it').execute();
    expect(asked).toHaveLength(1);
  });

  it('who is forgotten is in no space any more, nor in one that is closed', async () => {
    const clock = movableClock();
    it_ = await stage('discord', { clock });
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await startCop(amira);
    await it_.settled();
    await joan.brings('Ben Okafor', 'cop-wound-care');
    await it_.playground.until(async () => (await memberships()).length === 2, 'Ben to be in');
    await announcesClosing('discord', amira);
    await it_.settled();
    goesOn(8, clock);
    await it_.playground.until(isClosed, 'it to be closed');
    await it_.settled();
    await ben.types('/cop me forget', { in: 'general' });
    await ben.presses('Forget me');
    const known = () => it_.store.db.selectFrom('persons').select('name').where('name', 'like', 'Ben%').execute();
    await it_.playground.until(async () => (await known()).length === 0, 'Ben to be forgotten');
    await it_.settled();
    expect.soft(await amira.membersOf('cop-wound-care')).not.toContain('Ben Okafor');
    await amira.types('/cop tend reopen', { in: 'general' });
    await amira.sees(/Wound Care lives on/, dm);
    await it_.settled();
    await it_.away(() => joan.brings('Dev Patel', 'cop-wound-care'));
    const isIn = async () => (await memberships()).some(one => one.state === 'member' && one.role === 'member');
    await it_.playground.until(isIn, 'the look at who is there'); // it finds Dev
    expect(await known()).toEqual([]); // written down anew, without a word from him
  });

  it('who asks to be forgotten is not waited for where the space of a CoP is archived: nobody can be taken out of that', async () => {
    it_ = await stage('slack');
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    await amira.brings('Ben Okafor', 'cop-wound-care');
    await it_.playground.until(async () => (await memberships()).length === 2, 'Ben to be in');
    await amira.archives('cop-wound-care');
    await it_.playground.until(isClosed, 'it to be closed');
    await it_.settled();
    await ben.types('/cop forget-me', { in: 'general' });
    await ben.presses('Forget me');
    const known = () => it_.store.db.selectFrom('persons').select('name').where('name', 'like', 'Ben%').execute();
    await it_.playground.until(async () => (await known()).length === 0, 'Ben to be forgotten');
  });

  it('nor where the forum is: whoever facilitates something, and asks to be forgotten, is', async () => {
    it_ = await stage('slack');
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan, { "The Facilitators' forum": 'Make one' });
    await startCop(amira);
    await it_.settled();
    await amira.archives('facilitators-forum');
    await joan.sees(/I can't get into the Facilitators' forum any more/, dm);
    await it_.settled();
    await amira.types('/cop forget-me', { in: 'general' });
    await amira.presses('Forget me all the same');
    const known = () => it_.store.db.selectFrom('persons').select('name').where('name', 'like', 'Amira%').execute();
    await it_.playground.until(async () => (await known()).length === 0, 'Amira to be forgotten');
    const waits = it_.store.db
      .selectFrom('effects')
      .select('id')
      .where('kind', '=', 'forum')
      .where('settled_at', 'is', null);
    expect(await waits.execute()).toEqual([]);
  });

  it('who is forgotten before the space is there asks nobody for a hand, and is not let in', async () => {
    const clock = movableClock();
    it_ = await stage('discord', { clock });
    const [amira, dev] = [it_.person('Amira'), it_.person('Dev')];
    it_.playground.injects({ on: 'POST /guilds/:id/channels', does: { refuse: '50013' } });
    await fillsIn(amira, { Facilitator: 'Dev Patel' });
    await amira.sees(/needs a hand/, dm);
    await it_.settled();
    await dev.types('/cop me forget', { in: 'general' });
    await dev.presses('Forget me');
    const known = () => it_.store.db.selectFrom('persons').select('name').where('name', 'like', 'Dev%').execute();
    await it_.playground.until(async () => (await known()).length === 0, 'Dev to be forgotten');
    await it_.settled();
    expect(amira.seesNow(/needs a hand/, dm)).toHaveLength(1);
    clock.passes(hour + 60_000);
    await amira.sees(/Your space is ready/, dm);
    await it_.settled();
    expect(await amira.membersOf('cop-wound-care')).not.toContain('Dev Patel');
  });

  it('whoever started it and leaves before they could be let in is told nothing more of it, and stays out', async () => {
    const clock = movableClock();
    it_ = await stage('slack', { clock });
    const amira = it_.person('Amira');
    it_.playground.injects({ on: 'conversations.invite', does: { refuse: 'cant_invite' } });
    await fillsIn(amira);
    await amira.sees(/You're expected in Wound Care/, dm);
    await it_.settled();
    await amira.types('/cop leave wound care', { in: 'general' });
    await amira.presses('Leave all the same', { in: 'general' });
    await amira.sees(/You've left/);
    await it_.settled();
    clock.passes(hour + 60_000);
    await it_.settled();
    expect(amira.seesNow(/For you, as facilitator/, dm)).toEqual([]);
    expect(await memberships()).toMatchObject([{ state: 'left' }]);
  });

  it('a meeting that was called off by the closing says so on its card', async () => {
    const space = { in: 'cop-wound-care' } as const;
    const clock = movableClock();
    it_ = await stage('discord', { clock });
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await startCop(amira);
    await it_.settled();
    await joan.brings('Ben Okafor', 'cop-wound-care');
    await it_.playground.until(async () => (await memberships()).length === 2, 'Ben to be in');
    await ben.types('/cop meet', space);
    const form = await ben.form();
    await ben.submits({
      'What about?': 'What would we do with this heel?',
      'How?': 'One real problem',
      ...whenIn(form, afternoonIn(clock.now(), 20)),
    });
    await ben.presses('Yes, call it');
    await amira.presses("I'll come", space);
    await ben.sees(/Coming: Amira Haddad/, space);
    await it_.settled();
    await announcesClosing('discord', amira);
    goesOn(8, clock);
    await amira.sees(/leaves behind, for you to keep/, dm);
    await it_.settled();
    await amira.types('/cop tend reopen', { in: 'general' });
    await ben.sees(/Wound Care is open again/, space);
    await it_.settled();
    expect(amira.seesNow(/this heel/, space)[0]?.text).toMatch(/cancelled/);
  });
});
