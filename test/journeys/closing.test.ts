/** A CoP is closed with a harvest, over the wire; what the bot archives itself is no news to it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { goesOn, movableClock } from '../support/clock.ts';
import { announcesClosing, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const day = 24 * 3600_000;
const space = { in: 'cop-wound-care' } as const;
const dm = { in: 'direct message' } as const;

/** Amira facilitates, Ben and Dev are in. */
async function community(platform: (typeof platformNames)[number], clock = movableClock()) {
  it_ = await stage(platform, { clock });
  const [amira, ben, dev, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev'), it_.person('Joan')];
  await startCop(amira);
  await it_.settled();
  for (const name of ['Ben Okafor', 'Dev Patel'])
    await (platform === 'discord' ? joan : amira).brings(name, 'cop-wound-care');
  const members = () =>
    it_.store.db.selectFrom('memberships').select('person_id').where('state', '=', 'member').execute();
  await it_.playground.until(async () => (await members()).length === 3, 'both to be in');
  await it_.settled();
  return { amira, ben, dev, joan, clock };
}

const isClosed = async () =>
  (
    await it_.store.db
      .selectFrom('cops')
      .select('closed_at')
      .where('name_key', 'like', 'wound%')
      .executeTakeFirstOrThrow()
  ).closed_at !== null;

describe.each(platformNames)('on %s', { timeout: 60_000 }, platform => {
  it('is told a week before, waits for a member, and leaves a document behind', async () => {
    const { amira, ben, dev, joan, clock } = await community(platform);
    await amira.types(platform === 'slack' ? '/cop close' : '/cop tend close', space);
    const form = await amira.form();
    expect(form.fields.map(field => field.label)).toEqual([
      'Roles (optional)',
      'Library (optional)',
      'What happened here: a story (optional)',
      'Another one (optional)',
      ...(platform === 'discord' ? ['Its space'] : []),
    ]);
    await amira.submits({ 'What happened here: a story (optional)': 'We stopped using dry gauze.' });
    await amira.sees(/Wound Care is to be closed.*You can call it off/s);
    await amira.presses('Change what is kept…');
    const changing = await amira.form();
    expect(changing.title).toBe('Change what is kept');
    expect(JSON.stringify(changing)).toContain('The day stays as it is');
    await amira.submits({ 'Another one (optional)': 'And we talk on Fridays.' });
    await it_.settled();
    expect(amira.seesNow(/Wound Care is to be closed.*You can call it off/s)).toHaveLength(1); // drawn anew in its place
    await ben.sees(/would close it on .*Press Wait/s, space);

    await ben.presses('Wait', space);
    await ben.sees(/isn't closed for now\. Its facilitators hear/);
    await amira.sees(/Ben Okafor would rather Wound Care wasn't closed yet/, dm);
    await dev.sees(/A member asked to wait/, space);
    clock.passes(10 * day);
    await it_.settled();
    expect(await isClosed()).toBe(false);

    await amira.presses('Go on closing', dm);
    await dev.sees(/would close it on/, space);
    await dev.presses('Send it to me', space);
    await dev.sees(/by direct message, once it is closed/);
    await amira.presses('Name me in it', space);
    await amira.sees(/You're named in what/);
    const archiving = { slack: 'conversations.archive', discord: 'PATCH /channels/:id' }[platform];
    it_.playground.injects({ on: archiving, does: { reset: true, performed: true } }); // done, and nobody heard
    goesOn(6, clock);
    await it_.playground.until(isClosed, 'it to be closed');
    const sent = await dev.sees(/Wound Care is closed\. This is what it leaves behind, for you to keep/, dm);
    expect(sent.files?.map(file => file.name)).toEqual(['wound-care.md']);
    await amira.sees(/This is what it leaves behind, for you to keep/, dm);
    await it_.settled();
    expect(ben.seesNow(/leaves behind, for you/, dm)).toEqual([]);

    const here = (await ben.channels()).find(channel => channel.name === 'cop-wound-care');
    if (platform === 'slack') expect(here?.archived).toBe(true);
    else
      await expect(ben.posts('cop-wound-care', 'Is anybody there?')).rejects.toThrow(
        /SEND_MESSAGES|may not|permission/i,
      );
    const last = (await ben.reads('cop-wound-care')).filter(one => one.byBot && one.text !== '').at(-1);
    expect(last?.text).toMatch(/This is what it leaves behind: what happened here\. Thank you all/);

    expect(amira.seesNow(/Somebody archived|Somebody deleted|couldn't archive|needs a hand/, dm)).toEqual([]);
    await it_.away(async () => {});
    await it_.settled();
    expect(await isClosed()).toBe(true);
    expect(joan.seesNow(/is open again/, space)).toEqual([]);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('changes nothing of what is kept, and tells nobody anything, where it was called off meanwhile', async () => {
    const { amira, ben } = await community(platform);
    await announcesClosing(platform, amira);
    await ben.presses('Wait', space);
    await amira.presses('Call it off', { ...dm, with: /would rather/ });
    await amira.sees(/isn't closed: it goes on/, dm);
    await amira.presses('Change what is kept…', { with: /You can call it off/ });
    await amira.sees(/Wound Care isn't being closed, so there's nothing left for you to do/);
    expect(amira.hasForm()).toBe(false);
  });

  it('who takes it over while somebody asked to wait hears of that, and answers it', async () => {
    const { amira, ben, dev } = await community(platform);
    await announcesClosing(platform, amira);
    await ben.presses('Wait', space);
    await amira.sees(/Ben Okafor would rather Wound Care wasn't closed yet/, dm);
    await amira.types('/cop facilitators', space);
    await amira.presses('Hand over…', { with: /Who facilitates Wound Care/ });
    await amira.form();
    await amira.submits({ 'Who might facilitate it?': 'Dev Patel' });
    await dev.presses("Yes, I'll facilitate", dm);
    await dev.sees(/Ben Okafor would rather Wound Care wasn't closed yet/, dm);
    const hers = await amira.sees(/Somebody asked to wait with closing Wound Care\. You no longer facilitate it/, dm);
    expect(hers.buttons).toEqual([]); // it is for Dev to decide
    await ben.sees(/until the facilitators go on, and they have been told/, space);
    await it_.settled();
    await dev.presses('Go on closing', dm);
    await ben.sees(/Dev Patel would close it on/, space); // Amira, who announced it, would not
    await it_.settled();
    expect((await amira.sees(/Wound Care is to be closed on/, dm)).text).not.toMatch(/you decided/);
    await dev.presses('Call it off', dm);
    await it_.settled();
    expect(await it_.store.db.selectFrom('closings').select('state').execute()).toEqual([{ state: 'called-off' }]);
  });
});

it('on slack it stays closed where Slack lets nobody of us archive its channel, and lives on once people have archived it and brought it back', async () => {
  const { amira, joan, clock } = await community('slack');
  await startCop(joan, { Name: 'Rounds' });
  await announcesClosing('slack', amira);
  it_.playground.injects({ on: 'conversations.archive', does: { refuse: 'not_supported' } }); // another organisation hosts it
  goesOn(8, clock);
  await it_.playground.until(isClosed, 'it to be closed');
  await amira.sees(/couldn't archive/, dm);
  await it_.settled();
  let called = 'cop-rounds';
  /** The other one is looked at later. */
  const looked = async (byHand: () => Promise<void>) => {
    await it_.away(async () => {
      await byHand();
      await joan.renames(called, `${called}-x`);
    });
    called = `${called}-x`;
    const renamed = it_.store.db.selectFrom('cops').select('id').where('space_name', '=', called);
    await it_.playground.until(async () => (await renamed.execute()).length === 1, 'it to be looked at');
  };
  await looked(async () => {});
  expect(await isClosed()).toBe(true);
  expect(amira.seesNow(/is open again/, space)).toEqual([]);
  await looked(() => amira.archives('cop-wound-care'));
  await looked(async () => {
    await amira.unarchives('cop-wound-care');
    await amira.brings('CoP Bot', 'cop-wound-care');
  });
  expect(await isClosed()).toBe(false);
}, 60_000);

it('on slack it stays closed where its channel is archived while the list of channels, of before, is still on its way', async () => {
  const { amira, joan, clock } = await community('slack');
  await startCop(joan, { Name: 'Rounds' });
  await announcesClosing('slack', amira);
  it_.playground.injects({ on: 'conversations.archive', does: { rateLimit: 2 } });
  goesOn(8, clock);
  await it_.playground.until(isClosed, 'it to be closed');
  await it_.playground.until(() => it_.playground.struck() === 1, 'its channel to wait');
  const archived = async () =>
    (await it_.store.db.selectFrom('effects').select('state').where('kind', '=', 'archive-space').execute()).at(-1)
      ?.state;
  await it_.away(async () => {
    await joan.renames('cop-rounds', 'cop-rounds-x'); // looked at after it
    it_.playground.injects({ on: 'users.conversations', does: { late: 4000 } });
    expect(await archived()).toBe('waiting');
  });
  clock.passes(3000);
  await it_.playground.until(async () => (await archived()) === 'done', 'its channel to be archived');
  const renamed = it_.store.db.selectFrom('cops').select('id').where('space_name', '=', 'cop-rounds-x');
  expect(await renamed.execute()).toEqual([]);
  await it_.playground.until(async () => (await renamed.execute()).length === 1, 'it to be looked at');
  expect(await isClosed()).toBe(true);
  await it_.settled();
  expect(amira.seesNow(/needs a hand|lives on/, dm)).toEqual([]);
}, 60_000);

it('on slack it is opened again at once where its channel never was archived', async () => {
  const { amira, ben, clock } = await community('slack');
  await announcesClosing('slack', amira);
  it_.playground.injects({ on: 'conversations.archive', does: { refuse: 'not_supported' } });
  goesOn(8, clock);
  await amira.sees(/couldn't archive/, dm);
  await it_.settled();
  await amira.types('/cop reopen wound care', { in: 'general' });
  await amira.sees(/Wound Care is open again: .* was never archived/);
  await ben.sees(/Wound Care is open again/, space);
  expect(await isClosed()).toBe(false);
});

describe('on slack it is for people to bring back where', () => {
  const couldNotBeArchived = async () => {
    const { amira, clock } = await community('slack');
    await announcesClosing('slack', amira);
    it_.playground.injects({ on: 'conversations.archive', does: { refuse: 'not_supported' } });
    goesOn(8, clock);
    await amira.sees(/couldn't archive/, dm);
    await it_.settled();
    return amira;
  };
  const space = async () => (await it_.store.db.selectFrom('closings').select('space').executeTakeFirst())?.space;
  const asksFor = async (amira: Persona) => {
    await it_.playground.until(async () => (await space()) !== 'left', 'what was done by hand to be heard of');
    await it_.settled();
    await amira.types('/cop reopen wound care', { in: 'general' });
    await amira.sees(/Slack lets only people bring an archived channel back/);
    expect(await isClosed()).toBe(true);
  };

  it('somebody has archived its channel, as they were asked to', async () => {
    const amira = await couldNotBeArchived();
    await amira.archives('cop-wound-care');
    await asksFor(amira);
  });

  it('the bot was put out of it since', async () => {
    const amira = await couldNotBeArchived();
    await amira.throwsOut('CoP Bot', 'cop-wound-care');
    await asksFor(amira);
  });

  it('it was opened again, and archived by hand later', async () => {
    const amira = await couldNotBeArchived();
    await amira.types('/cop reopen wound care', { in: 'general' });
    await amira.sees(/was never archived/);
    await it_.settled();
    await amira.archives('cop-wound-care');
    await it_.playground.until(isClosed, 'it to be closed');
    await asksFor(amira);
  });
});

async function wantsItDeleted(facilitator: Persona): Promise<void> {
  await facilitator.types('/cop tend close', space);
  await facilitator.form();
  await facilitator.submits({ 'Its space': 'Delete it for good' });
  await facilitator.presses('Yes, delete it then');
  await facilitator.sees(/Its space is deleted then/);
}

describe('on discord', () => {
  it('its space is deleted where that was said twice', async () => {
    const { amira, ben, clock } = await community('discord');
    await wantsItDeleted(amira);
    goesOn(8, clock);
    await it_.playground.until(isClosed, 'it to be closed');
    await amira.sees(/leaves behind, for you to keep/, dm);
    await it_.settled();
    expect((await ben.channels()).map(channel => channel.name)).not.toContain('cop-wound-care');
    expect(amira.seesNow(/Somebody deleted/, dm)).toEqual([]);
  });

  it('where the server has to have its space, for its rules, who can choose another is told so, and then it is deleted', async () => {
    const { amira, ben, clock } = await community('discord');
    await wantsItDeleted(amira);
    it_.playground.injects({ on: 'DELETE /channels/:id', does: { refuse: '50074' } });
    goesOn(8, clock);
    await it_.playground.until(isClosed, 'it to be closed');
    expect((await amira.sees(/needs a hand/, dm)).text).toMatch(/keeps its rules or its moderators' notices/);
    await amira.presses("It's allowed now, try again", dm);
    await it_.settled();
    expect((await ben.channels()).map(channel => channel.name)).not.toContain('cop-wound-care');
  });

  it('where the bot may not archive its space, who can allow it is asked, and then it is archived', async () => {
    const { amira, ben, joan, clock } = await community('discord');
    await announcesClosing('discord', amira);
    await it_.settled();
    const held = ['VIEW_CHANNEL', 'SEND_MESSAGES', 'READ_MESSAGE_HISTORY', 'MANAGE_ROLES', 'PIN_MESSAGES'] as const;
    await joan.setsRights?.('cop-wound-care', '@CoP Bot', { allow: held, deny: ['MANAGE_CHANNELS'] });
    goesOn(8, clock);
    await it_.playground.until(isClosed, 'it to be closed');
    expect((await amira.sees(/needs a hand/, dm)).text).toMatch(/Manage Channels.* in that channel/s);
    await ben.posts('cop-wound-care', 'Is anybody there?');
    await joan.setsRights?.('cop-wound-care', '@CoP Bot', { allow: [...held, 'MANAGE_CHANNELS'] });
    await amira.sees(/Wound Care goes on/, dm);
    await expect(ben.posts('cop-wound-care', 'And now?')).rejects.toThrow(/SEND_MESSAGES|may not|permission/i);
    await it_.settled();

    await joan.setsRights?.('cop-wound-care', '@CoP Bot', { allow: held, deny: ['MANAGE_CHANNELS'] });
    await amira.types('/cop tend reopen', { in: 'general' });
    expect((await amira.sees(/needs a hand/, dm)).text).toMatch(/couldn't open its space again.*Manage Channels/s);
    expect(await isClosed()).toBe(true); // nor does it live on for what the bot may do there
    expect(amira.seesNow(/Wound Care lives on/, dm)).toEqual([]);
    await joan.setsRights?.('cop-wound-care', '@CoP Bot', { allow: [...held, 'MANAGE_CHANNELS'] });
    await amira.presses("It's allowed now, try again", dm);
    await ben.sees(/Wound Care is open again/, space);
    await ben.posts('cop-wound-care', 'Here we are');
    await it_.settled();
    expect(it_.log.filter(line => 'level' in line && line.level === 'error' && !('remedy' in line))).toEqual([]);
  });

  it('where nobody facilitates it any more, who opens it again is asked for the hand that it needs', async () => {
    const { amira, ben, joan, clock } = await community('discord');
    await announcesClosing('discord', amira);
    await it_.settled();
    goesOn(8, clock);
    await it_.playground.until(isClosed, 'it to be closed');
    await it_.settled();
    await it_.store.db
      .updateTable('memberships')
      .set({ role: 'member', once_facilitated: 1 })
      .where('role', '=', 'facilitator')
      .execute();
    const held = ['VIEW_CHANNEL', 'SEND_MESSAGES', 'READ_MESSAGE_HISTORY', 'MANAGE_ROLES', 'PIN_MESSAGES'] as const;
    await joan.setsRights?.('cop-wound-care', '@CoP Bot', { allow: held, deny: ['MANAGE_CHANNELS'] });
    await amira.types('/cop tend reopen', { in: 'general' });
    expect((await amira.sees(/needs a hand/, dm)).text).toMatch(/couldn't open its space again.*Manage Channels/s);
    expect(ben.seesNow(/needs a hand/, dm)).toEqual([]);
  });
});

describe('who is out of a CoP that is closed is out of it in the records too', { timeout: 60_000 }, () => {
  const isOut = (name: string) =>
    it_.playground.until(async () => {
      const they = await it_.store.db
        .selectFrom('memberships as m')
        .innerJoin('persons as p', 'p.id', 'm.person_id')
        .select('m.state')
        .where('p.name', 'like', `${name}%`)
        .executeTakeFirst();
      return they?.state === 'left';
    }, `${name} to be out`);
  const left = () =>
    it_.store.db.selectFrom('memberships').select('role').where('state', '=', 'member').orderBy('since').execute();

  it('on discord where most of them left the server while the bot was away; nobody is asked about it', async () => {
    const { amira, ben, dev, joan, clock } = await community('discord');
    await announcesClosing('discord', amira);
    await it_.settled();
    goesOn(8, clock);
    await it_.playground.until(isClosed, 'it to be closed');
    await it_.settled();
    await it_.away(async () => {
      for (const one of [amira, ben]) await one.leavesWorkspace();
    });
    for (const name of ['Amira', 'Ben']) await isOut(name);
    await it_.settled();
    expect(await left()).toEqual([{ role: 'member' }]);
    for (const one of [dev, joan]) expect(one.seesNow(/all at once|needs a facilitator|looks after Wound/)).toEqual([]);
    expect(await isClosed()).toBe(true);
  });

  it('on discord where they were put out while the bot was hidden from its space, once it sees it again', async () => {
    const { amira, joan, clock } = await community('discord');
    await announcesClosing('discord', amira);
    await it_.settled();
    goesOn(8, clock);
    await it_.playground.until(isClosed, 'it to be closed');
    await it_.settled();
    const held = ['SEND_MESSAGES', 'READ_MESSAGE_HISTORY', 'MANAGE_CHANNELS', 'MANAGE_ROLES', 'PIN_MESSAGES'] as const;
    await joan.setsRights?.('cop-wound-care', '@CoP Bot', { allow: held, deny: ['VIEW_CHANNEL'] });
    await joan.throwsOut('Ben Okafor', 'cop-wound-care');
    expect(await left()).toHaveLength(3);
    await joan.setsRights?.('cop-wound-care', '@CoP Bot', { allow: ['VIEW_CHANNEL', ...held] });
    await isOut('Ben');
    await it_.settled();
    expect(await left()).toHaveLength(2);
    expect(await isClosed()).toBe(true);
  });

  it('on slack where its channel could not be archived, and they were taken out of it while the bot was away', async () => {
    const { amira, dev, clock } = await community('slack');
    await announcesClosing('slack', amira);
    it_.playground.injects({ on: 'conversations.archive', does: { refuse: 'not_supported' } });
    goesOn(8, clock);
    await amira.sees(/couldn't archive/, dm);
    await it_.settled();
    await it_.away(() => amira.throwsOut('Ben Okafor', 'cop-wound-care'));
    await isOut('Ben');
    await it_.settled();
    it_.playground.clearTraffic();
    clock.passes(3600_000);
    const looked = () => it_.playground.traffic.some(one => one.name === 'conversations.members');
    await it_.playground.until(looked, 'the hourly look, which asks who is in it too');
    expect(await isClosed()).toBe(true);
    await amira.types('/cop reopen wound care', { in: 'general' });
    await dev.sees(/Wound Care is open again/, space);
    await it_.settled();
    expect(await left()).toEqual([{ role: 'facilitator' }, { role: 'member' }]);
    expect(await amira.membersOf('cop-wound-care')).not.toContain('Ben Okafor');
  });
});
