/** What a platform won't have for a channel's name, and what is taken already: another is tried, and else it is said to be the name. */
import { afterEach, describe, expect, it } from 'vitest';
import { town } from '../../playground/town.ts';
import { fillsIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const create = { slack: 'conversations.create', discord: 'POST /guilds/:id/channels' } as const;
const rename = { slack: 'conversations.rename', discord: 'PATCH /channels/:id' } as const;
const refusal = { slack: 'invalid_name_specials', discord: '50035.name' } as const;
const errors = () => it_.log.filter(line => 'level' in line && line.level === 'error');
const creates = () => it_.playground.traffic.filter(one => one.direction === 'call' && one.name === create.slack);

it('on discord, words that are not allowed in a server are no name either', async () => {
  it_ = await stage('discord');
  it_.playground.injects({ on: create.discord, after: 1, times: 2, does: { refuse: '20031' } });
  const amira = it_.person('Amira');
  await fillsIn(amira, { Name: 'Würde 傷' });
  await amira.sees(/a channel may not be called that here.*another name, with .*startcop/s);
  await it_.settled();
  expect(errors()).toEqual([]);
  await startCop(amira);
});

describe.each(platformNames)('on %s', platform => {
  it("somebody's name turns no words around it, whichever way it is written itself", async () => {
    const amira = 'עמירה\u202e חדד';
    const people = town.people.map(one => (one.name === 'Amira Haddad' ? { ...one, name: amira } : one));
    it_ = await stage(platform, { workspaces: [{ ...town, people }] });
    await startCop(it_.person(amira));
    await it_.settled();
    const ben = it_.person('Ben');
    await ben.types('/cop find');
    const shown = await ben.sees(/Wound Care.*Facilitated by/s);
    expect(shown.text).toContain('Facilitated by \u2068עמירה חדד\u2069');
    expect(shown.text).not.toContain('\u202e');
  });

  /** Discord's category comes first. */
  const after = platform === 'discord' ? 1 : 0;
  const refused = (times: number) =>
    it_.playground.injects({ on: create[platform], after, times, does: { refuse: refusal[platform] } });

  it('a name that is refused is tried in plain letters', async () => {
    it_ = await stage(platform);
    refused(1);
    const amira = it_.person('Amira');
    await startCop(amira, { Name: 'Pflege für 傷口' });
    await it_.settled();
    expect((await amira.channels()).map(one => one.name)).toContain('cop-pflege-fur');
    expect(errors()).toEqual([]);
  });

  it('one that is refused in any letters is said to be the name, and is free for another try', async () => {
    it_ = await stage(platform);
    refused(2);
    const amira = it_.person('Amira');
    await fillsIn(amira, { Name: 'Würde 傷' });
    await amira.sees(/a channel may not be called that here.*another name, with .*startcop/s);
    await it_.settled();
    expect(await it_.store.db.selectFrom('cops').select('state').execute()).toEqual([{ state: 'not-started' }]);
    expect(errors()).toEqual([]);
    expect(it_.log).toContainEqual(expect.objectContaining({ level: 'warn', kind: 'open-space' }));
    await startCop(amira);
  });

  it('so is one that a space is to be called from now on', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    it_.playground.injects({ on: rename[platform], times: 2, does: { refuse: refusal[platform] } });
    await amira.types('/cop edit', { in: 'cop-wound-care' });
    await amira.presses('Name and statement');
    await amira.form();
    await amira.submits({ Name: 'Würde 傷' });
    await amira.sees(/a channel may not be called that here.*edit gives it another name/s);
    await it_.settled();
    expect(errors()).toEqual([]);
  });
});

it('on slack, where twenty have its name, a channel is found in a few tries (Discord lets any number be called alike)', async () => {
  it_ = await stage('slack', { rateLimits: true });
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await ben.makesChannel('cop-wound-care', { private: true });
  for (let n = 2; n <= 20; n++) await ben.makesChannel(`cop-wound-care-${n}`, { private: true });
  it_.playground.clearTraffic();
  await startCop(amira);
  expect(creates().length).toBeLessThan(12);
  expect((await amira.channels()).map(one => one.name)).toContain('cop-wound-care-34');
  await it_.settled();
  expect(errors()).toEqual([]);
}, 60_000);

it('on slack, whoever presses keeps the name they are known by, where Slack does not tell it just now (a payload holds a handle)', async () => {
  it_ = await stage('slack');
  const ben = it_.person('Ben');
  const named = async () =>
    (await it_.store.db.selectFrom('persons').select('name').execute()).map(one => one.name).sort();
  await ben.types('/cop home', { in: 'general' });
  expect(await named()).toEqual(['Ben Okafor']);
  await it_.away(async () =>
    it_.playground.injects({ on: 'users.info', does: { refuse: 'internal_error' }, times: 50 }),
  );
  await ben.types('/cop me data', { in: 'general' });
  await ben.sees(/kept/);
  const dev = it_.person('Dev');
  await dev.types('/cop home', { in: 'general' });
  expect(await named()).toEqual(['Ben Okafor', 'dev.patel']);
});

describe('on slack', () => {
  const rows = () =>
    it_.store.db
      .selectFrom('persons')
      .innerJoin('accounts', 'accounts.person_id', 'persons.id')
      .select(['name', 'locale'])
      .orderBy('name')
      .execute();

  it('who was met before Slack told how they are called, and what they read, is called by it once it does', async () => {
    it_ = await stage('slack');
    it_.playground.injects({ on: 'users.info', does: { refuse: 'internal_error' }, times: 2 });
    const dev = it_.person('Dev');
    await startCop(dev);
    await expect.poll(rows).toEqual([{ name: 'Dev Patel', locale: 'en-GB' }]);
    expect(errors()).toEqual([]);
  });

  it('so is who was chosen in a form', async () => {
    it_ = await stage('slack');
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await amira.types('/cop home', { in: 'general' });
    it_.playground.injects({ on: 'users.info', does: { refuse: 'internal_error' }, times: 1 });
    await startCop(amira, { Facilitator: ben.name });
    await expect.poll(rows).toMatchObject([{ name: 'Amira Haddad' }, { name: 'Ben Okafor' }]);
  });

  it('who is typed is called as people call them, and a bot is none of them', async () => {
    it_ = await stage('slack');
    const amira = it_.person('Amira');
    await startCop(amira);
    await amira.types('/cop invite @Ben Okafor @CoP Bot', { in: 'cop-wound-care' });
    await amira.sees(/a bot\. A community is for people/);
    await it_.settled();
    expect(await rows()).toMatchObject([{ name: 'Amira Haddad' }, { name: 'Ben Okafor' }]);
  });
});
