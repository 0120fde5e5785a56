/** What the people who install it choose, and that nothing breaks without it. */
import { afterEach, describe, expect, it } from 'vitest';
import { fillsIn, mayStayEmpty, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

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
      [mayStayEmpty(platform, 'Language in channels'), 'choice', 'That of whoever starts the CoP'],
      ['Time zone (optional)', 'words', ''],
    ]);
    expect(await opens('Forum')).toEqual([
      [mayStayEmpty(platform, "The Facilitators' forum"), 'choice', 'None'],
      [mayStayEmpty(platform, 'A private channel for the forum'), 'channel', ''],
    ]);
    const forForum = await joan.formSuggestions('A private channel for the forum', '');
    expect(forForum).toEqual(platform === 'slack' ? [] : ['general', 'announcements']); // Discord's picker knows no private ones
    expect(await opens('Support Team and starting')).toEqual([
      [mayStayEmpty(platform, "The Support Team's channel"), 'channel', ''],
      [mayStayEmpty(platform, 'Who may start a CoP, and how?'), 'choice', 'Anyone, straight away'],
    ]);
    expect(await joan.formSuggestions("The Support Team's channel", 'gen')).toEqual(['general']);
    await joan.submits({});
    const said = await joan.sees(/Saved/);
    expect(said.text).toMatch(/None yet: nobody hears about new CoPs/);
    expect(await settings()).toMatchObject([{ support_channel: null, forum: 'none', starters: 'anyone' }]);
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
    await joan.sees(/None: facilitators have no place of their own yet/);
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
});
