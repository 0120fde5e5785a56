/** What the people who install it choose, and that nothing breaks without it. */
import { afterEach, describe, expect, it } from 'vitest';
import { town } from '../../playground/town.ts';
import { fillsIn, mayStayEmpty, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const useBelow = 'Use the channel I choose below';
const settings = () => it_.store.db.selectFrom('settings').selectAll().execute();

describe.each(platformNames)('on %s', platform => {
  it('offers the first admin to set up, once, and nobody else', async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await amira.types('/cop home', { in: 'general' });
    expect((await amira.sees(/This week/)).text).not.toMatch(/administrator here/);
    await joan.types('/cop find', { in: 'general' });
    await joan.sees(/You.re an administrator here: would you like to choose where the Support Team is/);
    await joan.types('/cop home', { in: 'general' });
    expect((await joan.sees(/This week/)).text).not.toMatch(/administrator here/);

    await joan.presses('Set up', { with: /administrator here/ });
    const opens = async (section: string) => {
      await joan.presses(section);
      return (await joan.form()).fields.map(field => [field.label, field.kind, field.value]);
    };
    expect(await opens('Language and time zone')).toEqual([
      ['Language in channels', 'choice', 'That of whoever starts the CoP'],
      ['Time zone (optional)', 'words', ''],
    ]);
    expect(await opens('Forum')).toEqual([
      ["The Facilitators' forum", 'choice', 'None'],
      [mayStayEmpty(platform, 'A private channel for the forum'), 'channel', ''],
    ]);
    const forForum = await joan.formSuggestions('A private channel for the forum', '');
    expect(forForum).toEqual(platform === 'slack' ? [] : ['general', 'announcements']); // Discord's picker knows no private ones
    expect(await opens('Support Team and starting')).toEqual([
      ['The Support Team', 'choice', 'None'],
      [mayStayEmpty(platform, "The Support Team's channel"), 'channel', ''],
      ['Who may start a CoP, and how?', 'choice', 'Anyone, straight away'],
    ]);
    expect(await joan.formSuggestions("The Support Team's channel", 'gen')).toEqual(['general']);
    await joan.submits({});
    const said = await joan.sees(/Saved/);
    expect(said.text).toMatch(/None yet. Nobody hears about new CoPs/);
    expect(await settings()).toMatchObject([{ support_channel: null, forum: 'none', starters: 'anyone' }]);
  });

  it('says whose time holds where no time zone is chosen, and speaks of a chosen channel only where one is', async () => {
    it_ = await stage(platform);
    const joan = it_.person('Joan');
    await joan.types('/cop setup', { in: 'general' });
    const own = /Time zone: Each person's own, as far as I can see it/;
    const machines = new RegExp(
      `Time zone: ${Intl.DateTimeFormat().resolvedOptions().timeZone}, that of the machine I run on`,
    );
    await joan.sees(platform === 'slack' ? own : machines, { in: 'general', with: /Set up/ });
    await joan.presses('Language and time zone');
    expect((await joan.form()).fields.at(1)?.hint).toMatch(
      platform === 'slack' ? /^For reminders, where I can't see/ : /^For reminders, and for the times people write/,
    );
    await joan.submits({});
    expect((await joan.sees(platform === 'slack' ? own : machines, { with: /Saved/ })).text).not.toMatch(
      /a channel you chose/,
    );
    await joan.presses('Support Team and starting', { with: /Saved/ });
    await joan.form();
    await joan.submits({ "The Support Team's channel": 'announcements', 'The Support Team': useBelow });
    await joan.sees(/Saved.*if I'm not in a channel you chose, please invite me there/s);
  });

  it('offers it under what is said while a first CoP is being made, too', async () => {
    it_ = await stage(platform);
    const joan = it_.person('Joan');
    await startCop(joan);
    await it_.settled();
    expect((await joan.sees(/Your space is ready/)).text).toMatch(/You.re an administrator here/);
  });

  it('is for admins: anybody else is told so, and gets no form', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    await amira.types('/cop setup', { in: 'general' });
    await amira.sees(/Only administrators can do this/);
    expect(amira.hasForm()).toBe(false);
    expect(await settings()).toEqual([]);
  });

  it('says what does not go together, and keeps what was chosen', async () => {
    it_ = await stage(platform);
    const joan = it_.person('Joan');
    await joan.types('/cop setup', { in: 'general' });
    const refused = async (section: string, values: Record<string, string>, wrong: RegExp) => {
      await joan.presses(section, { with: /Set up/ });
      await joan.form();
      await joan.submits(values);
      if (platform === 'slack') {
        const form = await joan.form(open => open.fields.some(field => field.error));
        expect(form.fields.map(field => field.error ?? '').join('\n')).toMatch(wrong);
        return form;
      }
      await joan.sees(wrong);
      await joan.presses('Open the form again');
      return joan.form();
    };
    await refused(
      'Support Team and starting',
      { 'Who may start a CoP, and how?': 'Anyone, after a conversation' },
      /choose the channel of the Support Team/,
    );
    await refused('Forum', { "The Facilitators' forum": 'Use the channel I choose below' }, /or let me make one/);
    const zone = await refused(
      'Language and time zone',
      { 'Time zone (optional)': 'Middle Earth' },
      /Write it like Europe\/London/,
    );
    expect(zone.fields[1]?.value).toBe('Middle Earth');
    expect(await settings()).toEqual([]);
  });

  it('loses nothing between its sections, and each says how it is set', async () => {
    it_ = await stage(platform);
    const joan = it_.person('Joan');
    await setUp(joan, {
      "The Facilitators' forum": 'Make one',
      'Who may start a CoP, and how?': 'Admins, after a conversation',
      'Language in channels': 'Deutsch',
      'Time zone (optional)': 'europe/london',
    });
    await joan.types('/cop setup', { in: 'general' });
    const { text } = await joan.sees(/All of this can wait/);
    for (const words of [
      /support: whoever is in it/,
      /Only admins, after a conversation/,
      /I'll make it as soon as/,
      /Language in channels: Deutsch/,
      /Time zone: Europe\/London/,
    ])
      expect(text).toMatch(words);
    await joan.presses('Forum', { with: /All of this can wait/ });
    expect((await joan.form()).fields[0]?.value).toBe('Make one');
    await joan.submits({ "The Facilitators' forum": 'None' });
    await joan.sees(/None yet. Facilitators have no place of their own/);
    expect(await settings()).toMatchObject([
      {
        forum: 'none',
        starters: 'admins',
        start_policy: 'after-conversation',
        language: 'de',
        time_zone: 'Europe/London',
      },
    ]);
  });

  it('lets only admins start where that was chosen', async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan, {
      'Who may start a CoP, and how?': 'Admins, straight away',
      'Time zone (optional)': 'europe/london',
    });
    expect(await settings()).toMatchObject([{ starters: 'admins', time_zone: 'Europe/London' }]);
    await amira.types('/startcop', { in: 'general' });
    await amira.sees(/administrators start new CoPs/);
    expect(amira.hasForm()).toBe(false);
    await startCop(joan);
  });

  it('makes the forum when the first facilitator is to be in it, and tells the Support Team of each new CoP', async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await setUp(joan, { "The Facilitators' forum": 'Make one' });
    await startCop(amira);
    await it_.settled();
    expect(await amira.membersOf('facilitators-forum')).toContain('Amira Haddad');
    expect((await amira.channels()).find(channel => channel.name === 'facilitators-forum')?.private).toBe(true);
    expect((await joan.sees(/New: Wound Care/, { in: 'support' })).text).toMatch(/Amira Haddad has started Wound Care/);
    expect(await settings()).toMatchObject([{ forum: 'there' }]);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('takes an existing channel as the forum, and brings in who facilitates already', async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await startCop(amira);
    await it_.settled();
    await joan.makesChannel('our-forum', { private: true });
    await joan.brings('CoP Bot', 'our-forum');
    await setUp(joan, {
      "The Facilitators' forum": 'Use the channel I choose below',
      'A private channel for the forum': 'our-forum',
    });
    await it_.settled();
    expect(await amira.membersOf('our-forum')).toContain('Amira Haddad');
  });

  it("waits where it isn't let into the Support Team's channel, and goes on once it is", async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await joan.makesChannel('team', { private: true });
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses('Support Team and starting');
    await joan.form();
    await joan.submits({ "The Support Team's channel": 'team' });
    await joan.sees(/please invite me there/);
    await fillsIn(amira);
    await amira.sees(/Your space is ready/);
    await amira.sees(/I couldn't post in the Support Team's channel: .*(invite me|server admin|whoever manages it)/, {
      in: 'direct message',
    });
    await joan.brings('CoP Bot', 'team');
    await amira.presses("It's allowed now, try again", { in: 'direct message' });
    await joan.sees(/New: Wound Care/, { in: 'team' });
  });

  it('warns where everybody could read the notes, and makes a private channel instead', async () => {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses('Support Team and starting');
    await joan.form();
    await joan.submits({ "The Support Team's channel": 'general' });
    const warned = await joan.sees(/Everybody here can read .*the notes of conversations could be read by everybody/);
    await joan.presses('Make one', { message: warned.id });
    expect((await joan.form()).fields[0]?.value).toBe('Make a private channel');
    await joan.submits({});
    const said = await joan.sees(/Saved/, { with: /support-team: whoever is in it hears about new CoPs/ });
    expect(said.text).not.toMatch(/Everybody here can read/);
    expect(await joan.membersOf('support-team')).toContain('Joan Mills');
    expect((await joan.channels()).find(one => one.name === 'support-team')).toMatchObject({ private: true });
    expect((await ben.channels()).map(one => one.name)).not.toContain('support-team');
    await startCop(amira);
    await joan.sees(/New: Wound Care/, { in: 'support-team' });
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('says so where it may make no channel, and keeps what there was', async () => {
    it_ = await stage(platform);
    const joan = it_.person('Joan');
    await setUp(joan);
    it_.playground.injects({
      on: platform === 'slack' ? 'conversations.create' : 'POST /guilds/:id/channels',
      times: 5,
      does: { refuse: platform === 'slack' ? 'restricted_action' : '50013' },
    });
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses('Support Team and starting', { with: /All of this can wait/ });
    expect((await joan.form()).fields[0]?.value).toBe('The channel that is chosen');
    await joan.submits({ 'The Support Team': 'Make a private channel' });
    const words = /I couldn't make a private channel just now/;
    if (platform === 'slack')
      expect((await joan.form(open => open.fields.some(field => field.error))).fields[0]?.error).toMatch(words);
    else await joan.sees(words);
    expect((await settings())[0]?.support_channel).toBeTruthy();
  });

  it('an administrator who sees neither private channel changes all else, and loses neither', async () => {
    it_ = await stage(platform, {
      workspaces: [
        { ...town, people: town.people.map(one => (one.name === 'Dev Patel' ? { ...one, admin: true } : one)) },
      ],
    });
    const [amira, dev, joan] = [it_.person('Amira'), it_.person('Dev'), it_.person('Joan')];
    await setUp(joan, { "The Facilitators' forum": 'Make one' });
    await startCop(amira);
    await it_.settled();
    const before = (await settings())[0];
    await dev.types('/cop setup', { in: 'general' });
    await dev.presses('Support Team and starting', { with: /Support Team/ });
    expect((await dev.form()).fields[0]?.value).toBe('The channel that is chosen');
    await dev.submits({ 'Who may start a CoP, and how?': 'Admins, straight away' });
    const saved = await dev.sees(/Only admins, straight away/);
    await dev.presses('Forum', { message: saved.id });
    expect((await dev.form()).fields[0]?.value).toBe('The one there is');
    await dev.submits({});
    await it_.settled();
    expect((await settings())[0]).toMatchObject({
      starters: 'admins',
      support_channel: before?.support_channel,
      forum: 'there',
      forum_channel: before?.forum_channel,
    });
    expect((await amira.channels()).filter(one => one.name.startsWith('facilitators-forum'))).toHaveLength(1);
  });

  it('the forum greets whoever is in it, once, and each is told why they were brought in', async () => {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await setUp(joan, { "The Facilitators' forum": 'Make one' });
    await startCop(amira);
    await startCop(ben, { Name: 'Night Shifts', 'What do you care about?': 'Sleeping well' });
    await it_.settled();
    const [forum] = (await ben.channels()).filter(one => one.name === 'facilitators-forum');
    expect(forum?.topic).toMatch(/For all who facilitate a Community of Practice here/);
    if (platform === 'slack') expect(forum?.purpose).toMatch(/Ask each other/);
    expect(ben.seesNow(/Welcome to the Facilitators' forum/, { in: 'facilitators-forum' })).toHaveLength(1);
    expect((await ben.pinsOf('facilitators-forum')).map(one => one.text).join()).toMatch(/Ask each other/);
    const told = await ben.sees(/You're in the Facilitators' forum.*You look after Night Shifts/s, {
      in: 'direct message',
    });
    expect(told.buttons.map(one => one.label)).toEqual(['Open the forum']);
    await startCop(ben, { Name: 'Second One', 'What do you care about?': 'More of it' });
    await it_.settled();
    expect(ben.seesNow(/You're in the Facilitators' forum/, { in: 'direct message' })).toHaveLength(1);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });
});
