/** Where I stand: one private panel on both platforms, and Slack's Home tab, which stays current. */
import { afterEach, describe, expect, it } from 'vitest';
import { askIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());
const noErrors = () => expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);

describe.each(platformNames)('the panel on %s', platform => {
  it('settles what waits right there, and is drawn anew', async () => {
    it_ = await stage(platform);
    const [amira, ben, dev] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev')];
    await startCop(amira);
    await askIn(ben);
    await askIn(dev, 'I build sensors for dressings');
    await it_.settled();

    await amira.types(platform === 'slack' ? '/cop' : '/cop home', { in: 'general' });
    const panel = await amira.sees(/This week.*2 things are waiting for you/s);
    expect(panel.onlyYou).toBe(true);
    expect(panel.text).toMatch(
      /Ben Okafor asks to join Wound Care.*Dev Patel asks to join Wound Care.*Wound Care #cop-wound-care \(you facilitate it\)/s,
    );

    await amira.presses('Approve', { with: /This week/ }); // the first: Ben's
    const after = await amira.sees(/This week.*You said yes.*One thing is waiting for you/s);
    expect(after.id).toBe(panel.id);
    expect(after.text).toMatch(/Dev Patel asks to join Wound Care: /);

    await amira.presses('Decline…', { with: /This week/ });
    await amira.form();
    await amira.submits({ 'A kind word with it (optional)': 'Next term, gladly' });
    const last = await amira.sees(/This week.*You said no.*Next term, gladly/s);
    expect(last.text).toMatch(/Nothing is waiting for you/);
    expect(last.id).toBe(panel.id);
    await dev.sees(/declined this time/, { in: 'direct message' });
    await ben.sees(/You're in: Wound Care/, { in: 'direct message' });
    noErrors();
  });

  it('lets the applicant withdraw, and a nominee answer', async () => {
    it_ = await stage(platform);
    const [amira, ben, dev] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev')];
    await startCop(amira, { Facilitator: 'Dev Patel' });
    await askIn(ben);
    await ben.types('/cop home', { in: 'general' });
    await ben.presses('Withdraw the request', { with: /This week/ });
    const back = await ben.sees(/This week.*taken back.*You aren't in a CoP yet/s);
    expect(back.buttons.map(button => button.label)).toEqual(['Find a CoP', 'Start a CoP']);
    await dev.types('/cop home', { in: 'general' });
    await dev.presses("Yes, I'll facilitate", { with: /This week/ });
    await dev.sees(/This week.*You said yes.*\(you facilitate it\)/s);
    noErrors();
  });

  it('has what each CoP holds and all that is done there, a menu for the rest, and a word with who asks in', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await amira.types('/cop home', { in: 'general' });
    const panel = await amira.sees(
      /Wound Care #cop-wound-care \(you facilitate it\).*one person, nothing in its library yet/s,
    );
    expect(panel.buttons.map(button => button.label)).toEqual(
      expect.arrayContaining(['Approve', 'Talk first', 'Decline…', 'Library', 'Invite', 'Share', 'Roles', 'Edit']),
    );
    await amira.presses('Talk first', { message: panel.id });
    await amira.form();
    await amira.submits({ 'Your words': 'Do you have Thursdays?' });
    await amira.sees(/This week.*On its way to/s);
    await ben.sees(/Do you have Thursdays/, { in: 'direct message' });
    await amira.presses('Library', { message: panel.id });
    await amira.sees(/The library of Wound Care is still empty/);
    if (platform === 'discord') await amira.chooses('More…', 'Core statement', { message: panel.id });
    else await amira.presses('Edit', { message: panel.id });
    if (platform === 'discord') await amira.sees(/The core statement of Wound Care/);
    else await amira.sees(/Edit Wound Care/);
    noErrors();
  });

  it('leads on to finding and to starting', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await ben.types('/cop home', { in: 'general' });
    await ben.presses('Find a CoP', { with: /This week/ });
    await ben.sees(/Communities of Practice here/);
    await ben.presses('Start a CoP', { with: /This week/ });
    expect((await ben.form()).title).toBe('Start a CoP');
    noErrors();
  });
});

describe("Slack's Home tab", () => {
  const publishes = () =>
    it_.playground.traffic.filter(one => one.name === 'views.publish' && one.direction === 'call');

  it('shows the same, and stays current for who has opened it', async () => {
    it_ = await stage('slack');
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    expect((await amira.home()).text).toMatch(/This week.*Wound Care #cop-wound-care \(you facilitate it\)/s);
    expect((await ben.home()).text).toMatch(/You aren't in a CoP yet/);
    await it_.settled();
    it_.playground.clearTraffic();

    await askIn(ben);
    await amira.sees(/One thing is waiting for you.*Ben Okafor asks to join/s, { in: 'home' });
    await ben.sees(/Your requests.*waiting for an answer/s, { in: 'home' });
    await it_.settled();
    expect(publishes()).toHaveLength(2);

    it_.playground.clearTraffic();
    await amira.presses('Approve', { in: 'home' });
    await amira.sees(/Ben Okafor asks to join.*said yes.*Your CoPs/s, { in: 'home' });
    await ben.sees(/Wound Care #cop-wound-care/, { in: 'home' });
    await it_.settled();
    expect(publishes()).toHaveLength(2); // one each: what follows for Ben is one drawing, and Amira's is as it should be
    await amira.sees(/said yes/, { in: 'home' });
    noErrors();
  });

  it('lists no invitation that was answered on its card, and no conversation that somebody else has taken', async () => {
    it_ = await stage('slack');
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await setUp(joan);
    await joan.brings('Ben Okafor', 'support');
    await startCop(amira, { 'How would you like your first conversation?': 'By phone' });
    await amira.types('/cop invite', { in: 'cop-wound-care' });
    await amira.form();
    await amira.submits({ 'Who would care about this?': 'Ben Okafor' });
    await ben.sees(/Wound Care/, { in: 'direct message' });
    await it_.settled();
    const home = (await ben.home()).text;
    expect(home).toMatch(/You are invited to Wound Care/);
    expect(home).toMatch(/would like to talk with the Support Team about Wound Care/);
    await it_.settled();
    await ben.presses('No, thanks', { in: 'direct message' });
    await ben.sees(/This week(?!.*You are invited)/s, { in: 'home' });
    await joan.presses("I'll take it", { in: 'support' });
    await joan.form();
    await joan.submits({});
    await ben.sees(/This week(?!.*would like to talk)/s, { in: 'home' });
    noErrors();
  });

  it('settles with a form there, and says what somebody else was first to answer', async () => {
    it_ = await stage('slack');
    const [amira, ben, dev] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev')];
    await startCop(amira);
    await askIn(ben);
    await it_.settled();
    await amira.home();
    await amira.presses('Decline…', { in: 'home' });
    await amira.form();
    await amira.submits({ 'A kind word with it (optional)': 'Next term' });
    await amira.sees(/said no.*Next term/s, { in: 'home' });
    expect(amira.hasForm()).toBe(false);

    await askIn(dev, 'Sensors');
    await amira.sees(/Dev Patel asks to join/, { in: 'home' });
    await it_.settled();
    await it_.store.db
      .updateTable('join_requests')
      .set(eb => ({ state: 'withdrawn', decided_by: eb.ref('person_id') }))
      .where('state', '=', 'pending')
      .execute();
    await amira.presses('Approve', { in: 'home' });
    await amira.sees(/The request was taken back/, { in: 'home' });
    expect(amira.seesNow(/Dev Patel asks/, { in: 'home' })).toEqual([]);
    noErrors();
  });

  it('answers from there in a view of its own, and starts a CoP', async () => {
    it_ = await stage('slack');
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await ben.home();
    await ben.presses('Find a CoP', { in: 'home' });
    await ben.sees(/Wound Care \(one person\)/, { in: 'form' });
    await ben.closesForm();
    await ben.presses('Start a CoP', { in: 'home' });
    await ben.form();
    await ben.submits({ Name: 'Night Shifts', 'What do you care about?': 'Sleeping well after them' });
    await ben.sees(/Night Shifts #cop-night-shifts \(you facilitate it\)/, { in: 'home' });
    noErrors();
  });

  it('is not published again where nothing has changed, nor for who never looks', async () => {
    it_ = await stage('slack');
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await ben.home();
    await it_.settled();
    it_.playground.clearTraffic();
    await ben.home();
    await ben.home();
    await askIn(ben);
    await ben.sees(/waiting for an answer/, { in: 'home' });
    await it_.settled();
    expect(publishes()).toHaveLength(1);
    expect(await it_.store.db.selectFrom('homes').selectAll().execute()).toHaveLength(1);
  });
  it('opens a guide where its library opened: in the window over it', async () => {
    it_ = await stage('slack');
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    await amira.closesForm();
    await amira.home();
    await amira.presses('Library', { in: 'home' });
    await amira.presses('Start-up guide', { in: 'form' });
    await amira.sees(/Start-up guide.*Is it a CoP\?.*• Domain: what you all care about/s, { in: 'form' });
    noErrors();
  });
});
