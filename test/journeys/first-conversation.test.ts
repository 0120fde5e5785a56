/** The quick chat with the Support Team: before a CoP starts, while it starts, or whenever somebody asks. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { fillsIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
const support = { in: 'support' } as const;
const how = 'How would you like your first conversation?';
const conversations = () => it_.store.db.selectFrom('first_conversations').selectAll().execute();
const cops = () => it_.store.db.selectFrom('cops').selectAll().execute();

/** Joan notes what came up, and makes it the draft. */
async function notesDraft(joan: Persona): Promise<void> {
  await joan.presses('Add notes', support);
  await joan.form();
  await joan.submits({ 'Draft: what it is about (optional)': 'Leg ulcers' });
  await joan.presses('Make it the draft', support);
}

async function takes(who: Persona, when: string): Promise<void> {
  await who.sees(/would like to talk/, support);
  await who.presses("I'll take it", support);
  await who.form();
  await who.submits({ 'When? (optional)': when });
}

describe.each(platformNames)('on %s', platform => {
  it('is asked for in the form, taken, noted, and done', async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan);
    await amira.types('/startcop', { in: 'general' });
    const field = (await amira.form()).fields[4];
    expect(field).toMatchObject({ label: how, value: 'Not now' });
    expect(field?.options).toEqual(['In person', 'By phone', 'By email', 'Not now']);
    await amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing', [how]: 'By phone' });
    await amira.sees(/Your space is ready/);

    const card = await joan.sees(/Amira Haddad would like to talk with you about Wound Care, by phone/, support);
    expect(card.text).toMatch(/Nobody has taken it yet/);
    expect(card.buttons.map(button => button.label)).toEqual(["I'll take it", 'Done', 'Add notes']);
    await joan.presses("I'll take it", support);
    await joan.form();
    await joan.submits({ 'When? (optional)': 'Tuesday after lunch' });
    const taken = await joan.sees(/Joan Mills takes it\. When: “Tuesday after lunch”\. The CoP/, support);
    expect(taken.id).toBe(card.id);
    expect((await amira.sees(/Joan Mills will call you about Wound Care/, dm)).text).toMatch(/“Tuesday after lunch”/);

    await joan.presses('Add notes', support);
    await joan.form();
    await joan.submits({
      'What came up? (optional)': 'Three clinics, one problem',
      'Draft: what it is about (optional)': 'Leg ulcers that come back',
      'Draft: core statement (optional)': 'We are nurses, who care about leg ulcers',
    });
    expect((await joan.sees(/Three clinics, one problem/, support)).buttons.map(button => button.label)).toEqual([
      'Done',
      'Change the notes',
      'Make it the draft',
    ]);
    await joan.presses('Make it the draft', support);
    await joan.sees(/has the draft before them/, support);

    const draft = await amira.sees(/Joan Mills wrote down what you talked about/, dm);
    expect(draft.text).toMatch(/Leg ulcers that come back[\s\S]*We are nurses, who care about leg ulcers/);
    expect(draft.text).not.toMatch(/Three clinics/);
    expect((await cops())[0]).toMatchObject({ domain: 'Healing', statement: null });
    await amira.presses('Take it over', dm);
    await amira.sees(/You have taken it over/, dm);
    await joan.sees(/The draft has been taken over/, support);
    await joan.presses('Done', support);
    const done = await joan.sees(/The conversation is done; @?Joan Mills had taken it/, support);
    expect(done.buttons.map(button => button.label)).toEqual(['Change the notes']);
    await it_.settled();

    expect((await cops())[0]).toMatchObject({
      domain: 'Leg ulcers that come back',
      statement: 'We are nurses, who care about leg ulcers',
    });
    expect((await amira.channels()).find(one => one.name === 'cop-wound-care')?.topic).toMatch(/Leg ulcers/);
    expect((await amira.pinsOf('cop-wound-care')).some(pin => /We are nurses/.test(pin.text))).toBe(true);
    expect(await conversations()).toMatchObject([{ state: 'done', planned: 'Tuesday after lunch', draft: 'used' }]);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('brings its draft to whoever facilitates, and to who asked without the button', async () => {
    it_ = await stage(platform);
    const [amira, dev, joan] = [it_.person('Amira'), it_.person('Dev'), it_.person('Joan')];
    await setUp(joan);
    await startCop(amira, { Facilitator: 'Dev Patel', [how]: 'By phone' });
    await dev.presses("Yes, I'll facilitate", dm);
    await dev.sees(/For you, as facilitator of Wound Care/, dm);
    await notesDraft(joan);
    await joan.sees(/as a draft for whoever facilitates Wound Care/, support);

    const read = await amira.sees(/The Support Team wrote down what you talked about/, dm);
    expect(read.text).toMatch(/Whoever facilitates Wound Care can take it over/);
    expect(read.buttons).toEqual([]);
    await dev.sees(/The Support Team wrote this down in a conversation about Wound Care.*Leg ulcers/s, dm);
    await dev.presses('Take it over', dm);
    await dev.sees(/You have taken it over/, dm);
    await amira.sees(/It has been taken over/, { ...dm, message: read.id });
    await joan.sees(/The draft has been taken over/, support);
    expect((await cops())[0]).toMatchObject({ domain: 'Leg ulcers' });
  });

  it('brings a draft that waits to who facilitates from now on, and takes its button from who did', async () => {
    it_ = await stage(platform);
    const [amira, dev, joan] = [it_.person('Amira'), it_.person('Dev'), it_.person('Joan')];
    await setUp(joan);
    await startCop(amira, { Facilitator: 'Dev Patel', [how]: 'By phone' });
    await notesDraft(joan);
    const read = await amira.sees(/If it says what you mean, take it over/, dm);
    await dev.presses("Yes, I'll facilitate", dm);
    const own = await dev.sees(/A draft for Wound Care/, dm);
    expect(own.buttons.map(button => button.label)).toEqual(['Take it over']);
    const left = await amira.sees(/Whoever facilitates Wound Care can take it over/, { ...dm, message: read.id });
    expect(left.buttons).toEqual([]);
    await dev.presses('Take it over', dm);
    await dev.sees(/You have taken it over/, dm);
  });

  it('taken by somebody who then leaves waits for another, as all read whom it concerns; theirs again if they come back first', async () => {
    it_ = await stage(platform);
    const [amira, ben, dev, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev'), it_.person('Joan')];
    await setUp(joan);
    for (const { name } of [ben, dev]) await joan.brings(name, 'support');
    await startCop(amira, { [how]: 'By phone' });
    await takes(ben, 'Tuesday');
    await amira.sees(/Ben Okafor will call you/, dm);
    await (platform === 'slack' ? ben.leaves('support') : joan.throwsOut(ben.name, 'support'));
    await dev.sees(/Ben Okafor had taken it, and is no longer in this channel/, support);
    await amira.sees(/Ben Okafor is no longer in the Support Team. Somebody else will be in touch/, dm);
    await dev.types(platform === 'slack' ? '/cop network' : '/cop tend network', { in: 'general' });
    await dev.sees(/would like to talk|Wound Care/, { in: 'general' });
    expect(dev.seesNow(/Nothing waits for the Support Team/)).toEqual([]);
    await joan.brings(ben.name, 'support');
    await dev.sees(/Ben Okafor takes it\. When: “Tuesday/, support);
    await amira.sees(/Ben Okafor will call you/, dm);
    await it_.settled();
    await it_.away(() => ben.leavesWorkspace()); // which Discord tells of to nobody
    await dev.sees(/Ben Okafor had taken it, and is no longer in this channel/, support);
    await takes(dev, 'Friday');
    await amira.sees(/Dev Patel will call you/, dm);
    expect(await conversations()).toMatchObject([{ state: 'taken', planned: 'Friday' }]);
  });

  it('is off where the CoP is closed before it is had, and nobody is said to have taken it back', async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan);
    await startCop(amira, { [how]: 'By phone' });
    const card = await joan.sees(/would like to talk with you about Wound Care/, support);
    if (platform === 'slack') await amira.archives('cop-wound-care');
    else await joan.deletesChannel('cop-wound-care');
    const off = await joan.sees(/The conversation is off/, support);
    expect(off.id).toBe(card.id);
    expect(off.text).toMatch(/The CoP is closed/);
    expect(off.text).not.toMatch(/took it back/);
  });

  it('comes first where that was chosen: nothing is made until the Support Team goes ahead', async () => {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await setUp(joan, { 'Who may start a CoP, and how?': 'Anyone, after a conversation' });
    await fillsIn(amira, { [how]: 'In person', Facilitator: 'Dev Patel' });
    await amira.sees(/Wound Care is with the Support Team/);
    expect(await cops()).toMatchObject([{ state: 'proposed' }]);
    await ben.types('/cop find', { in: 'general' });
    await ben.sees(/There is no CoP here yet/);
    const [dev] = [it_.person('Dev')];
    await dev.types('/cop home', { in: 'general' });
    expect((await dev.sees(/This week/)).text).not.toMatch(/asked to facilitate/);

    await joan.sees(/would like to start Wound Care, and to talk it over with you first, in person/, support);
    await joan.presses('Not yet…', support);
    await joan.form();
    await joan.submits({ 'A kind word: why, and what would help?': 'Talk to Ben first: he has the same idea.' });
    await joan.sees(/Said to them: not yet/, support);
    const why = await amira.sees(/Wound Care: not just yet/, dm);
    expect(why.text).toMatch(/Talk to Ben first: he has the same idea\./);
    expect((await amira.channels()).map(one => one.name)).not.toContain('cop-wound-care');

    await joan.presses('Go ahead', support);
    expect(
      (await joan.sees(/The CoP's space is being made|The CoP is open/, support)).buttons.map(one => one.label),
    ).not.toContain('Go ahead');
    await amira.sees(/Your space is ready/, dm);
    await dev.sees(/asks you to facilitate it/, dm);
    await it_.settled();
    expect((await amira.seesNow(/not just yet/, dm)).flatMap(one => one.buttons)).toEqual([]);
    expect(await amira.membersOf('cop-wound-care')).toEqual(expect.arrayContaining(['Amira Haddad', 'Dev Patel']));
    expect(await cops()).toMatchObject([{ state: 'open' }]);
    expect(await conversations()).toMatchObject([{ state: 'done' }]);
  });

  it('can be taken back: the CoP that waited for it is not started, and its name is free', async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan, { 'Who may start a CoP, and how?': 'Anyone, after a conversation' });
    await fillsIn(amira);
    await amira.sees(/Wound Care is with the Support Team/);
    await joan.sees(/would like to start Wound Care/, support);
    await amira.presses("Don't start it", { with: /is with the Support Team/ });
    await amira.sees(/isn't started, and its name is free again/);
    expect((await joan.sees(/took it back, so there's nothing left/, support)).buttons).toEqual([]);
    await fillsIn(amira);
    await amira.sees(/Wound Care is with the Support Team/);
    expect((await cops()).map(cop => cop.state).sort()).toEqual(['not-started', 'proposed']);
  });

  it('is there at any later time, and is taken by one', async () => {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await startCop(amira);
    await amira.types('/cop support', { in: 'general' });
    await amira.sees(/Nobody has told me yet who the Support Team is here/);

    await setUp(joan);
    await joan.brings('Ben Okafor', 'support');
    await amira.types('/cop support', { in: 'general' });
    await amira.form();
    await amira.submits({ 'How would you like it?': 'By email', 'What is it about? (optional)': 'It is so quiet' });
    await amira.sees(/The Support Team has it/);
    await amira.types('/cop support', { in: 'general' });
    await amira.sees(/The Support Team was asked .* already/);

    await joan.sees(/It is so quiet/, support);
    await ben.presses("I'll take it", support);
    await ben.form();
    await joan.presses("I'll take it", support);
    await joan.form();
    await ben.submits({});
    await joan.submits({});
    await joan.sees(/@Ben Okafor has already taken this conversation/);
    await amira.sees(/Ben Okafor will write you an email about Wound Care/, dm);
    await it_.settled();
    expect(amira.seesNow(/Joan Mills will/)).toEqual([]);
    expect(await conversations()).toMatchObject([{ state: 'taken', way: 'email', words: 'It is so quiet' }]);
    expect((await it_.store.db.selectFrom('support_people').selectAll().execute()).length).toBeGreaterThan(0);
  });

  it("the Support Team's card says how the CoP stands and what it is called, whatever becomes of it", async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan);
    await fillsIn(amira, { [how]: 'By phone' });
    await amira.sees(/Your space is ready/);
    const card = await joan.sees(/Nobody has taken it yet.*The CoP is open, with a space of its own/s, support);
    await joan.presses('Done', { message: card.id });
    const same = { ...support, message: card.id };
    await joan.sees(/The conversation is done.*The CoP is open/s, same);
    await amira.types('/cop edit', { in: 'cop-wound-care' });
    await amira.presses('Name and statement');
    await amira.form();
    await amira.submits({ Name: 'Leg Ulcers' });
    await joan.sees(/Leg Ulcers/, same);
    await it_.settled();
    if (platform === 'slack') await amira.archives('cop-leg-ulcers');
    else await amira.deletesChannel('cop-leg-ulcers');
    await joan.sees(/The conversation is done.*The CoP is closed/s, same);
  });

  it('and that it was not started, where its space could not be made', async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan);
    it_.playground.injects({
      on: platform === 'slack' ? 'conversations.create' : 'POST /guilds/:id/channels',
      times: 20,
      does: { refuse: platform === 'slack' ? 'invalid_name_specials' : '50035' },
    });
    await fillsIn(amira, { [how]: 'By phone' });
    await joan.sees(/would like to talk with you about Wound Care.*The CoP was not started/s, support);
  });
});
