/** The main job, end to end, on both platforms: as the people in it see it, and as it stands in the store. */
import { afterEach, describe, expect, it } from 'vitest';
import { askIn, mayStayEmpty, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

describe.each(platformNames)('on %s', platform => {
  it('starts a CoP: a private space with its people, its welcome and its guides, all pinned', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    const ben = it_.person('Ben');

    await amira.types('/startcop', { in: 'general' });
    const form = await amira.form();
    expect(form.fields.map(field => [field.label, field.required])).toEqual([
      ['Name', true],
      ['What do you care about?', true],
      ['Core statement (optional)', false],
      [mayStayEmpty(platform, 'Facilitator'), false],
    ]);
    expect(form.fields[3]?.value).toBe('Amira Haddad');
    await amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing wounds that will not close' });
    const ready = await amira.sees(/Your space is ready/);
    expect(ready.text).toMatch(/#cop-wound-care is there, and private/);
    expect(ready.buttons.map(button => button.label)).toEqual(['Open the space', 'Invite people']);
    await it_.settled();
    await amira.presses('Invite people', { with: /Your space is ready/ });
    expect((await amira.form()).title).toBe('Invite people');

    const [space] = (await amira.channels()).filter(channel => channel.name === 'cop-wound-care');
    expect(space).toMatchObject({ private: true });
    expect(space?.topic).toMatch(/Healing wounds that will not close/);
    expect((await amira.membersOf('cop-wound-care')).filter(name => name !== 'CoP Bot')).toEqual(['Amira Haddad']);
    expect((await ben.channels()).map(channel => channel.name)).not.toContain('cop-wound-care');

    const pins = (await amira.pinsOf('cop-wound-care')).map(pin => pin.text);
    expect(pins).toHaveLength(4);
    for (const words of [/Welcome to Wound Care/, /Start-up guide/i, /Dialogue Interviews/i, /Virtuous Circle/i])
      expect(pins.some(pin => words.test(pin))).toBe(true);
    const shown = (await amira.reads('cop-wound-care')).flatMap(message => message.pictures.map(({ alt }) => alt));
    expect(shown).toEqual([expect.stringMatching(/ring of six arrows.*shared concern.*back to shared concern/)]);
    const own = await amira.sees(/For you, as facilitator of Wound Care/, { in: 'direct message' });
    expect(own.byBot).toBe(true);
    expect(own.buttons.map(button => button.label)).toEqual([
      'Open the space',
      'Start-up guide',
      'Dialogue Interviews guide',
      'Invite people',
      'Ask in the space',
      'The whole guide',
    ]);
    expect(await it_.store.db.selectFrom('cops').selectAll().execute()).toMatchObject([
      { name: 'Wound Care', state: 'open', space_name: 'cop-wound-care' },
    ]);
    expect(await it_.store.db.selectFrom('memberships').selectAll().execute()).toMatchObject([
      { state: 'member', role: 'facilitator' },
    ]);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('lets a newcomer find it, ask, and be in at once when the facilitator approves', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await askIn(ben);

    const request = await amira.sees(/Ben Okafor asks to join Wound Care/, { in: 'direct message' });
    expect(request.text).toMatch(/leg-ulcer clinic in Leeds/);
    expect(request.buttons.map(button => button.label)).toEqual(['Approve', 'Talk first', 'Decline…']);
    await amira.presses('Approve', { in: 'direct message' });
    const decided = await amira.sees(/You said yes .*, and Ben Okafor is in\./, { in: 'direct message' });
    expect(decided.id).toBe(request.id);
    expect(decided.buttons.map(button => button.label)).toEqual(['Say hello']);

    await it_.settled();
    expect(await ben.membersOf('cop-wound-care')).toEqual(expect.arrayContaining(['Amira Haddad', 'Ben Okafor']));
    const welcome = await ben.sees(/Please welcome @Ben Okafor/, { in: 'cop-wound-care' });
    expect(welcome.rings).toEqual(['Ben Okafor']);
    expect((await ben.sees(/You're in: Wound Care/, { in: 'direct message' })).text).toMatch(/#cop-wound-care/);
    expect(await it_.store.db.selectFrom('memberships').select(['state', 'role']).orderBy('role').execute()).toEqual([
      { state: 'member', role: 'facilitator' },
      { state: 'member', role: 'member' },
    ]);
  });

  it('shows the members what was written in a request only where its writer said so', async () => {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await startCop(amira);
    await askIn(ben);
    const forHer = await amira.sees(/Ben Okafor asks to join Wound Care/, { in: 'direct message' });
    expect(forHer.text).toMatch(/leg-ulcer clinic in Leeds.*\nOnly the facilitators read this\./);
    await amira.presses('Approve', { in: 'direct message' });
    const welcome = await ben.sees(/Please welcome @Ben Okafor/, { in: 'cop-wound-care' });
    expect(welcome.text.trim()).toBe('Please welcome @Ben Okafor.');

    await askIn(joan, 'Joan from the wards', { 'When you are in (optional)': 'Members may read this as my hello' });
    const forAll = await amira.sees(/Joan Mills asks to join Wound Care/, { in: 'direct message' });
    expect(forAll.text).toMatch(/Joan from the wards\nIf you say yes, the members read this too, as a hello\./);
    await amira.presses('Approve', { message: forAll.id });
    const hello = await ben.sees(/Please welcome @Joan Mills/, { in: 'cop-wound-care' });
    expect(hello.text).toMatch(/Please welcome @Joan Mills\.\n.*Joan from the wards/);
    await it_.settled();
    const all = (await ben.reads('cop-wound-care')).map(message => message.text).join('\n');
    expect(all).not.toMatch(/leg-ulcer clinic/);
  });

  it('tells the applicant a no, with the reason, and lets them ask again', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await amira.presses('Decline…', { in: 'direct message' });
    await amira.form();
    await amira.submits({ 'A kind word with it (optional)': 'We are full this term; ask again in May?' });
    await amira.sees(/You said no .*We are full this term/, { in: 'direct message' });
    expect((await ben.sees(/declined this time/, { in: 'direct message' })).text).toMatch(
      /We are full this term; ask again in May\?/,
    );
    await askIn(ben, 'It is May');
    await it_.settled();
    expect((await amira.channels()).length).toBeGreaterThan(0);
    expect(
      (await it_.store.db.selectFrom('join_requests').select('state').orderBy('created_at').execute()).map(
        row => row.state,
      ),
    ).toEqual(['declined', 'pending']);
  });

  it('shows the applicant how it stands, and lets them take it back', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await ben.types('/cop home', { in: 'general' });
    await ben.sees(/Wound Care: asked .*, waiting for an answer/);
    await ben.presses('Withdraw the request', { with: /This week/ });
    await ben.sees(/your request to Wound Care is taken back/);
    const copy = await amira.sees(/Ben Okafor took the request back/, { in: 'direct message' });
    expect(copy.buttons).toEqual([]);
  });

  it('keeps what members pin or save, and finds it for members only', async () => {
    it_ = await stage(platform);
    const [amira, ben, dev] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await amira.presses('Approve', { in: 'direct message' });
    await ben.sees(/Please welcome/, { in: 'cop-wound-care' });

    const paper = await ben.posts('cop-wound-care', 'Our protocol, for comments', [
      { name: 'Leg ulcer protocol.pdf', type: 'application/pdf', body: new Uint8Array(9) },
    ]);
    await ben.pins(paper);
    const link = await ben.posts('cop-wound-care', 'A review worth reading https://example.org/review');
    await amira.uses('Save to the library', link);
    const form = await amira.form();
    expect(form.fields.map(field => field.value)).toEqual(['A review worth reading', '', '']);
    await amira.submits({
      Title: 'Compression review',
      'Why does it matter? (optional)': 'Settles the bandage question',
    });
    await amira.sees(/Saved: Compression review is in the library of Wound Care/);
    await it_.playground.until(
      async () => (await it_.store.db.selectFrom('documents').selectAll().execute()).length === 2,
      'two documents',
    );

    await ben.types('/cop docs find protocol', { in: 'cop-wound-care' });
    const found = await ben.sees(/“protocol” in the library of Wound Care/);
    expect(found.text).toMatch(/Leg ulcer protocol\.pdf/);
    expect(found.text).not.toMatch(/Compression/);
    expect(found.onlyYou).toBe(true);
    expect(
      await it_.store.db
        .selectFrom('documents')
        .select(['title', 'kind', 'permalink', 'why'])
        .orderBy('title')
        .execute(),
    ).toMatchObject([
      { title: 'Compression review', kind: 'link', permalink: link.permalink, why: 'Settles the bandage question' },
      { title: 'Leg ulcer protocol.pdf', kind: 'file', permalink: paper.permalink },
    ]);

    await dev.types('/cop docs find protocol', { in: 'general' });
    await dev.sees(/aren't in a CoP yet/);
    expect(dev.seesNow(/Leg ulcer/)).toEqual([]);
  });

  it('asks somebody else to facilitate, and hands the rights over on their yes', async () => {
    it_ = await stage(platform);
    const [amira, dev] = [it_.person('Amira'), it_.person('Dev')];
    await startCop(amira, { Facilitator: 'Dev Patel' });
    await dev.sees(/Amira Haddad has started Wound Care.* asks you to facilitate it/, { in: 'direct message' });
    await dev.presses("Yes, I'll facilitate", { in: 'direct message' });
    await dev.sees(/You said yes/, { in: 'direct message' });
    await amira.sees(/Dev Patel said yes and now facilitates/, { in: 'direct message' });
    await it_.settled();
    const welcome = (await dev.reads('cop-wound-care')).find(message => /Welcome to Wound Care/.test(message.text));
    expect(welcome?.text).toMatch(/Facilitator:? *@Dev Patel/);
    if (platform === 'discord') {
      expect(await dev.rightsIn('cop-wound-care')).toEqual(expect.arrayContaining(['MANAGE_MESSAGES', 'PIN_MESSAGES']));
      expect(await amira.rightsIn('cop-wound-care')).toEqual(['PIN_MESSAGES']);
    }
  });

  it('says in the form what can not be taken, and keeps what was typed', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await ben.types('/startcop', { in: 'general' });
    await ben.form();
    await ben.submits({ Name: 'wöund care', 'What do you care about?': 'The same' });
    if (platform === 'slack') {
      const form = await ben.form(open => open.fields.some(field => field.error));
      expect(form.fields[0]).toMatchObject({
        value: 'wöund care',
        error: expect.stringMatching(/taken by Wound Care \(one person\)/),
      });
    } else {
      await ben.sees(/taken by Wound Care \(one person\)/);
      await ben.presses('Open the form again');
      expect((await ben.form()).fields[0]?.value).toBe('wöund care');
    }
    await ben.submits({ Name: 'Wound Care North' });
    await ben.sees(/Your space is ready/);
  });
});
