/** A CoP that was closed is opened again, over the wire: with everybody who was in it, and its library. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { town } from '../../playground/town.ts';
import { clockOfIds, goesOn, movableClock } from '../support/clock.ts';
import { announcesClosing, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const day = 24 * 3600_000;
const space = { in: 'cop-wound-care' } as const;
const dm = { in: 'direct message' } as const;
const noErrors = () => expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
const cops = () =>
  it_.store.db.selectFrom('cops').select(['name', 'state', 'closed_at']).orderBy('created_at').execute();

/** Amira facilitated it, Ben was in it; it has one paper. */
async function closed(
  platform: (typeof platformNames)[number],
  meanwhile?: (amira: Persona, ben: Persona) => Promise<void>,
) {
  const clock = clockOfIds();
  it_ = await stage(platform, { clock });
  const [amira, ben, dev, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev'), it_.person('Joan')];
  await startCop(amira);
  await it_.settled();
  await (platform === 'discord' ? joan : amira).brings('Ben Okafor', 'cop-wound-care');
  const members = () => it_.store.db.selectFrom('memberships').select('person_id').execute();
  await it_.playground.until(async () => (await members()).length === 2, 'Ben to be in');
  await ben.types(
    platform === 'slack' ? '/cop docs add https://example.org/gauze' : '/cop docs add link: https://example.org/gauze',
    space,
  );
  await ben.form();
  await ben.submits({ Title: 'Dry gauze, and why not' });
  await it_.settled();
  await amira.types('/cop tend close', space);
  await amira.form();
  await amira.submits({});
  await amira.sees(/is to be closed/);
  await meanwhile?.(amira, ben);
  goesOn(8, clock);
  await amira.sees(/leaves behind, for you to keep/, dm);
  await it_.settled();
  return { amira, ben, dev, joan, clock };
}

describe('on slack', { timeout: 60_000 }, () => {
  it('lives on in a new space, under another name where its own is taken; or is brought back by hand', async () => {
    const { amira, ben, dev } = await closed('slack');
    await startCop(dev); // of the same name
    await it_.settled();
    await ben.types('/cop reopen', { in: 'general' });
    await ben.sees(/There's no closed CoP for you to open/);
    await amira.types('/cop reopen wound care', { in: 'general' });
    await amira.sees(
      /Slack lets only people bring an archived channel back.*if it is archived, chooses Unarchive.*\/invite.*gets a number behind its name/s,
    );
    await amira.presses('Make a new space');
    await amira.sees(/I'm making a new space for Wound Care 2/);
    await amira.sees(/Wound Care 2 lives on/, dm);
    await it_.settled();
    expect(await cops()).toMatchObject([
      { name: 'Wound Care 2', state: 'open', closed_at: null },
      { name: 'Wound Care', state: 'open' },
    ]);
    const there = (await ben.channels()).filter(
      channel => !channel.archived && channel.name.startsWith('cop-wound-care'),
    );
    expect(there).toHaveLength(1);
    const name = there[0]?.name ?? '';
    const old = (await amira.channels()).find(one => one.archived)?.id ?? '';
    const posts = it_.store.db.selectFrom('posts').select('message').where('channel_id', '=', old);
    expect(await posts.execute()).toEqual([]); // nobody revises what stands there
    expect([...(await amira.membersOf(name))].sort()).toEqual(expect.arrayContaining(['Amira Haddad', 'Ben Okafor']));
    await ben.sees(/Wound Care 2 goes on here.*all of its library.*the old space/s, { in: name });
    await ben.types('/cop docs gauze', { in: name });
    await ben.sees(/Dry gauze, and why not/);
    await amira.types('/cop reopen', { in: name });
    await amira.sees(/isn't closed, so there's nothing to open/);
    noErrors();
  });

  it('of more people than one call takes, all are in the new space who can be; who is gone or a guest keeps nobody out', async () => {
    const crowd = Array.from({ length: 103 }, (_, n) => ({ name: `Zoe ${n} Lund` }));
    const clock = movableClock();
    it_ = await stage('slack', { clock, workspaces: [{ ...town, people: [...town.people, ...crowd] }] });
    const [amira, ben, joan, kofi] = ['Amira', 'Ben', 'Joan', 'Kofi'].map(one => it_.person(one)) as [
      Persona,
      Persona,
      Persona,
      Persona,
    ];
    await startCop(amira);
    for (const { name } of [ben, joan, ...crowd]) await amira.brings(name, 'cop-wound-care');
    await joan.brings(kofi.name, 'cop-wound-care'); // an administrator may
    const states = async () =>
      (await it_.store.db.selectFrom('memberships').select('state').execute()).map(one => one.state);
    await it_.playground.until(async () => (await states()).length === crowd.length + 4, 'all of them to be in');
    await amira.archives('cop-wound-care');
    await amira.sees(/Somebody archived its channel/, dm);
    await it_.settled();
    await ben.leavesWorkspace();
    await amira.types('/cop reopen', { in: 'general' });
    await amira.presses('Make a new space');
    await amira.sees(/Wound Care lives on/, dm);
    await amira.sees(/couldn't bring .*Kofi Mensah into its space/, dm);
    await kofi.sees(/An administrator has to let you in first/, dm);
    await it_.settled();
    const { name = '' } = (await amira.channels()).find(one => /^cop-wound-care-/.test(one.name)) ?? {};
    const there = await amira.membersOf(name);
    expect(crowd.filter(one => !there.includes(one.name))).toEqual([]);
    await it_.away(async () => {});
    await it_.playground.until(async () => (await states()).includes('left'), 'it to be seen who is gone');
    await it_.settled();
    expect((await states()).filter(state => state === 'left')).toHaveLength(1);
    noErrors();
  });
});

describe('on discord', { timeout: 60_000 }, () => {
  it('its space is opened again, and where it was deleted, there is a new one', async () => {
    const { amira, ben, joan } = await closed('discord');
    await amira.types('/cop tend reopen', { in: 'general' });
    await amira.sees(/I'm opening the space of Wound Care again/);
    await amira.sees(/Wound Care lives on/, dm);
    await ben.sees(/Wound Care is open again/, space);
    await it_.settled();
    await ben.posts('cop-wound-care', 'Good to be back');
    expect(await amira.rightsIn('cop-wound-care')).toEqual(expect.arrayContaining(['MANAGE_MESSAGES']));
    expect(await ben.rightsIn('cop-wound-care')).toEqual(['PIN_MESSAGES']);

    await joan.deletesChannel('cop-wound-care');
    await amira.sees(/Somebody deleted its channel/, dm);
    await amira.presses('Open it again', dm);
    await amira.sees(/I'm opening the space of Wound Care again/);
    await ben.sees(/Wound Care goes on here, with everybody/, space);
    await it_.settled();
    await ben.types('/cop docs find words: gauze', space);
    await ben.sees(/Dry gauze, and why not/);
    expect(await cops()).toMatchObject([{ name: 'Wound Care', state: 'open', closed_at: null }]);
    noErrors();
  });

  it('what was said of its closing says that it was closed, and is left alone where it is to be closed once more', async () => {
    const { amira, ben } = await closed('discord', async (amira, ben) => {
      await ben.presses('Wait', space);
      await amira.presses('Go on closing', dm);
    });
    await amira.sees(/^Wound Care is closed\.$/, dm); // who asked to wait
    await amira.types('/cop tend reopen', { in: 'general' });
    await amira.sees(/Wound Care lives on/, dm);
    await ben.sees(/Wound Care was closed, and is open again\./, space);
    await amira.sees(/Wound Care was closed, and is open again\./, dm);
    await it_.settled();
    await announcesClosing('discord', amira);
    await it_.settled();
    expect(ben.seesNow(/would close it on/, space)).toHaveLength(1);
    await ben.presses('Wait', space);
    await amira.sees(/Ben Okafor would rather Wound Care wasn't closed yet/, dm);
    await amira.presses('Call it off', { ...dm, with: /would rather/ });
    await ben.sees(/isn't closed after all: it goes on/, space);
    await it_.settled();
    expect(ben.seesNow(/was closed, and is open again/, space)).toHaveLength(1);
    expect(amira.seesNow(/was closed, and is open again/, dm)).toHaveLength(1);
    await announcesClosing('discord', amira);
    await it_.settled();
    expect(ben.seesNow(/would close it on/, space)).toHaveLength(1);
    expect(ben.seesNow(/isn't closed after all/, space)).toHaveLength(1);
    noErrors();
  });

  it('closed by hand before the day, it was closed, too', async () => {
    it_ = await stage('slack');
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    await announcesClosing('slack', amira);
    await it_.settled();
    await amira.archives('cop-wound-care');
    await amira.sees(/Somebody archived its channel/, dm);
    await amira.unarchives('cop-wound-care');
    await amira.brings('CoP Bot', 'cop-wound-care');
    await amira.sees(/Wound Care was closed, and is open again\./, space);
    await it_.settled();
    noErrors();
  });

  it('whoever is brought by hand into a space that is closed reads there, as all do, and writes once it is opened', async () => {
    const { amira, dev, joan } = await closed('discord');
    await joan.brings('Dev Patel', 'cop-wound-care');
    const members = () => it_.store.db.selectFrom('memberships').select('person_id').execute();
    await it_.playground.until(async () => (await members()).length === 3, 'Dev to be in');
    await it_.settled();
    await expect(dev.posts('cop-wound-care', 'Am I the last one?')).rejects.toThrow(/SEND_MESSAGES/);
    await amira.types('/cop tend reopen', { in: 'general' });
    await dev.sees(/Wound Care is open again/, space);
    await it_.settled();
    await dev.posts('cop-wound-care', 'Here I am');
    expect(await dev.rightsIn('cop-wound-care')).toEqual(['PIN_MESSAGES']);
  });

  it.each(['10007', '10009'])(
    'who leaves the server just then keeps nobody from writing in it again, and is no reason for a new one (%s)',
    async code => {
      const { amira, ben } = await closed('discord');
      const spaces = async () => (await amira.channels()).filter(one => one.name.startsWith('cop-wound-care'));
      it_.playground.injects({ on: 'PATCH /channels/:id', does: { refuse: code } }); // all of them at once
      await amira.types('/cop tend reopen', { in: 'general' });
      await amira.sees(/Wound Care lives on/, dm);
      await it_.settled();
      await ben.posts('cop-wound-care', 'Here we are again');
      expect(await spaces()).toHaveLength(1);
    },
  );

  it('who has left the server meanwhile keeps nobody else out of a new space', async () => {
    const { amira, ben, joan } = await closed('discord');
    await joan.deletesChannel('cop-wound-care');
    await ben.leavesWorkspace();
    await amira.types('/cop tend reopen', { in: 'general' });
    await amira.sees(/I'm opening the space of Wound Care again/);
    await amira.sees(/Wound Care goes on here, with everybody/, space);
    await it_.settled();
    expect(await amira.rightsIn('cop-wound-care')).toEqual(expect.arrayContaining(['MANAGE_MESSAGES']));
    expect(amira.seesNow(/needs a hand/, dm)).toEqual([]);
    const stands = () => it_.store.db.selectFrom('memberships').select(['state', 'role']).orderBy('since').execute();
    await it_.away(async () => {});
    await it_.playground.until(async () => (await stands())[1]?.state === 'left', 'Ben to be out');
    expect(await stands()).toEqual([
      { state: 'member', role: 'facilitator' },
      { state: 'left', role: 'member' },
    ]);
  });
});

describe.each(platformNames)('on %s', { timeout: 60_000 }, platform => {
  it('is told of a month before it goes, where an administrator chose that; kept another year by a press, or gone', async () => {
    const { amira, ben, joan, clock } = await closed(platform);
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses('What is kept');
    await joan.form();
    await joan.submits({ 'Closed CoPs': 'A year' });
    await joan.sees(/Saved/);
    clock.passes(340 * day);
    const told = await amira.sees(/What is kept of Wound Care goes soon.*for good/s, dm);
    expect(told.buttons.map(one => one.label)).toEqual(['Keep it another year', 'Open it again']);
    await it_.settled();
    expect(ben.seesNow(/goes soon/, dm)).toEqual([]);
    if (platform === 'slack') {
      await amira.presses('Keep it another year', { in: 'direct message', message: told.id });
      await amira.sees(/Wound Care is kept until .* at least/, dm);
      await it_.settled();
    }
    clock.passes(40 * day);
    const left = platform === 'slack' ? 1 : 0;
    await it_.playground.until(async () => (await cops()).length === left, 'what is kept of it to go');
    const papers = await it_.store.db.selectFrom('documents').select('id').execute();
    expect(papers).toHaveLength(left);
    noErrors();
  });
});
