/** The Support Team's channel is another from now on: what waits goes on there, once, and tells so where it stood. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { goesOn, movableClock } from '../support/clock.ts';
import { announcesClosing, askIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

async function begun(platform: (typeof platformNames)[number]): Promise<Persona> {
  it_ = await stage(platform);
  const joan = it_.person('Joan');
  await setUp(joan);
  await startCop(it_.person('Amira'), { 'How would you like your first conversation?': 'By phone' });
  await it_.settled();
  return joan;
}

/** Amira can't be told of it, who alone could answer. */
async function asksUnheard(platform: (typeof platformNames)[number]): Promise<void> {
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  if (platform === 'slack') it_.playground.injects({ on: 'chat.postMessage', does: { refuse: 'user_disabled' } });
  else {
    await amira.closesDirectMessages();
    it_.playground.injects({ on: 'POST /channels/:id/threads', does: { refuse: '160006' } });
  }
  await askIn(ben);
}

/** A conversation is asked for, and a request waits that nobody who could answer can be told of: the Support Team has both. */
async function bothWait(platform: (typeof platformNames)[number]): Promise<Persona> {
  const joan = await begun(platform);
  await asksUnheard(platform);
  await joan.sees(/I couldn't reach @?Amira Haddad/, { in: 'support' });
  await it_.settled();
  return joan;
}

async function chooses(joan: Persona, values: Record<string, string>): Promise<void> {
  await joan.types('/cop setup', { in: 'general' });
  await joan.presses('Support Team and starting');
  await joan.form();
  await joan.submits(values);
  await joan.sees(/Saved/);
  await it_.settled();
}

/** Where there is none for now. */
async function choosesAnother(joan: Persona): Promise<void> {
  await joan.makesChannel('care-team', { private: true });
  await joan.brings('CoP Bot', 'care-team');
  await chooses(joan, {
    'The Support Team': 'Use the channel I choose below',
    "The Support Team's channel": 'care-team',
  });
}

describe.each(platformNames)('on %s', platform => {
  it('conversations and requests go on in the new channel; nothing more is told in the old one', async () => {
    const joan = await bothWait(platform);
    const before = (await joan.reads('support')).filter(one => one.byBot && one.buttons.length > 0);
    expect(before.length).toBeGreaterThan(0);

    await joan.makesChannel('care-team', { private: true });
    await joan.brings('CoP Bot', 'care-team');
    await chooses(joan, { "The Support Team's channel": 'care-team' });

    const there = (await joan.reads('care-team')).filter(one => one.byBot);
    expect(there.filter(one => /would like to talk with you about Wound Care, by phone/.test(one.text))).toHaveLength(
      1,
    );
    expect(there.filter(one => /I couldn't reach @?Amira Haddad/.test(one.text))).toHaveLength(1);
    const old = (await joan.reads('support')).filter(one => one.byBot);
    expect(
      old.filter(one => /is in another channel now, and what stood here goes on there/.test(one.text)),
    ).toHaveLength(2);
    expect(old.filter(one => /Wound Care/.test(one.text) && one.buttons.length > 0)).toEqual([]);

    await joan.presses('Add notes', { in: 'care-team' });
    await joan.form();
    await joan.submits({ 'What came up? (optional)': 'For the team alone' });
    await joan.sees(/For the team alone/, { in: 'care-team' });
    await it_.settled();
    expect(joan.seesNow(/For the team alone/, { in: 'support' })).toEqual([]);
  });

  it('they go on in the next channel, too, where there was none for a while', async () => {
    const joan = await bothWait(platform);
    await chooses(joan, { 'The Support Team': 'None' });
    await joan.sees(/There is no Support Team just now\. What stood here goes on/, { in: 'support' });
    await choosesAnother(joan);
    for (const waits of [/would like to talk with you about Wound Care/, /I couldn't reach @?Amira Haddad/]) {
      await joan.sees(waits, { in: 'care-team' });
      expect(joan.seesNow(waits, { in: 'care-team' })).toHaveLength(1);
    }
    const moved = /The Support Team is in another channel now, and what stood here goes on there/;
    await it_.playground.until(() => joan.seesNow(moved, { in: 'support' }).length === 2, 'both old cards to say so');
    expect(joan.seesNow(/There is no Support Team just now/, { in: 'support' })).toEqual([]);
  });

  it('and in the same one, further down, where that is chosen again', async () => {
    const joan = await bothWait(platform);
    await chooses(joan, { 'The Support Team': 'None' });
    await joan.sees(/There is no Support Team just now\. What stood here goes on/, { in: 'support' });
    await chooses(joan, {
      'The Support Team': 'Use the channel I choose below',
      "The Support Team's channel": 'support',
    });
    await it_.playground.until(
      () => joan.seesNow(/was posted in this channel again, further down/, { in: 'support' }).length === 2,
      'both old cards to say so',
    );
    expect(joan.seesNow(/I couldn't reach @?Amira Haddad/, { in: 'support' })).toHaveLength(1);
    expect(joan.seesNow(/no Support Team just now|is in another channel now/, { in: 'support' })).toEqual([]);
  });

  it('who is in the channel that is chosen is of the Support Team at once, with what they have taken', async () => {
    it_ = await stage(platform);
    const [joan, dev] = [it_.person('Joan'), it_.person('Dev')];
    await joan.makesChannel('support', { private: true });
    for (const one of ['CoP Bot', 'Dev Patel']) await joan.brings(one, 'support');
    await chooses(joan, { "The Support Team's channel": 'support' });
    await dev.types('/cop tend network', { in: 'general' });
    await dev.sees(/There is no CoP here yet/);
    expect(dev.seesNow(/This is for the Support Team/)).toEqual([]);

    await startCop(it_.person('Amira'), { 'How would you like your first conversation?': 'By phone' });
    await dev.presses("I'll take it", { in: 'support' });
    await dev.form();
    await dev.submits({});
    await dev.sees(/Dev Patel takes it/, { in: 'support' });
    await chooses(joan, { 'The Support Team': 'None' });
    await chooses(joan, {
      'The Support Team': 'Use the channel I choose below',
      "The Support Team's channel": 'support',
    });
    await dev.sees(/Dev Patel takes it/, { in: 'support' });
    expect(dev.seesNow(/is no longer in this channel/, { in: 'support' })).toEqual([]);

    await joan.makesChannel('care-team', { private: true });
    await joan.brings('CoP Bot', 'care-team');
    await chooses(joan, { "The Support Team's channel": 'care-team' });
    await joan.sees(/Dev Patel had taken it, and is no longer in this channel/, { in: 'care-team' });
    await dev.types('/cop tend network', { in: 'general' });
    await dev.sees(/This is for the Support Team/);
  });

  it('where the platform does not tell in time who is in it, they are of it a little later', async () => {
    it_ = await stage(platform);
    const [joan, dev] = [it_.person('Joan'), it_.person('Dev')];
    await joan.makesChannel('support', { private: true });
    for (const one of ['CoP Bot', 'Dev Patel']) await joan.brings(one, 'support');
    if (platform === 'slack') it_.playground.injects({ on: 'conversations.members', does: { refuse: 'fatal_error' } });
    await chooses(joan, { "The Support Team's channel": 'support' });
    const team = () => it_.store.db.selectFrom('support_people').select('person_id').execute();
    await expect.poll(async () => (await team()).length).toBe(2);
    await dev.types('/cop tend network', { in: 'general' });
    await dev.sees(/There is no CoP here yet/);
  });

  it('a request that had waited ten days while there was none stands in the channel that is chosen then', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    for (const days of [2, 3, 5]) {
      goesOn(days, clock);
      await it_.settled();
    }
    await setUp(joan);
    await joan.sees(/Ben Okafor asked to join Wound Care/, { in: 'support' });
    goesOn(1, clock);
    await it_.settled();
    expect(joan.seesNow(/Ben Okafor asked to join Wound Care/, { in: 'support' })).toHaveLength(1);
  });

  it('so does one that nobody who could answer was told of; who asked reads that the Support Team knows', async () => {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await startCop(amira);
    await it_.settled();
    await asksUnheard(platform);
    await it_.settled();
    await ben.sees(/If you know one of them, a word from you helps/, { in: 'direct message' });
    await setUp(joan);
    await joan.sees(/I couldn't reach @?Amira Haddad/, { in: 'support' });
    await ben.sees(/the Support Team was asked to help/, { in: 'direct message' });
  });

  it('what was changed by hand is asked in the next channel, though it could not be in the one before', async () => {
    it_ = await stage(platform);
    const [amira, carla, joan] = [it_.person('Amira'), it_.person('Carla'), it_.person('Joan')];
    await startCop(amira);
    await setUp(joan);
    const mover = platform === 'slack' ? amira : joan;
    for (const one of ['Ben Okafor', 'Carla Moreno', 'Dev Patel']) await mover.brings(one, 'cop-wound-care');
    const members = () => it_.store.db.selectFrom('memberships').selectAll().execute();
    await it_.playground.until(async () => (await members()).length === 4, 'all of them to be in');
    await it_.settled();
    await joan.throwsOut('CoP Bot', 'support');
    await joan.sees(/I can't get into the Support Team's channel any more/, { in: 'direct message' });
    await it_.away(async () => {
      const by = platform === 'slack' ? carla : joan;
      await by.throwsOut('Amira Haddad', 'cop-wound-care');
      await by.throwsOut('Ben Okafor', 'cop-wound-care');
    });
    await amira.sees(/2 people can no longer get into the space of Wound Care/, { in: 'direct message' });
    await it_.settled();
    await chooses(joan, { 'The Support Team': 'None' });
    await choosesAnother(joan);
    await joan.sees(/2 people can no longer get into the space of Wound Care/, { in: 'care-team' });
  });

  it('so does what could not be said in the one before, since the bot was out of it', async () => {
    const joan = await begun(platform);
    await joan.throwsOut('CoP Bot', 'support');
    await joan.sees(/I can't get into the Support Team's channel any more/, { in: 'direct message' });
    await asksUnheard(platform);
    await it_.playground.until(
      async () => (await it_.store.db.selectFrom('reminders').selectAll().execute()).length > 0,
      'the Support Team to be told of it',
    );
    await it_.settled();
    await chooses(joan, { 'The Support Team': 'None' });
    await choosesAnother(joan);
    await joan.sees(/I couldn't reach @?Amira Haddad/, { in: 'care-team' });
    expect(joan.seesNow(/I couldn't reach @?Amira Haddad/, { in: 'care-team' })).toHaveLength(1);
  });

  it('so does that a closed CoP goes soon, and is kept by a press there', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan);
    await startCop(amira);
    await it_.settled();
    await announcesClosing(platform, amira);
    goesOn(8, clock);
    await amira.sees(/leaves behind, for you to keep/, { in: 'direct message' });
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses('What is kept');
    await joan.form();
    await joan.submits({ 'Closed CoPs': 'A year' });
    await joan.sees(/Saved/);
    clock.passes(340 * 24 * 3600_000);
    const goes = /What is kept of Wound Care goes soon/;
    await joan.sees(goes, { in: 'support' });
    await it_.settled();

    await chooses(joan, { 'The Support Team': 'None' });
    await joan.sees(/There is no Support Team just now\. What stood here goes on/, { in: 'support' });
    await choosesAnother(joan);
    expect(joan.seesNow(goes, { in: 'care-team' })).toHaveLength(1);
    await joan.sees(/is in another channel now, and what stood here goes on there/, { in: 'support' });
    expect(joan.seesNow(goes, { in: 'support' })).toEqual([]);
    await joan.presses('Keep it another year', { in: 'care-team' });
    await joan.sees(/Wound Care is kept until .* at least/, { in: 'care-team' });
    await it_.settled();
    await chooses(joan, { 'The Support Team': 'None' });
    await chooses(joan, {
      'The Support Team': 'Use the channel I choose below',
      "The Support Team's channel": 'support',
    });
    expect(joan.seesNow(goes, { in: 'support' })).toEqual([]);
  });
});
